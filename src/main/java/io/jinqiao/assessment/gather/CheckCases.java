package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions at the counters. They cost no points: who turns risky applicants away is expected to have fewer late loans, and seen to do so. */
@Component
class CheckCases implements Source {
    private final JdbcClient jdbc;

    CheckCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT message_id, check_no, at, outcome FROM loan_fact_check WHERE partner = ? AND at >= ? AND at < ? ORDER BY message_id")
                .params(asked.bank().value(), asked.days().begins(), asked.days().ends())
                .query((row, i) -> row(row))
                .list();
    }

    private static Counted row(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Counted(
                Measure.CHECK, row.getString("message_id"), null, row.getString("check_no"), Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "at"))),
                List.of(1L, outcome.equals("eligible") ? 1L : 0L), false, outcome.equals("not-checked") ? outcome : null, outcome, List.of(row.getString("message_id")));
    }
}
