package io.jinqiao.assessment.gather;

import io.jinqiao.message.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What two people entered: audits, red-line events, surveys, complaints. */
@Component
class EnteredCases implements Source {
    private final JdbcClient jdbc;

    EnteredCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT e.* FROM assessment_entry e JOIN assessment_entry_answer a ON a.number = e.number AND a.confirmed"
                        + " WHERE e.bank = ? AND e.on_day BETWEEN ? AND ? ORDER BY e.number")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> row(row))
                .list();
    }

    private static Counted row(ResultSet row) throws SQLException {
        Measure measure = Words.parse(row.getString("kind"), Measure.class);
        List<Long> amounts = Arrays.asList((Long[]) row.getArray("amounts").getArray());
        boolean isShort = switch (measure) {
            case AUDIT -> amounts.get(1) + amounts.get(2) + amounts.get(3) > 0;
            case SURVEY -> false;
            default -> amounts.get(0) > 0;
        };
        return new Counted(
                measure, "E" + row.getLong("number"), null, row.getString("document"), row.getObject("on_day", LocalDate.class), amounts, isShort, null, row.getString("subject"),
                List.of());
    }
}
