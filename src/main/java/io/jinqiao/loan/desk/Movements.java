package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.Move;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Reply;
import java.time.Clock;
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
                step.tell().stream().map(message -> new Outgoing(step.loan().bank(), message)).toList());
    }
}
