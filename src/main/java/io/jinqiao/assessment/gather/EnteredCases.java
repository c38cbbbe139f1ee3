package io.jinqiao.assessment.gather;

import io.jinqiao.message.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What two people entered: audits, red-line events, surveys, complaints. A red line found after its period was frozen counts in the next that is. */
@Component
class EnteredCases implements Source {
    private final JdbcClient jdbc;

    EnteredCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT e.* FROM assessment_entry e JOIN assessment_entry_answer a ON a.number = e.number AND a.confirmed"
                        + " WHERE e.bank = :bank AND (e.on_day BETWEEN :first AND :last OR e.kind = 'red-line' AND e.amounts[1] > 0 AND e.on_day < :first AND NOT EXISTS (SELECT 1 FROM assessment_case c"
                        + " JOIN assessment_period p ON p.period_no = c.period_no WHERE p.bank = :bank AND p.state <> 'running' AND p.last_day < :first AND c.measure = 'red-line'"
                        + " AND c.case_no = 'E' || e.number)) ORDER BY e.number")
                .param("bank", asked.bank().value())
                .param("first", asked.days().first())
                .param("last", asked.days().last())
                .query((row, i) -> row(row, asked.days().first()))
                .list();
    }

    private static Counted row(ResultSet row, LocalDate first) throws SQLException {
        LocalDate on = row.getObject("on_day", LocalDate.class);
        boolean afterwards = on.isBefore(first);
        Measure measure = Words.parse(row.getString("kind"), Measure.class);
        List<Long> amounts = Arrays.asList((Long[]) row.getArray("amounts").getArray());
        boolean isShort = switch (measure) {
            case AUDIT -> amounts.get(1) + amounts.get(2) + amounts.get(3) > 0;
            case SURVEY -> false;
            default -> amounts.get(0) > 0;
        };
        return new Counted(
                measure, "E" + row.getLong("number"), null, row.getString("document"), afterwards ? first : on, amounts, isShort, null,
                row.getString("subject") + (afterwards ? ", of " + on + ", found afterwards" : ""),
                List.of());
    }
}
