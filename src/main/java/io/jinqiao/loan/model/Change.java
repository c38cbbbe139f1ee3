package io.jinqiao.loan.model;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one move makes of a loan. Every track is changed only here, so a change its table does not allow is refused here,
 * whatever the move forgot to ask.
 */
final class Change {
    private final Loan from;
    private DecisionTrack decision;
    private @Nullable Pause pause;
    private Reviews reviews;
    private int opinions;
    private @Nullable Approval approval;
    private ContractTrack contract;
    private @Nullable SignedContract signed;
    private SecurityTrack security;
    private Set<SecurityPiece> pieces;
    private MoneyTrack money;
    private @Nullable String moneyProposedBy;
    private final List<LoanEvent> events = new ArrayList<>();
    private final List<CanonicalMessage> tell = new ArrayList<>();

    Change(Loan from) {
        this.from = from;
        this.decision = from.decision();
        this.pause = from.pause();
        this.reviews = from.reviews();
        this.opinions = from.opinions();
        this.approval = from.approval();
        this.contract = from.contract();
        this.signed = from.signed();
        this.security = from.security();
        this.pieces = from.pieces();
        this.money = from.money();
        this.moneyProposedBy = from.moneyProposedBy();
    }

    Change decision(DecisionTrack next) {
        require(decision.next().contains(next));
        decision = next;
        return this;
    }

    Change contract(ContractTrack next) {
        require(contract.next().contains(next));
        contract = next;
        return this;
    }

    Change security(SecurityTrack next) {
        require(security.next().contains(next));
        security = next;
        return this;
    }

    Change money(MoneyTrack next) {
        require(money.next().contains(next));
        money = next;
        moneyProposedBy = null;
        return this;
    }

    Change pause(@Nullable Pause next) {
        require((pause == null) != (next == null));
        pause = next;
        return this;
    }

    Change reviews(Reviews next) {
        reviews = next;
        return this;
    }

    Change approval(Approval next) {
        approval = next;
        opinions = next.version();
        return this;
    }

    Change signed(SignedContract next) {
        signed = next;
        return this;
    }

    Change pieces(Set<SecurityPiece> next) {
        pieces = next;
        return this;
    }

    Change moneyProposedBy(@Nullable String next) {
        moneyProposedBy = next;
        return this;
    }

    Change event(LoanEvent event) {
        events.add(event);
        return this;
    }

    Change tell(CanonicalMessage message) {
        tell.add(message);
        return this;
    }

    ContractTrack contract() {
        return contract;
    }

    SecurityTrack security() {
        return security;
    }

    Step done() {
        Loan next = new Loan(
                from.acceptanceNo(), from.bank(), from.application(), from.scheme(), decision, pause, reviews, opinions, approval,
                contract, signed, security, pieces, money, moneyProposedBy, from.scans());
        return new Step(next, List.copyOf(events), List.copyOf(tell));
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, LoanWords.of(from).both());
        }
    }
}
