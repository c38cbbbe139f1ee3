package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import java.util.Set;

/** A piece of the security that no registry tells us about is in hand. @param reference what proves it */
public record RecordPiece(SecurityPiece piece, String reference, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        if (loan.decision().ended() || SecurityPiece.FROM_THE_REGISTRY.contains(piece)) {
            throw Gates.forbids(loan);
        }
        return loan.change()
                .pieces(loan.piecesWith(piece, Set.of()))
                .event(LoanEvent.of(LoanEvent.Type.SECURITY_PIECE_RECORDED, by)
                        .with("piece", piece)
                        .with("reference", reference))
                .done();
    }
}
