package io.jinqiao.evidence.store;

import io.jinqiao.evidence.JournalEntry;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries whether the journal can be written: a record that is rolled back, and a file that is removed. */
public final class JournalProbe {
    private final PostgresJournal journal;
    private final ContentStore contents;
    private final TransactionTemplate transaction;
    private final TrafficGate gate;
    private final Clock clock;

    public JournalProbe(
            PostgresJournal journal,
            ContentStore contents,
            PlatformTransactionManager transactions,
            TrafficGate gate,
            Clock clock) {
        this.journal = journal;
        this.contents = contents;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.gate = gate;
        this.clock = clock;
    }

    /** Opens or closes the gate. */
    public void probe() {
        int size = Math.max(1, gate.failedSize());
        try {
            contents.probe(size);
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                journal.probe(entry());
            });
            gate.writeSucceeded();
        } catch (DataAccessException | TransactionException | IOException e) {
            gate.writeFailed(e, size);
        }
    }

    private JournalEntry entry() {
        return new JournalEntry(
                clock.instant(), JournalEntry.Kind.DECISION, null, null, null, null, new byte[0], "none", null, null, null,
                null, null, null, null, "probe", Map.of());
    }
}
