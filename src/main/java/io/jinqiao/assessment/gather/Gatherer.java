package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contract;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks every source; in one transaction that sees one state of the database, so that rows of two rooms agree. */
@Component
public class Gatherer {
    /** A message of the last day may be answered so many days later. */
    public static final int AFTER = 7;
    /** What is due on the first day began no more days before. */
    public static final int BEFORE = 180;

    private final List<Source> sources;
    private final JdbcClient jdbc;

    Gatherer(List<Source> sources, JdbcClient jdbc) {
        this.sources = sources;
        this.jdbc = jdbc;
    }

    /** @param expectation null: nothing is expected */
    public Gathered gather(PartnerId bank, Days days, Contract contract, Scheme.@Nullable Expectation expectation) {
        // sorts of a ledger's rows; until the transaction ends
        jdbc.sql("SELECT set_config('work_mem', '128MB', true)").query(String.class).single();
        Asked asked = new Asked(bank, days, contract, expectation, down(bank, days, contract));
        List<Counted> rows = new ArrayList<>();
        sources.forEach(source -> rows.addAll(source.rows(asked)));
        return new Gathered(days, rows);
    }

    /** @return the last day on which what is due in a period may still come, with the days this side took of its last month given back */
    public LocalDate closing(PartnerId bank, Days days, Contract contract, LocalDate agreed, WorkingCalendar calendar) {
        return down(bank, days, contract).due(days.last().minusMonths(1), agreed, calendar);
    }

    /** Announced is what two people knew before it began; ours also takes days of what began before the period. One that never ends, or whose year was mistyped, takes none long after it. */
    private Downtimes down(PartnerId bank, Days days, Contract contract) {
        List<Downtimes.Downtime> all = jdbc.sql("SELECT side, from_at, least(until, ?) AS until FROM assessment_fact_downtime WHERE confirmed AND withdraws IS NULL AND withdrawn_at IS NULL AND (partner IS NULL OR partner = ? AND answered_at <= from_at)"
                        + " AND from_at < ? AND (until > ? OR side = 'centre' AND until > ?)")
                .params(days.ends().plusDays(AFTER), bank.value(), days.ends().plusDays(AFTER), days.begins(), days.begins().minusDays(BEFORE))
                .query((row, i) -> new Downtimes.Downtime(
                        row.getString("side"), row.getObject("from_at", OffsetDateTime.class).toInstant(), row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
        return Downtimes.of(all, contract.time().maintenanceHours());
    }
}
