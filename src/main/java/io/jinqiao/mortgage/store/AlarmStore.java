package io.jinqiao.mortgage.store;

import io.jinqiao.mortgage.PossibleFrom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody must know about cases, and the days it follows from. */
@Repository
public class AlarmStore {
    /** The registry owes its word: also when it got what it had sent the case back for, or said that it was entered and not what. */
    private static final String OPEN = """
            NOT settled AND c.case_no NOT IN (SELECT case_no FROM mortgage_superseded) AND refused IS NULL AND (state IS NULL OR state IN ('submitted', 'accepted') OR state = 'registered' AND NOT registered
                OR state = 'supplement' AND EXISTS (
                    SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND %s AND s.state IN ('sent', 'taken')))
            """.formatted(SupplementStore.ANSWERS);

    private final JdbcClient jdbc;

    public AlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the pre-notices of a case were entered; empty when none of this number stand in the register. */
    public Optional<LocalDate> enteredOn(String caseNo) {
        return jdbc.sql("SELECT (state_at AT TIME ZONE 'Asia/Shanghai')::date FROM mortgage_case WHERE case_no = ? AND kind = 'double-pre-notice' AND registered")
                .param(caseNo)
                .query(LocalDate.class)
                .optional();
    }

    public void possible(PossibleFrom command, Instant at) {
        jdbc.sql("""
                        INSERT INTO mortgage_possible (case_no, possible_on, transfer_applied_on, reason, said_by, said_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(command.caseNo(), command.possibleOn(), command.transferAppliedOn(), command.reason(), command.by(), CaseStore.time(at))
                .update();
    }

    /** The register names the day the building was registered; what a person said stands. */
    public void possibleByTheRegister(String caseNo, LocalDate on, String reason, Instant at) {
        jdbc.sql("""
                        INSERT INTO mortgage_possible (case_no, possible_on, reason, said_by, said_at, by_register)
                        SELECT c.case_no, :on, :reason, c.partner, :at, true FROM mortgage_case c
                        WHERE c.case_no = :case AND c.kind = 'double-pre-notice' AND c.registered
                            AND NOT EXISTS (SELECT 1 FROM mortgage_possible p WHERE p.case_no = c.case_no AND (NOT p.by_register OR p.possible_on = :on))
                        """)
                .param("on", on)
                .param("reason", reason)
                .param("at", CaseStore.time(at))
                .param("case", caseNo)
                .update();
    }

    /** @param kind such as {@code late} */
    public record Alarm(String caseNo, String kind, LocalDate lastDay) {}

    /** Cases beyond their working days that wait for the registry, not for us. */
    public List<Alarm> late(LocalDate today) {
        return jdbc.sql("SELECT case_no, CASE WHEN legal_by < :today THEN 'unlawfully-late' ELSE 'late' END AS kind,"
                        + " CASE WHEN legal_by < :today THEN legal_by ELSE promised_by END AS last_day FROM mortgage_case c"
                        + " WHERE " + OPEN + " AND promised_by < :today")
                .param("today", today)
                .query((row, i) -> new Alarm(row.getString("case_no"), row.getString("kind"), row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** A case in the register of which not every certificate that holds is here. */
    public record Uncertified(String caseNo, LocalDate enteredOn) {}

    /** @param before entered before this day */
    public List<Uncertified> uncertified(LocalDate before) {
        return jdbc.sql("""
                        SELECT case_no, (state_at AT TIME ZONE 'Asia/Shanghai')::date AS entered_on FROM mortgage_case
                        WHERE registered AND NOT settled AND case_no NOT IN (SELECT case_no FROM mortgage_superseded) AND state_at < (?::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
                        """)
                .param(before)
                .query((row, i) -> new Uncertified(row.getString("case_no"), row.getObject("entered_on", LocalDate.class)))
                .list();
    }

    /**
     * Pre-notices in the register whose registration is possible.
     *
     * @param transferAppliedOn as a person said, else the day a conversion was applied for, which needs it
     * @param conversionAppliedOn first day a conversion was applied for that the registry has received and not refused; null: none
     */
    public record PreNotice(String caseNo, LocalDate possibleOn, @Nullable LocalDate transferAppliedOn, @Nullable LocalDate conversionAppliedOn) {}

    /** Those that stand for themselves: one that was converted or cancelled has nothing left to lose. */
    public List<PreNotice> preNotices() {
        return jdbc.sql("""
                        SELECT c.case_no, p.possible_on, coalesce(p.transfer_applied_on, v.filed_on) AS transfer_on, v.filed_on AS conversion_on
                        FROM mortgage_case c
                        JOIN LATERAL (SELECT possible_on, transfer_applied_on FROM mortgage_possible WHERE case_no = c.case_no ORDER BY id DESC LIMIT 1) p ON true
                        LEFT JOIN LATERAL (
                            SELECT min(filed_on) AS filed_on FROM mortgage_case
                            WHERE bank = c.bank AND application_no = c.application_no AND kind = 'conversion' AND refused IS NULL
                                AND state NOT IN ('rejected', 'withdrawn', 'deleted')) v ON true
                        WHERE c.kind = 'double-pre-notice' AND c.registered
                            AND NOT EXISTS (SELECT 1 FROM mortgage_case e WHERE e.bank = c.bank AND e.application_no = c.application_no
                                AND e.kind IN ('conversion', 'cancellation') AND e.registered AND e.filed_at >= c.filed_at)
                        """)
                .query((row, i) -> new PreNotice(
                        row.getString("case_no"),
                        row.getObject("possible_on", LocalDate.class),
                        row.getObject("transfer_on", LocalDate.class),
                        row.getObject("conversion_on", LocalDate.class)))
                .list();
    }

    /** Raises what is new, or has another last day now, and ends what is no longer so. @return how many are new */
    public int now(Collection<Alarm> all, Instant at) {
        String[] cases = all.stream().map(Alarm::caseNo).toArray(String[]::new);
        String[] kinds = all.stream().map(Alarm::kind).toArray(String[]::new);
        LocalDate[] days = all.stream().map(Alarm::lastDay).toArray(LocalDate[]::new);
        jdbc.sql("""
                        UPDATE mortgage_alarm SET ended_at = ? WHERE ended_at IS NULL
                            AND (case_no, kind) NOT IN (SELECT * FROM unnest(?::text[], ?::text[]))
                        """)
                .params(CaseStore.time(at), cases, kinds)
                .update();
        return jdbc.sql("""
                        INSERT INTO mortgage_alarm (case_no, kind, last_day, raised_at)
                        SELECT t.case_no, t.kind, t.last_day::date, ? FROM unnest(?::text[], ?::text[], ?::text[]) AS t(case_no, kind, last_day)
                        ON CONFLICT (case_no, kind) DO UPDATE SET last_day = excluded.last_day, raised_at = excluded.raised_at, ended_at = NULL
                        WHERE mortgage_alarm.ended_at IS NOT NULL OR mortgage_alarm.last_day <> excluded.last_day
                        """)
                .params(CaseStore.time(at), cases, kinds, java.util.Arrays.stream(days).map(LocalDate::toString).toArray(String[]::new))
                .update();
    }
}
