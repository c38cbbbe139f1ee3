package io.jinqiao.loan.model;

import java.util.HashSet;
import java.util.Set;

/**
 * The registry said something about the mortgage.
 *
 * @param reference its receipt, entry or certificate number
 * @param ofThisApproval whether it was applied for since an opinion was taken back last: what was entered for that one secures no other
 */
public record ChangeSecurity(SecurityTrack to, String reference, boolean ofThisApproval) implements Move {
    public ChangeSecurity(SecurityTrack to, String reference) {
        this(to, reference, true);
    }

    @Override
    public Step on(Loan loan) {
        if (to == SecurityTrack.SUBMITTED || loan.security() == SecurityTrack.HELD && to.atTheRegistry()) {
            Gates.opinionInForce(loan);
            Gates.contractInForce(loan);
        }
        if (to == SecurityTrack.HELD && loan.decision().ended()) {
            throw Gates.forbids(loan);
        }
        if (to == SecurityTrack.RELEASED) {
            Gates.nothingOwed(loan);
            // beside a request that is held something may stand in the register, but not for a loan that never had a contract
            if (loan.security() == SecurityTrack.HELD && loan.contract() == ContractTrack.NONE) {
                throw Gates.forbids(loan);
            }
        }
        if (to == SecurityTrack.DESTROYED) {
            throw Gates.forbids(loan);
        }
        return loan.change()
                .security(to)
                .pieces(pieces(loan))
                .event(LoanEvent.of(LoanEvent.Type.SECURITY_CHANGED).with("to", to).with("reference", reference))
                .done();
    }

    /** What was told before gives nothing anew: a piece that was dropped since does not come back with a repetition. */
    private Set<SecurityPiece> pieces(Loan loan) {
        if (to == loan.security()) {
            return loan.pieces();
        }
        Set<SecurityPiece> pieces = new HashSet<>(loan.pieces());
        pieces.removeAll(SecurityPiece.FROM_THE_REGISTRY);
        if (ofThisApproval) {
            pieces.addAll(to.gives());
        }
        if (to == SecurityTrack.CONVERTED) {
            pieces.remove(SecurityPiece.STAGE_GUARANTEE);
        }
        return pieces;
    }
}
