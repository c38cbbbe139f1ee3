package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books compared, a row for each day: a difference that is the centre's own counts as a match. And the interest that came in, by day. */
@Component
class BookCases implements Source {
    private static final String EARLIER = "earlier-days";

    private final JdbcClient jdbc;

    BookCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        List<Counted> rows = new ArrayList<>(jdbc.sql("SELECT d.day, d.items, d.state, d.message_ids, (SELECT count(*) FROM repayment_fact_difference f"
                        + " WHERE f.partner = d.partner AND f.day = d.day AND f.owner = 'bank') AS theirs FROM repayment_fact_day d WHERE d.partner = ? AND d.day BETWEEN ? AND ? ORDER BY d.day")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> day(row))
                .list());
        rows.addAll(jdbc.sql("SELECT accounting_date AS day, sum(interest)::bigint AS interest, sum(penalty)::bigint AS penalty, array_agg(message_id ORDER BY message_id) AS message_ids FROM"
                        + " (SELECT accounting_date, message_id, sum(interest_fen) AS interest, sum(penalty_fen) AS penalty FROM repayment_fact_receipt"
                        + " WHERE partner = ? AND accounting_date BETWEEN ? AND ? GROUP BY accounting_date, message_id) m GROUP BY accounting_date ORDER BY 1")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> receipt(row))
                .list());
        rows.addAll(earlier(asked));
        return rows;
    }

    /** What files that came since tell of the days of earlier periods, less what those periods counted: a fen of interest counts once, whichever day a correction moves it to. */
    private List<Counted> earlier(Asked asked) {
        return jdbc.sql("WITH counted AS (SELECT p.first_day, c.amounts, c.message_ids FROM assessment_period p LEFT JOIN assessment_case c ON c.period_no = p.period_no AND c.measure = 'receipt'"
                        + " WHERE p.bank = :bank AND p.state <> 'running' AND p.last_day < :first),"
                        + " told AS (SELECT interest_fen, penalty_fen, message_id FROM repayment_fact_receipt WHERE partner = :bank AND accounting_date >= (SELECT min(first_day) FROM counted)"
                        + " AND accounting_date < :first),"
                        + " moved AS (SELECT (SELECT coalesce(sum(interest_fen), 0) FROM told) - (SELECT coalesce(sum(amounts[1]), 0) FROM counted) AS interest,"
                        + " (SELECT coalesce(sum(penalty_fen), 0) FROM told) - (SELECT coalesce(sum(amounts[2]), 0) FROM counted) AS penalty)"
                        + " SELECT :first::date - 1 AS day, interest::bigint, penalty::bigint, ARRAY(SELECT DISTINCT message_id FROM told WHERE message_id NOT IN"
                        + " (SELECT unnest(message_ids) FROM counted) ORDER BY 1) AS message_ids FROM moved WHERE interest <> 0 OR penalty <> 0")
                .param("bank", asked.bank().value())
                .param("first", asked.days().first())
                .query((row, i) -> receipt(row, EARLIER))
                .list();
    }

    private static Counted day(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        long items = row.getLong("items");
        long theirs = Math.min(items, row.getLong("theirs"));
        return new Counted(
                Measure.RECONCILIATION, day.toString(), null, day.toString(), day, List.of(items, items - theirs), theirs > 0, null, theirs + " of " + items + " differ",
                Rows.texts(row, "message_ids"));
    }

    private static Counted receipt(ResultSet row) throws SQLException {
        return receipt(row, row.getObject("day", LocalDate.class).toString());
    }

    private static Counted receipt(ResultSet row, String caseNo) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        return new Counted(
                Measure.RECEIPT, caseNo, null, day.toString(), day, List.of(row.getLong("interest"), row.getLong("penalty")), false, null, null,
                Rows.texts(row, "message_ids"));
    }
}
