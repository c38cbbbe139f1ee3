package io.jinqiao.assessment.store;

import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.score.Fee;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Scorecard;
import io.jinqiao.message.ScorecardObjection;
import io.jinqiao.message.ScoredIndicator;
import io.jinqiao.message.Words;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a bank was told of its score, what it contests, and what was ruled. */
@Repository
public class ProcedureStore {
    /** The most cases one scorecard tells of. */
    public static final int MOST_CASES = 1000;

    private static final int LONGEST_REMARK = 200;

    private final JdbcClient jdbc;

    public ProcedureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest score of a period. */
    public record Latest(int version, @Nullable BigDecimal total, @Nullable String grade, String reason, BigDecimal coefficient, String proposes) {}

    /** In fen. @param carried from earlier periods, nought or less @param base what the fee is a share of */
    public record Base(long interest, long penalty, long carried, Money base) {}

    /** @param by who proposed it */
    public record Ruling(long objection, String periodNo, boolean upheld, String by) {}

    public Latest latest(String periodNo) {
        return jdbc.sql("SELECT * FROM assessment_score WHERE period_no = ? ORDER BY version DESC LIMIT 1")
                .param(periodNo)
                .query((row, i) -> new Latest(
                        row.getInt("version"), row.getBigDecimal("total"), row.getString("grade"), row.getString("reason"), row.getBigDecimal("coefficient"), row.getString("proposes")))
                .single();
    }

    public long sum(String periodNo, int version, String fact) {
        return jdbc.sql("SELECT amount FROM assessment_sum WHERE period_no = ? AND version = ? AND fact = ?").params(periodNo, version, fact).query(Long.class).optional().orElse(0L);
    }

    /** Gives every case that took points away the number an objection names, once: of each measure what cost most comes first, a red line before all. */
    public void number(String periodNo) {
        jdbc.sql("INSERT INTO assessment_told (period_no, told_no, measure, case_no) SELECT period_no, 'K' || lpad(n::text, greatest(6, length(n::text)), '0'), measure, case_no"
                        + " FROM (SELECT *, row_number() OVER (ORDER BY measure <> 'red-line', place, measure) AS n FROM (SELECT period_no, measure, case_no, row_number() OVER (PARTITION BY measure"
                        + " ORDER BY CASE WHEN measure = 'loan' THEN amounts[2] + amounts[3] WHEN cardinality(amounts) = 2 THEN amounts[1] - amounts[2] ELSE amounts[1] END DESC, case_no) AS place"
                        + " FROM assessment_case WHERE period_no = ? AND short) p) q ON CONFLICT DO NOTHING")
                .param(periodNo)
                .update();
    }

    /** The first of them, as many as a scorecard holds; the others are on the bank's page. Under the first indicator whose measures have it; a red-line event, which is in none, under its measure. */
    public List<Scorecard.Case> cases(String periodNo, int version) {
        return jdbc.sql("SELECT t.told_no, c.account_no, coalesce(c.message_ids[1], c.reference) AS reference, coalesce(c.remark, c.measure) AS remark, (SELECT i.indicator FROM assessment_indicator i"
                        + " WHERE i.period_no = c.period_no AND i.version = ? AND c.measure = ANY (i.measures) ORDER BY i.place LIMIT 1) AS indicator, c.measure"
                        + " FROM assessment_told t JOIN assessment_case c ON c.period_no = t.period_no AND c.measure = t.measure AND c.case_no = t.case_no WHERE t.period_no = ? ORDER BY length(t.told_no), t.told_no LIMIT " + MOST_CASES)
                .params(version, periodNo)
                .query((row, i) -> new Scorecard.Case(
                        row.getString("told_no"), Objects.requireNonNullElse(row.getString("indicator"), row.getString("measure")), row.getString("account_no"), row.getString("reference"), null, shortened(row.getString("remark"))))
                .list();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_REMARK ? text.substring(0, LONGEST_REMARK) : text;
    }

    public List<ScoredIndicator> indicators(String periodNo, int version) {
        return jdbc.sql("SELECT * FROM assessment_indicator WHERE period_no = ? AND version = ? ORDER BY place").params(periodNo, version).query((row, i) -> indicator(row)).list();
    }

