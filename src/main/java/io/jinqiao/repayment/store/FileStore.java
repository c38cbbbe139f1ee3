package io.jinqiao.repayment.store;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files and single reports that were read to their end, and what was sent back of them. */
@Repository
public class FileStore {
    /** How long a bank, or whoever orders, waits for an answer while its file is being judged. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Duration patience;

    @Autowired
    public FileStore(JdbcClient jdbc, JdbcTemplate batches) {
        this(jdbc, batches, PATIENCE);
    }

    public FileStore(JdbcClient jdbc, JdbcTemplate batches, Duration patience) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.patience = patience;
    }

    /**
     * @param id our number
     * @param fileNo the bank's number
     * @param single a report of one row
     * @param firstDay the earliest accounting date of a row
     * @param day accounting date of the file
     * @param corrects our number of the file it takes the place of
     */
    public record Told(
            long id,
            PartnerId bank,
            String fileNo,
            boolean single,
            String name,
            String messageId,
            LocalDate firstDay,
            LocalDate day,
            @Nullable Long corrects,
            long rows,
            long refused,
            boolean stands) {}

    /**
     * Until the transaction ends nothing else is held against this bank's loans: two files that cross come one after the other, and so do runs, results, settlements and comparisons.
     * It is taken before the ledger is read, and before rows are locked.
     */
    public void filesInTurn(PartnerId bank) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('repayment.' || ?, 0))) l").param(bank.value()).query(Integer.class).single();
    }

    /**
     * The same for a message, which does not wait for a large file to be judged.
     *
     * @throws Refusal {@code BUSY}, which passes: nothing was done, and the same may be sent again
     */
    public void oneAtATime(PartnerId bank) {
        patience(patience);
        try {
            filesInTurn(bank);
        } catch (DataAccessException failed) {
            if (failed.getMostSpecificCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                throw new Refusal(FailureCode.BUSY);
            }
            throw failed;
        }
        patience(Duration.ZERO);
    }

    /** Of the rest of the transaction; zero: for ever. */
    private void patience(Duration duration) {
        jdbc.sql("SELECT set_config('lock_timeout', ?, true)").param("" + duration.toMillis()).query(String.class).single();
    }

    /** What a report of ours is called that is made again. @param id our number of it */
    public static String next(String fileNo, long id) {
        return fileNo.split("'")[0] + "'" + id;
    }

    /** Our number of the next file. */
    public long next() {
        return jdbc.sql("SELECT nextval(pg_get_serial_sequence('repayment_file', 'id'))").query(Long.class).single();
    }

    public void insert(Told told, Instant at) {
        jdbc.sql("INSERT INTO repayment_file (id, bank, file_no, single, name, message_id, first_day, accounting_date, corrects, rows, refused, stands, known_from)"
                        + " OVERRIDING SYSTEM VALUE VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(told.id(), told.bank().value(), told.fileNo(), told.single(), told.name(), told.messageId(), told.firstDay(), told.day(), told.corrects())
                .params(told.rows(), told.refused(), told.stands(), time(at))
                .update();
    }

    public void refused(long file, long count) {
        jdbc.sql("UPDATE repayment_file SET refused = ? WHERE id = ?").params(count, file).update();
    }

    public boolean stands(PartnerId bank, String fileNo, boolean single) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_file WHERE bank = ? AND file_no = ? AND single = ? AND stands)")
                .params(bank.value(), fileNo, single)
                .query(Boolean.class)
                .single();
    }

    /** Our number of the file or report of that day that counts and has this number; where both have it, the one of this kind. */
    public Optional<Long> counting(PartnerId bank, String fileNo, boolean single, LocalDate day) {
        return jdbc.sql("SELECT id FROM repayment_file WHERE bank = ? AND file_no = ? AND accounting_date = ? AND stands AND replaced_at IS NULL ORDER BY single = ? DESC LIMIT 1")
                .params(bank.value(), fileNo, day, single)
                .query(Long.class)
                .optional();
    }

    public void replace(long file, Instant at) {
        jdbc.sql("UPDATE repayment_file SET replaced_at = ? WHERE id = ?").params(time(at), file).update();
    }

    public void sendBack(long file, List<LineProblem> problems) {
        batches.batchUpdate(
                "INSERT INTO repayment_refused (file, line, field, code, arguments) VALUES (?, ?, ?, ?, ?)", problems, 1_000, (row, told) -> {
                    row.setLong(1, file);
                    row.setLong(2, told.line());
                    row.setString(3, told.problem().field());
                    row.setString(4, told.problem().code().code());
                    row.setArray(5, row.getConnection().createArrayOf("text", told.problem().arguments().toArray()));
                });
    }

    /** A file of this day is here now: nobody waits for it any more. */
    public void arrived(PartnerId bank, LocalDate day, Instant at) {
        jdbc.sql("UPDATE repayment_missing SET arrived_at = ? WHERE bank = ? AND accounting_date = ? AND arrived_at IS NULL")
                .params(time(at), bank.value(), day)
                .update();
    }

    /** The books of days these files tell of are others now: such a day that was closed is open again, and one that differs waits to be compared. @param day accounting date of the files */
    public void reopen(PartnerId bank, LocalDate day, List<Long> files, Instant at) {
        jdbc.sql("UPDATE repayment_day d SET state = 'reopened', closed_at = NULL, reopened_at = :at WHERE bank = :bank AND day BETWEEN :day::date - 30 AND :day AND state IN ('matched', 'differs', 'explained')"
                        + " AND EXISTS (SELECT 1 FROM repayment_row r WHERE r.file IN (:files) AND r.accounting_date = d.day)")
                .param("at", time(at))
                .param("bank", bank.value())
                .param("day", day)
                .param("files", files)
                .update();
    }

    /** The books from this day on are others now, since a loan of theirs ended. */
    public void reopenFrom(PartnerId bank, LocalDate day, Instant at) {
        jdbc.sql("UPDATE repayment_day SET state = 'reopened', closed_at = NULL, reopened_at = ? WHERE bank = ? AND day >= ? AND state IN ('matched', 'differs', 'explained')")
                .params(time(at), bank.value(), day)
                .update();
    }

    /** Banks with loans their files should tell of on this day. */
    public List<PartnerId> expected(LocalDate day) {
        return jdbc.sql("SELECT DISTINCT bank FROM repayment_account WHERE balance_on < ? ORDER BY bank").param(day).query(String.class).list().stream()
                .map(PartnerId::new)
                .toList();
    }

    /** @return whether no file of this day counts and nobody noticed before; now somebody has */
    public boolean missed(PartnerId bank, LocalDate day, Instant at) {
        return jdbc.sql("INSERT INTO repayment_missing (bank, accounting_date, noticed_at) SELECT ?, ?::date, ?::timestamptz WHERE NOT EXISTS"
                                + " (SELECT 1 FROM repayment_file WHERE bank = ? AND accounting_date = ?::date AND stands AND NOT single) ON CONFLICT DO NOTHING")
                        .params(bank.value(), day, time(at), bank.value(), day)
                        .update()
                == 1;
    }

    /** Day of the last look for files that are missing; empty before the first. */
    public Optional<LocalDate> lookedOn() {
        return jdbc.sql("SELECT looked_on FROM repayment_cut_off").query(LocalDate.class).optional();
    }

    /** A look is over. */
    public void looked(LocalDate today) {
        jdbc.sql("INSERT INTO repayment_cut_off (looked_on) VALUES (?) ON CONFLICT (one) DO UPDATE SET looked_on = excluded.looked_on").param(today).update();
    }

    /** A file of a month was read and held against what the days told. @param day its accounting date */
    public void monthly(long file, PartnerId bank, LocalDate day, Instant at) {
        jdbc.sql("UPDATE repayment_file SET monthly = true WHERE id = ?").param(file).update();
        jdbc.sql("UPDATE repayment_missing_month SET arrived_at = ? WHERE bank = ? AND month_end = ? AND arrived_at IS NULL")
                .params(time(at), bank.value(), YearMonth.from(day).atEndOfMonth())
                .update();
    }

    /** @return whether no file of this month was read and nobody noticed before; now somebody has */
    public boolean missedMonth(PartnerId bank, LocalDate monthEnd, Instant at) {
        return jdbc.sql("INSERT INTO repayment_missing_month (bank, month_end, noticed_at) SELECT :bank, :end::date, :at::timestamptz WHERE NOT EXISTS (SELECT 1 FROM repayment_file"
                                + " WHERE bank = :bank AND monthly AND accounting_date BETWEEN date_trunc('month', :end::date::timestamp)::date AND :end::date) ON CONFLICT DO NOTHING")
                        .param("bank", bank.value())
                        .param("end", monthEnd)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
