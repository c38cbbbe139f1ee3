package io.jinqiao.repayment.store;

import io.jinqiao.message.IncomingFile;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How far the intakes are that run now, for everybody to see: written beside their transactions. What a killed one leaves is overwritten or forgotten. */
@Repository
public class IntakeStore {
    private final JdbcClient jdbc;
    private final TransactionTemplate beside;

    public IntakeStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param judging all was read; the rows are held against the ledger */
    public record Far(boolean judging, long bytes, long rows, Instant begun, Instant now) {}

    public void at(IncomingFile file, Far far) {
        beside.executeWithoutResult(status -> jdbc.sql("INSERT INTO repayment_intake (bank, name, message_id, size, judging, bytes, rows, begun_at, seen_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bank, name) DO UPDATE SET message_id = excluded.message_id, size = excluded.size,"
                        + " judging = excluded.judging, bytes = excluded.bytes, rows = excluded.rows, begun_at = excluded.begun_at, seen_at = excluded.seen_at")
                .params(file.partner().value(), file.name(), file.id().value(), file.size(), far.judging(), far.bytes(), far.rows())
                .params(FileStore.time(far.begun()), FileStore.time(far.now()))
                .update());
    }

    /** It ended, whichever way. */
    public void over(IncomingFile file) {
        beside.executeWithoutResult(status -> jdbc.sql("DELETE FROM repayment_intake WHERE bank = ? AND name = ?")
                .params(file.partner().value(), file.name())
                .update());
    }
}
