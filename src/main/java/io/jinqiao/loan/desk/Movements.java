package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.Approval;
import io.jinqiao.loan.model.ContractTrack;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Move;
import io.jinqiao.loan.model.SignedContract;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** One move of one loan: decided by the model, written onto the version it was decided on. */
@Component
class Movements {
    private final LoanStore store;
    private final Clock clock;

    Movements(LoanStore store, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param cause message that caused it; null when a person or the time did */
    Step move(StoredLoan from, Move move, @Nullable MessageId cause) {
        Step step = move.on(from.loan());
        store.update(from, step.loan(), step.events(), cause, clock.instant());
        return step;
    }

    /** The answer, and what the loan's bank must be told. */
    static Outcome outcome(Step step, Content.Group answer) {
        return new Outcome(
                new Reply.Accepted(answer),
                step.tell().stream().map(message -> new Outgoing(step.loan().bank(), message)).toList(),
                consequences(step));
    }

    /** What the move means for the loan's requests to the registry. */
    static List<Consequence> consequences(Step step) {
        Loan loan = step.loan();
        List<Consequence> consequences = new ArrayList<>();
        for (LoanEvent event : step.events()) {
            switch (event.type()) {
                case CONTRACT_IN_FORCE -> consequences.add(Objects.requireNonNull(inForce(loan)));
                case REJECTED, WITHDRAWN, APPROVAL_EXPIRED -> consequences.add(
                        new Consequence.Ended(loan.bank(), loan.applicationNo(), Words.of(event.type())));
                case MONEY_CHANGED -> {
                    if (loan.money().over()) {
                        consequences.add(new Consequence.Ended(loan.bank(), loan.applicationNo(), Words.of(loan.money())));
                    }
                }
                default -> { }
            }
        }
        return consequences;
    }

    /** Null while the loan is not approved or its contract not in force. */
    static Consequence.@Nullable InForce inForce(Loan loan) {
        Approval approval = loan.inForce();
        SignedContract signed = loan.signed();
        return approval == null || signed == null || loan.contract() != ContractTrack.IN_FORCE
                ? null
                : new Consequence.InForce(loan.bank(), loan.applicationNo(), signed.contractNo(), signed.signedOn(), approval.amount(), approval.months(), approval.opinionNo());
    }
}
