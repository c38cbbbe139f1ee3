package io.jinqiao.mortgage.store;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationReconciliation.Row;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days that are reconciled with the registries: what moved there, page by page, until all of it was told. */
@Repository
public class DayStore {
    private final JdbcClient jdbc;

    public DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day on which a registry is asked what changed. */
    public record Asked(PartnerId registry, LocalDate day) {}

    /**
     * The days up to this one that a registry was not asked about yet, all since the last it was and at least of the week, and every day whose answer did not come to its end within some hours, an older
     * one within a day; marked as begun. A registry is asked as long as it ever had a case of ours: what it took off again, it may tell only here.
     */
    public List<Asked> reconcile(Collection<PartnerId> registries, LocalDate day, Instant now) {
        List<Asked> asked = jdbc.sql("""
                        INSERT INTO mortgage_day AS m (partner, day, begun_at)
                        SELECT d.partner, d.day, :now::timestamptz FROM (
                            SELECT p.partner, g::date AS day
                            FROM (SELECT partner, min(filed_on) AS first FROM mortgage_case WHERE partner = ANY (:registries) GROUP BY partner) p
                            CROSS JOIN LATERAL generate_series(
                                greatest(p.first, least(:day::date - 6, coalesce((SELECT max(m.day) + 1 FROM mortgage_day m WHERE m.partner = p.partner), p.first))), :day::date, interval '1 day') g
                            UNION SELECT partner, day FROM mortgage_day WHERE done_at IS NULL AND partner = ANY (:registries)) d
                        ON CONFLICT (partner, day) DO UPDATE SET begun_at = excluded.begun_at, rows = 0, unknown = 0, refused = NULL
                            WHERE m.done_at IS NULL AND m.begun_at < excluded.begun_at - CASE WHEN m.day < :day::date - 6 THEN interval '1 day' ELSE interval '6 hours' END
                        RETURNING partner, day
                        """)
                .param("now", CaseStore.time(now))
                .param("registries", CaseStore.texts(registries.stream().map(PartnerId::value).toList()))
                .param("day", day)
                .query((row, i) -> new Asked(new PartnerId(row.getString("partner")), row.getObject("day", LocalDate.class)))
                .list();
        asked.forEach(one -> forget(one.registry(), one.day()));
        return asked;
    }

    /** Days before this one that are not done, each told of once. */
    public List<Asked> overdueDays(LocalDate before, Instant now) {
        return jdbc.sql("UPDATE mortgage_day SET told_at = ? WHERE done_at IS NULL AND told_at IS NULL AND day < ? RETURNING partner, day")
                .params(CaseStore.time(now), before)
                .query((row, i) -> new Asked(new PartnerId(row.getString("partner")), row.getObject("day", LocalDate.class)))
                .list();
    }

    /** What was told of a day in an earlier attempt, or is not needed any more. */
    private void forget(PartnerId registry, LocalDate day) {
        jdbc.sql("DELETE FROM mortgage_day_row WHERE partner = ? AND day = ?").params(registry.value(), day).update();
    }

    /** The registry does not say what moved on a day. */
    public void notReconciled(PartnerId registry, LocalDate day, String codes) {
        jdbc.sql("UPDATE mortgage_day SET refused = ? WHERE partner = ? AND day = ? AND done_at IS NULL").params(codes, registry.value(), day).update();
    }

    /**
     * @param last whether no page follows: the registry says so, or told nothing it had not told of the day
     * @param missing whether it was the last and cases are missing: the day is asked about again
     */
    public record Reconciled(boolean last, boolean missing) {}

    /**
     * A page of a day was read.
     *
     * @param total cases of the whole day, as the registry says
     * @param last whether the registry says that no page follows
     */
    public Reconciled reconciled(PartnerId registry, LocalDate day, List<Row> page, int total, boolean last, Instant now) {
        Reconciled reconciled = jdbc.sql("""
                        WITH page AS (SELECT DISTINCT case_no, state, changed_at::timestamptz FROM unnest(:cases::text[], :states::text[], :moments::text[]) AS p (case_no, state, changed_at)),
                            fresh AS (SELECT DISTINCT case_no FROM page p WHERE NOT EXISTS (SELECT 1 FROM mortgage_day_row r WHERE r.partner = :partner AND r.day = :day AND r.case_no = p.case_no)),
                            news AS (INSERT INTO mortgage_day_row (partner, day, case_no, state, changed_at)
                                SELECT m.partner, m.day, p.case_no, p.state, p.changed_at FROM page p JOIN mortgage_day m ON m.partner = :partner AND m.day = :day
                                ON CONFLICT DO NOTHING RETURNING 1),
                            told AS (SELECT (SELECT count(*) FROM fresh) AS cases, :last OR NOT EXISTS (SELECT 1 FROM news) AS last,
                                (SELECT count(*) FROM fresh f WHERE NOT EXISTS (SELECT 1 FROM mortgage_case c WHERE c.case_no = f.case_no AND c.partner = :partner)) AS unknown)
                        UPDATE mortgage_day SET rows = rows + told.cases, unknown = mortgage_day.unknown + told.unknown,
                            done_at = CASE WHEN told.last AND rows + told.cases >= :total THEN :now::timestamptz ELSE done_at END
                        FROM told WHERE partner = :partner AND day = :day RETURNING told.last, told.last AND done_at IS NULL AS missing
                        """)
                .param("cases", CaseStore.texts(page.stream().map(Row::caseNo).toList()))
                .param("states", CaseStore.texts(page.stream().map(row -> Words.of(row.state())).toList()))
                .param("moments", CaseStore.texts(page.stream().map(row -> row.changedAt().toString()).toList()))
                .param("last", last)
                .param("total", total)
                .param("now", CaseStore.time(now))
                .param("partner", registry.value())
                .param("day", day)
                .query((row, i) -> new Reconciled(row.getBoolean("last"), row.getBoolean("missing")))
                .optional()
                .orElse(new Reconciled(last, false));
        if (reconciled.last()) {
            forget(registry, day);
        }
        return reconciled;
    }
}
