package io.jinqiao.assessment.store;

import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.assessment.gather.Days;
import io.jinqiao.assessment.gather.Gatherer;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one person entered and another answers. */
@Repository
public class EntryStore {
    private final JdbcClient jdbc;

    public EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The two lists people enter into. */
    public enum List {
        ENTRY,
        DOWNTIME;

        private String table() {
            return "assessment_" + Words.of(this);
        }
    }

    public long put(EnterFact fact, Instant at) {
        return jdbc.sql("INSERT INTO assessment_entry (bank, kind, on_day, amounts, subject, document, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number")
                .params(fact.bank().value(), Words.of(fact.kind()), fact.on(), fact.amounts().toArray(Long[]::new), fact.subject(), fact.document(), fact.by(), PeriodStore.time(at))
                .query(Long.class)
                .single();
    }

    public long put(EnterDowntime down, Instant at) {
        return jdbc.sql("INSERT INTO assessment_downtime (bank, side, from_at, until, document, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number")
                .params(down.bank() == null ? null : down.bank().value(), down.bank() == null ? "centre" : "bank", PeriodStore.time(down.from()), PeriodStore.time(down.until()))
                .params(down.document(), down.by(), PeriodStore.time(at))
                .query(Long.class)
                .single();
    }

    /** Until the transaction ends nobody else proposes to withdraw it. */
    public void hold(long downtime) {
        jdbc.sql("SELECT number FROM assessment_downtime WHERE number = ? FOR NO KEY UPDATE").param(downtime).query(Long.class).optional();
    }

    /** A downtime that two people know of. @param isWithdrawn or somebody proposed it */
    public record Confirmed(boolean ours, Instant from, boolean isWithdrawn) {
        /** What we were down was or was not; a bank's maintenance may be called off until it begins. */
        public boolean mayGo(Instant at) {
            return ours || at.isBefore(from);
        }
    }

    /** @return empty when there is none, or it was not confirmed */
    public Optional<Confirmed> confirmed(long downtime) {
        return jdbc.sql("SELECT side, from_at, withdrawn_at IS NOT NULL OR EXISTS (SELECT 1 FROM assessment_fact_downtime w WHERE w.withdraws = d.number AND w.confirmed IS NULL) AS withdrawn"
                        + " FROM assessment_fact_downtime d WHERE number = ? AND confirmed AND withdraws IS NULL")
                .param(downtime)
                .query((row, i) -> new Confirmed(row.getString("side").equals("centre"), row.getObject("from_at", OffsetDateTime.class).toInstant(), row.getBoolean("withdrawn")))
                .optional();
    }

    public long withdraw(WithdrawDowntime withdrawal, Instant at) {
        return jdbc.sql("INSERT INTO assessment_downtime (bank, side, from_at, until, document, entered_by, entered_at, withdraws)"
                        + " SELECT bank, side, from_at, until, ?, ?, ?, number FROM assessment_downtime WHERE number = ? RETURNING number")
                .params(withdrawal.document(), withdrawal.by(), PeriodStore.time(at), withdrawal.number())
                .query(Long.class)
                .single();
    }

    /** @return the downtime that an entry withdraws; empty when it is a downtime itself */
    public Optional<Long> withdrawnBy(long number) {
        return jdbc.sql("SELECT withdraws FROM assessment_downtime WHERE number = ? AND withdraws IS NOT NULL").param(number).query(Long.class).optional();
    }

    /** What was entered for a bank's days, or before them, and nobody answered, and loans of which one person said that they are in nobody's hands; a downtime also where it may give days back to what is due in them, or excuse an answer after them. */
    public java.util.List<String> waiting(PartnerId bank, Days days) {
        return jdbc.sql("SELECT 'entry ' || e.number || ', ' || e.kind || ' ' || e.on_day FROM assessment_entry e WHERE e.bank = :bank AND e.on_day <= :last"
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_entry_answer a WHERE a.number = e.number)"
                        + " UNION ALL SELECT 'downtime ' || d.number || ', ' || d.side FROM assessment_downtime d WHERE (d.bank IS NULL OR d.bank = :bank) AND d.from_at < :ends AND (d.until > :begins OR d.side = 'centre' AND d.until > :before)"
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_downtime_answer a WHERE a.number = d.number)"
                        + " UNION ALL SELECT 'exclusion ' || x.number || ', ' || c.account_no FROM repayment_fact_exclusion x JOIN repayment_fact_case c ON c.case_no = x.case_no"
                        + " WHERE c.partner = :bank AND x.confirmed IS NULL AND x.exclusion IS NOT NULL AND c.overdue_since <= :last"
                        + " AND (x.proposed_at < :over OR x.exclusion IN ('transferred-in', 'deduction-failed-here')) ORDER BY 1")
                .param("bank", bank.value())
                .param("last", days.last())
                .param("over", days.ends())
                .param("begins", days.begins())
                .param("before", days.begins().minusDays(Gatherer.BEFORE))
                .param("ends", days.ends().plusDays(Gatherer.AFTER))
                .query(String.class)
                .list();
    }

    public Optional<String> enteredBy(List list, long number) {
        return jdbc.sql("SELECT entered_by FROM " + list.table() + " WHERE number = ?").param(number).query(String.class).optional();
    }

    /** @return false when somebody answered before */
    public boolean answer(List list, long number, boolean confirmed, String by, Instant at) {
        return jdbc.sql("INSERT INTO " + list.table() + "_answer (number, confirmed, answered_by, answered_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(number, confirmed, by, PeriodStore.time(at))
                        .update()
                == 1;
    }

    /** Notes that this house is up; a gap longer than {@code gap} between two notes is downtime of ours. */
    public void alive(Instant now, java.time.Duration gap) {
        int longer = jdbc.sql("UPDATE assessment_alive SET until = ? WHERE until >= ? AND until <= ?").params(PeriodStore.time(now), PeriodStore.time(now.minus(gap)), PeriodStore.time(now)).update();
        if (longer == 0) {
            jdbc.sql("INSERT INTO assessment_alive (from_at, until) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM assessment_alive WHERE until > ?)")
                    .params(PeriodStore.time(now), PeriodStore.time(now), PeriodStore.time(now))
                    .update();
        }
    }
}
