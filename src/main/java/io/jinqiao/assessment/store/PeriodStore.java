package io.jinqiao.assessment.store;

import io.jinqiao.assessment.gather.Days;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Periods; what a running one held is removed whole before it is written anew or frozen. */
@Repository
public class PeriodStore {
    private static final List<String> BELOW =
            List.of("assessment_case", "assessment_sum", "assessment_indicator", "assessment_lift", "assessment_score", "assessment_period");

    private final JdbcClient jdbc;

    public PeriodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends nobody else scores a bank, nor corrects what the next one scored follows. What a transaction of one moment sees is fixed by its first question, and by no lock
     * of a table: taken first, who waited sees what the other did.
     */
    public void holdScoring() {
        jdbc.sql("LOCK TABLE assessment_counted IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Until the transaction ends nobody else makes a statement of this bank. */
    public void hold(PartnerId bank) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('assessment.statement.' || ?, 0))) l").param(bank.value()).query(Integer.class).single();
    }

    public void forgetRunning(PartnerId bank) {
        for (String table : BELOW) {
            jdbc.sql("DELETE FROM " + table + " WHERE period_no IN (SELECT period_no FROM assessment_period WHERE bank = ? AND state = 'running')").param(bank.value()).update();
        }
    }

    public void put(Period p, String schemeText, String by, Instant at) {
        jdbc.sql("INSERT INTO assessment_period (period_no, bank, first_day, last_day, scheme, scheme_from, scheme_text, fee_percent, penalty_counts, held_back_percent, state,"
                        + " frozen_at, frozen_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(p.no(), p.bank().value(), p.days().first(), p.days().last(), p.scheme(), p.schemeFrom(), schemeText, p.feePercent(), p.penaltyCounts())
                .params(p.heldBackPercent(), Words.of(p.state()), time(at), by)
                .update();
    }

    /** Holds it until the transaction ends. */
    public Optional<Period> find(String no) {
        return jdbc.sql("SELECT * FROM assessment_period WHERE period_no = ? FOR UPDATE").param(no).query((row, i) -> read(row)).optional();
    }

    /** Holds all of a bank's that ended by a day until the transaction ends, in their order. */
    public void holdUntil(PartnerId bank, LocalDate until) {
        jdbc.sql("SELECT period_no FROM assessment_period WHERE bank = ? AND last_day <= ? AND state <> 'running' ORDER BY first_day FOR UPDATE").params(bank.value(), until).query(String.class).list();
    }

    /** The last one of a bank that was frozen. */
    public Optional<Period> latest(PartnerId bank) {
        return jdbc.sql("SELECT * FROM assessment_period WHERE bank = ? AND state <> 'running' ORDER BY first_day DESC LIMIT 1")
                .param(bank.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The one that ended the day before. */
    public Optional<Period> before(PartnerId bank, LocalDate first) {
        return beside(bank, "last_day", first.minusDays(1));
    }

    /** The one that begins on a day. */
    public Optional<Period> from(PartnerId bank, LocalDate first) {
        return beside(bank, "first_day", first);
    }

    private Optional<Period> beside(PartnerId bank, String column, LocalDate day) {
        return jdbc.sql("SELECT * FROM assessment_period WHERE bank = ? AND state <> 'running' AND " + column + " = ?").params(bank.value(), day).query((row, i) -> read(row)).optional();
    }

    /** The scheme as it was when the period was frozen. */
    public String schemeText(String no) {
        return jdbc.sql("SELECT scheme_text FROM assessment_period WHERE period_no = ?").param(no).query(String.class).single();
    }

    public String frozenBy(String no) {
        return jdbc.sql("SELECT frozen_by FROM assessment_period WHERE period_no = ?").param(no).query(String.class).single();
    }

    public void published(String no, LocalDate objectionsUntil, String by) {
        jdbc.sql("UPDATE assessment_period SET state = 'provisional', objections_until = ?, published_by = ? WHERE period_no = ?").params(objectionsUntil, by, no).update();
    }

    public void finished(String no, String by, Instant at) {
        jdbc.sql("UPDATE assessment_period SET state = 'final', final_at = ?, final_by = ? WHERE period_no = ?").params(time(at), by, no).update();
    }

    private static Period read(ResultSet row) throws SQLException {
        return new Period(
                row.getString("period_no"),
                new PartnerId(row.getString("bank")),
                new Days(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getString("scheme"),
                row.getObject("scheme_from", LocalDate.class),
                row.getBigDecimal("fee_percent"),
                row.getBoolean("penalty_counts"),
                row.getBigDecimal("held_back_percent"),
                Words.parse(row.getString("state"), Period.State.class),
                row.getObject("objections_until", LocalDate.class));
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
