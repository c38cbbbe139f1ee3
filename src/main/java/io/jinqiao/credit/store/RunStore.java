package io.jinqiao.credit.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Runs over all loans: asked for, how far, over. */
@Repository
public class RunStore {
    private final JdbcTemplate sql;

    public RunStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** How far a run is. */
    public record Far(long seen, long sent, long aside, long underWay, long done, long elsewhere) {}

    /** @return its number; nothing while another run is not over */
    public Optional<Long> ask(YearMonth month, String by, Instant at) {
        return sql.query(
                        "INSERT INTO credit_run (month, asked_by, asked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING number",
                        (row, i) -> row.getLong("number"),
                        Date.valueOf(month.atDay(1)), by, Timestamp.from(at))
                .stream()
                .findFirst();
    }

    /**
     * Whether a run for the month is wanted on a day: none was asked for, or none since the day began and something still waits or was refused.
     *
     * @param since begin of the day
     */
    public boolean wanted(YearMonth month, Instant since) {
        return Boolean.TRUE.equals(sql.queryForObject(
                """
                SELECT NOT EXISTS (SELECT 1 FROM credit_run WHERE month = m.month)
                    OR NOT EXISTS (SELECT 1 FROM credit_run WHERE month = m.month AND asked_at >= ?)
                       AND (EXISTS (SELECT 1 FROM credit_aside WHERE month = m.month) OR EXISTS (SELECT 1 FROM credit_row WHERE month = m.month AND refused IS NOT NULL))
                FROM (SELECT ?::date AS month) m
                """,
                Boolean.class, Timestamp.from(since), Date.valueOf(month.atDay(1))));
    }

    /** @return the month of a run that is not over; nothing when it is */
    public Optional<YearMonth> begin(long number, Instant at) {
        return sql.query(
                        "UPDATE credit_run SET begun_at = ?, starts = starts + 1 WHERE number = ? AND ended_at IS NULL RETURNING month",
                        (row, i) -> YearMonth.from(row.getDate("month").toLocalDate()),
                        Timestamp.from(at), number)
                .stream()
                .findFirst();
    }

    public void far(long number, Far far, Instant at) {
        sql.update(
                "UPDATE credit_run SET seen_at = ?, seen = ?, sent = ?, aside = ?, under_way = ?, done = ?, elsewhere = ? WHERE number = ?",
                Timestamp.from(at), far.seen(), far.sent(), far.aside(), far.underWay(), far.done(), far.elsewhere(), number);
    }

    public void end(long number, Instant at) {
        sql.update("UPDATE credit_run SET ended_at = ? WHERE number = ? AND ended_at IS NULL", Timestamp.from(at), number);
    }
}