    private static ScoredIndicator indicator(ResultSet row) throws SQLException {
        boolean graded = row.getString("state").equals("graded");
        BigDecimal weight = row.getBigDecimal("weight");
        String remark = graded ? null : row.getString("state").equals("missing") ? "事实未登记，不计分" : "样本不足，不计分";
        return new ScoredIndicator(
                row.getString("indicator"), row.getString("zh"), row.getBigDecimal("value"), row.getString("unit"), weight, graded ? row.getBigDecimal("points") : weight,
                (int) Math.min(row.getLong("sample"), 9_999_999), graded, remark);
    }

    public void told(String scorecardNo, String periodNo, int version, Scorecard.State state, Instant at) {
        jdbc.sql("INSERT INTO assessment_scorecard (scorecard_no, period_no, version, state, posted_at) VALUES (?, ?, ?, ?, ?)")
                .params(scorecardNo, periodNo, version, Words.of(state), PeriodStore.time(at))
                .update();
    }

    public void answered(String scorecardNo, boolean accepted, String messageId, Instant at) {
        jdbc.sql("UPDATE assessment_scorecard SET answer = ?, message_id = ?, answered_at = ? WHERE scorecard_no = ?")
                .params(accepted ? "accepted" : "rejected", messageId, PeriodStore.time(at), scorecardNo)
                .update();
    }

    /** How many scorecards of a period were sent. */
    public int told(String periodNo) {
        return jdbc.sql("SELECT count(*) FROM assessment_scorecard WHERE period_no = ?").param(periodNo).query(Integer.class).single();
    }

    public int told(String periodNo, Scorecard.State state) {
        return jdbc.sql("SELECT count(*) FROM assessment_scorecard WHERE period_no = ? AND state = ?").params(periodNo, Words.of(state)).query(Integer.class).single();
    }

    /** The period a bank was sent this scorecard for. */
    public Optional<String> periodOf(PartnerId bank, String scorecardNo) {
        return jdbc.sql("SELECT s.period_no FROM assessment_scorecard s JOIN assessment_period p ON p.period_no = s.period_no WHERE s.scorecard_no = ? AND p.bank = ?")
                .params(scorecardNo, bank.value())
                .query(String.class)
                .optional();
    }

