package io.jinqiao.console.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The assessment of banks as its room shows it. */
@Component
public class AssessmentFacts {
    private static final String CASES = " FROM assessment_fact_case WHERE period_no = :no AND measure = ANY (:measures) AND (:all OR short OR excluded IS NOT NULL)";

    private static final String TIME = "to_char(from_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' — ' || to_char(until AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')";

    private final JdbcClient db;
    private final Clock clock;

    AssessmentFacts(JdbcClient db, @Qualifier("businessClock") Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Columns as {@code assessment_fact_period} says. */
    public record Period(
            String periodNo,
            String partner,
            LocalDate firstDay,
            LocalDate lastDay,
            String scheme,
            LocalDate schemeFrom,
            String state,
            ZonedDateTime frozenAt,
            @Nullable LocalDate objectionsUntil,
            int version,
            String why,
            BigDecimal gradedWeight,
            @Nullable BigDecimal total,
            @Nullable String grade,
            String reason,
            @Nullable String gradeBefore,
            BigDecimal coefficient,
            String proposes,
            boolean vetoUnknown) {
        /** Whether the bank knows of it. */
        public boolean isTold() {
            return state.equals("provisional") || state.equals("final");
        }

        public boolean runs() {
            return state.equals("running");
        }
    }

    /** Columns as {@code assessment_fact_indicator} says. */
    public record Indicator(
            String indicator,
            String zh,
            String en,
            String block,
            String unit,
            List<String> measures,
            String state,
            @Nullable Long of,
            @Nullable Long per,
            @Nullable Long sample,
            long least,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            BigDecimal best,
            BigDecimal worst,
            BigDecimal weight,
            @Nullable BigDecimal points,
            List<String> missing) {
        public String name(String language) {
            return language.equals("zh") ? zh : en;
        }

        /** Whether amounts of money are counted, in fen. */
        public boolean inFen() {
            return measures.contains("loan") || measures.contains("receipt");
        }

        /** Points in thousandths of the weight; 0 where it is not graded. */
        public int share() {
            return points == null ? 0 : points.movePointRight(3).divide(weight, 0, java.math.RoundingMode.HALF_UP).intValue();
        }
    }

    /** Columns as {@code assessment_fact_lift} says. */
    public record Lift(String grade, BigDecimal points, boolean alone, String indicator, BigDecimal now, BigDecimal needed, BigDecimal gain) {}

    /** Columns as {@code assessment_fact_case} says. @param records of its messages in the journal, in their order */
    public record Case(
            String measure,
            String caseNo,
            @Nullable String accountNo,
            @Nullable String reference,
            LocalDate onDay,
            List<Long> amounts,
            boolean isShort,
            @Nullable String excluded,
            @Nullable String remark,
            List<Message> messages) {}

    public record Message(String id, @Nullable UUID record) {}

    /** Columns as {@code assessment_fact_warning} says. */
    public record Warning(
            String partner, LocalDate firstDay, String about, @Nullable BigDecimal value, @Nullable String unit, BigDecimal points, BigDecimal weight, ZonedDateTime raisedAt) {}

    /** Columns as {@code assessment_fact_objection} says. @param record of its message in the journal */
    public record Objection(
            long number,
            String objectionNo,
            String toldNo,
            String measure,
            String caseNo,
            String reason,
            @Nullable String messageId,
            @Nullable UUID record,
            @Nullable String enteredBy,
            LocalDate dueOn,
            @Nullable Long ruling,
            @Nullable Boolean upheld,
            @Nullable String rulingReason,
            @Nullable String proposedBy,
            @Nullable Boolean confirmed,
            @Nullable String toldIn,
            @Nullable LocalDate escalateUntil,
            @Nullable ZonedDateTime escalatedAt,
            @Nullable String escalationReason,
            @Nullable String escalationDocument,
            @Nullable Long decision,
            @Nullable Boolean decisionUpheld,
            @Nullable String decisionReason,
            @Nullable String decisionDocument,
            @Nullable String decisionBy,
            @Nullable Boolean decisionConfirmed) {
        /** What stands; null: nothing does yet. */
        public @Nullable Boolean upheldInTheEnd() {
            return Boolean.TRUE.equals(decisionConfirmed) ? decisionUpheld : Boolean.TRUE.equals(confirmed) ? upheld : null;
        }

        public boolean atTheCommittee() {
            return escalatedAt != null && !Boolean.TRUE.equals(decisionConfirmed);
        }
    }

    /** Columns as {@code assessment_fact_fee} says; amounts in fen. */
    public record Fee(
            long interestFen, long penaltyFen, long carriedFen, long baseFen, BigDecimal percent, long fullFen, BigDecimal coefficient, long dueFen, long heldBackFen, ZonedDateTime computedAt) {}

    /**
     * Something people entered, that waits for another person or stands.
     *
     * @param list entry, downtime or withdrawal
     * @param kind of an entry; of a downtime whose it is, centre or bank
     * @param figures of an entry, with what it is about; null for a downtime
     */
    public record Waiting(
            String list, long number, @Nullable String partner, String kind, @Nullable String figures, String when, String document, String enteredBy) {}

    public List<Period> periods(@Nullable String partner) {
        return db.sql("SELECT * FROM assessment_fact_period WHERE :partner::text IS NULL OR partner = :partner ORDER BY partner, first_day DESC")
                .param("partner", partner)
                .query(AssessmentFacts::period)
                .list();
    }

    /** What a bank was told of: those published and those final, latest first. */
    public List<Period> told(String partner) {
        return periods(partner).stream().filter(Period::isTold).toList();
    }

    /** Points of every bank with a final score of the same days under the same scheme, in no order that tells whose. */
    public List<BigDecimal> totals(Period period) {
        return db.sql("SELECT total FROM assessment_fact_period WHERE first_day = ? AND last_day = ? AND scheme = ? AND scheme_from = ? AND state = 'final' AND total IS NOT NULL ORDER BY total")
                .params(period.firstDay(), period.lastDay(), period.scheme(), period.schemeFrom())
                .query(BigDecimal.class)
                .list();
    }

    public Optional<Period> find(String periodNo) {
        return db.sql("SELECT * FROM assessment_fact_period WHERE period_no = ?").param(periodNo).query(AssessmentFacts::period).optional();
    }

    public String schemeText(String periodNo) {
        return db.sql("SELECT scheme_text FROM assessment_fact_period WHERE period_no = ?").param(periodNo).query(String.class).single();
    }

    public List<Indicator> indicators(Period period) {
        return db.sql("SELECT * FROM assessment_fact_indicator WHERE period_no = ? AND version = ? ORDER BY place")
                .params(period.periodNo(), period.version())
                .query(AssessmentFacts::indicator)
                .list();
    }

    public List<Lift> lifts(Period period) {
        return db.sql("SELECT * FROM assessment_fact_lift WHERE period_no = ? AND version = ? ORDER BY points DESC, grade, place")
                .params(period.periodNo(), period.version())
                .query((row, i) -> new Lift(
                        row.getString("grade"), row.getBigDecimal("points"), row.getBoolean("alone"), row.getString("indicator"), row.getBigDecimal("now"),
                        row.getBigDecimal("needed"), row.getBigDecimal("gain")))
                .list();
    }

    /** What stands behind an indicator; those that took points away first. @param all not only those and the excluded */
    public List<Case> cases(Period period, List<String> measures, boolean all, int page, int size) {
        return asked("SELECT *, ARRAY(SELECT (SELECT m.id FROM evidence_fact_record m WHERE m.partner = c.partner AND m.message_id = x.id ORDER BY m.id LIMIT 1)"
                        + " FROM unnest(c.message_ids) WITH ORDINALITY AS x (id, place) WHERE x.place <= 5 ORDER BY x.place) AS records FROM (SELECT *" + CASES
                        + " ORDER BY short DESC, excluded IS NULL, on_day, case_no LIMIT :size OFFSET :skip) c",
                        period, measures, all)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, i) -> one(row))
                .list();
    }

    /** What the cases of a period add up to; a fact that is not there is not known. */
    public java.util.Map<String, Long> sums(Period period) {
        java.util.Map<String, Long> sums = new java.util.TreeMap<>();
        db.sql("SELECT fact, amount FROM assessment_fact_sum WHERE period_no = ? AND version = ?").params(period.periodNo(), period.version()).query(row -> {
            sums.put(row.getString(1), row.getLong(2));
        });
        return sums;
    }

    /** The number under which the bank was told of a case, by measure and case. */
    public java.util.Map<String, String> toldNos(String periodNo) {
        java.util.Map<String, String> numbers = new java.util.HashMap<>();
        db.sql("SELECT measure || ' ' || case_no, told_no FROM assessment_fact_told WHERE period_no = ?").param(periodNo).query(row -> {
            numbers.put(row.getString(1), row.getString(2));
        });
        return numbers;
    }

    public long count(Period period, List<String> measures, boolean all) {
        return asked("SELECT count(*)" + CASES, period, measures, all).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Period period, List<String> measures, boolean all) {
        return db.sql(sql).param("no", period.periodNo()).param("measures", measures.toArray(String[]::new)).param("all", all);
    }

    /** Those that stand. */
    public List<Warning> warnings(@Nullable String partner) {
        return db.sql("SELECT * FROM assessment_fact_warning WHERE ended_at IS NULL AND (:partner::text IS NULL OR partner = :partner) ORDER BY partner, about = 'total' DESC, about")
                .param("partner", partner)
                .query((row, i) -> new Warning(
                        row.getString("partner"), row.getObject("first_day", LocalDate.class), row.getString("about"), row.getBigDecimal("value"), row.getString("unit"),
                        row.getBigDecimal("points"), row.getBigDecimal("weight"), Shown.surelyAt(row, "raised_at")))
                .list();
    }

    public List<Objection> objections(String periodNo) {
        return db.sql("SELECT o.*, (SELECT m.id FROM evidence_fact_record m WHERE m.partner = o.partner AND m.message_id = o.message_id AND m.kind = 'received' ORDER BY m.id LIMIT 1) AS record"
                        + " FROM assessment_fact_objection o WHERE o.period_no = ? ORDER BY o.number")
                .param(periodNo)
                .query((row, i) -> new Objection(
                        row.getLong("number"), row.getString("objection_no"), row.getString("told_no"), row.getString("measure"), row.getString("case_no"), row.getString("reason"),
                        row.getString("message_id"), row.getObject("record", UUID.class), row.getString("entered_by"), row.getObject("due_on", LocalDate.class), row.getObject("ruling", Long.class),
                        row.getObject("upheld", Boolean.class), row.getString("ruling_reason"), row.getString("proposed_by"), row.getObject("confirmed", Boolean.class), row.getString("told_in"), row.getObject("escalate_until", LocalDate.class),
                        Shown.at(row, "escalated_at"), row.getString("escalation_reason"), row.getString("escalation_document"), row.getObject("decision", Long.class),
                        row.getObject("decision_upheld", Boolean.class), row.getString("decision_reason"), row.getString("decision_document"), row.getString("decision_by"),
                        row.getObject("decision_confirmed", Boolean.class)))
                .list();
    }

    public Optional<Fee> fee(String periodNo) {
        return db.sql("SELECT * FROM assessment_fact_fee WHERE period_no = ?")
                .param(periodNo)
                .query((row, i) -> new Fee(
                        row.getLong("interest_fen"), row.getLong("penalty_fen"), row.getLong("carried_fen"), row.getLong("base_fen"), row.getBigDecimal("percent"), row.getLong("full_fen"),
                        row.getBigDecimal("coefficient"), row.getLong("due_fen"), row.getLong("held_back_fen"), Shown.surelyAt(row, "computed_at")))
                .optional();
    }

    public List<Waiting> waiting() {
        return db.sql("SELECT 'entry' AS list, number, partner, kind, array_to_string(amounts, ' / ') || ' · ' || subject AS figures, on_day::text AS at, document, entered_by"
                        + " FROM assessment_fact_entry WHERE confirmed IS NULL UNION ALL"
                        + " SELECT CASE WHEN withdraws IS NULL THEN 'downtime' ELSE 'withdrawal' END, number, partner, side, NULL, " + TIME + ", document, entered_by"
                        + " FROM assessment_fact_downtime WHERE confirmed IS NULL AND number IS NOT NULL ORDER BY 1 DESC, 2")
                .query(AssessmentFacts::entered)
                .list();
    }

    private static Waiting entered(ResultSet row, int i) throws SQLException {
        return new Waiting(
                row.getString("list"),
                row.getLong("number"),
                row.getString("partner"),
                row.getString("kind"),
                row.getString("figures"),
                row.getString("at"),
                row.getString("document"),
                row.getString("entered_by"));
    }

    /** Downtimes that count and may be withdrawn, those that end last first: a bank's maintenance only until it begins. */
    public List<Waiting> downtimes() {
        return db.sql("SELECT 'downtime' AS list, number, partner, side AS kind, NULL AS figures, " + TIME + " AS at, document, entered_by FROM assessment_fact_downtime d"
                        + " WHERE confirmed AND number IS NOT NULL AND withdraws IS NULL AND withdrawn_at IS NULL"
                        + " AND (side = 'centre' OR answered_at <= from_at AND from_at > ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_fact_downtime w WHERE w.withdraws = d.number AND w.confirmed IS NULL) ORDER BY until DESC, number LIMIT 20")
                .param(Timestamp.from(clock.instant()))
                .query(AssessmentFacts::entered)
                .list();
    }

    /**
     * Time that counts against nobody, or the proposal that such counts no more. Columns as {@code assessment_fact_downtime} says.
     *
     * @param partner whose maintenance; null: this side was down
     * @param state waiting (for another person), confirmed, turned-down, withdrawn
     */
    public record Downtime(
            @Nullable Long number,
            @Nullable String partner,
            ZonedDateTime from,
            ZonedDateTime until,
            String document,
            String enteredBy,
            @Nullable String answeredBy,
            String state,
            @Nullable Long withdraws) {}

    /** Every one, latest first: what people entered, answered or not, and what the gateway noted by itself (which has no number). */
    public List<Downtime> everyDowntime(int page, int rows) {
        return db.sql("SELECT *, CASE WHEN confirmed IS NULL THEN 'waiting' WHEN NOT confirmed THEN 'turned-down' WHEN withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE 'confirmed' END AS state"
                        + " FROM assessment_fact_downtime ORDER BY from_at DESC, number DESC LIMIT ? OFFSET ?")
                .params(rows, (long) page * rows)
                .query((row, i) -> new Downtime(
                        row.getObject("number", Long.class), row.getString("partner"), Shown.surelyAt(row, "from_at"), Shown.surelyAt(row, "until"), row.getString("document"),
                        row.getString("entered_by"), row.getString("answered_by"), row.getString("state"), row.getObject("withdraws", Long.class)))
                .list();
    }

    public long downtimesInAll() {
        return db.sql("SELECT count(*) FROM assessment_fact_downtime").query(Long.class).single();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Case one(ResultSet row) throws SQLException {
        String[] ids = (String[]) row.getArray("message_ids").getArray();
        UUID[] records = (UUID[]) row.getArray("records").getArray();
        List<Message> messages = new java.util.ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            messages.add(new Message(ids[i], i < records.length ? records[i] : null));
        }
        return new Case(
                row.getString("measure"), row.getString("case_no"), row.getString("account_no"), row.getString("reference"), row.getObject("on_day", LocalDate.class),
                Arrays.asList((Long[]) row.getArray("amounts").getArray()), row.getBoolean("short"), row.getString("excluded"), row.getString("remark"), messages);
    }

    private static Period period(ResultSet row, int number) throws SQLException {
        return new Period(
                row.getString("period_no"), row.getString("partner"), row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                row.getString("scheme"), row.getObject("scheme_from", LocalDate.class), row.getString("state"), Shown.surelyAt(row, "frozen_at"),
                row.getObject("objections_until", LocalDate.class), row.getInt("version"), row.getString("why"), row.getBigDecimal("graded_weight"), row.getBigDecimal("total"),
                row.getString("grade"), row.getString("reason"), row.getString("grade_before"), row.getBigDecimal("coefficient"), row.getString("proposes"),
                row.getBoolean("veto_unknown"));
    }

    private static Indicator indicator(ResultSet row, int number) throws SQLException {
        return new Indicator(
                row.getString("indicator"), row.getString("zh"), row.getString("en"), row.getString("block"), row.getString("unit"), texts(row, "measures"), row.getString("state"),
                row.getObject("of", Long.class), row.getObject("per", Long.class), row.getObject("sample", Long.class), row.getLong("least"), row.getBigDecimal("value"),
                row.getBigDecimal("low"), row.getBigDecimal("high"), row.getBigDecimal("best"), row.getBigDecimal("worst"), row.getBigDecimal("weight"),
                row.getBigDecimal("points"), texts(row, "missing"));
    }
}
