package io.jinqiao.repayment.store;

import io.jinqiao.message.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of deductions nobody tells of any more: when that was noticed, and who closed them. */
@Repository
public class ClosingStore {
    private final JdbcClient jdbc;

    public ClosingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param expected last day a bank named for its result; null: it named none */
    public record Open(String runNo, PartnerId bank, LocalDate deductOn, @Nullable LocalDate expected) {
        /** Days after the deduction for which a bank is believed: one date that is wrong must not keep its runs from ending. */
        private static final int BELIEVED = 31;

        public LocalDate awaited() {
            LocalDate named = expected != null && expected.isAfter(deductOn) ? expected : deductOn;
            return isBelieved() ? named : deductOn.plusDays(BELIEVED);
        }

        public boolean isBelieved() {
            return expected == null || !expected.isAfter(deductOn.plusDays(BELIEVED));
        }
    }

    /** @param by who proposed it */
    public record Proposed(String runNo, PartnerId bank, String by, boolean answered) {}

    private static final String OPEN = "SELECT r.run_no, r.bank, r.deduct_on, max(d.expected_on) AS expected FROM repayment_run r JOIN repayment_deduction d ON d.run_no = r.run_no"
            + " WHERE r.closed_at IS NULL AND ";

    /** Open runs nobody was told of yet. */
    public List<Open> unnoticed() {
        return jdbc.sql(OPEN + "r.late_since IS NULL GROUP BY r.run_no ORDER BY r.run_no").query((row, i) -> open(row)).list();
    }

    public Optional<Open> open(String runNo) {
        return jdbc.sql(OPEN + "r.run_no = ? GROUP BY r.run_no").param(runNo).query((row, i) -> open(row)).optional();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getString("run_no"), new PartnerId(row.getString("bank")), row.getObject("deduct_on", LocalDate.class), row.getObject("expected", LocalDate.class));
    }

    /** @return false when another node was faster */
    public boolean late(String runNo, LocalDate since) {
        return jdbc.sql("UPDATE repayment_run SET late_since = ? WHERE run_no = ? AND closed_at IS NULL AND late_since IS NULL").params(since, runNo).update() == 1;
    }

    /** Whether nobody knows what came of a line of it. */
    public boolean isGivenUp(String runNo) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_deduction d JOIN repayment_deduction_line l ON l.order_no = d.order_no"
                        + " WHERE d.run_no = ? AND d.state = 'given-up' AND l.result IS NULL)")
                .param(runNo)
                .query(Boolean.class)
                .single();
    }

    /** @return empty when one waits for its answer already */
    public Optional<Long> insert(String runNo, String reason, @Nullable String document, String by, Instant at) {
        try {
            return jdbc.sql("INSERT INTO repayment_run_closing (run_no, reason, document, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?) RETURNING number")
                    .params(runNo, reason, document, by, FileStore.time(at))
                    .query(Long.class)
                    .optional();
        } catch (DuplicateKeyException waits) {
            return Optional.empty();
        }
    }

    public Optional<Proposed> find(long number) {
        return jdbc.sql("SELECT c.run_no, r.bank, c.proposed_by, c.answered_at IS NOT NULL AS answered FROM repayment_run_closing c JOIN repayment_run r ON r.run_no = c.run_no WHERE c.number = ?")
                .param(number)
                .query((row, i) -> new Proposed(row.getString("run_no"), new PartnerId(row.getString("bank")), row.getString("proposed_by"), row.getBoolean("answered")))
                .optional();
    }

    /** @return false when somebody answered before */
    public boolean answer(long number, boolean confirmed, String by, Instant at) {
        return jdbc.sql("UPDATE repayment_run_closing SET confirmed = ?, answered_by = ?, answered_at = ? WHERE number = ? AND answered_at IS NULL")
                        .params(confirmed, by, FileStore.time(at), number)
                        .update()
                == 1;
    }

    /** Nothing is awaited of its orders any more. @return false when it is closed */
    public boolean close(String runNo, Instant at) {
        boolean closed = jdbc.sql("UPDATE repayment_run SET closed_at = ? WHERE run_no = ? AND closed_at IS NULL").params(FileStore.time(at), runNo).update() == 1;
        jdbc.sql("UPDATE repayment_deduction SET state = 'given-up', ended_at = ? WHERE run_no = ? AND state IN ('issued', 'taken')").params(FileStore.time(at), runNo).update();
        return closed;
    }
}
