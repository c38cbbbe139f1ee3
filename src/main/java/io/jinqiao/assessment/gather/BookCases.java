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
        return rows;
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
        LocalDate day = row.getObject("day", LocalDate.class);
        return new Counted(
                Measure.RECEIPT, day.toString(), null, day.toString(), day, List.of(row.getLong("interest"), row.getLong("penalty")), false, null, null,
                Rows.texts(row, "message_ids"));
    }
}
