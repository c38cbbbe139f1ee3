package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Daily files: a day whose file was missed at its cut-off was late, whenever the file came; a day when this side was down counts against nobody. */
@Component
class FileCases implements Source {
    private final JdbcClient jdbc;

    FileCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT coalesce(f.day, m.accounting_date) AS day, m.noticed_at, f.messages FROM"
                        + " (SELECT accounting_date AS day, array_agg(message_id ORDER BY id) AS messages FROM repayment_fact_file"
                        + "  WHERE partner = :bank AND stands AND NOT single AND accounting_date BETWEEN :first AND :last GROUP BY accounting_date) f"
                        + " FULL JOIN (SELECT * FROM repayment_fact_missing WHERE partner = :bank AND accounting_date BETWEEN :first AND :last) m ON m.accounting_date = f.day ORDER BY 1")
                .param("bank", asked.bank().value())
                .param("first", asked.days().first())
                .param("last", asked.days().last())
                .query((row, i) -> row(row, asked))
                .list();
    }

    private static Counted row(ResultSet row, Asked asked) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        Instant noticed = Rows.instant(row, "noticed_at");
        String excuse = noticed == null
                ? null
                : asked.down().excuse(day.plusDays(1).atStartOfDay(io.jinqiao.message.WorkingCalendar.ZONE).toInstant(), noticed);
        return Counted.one(
                Measure.FILE, day.toString(), null, day.toString(), day, noticed == null, excuse, noticed == null ? "in time" : "missed at its cut-off", Rows.texts(row, "messages"));
    }
}