    public boolean wasTold(String periodNo, String toldNo) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessment_told WHERE period_no = ? AND told_no = ?)").params(periodNo, toldNo).query(Boolean.class).single();
    }

    public void object(PartnerId bank, String periodNo, String objectionNo, List<ScorecardObjection.Contested> contested, String messageId, Instant at, LocalDate dueOn) {
        for (ScorecardObjection.Contested one : contested) {
            jdbc.sql("INSERT INTO assessment_objection (bank, objection_no, period_no, told_no, reason, message_id, registered_at, due_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(bank.value(), objectionNo, periodNo, one.caseNo(), one.reason(), messageId, PeriodStore.time(at), dueOn)
                    .update();
        }
    }

    /** One that came on paper. @return number; empty when this document contested the case before */
    public Optional<Long> object(PartnerId bank, EnterObjection entered, Instant at, LocalDate dueOn) {
        return jdbc.sql("INSERT INTO assessment_objection (bank, objection_no, period_no, told_no, reason, entered_by, registered_at, due_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING RETURNING number")
                .params(bank.value(), entered.document(), entered.periodNo(), entered.toldNo(), entered.reason(), entered.by(), PeriodStore.time(at), dueOn)
                .query(Long.class)
                .optional();
    }

    public Optional<String> periodOf(long objection) {
        return jdbc.sql("SELECT period_no FROM assessment_objection WHERE number = ?").param(objection).query(String.class).optional();
    }

    /** @return number; empty when a ruling stands or waits */
    public Optional<Long> propose(RuleObjection ruling, Instant at) {
        return jdbc.sql("INSERT INTO assessment_ruling (number, upheld, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id")
                .params(ruling.objection(), ruling.upheld(), ruling.reason(), ruling.by(), PeriodStore.time(at))
                .query(Long.class)
                .optional();
    }

    public Optional<Ruling> ruling(long id) {
        return jdbc.sql("SELECT r.number, o.period_no, r.upheld, r.proposed_by FROM assessment_ruling r JOIN assessment_objection o ON o.number = r.number WHERE r.id = ?")
                .param(id)
                .query((row, i) -> new Ruling(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4)))
                .optional();
    }

    /** @return false when somebody answered before */
    public boolean answerRuling(long id, boolean confirmed, String by, Instant at) {
        return jdbc.sql("UPDATE assessment_ruling SET confirmed = ?, answered_by = ?, answered_at = ? WHERE id = ? AND confirmed IS NULL")
                        .params(confirmed, by, PeriodStore.time(at), id)
                        .update()
                == 1;
    }

    public boolean open(String periodNo) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessment_objection o WHERE o.period_no = ? AND NOT EXISTS (SELECT 1 FROM assessment_ruling r WHERE r.number = o.number AND r.confirmed))")
                .param(periodNo)
                .query(Boolean.class)
                .single();
    }

    public List<Scorecard.Ruling> rulings(String periodNo) {
        return jdbc.sql("SELECT o.objection_no, o.told_no, coalesce(c.upheld, r.upheld), coalesce(c.reason, r.reason) FROM assessment_objection o"
                        + " JOIN assessment_ruling r ON r.number = o.number AND r.confirmed LEFT JOIN assessment_committee c ON c.objection = o.number AND c.confirmed"
                        + " WHERE o.period_no = ? ORDER BY o.number LIMIT 500")
                .param(periodNo)
                .query((row, i) -> new Scorecard.Ruling(
                        row.getString(1), row.getString(2), row.getBoolean(3) ? Scorecard.Decision.UPHELD : Scorecard.Decision.REJECTED, row.getString(4)))
                .list();
    }

    /** Cases that confirmed rulings and decisions of the committee took out of the score, as {@code measure case_no}. */
    public List<String> upheld(String periodNo) {
        return jdbc.sql("SELECT DISTINCT t.measure || ' ' || t.case_no FROM assessment_told t JOIN assessment_objection o ON o.period_no = t.period_no AND o.told_no = t.told_no"
                        + " JOIN assessment_ruling r ON r.number = o.number AND r.confirmed LEFT JOIN assessment_committee c ON c.objection = o.number AND c.confirmed"
                        + " WHERE t.period_no = ? AND coalesce(c.upheld, r.upheld)"
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_spared s WHERE s.ruling = r.id)")
                .param(periodNo)
                .query(String.class)
                .list();
    }

    /** The case of an upheld ruling stays in: without it the score would be lower. */
    public void spare(long ruling, Instant at) {
        jdbc.sql("INSERT INTO assessment_spared (ruling, at) VALUES (?, ?)").params(ruling, PeriodStore.time(at)).update();
    }

    /** What more was taken back than came in, of all fees of a bank so far, and no base was lessened by yet: nought or less. */
    public long carried(PartnerId bank) {
        return jdbc.sql("SELECT coalesce(sum(f.interest_fen + CASE WHEN p.penalty_counts THEN f.penalty_fen ELSE 0 END - f.base_fen), 0)::bigint"
                        + " FROM assessment_fee f JOIN assessment_period p ON p.period_no = f.period_no WHERE p.bank = ?")
                .param(bank.value())
                .query(Long.class)
                .single();
    }

    public void fee(String periodNo, int version, Base of, BigDecimal percent, BigDecimal coefficient, Fee fee, Money heldBack, Instant at) {
        jdbc.sql("INSERT INTO assessment_fee (period_no, version, interest_fen, penalty_fen, carried_fen, base_fen, percent, full_fen, coefficient, due_fen, held_back_fen, computed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(periodNo, version, of.interest(), of.penalty(), of.carried(), of.base().fen(), percent, fee.full().fen(), coefficient, fee.due().fen(), heldBack.fen(), PeriodStore.time(at))
                .update();
    }
}
