package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Daily files: a day whose file was missed at its cut-off was late, whenever the file came; what was down before the cut-off gives its time back. */
@Component
class FileCases implements Source {
    private final JdbcClient jdbc;

    FileCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT coalesce(f.day, m.accounting_date) AS day, m.noticed_at, m.arrived_at, f.messages FROM"
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
        String excuse = noticed == null ? null : excuse(day, noticed, Rows.instant(row, "arrived_at"), asked.down());
        return Counted.one(
                Measure.FILE, day.toString(), null, day.toString(), day, noticed == null, excuse, noticed == null ? "in time" : "missed at its cut-off", Rows.texts(row, "messages"));
    }

    /** Here by its cut-off, had nothing been down before. */
    private static @Nullable String excuse(LocalDate day, Instant noticed, @Nullable Instant arrived, Downtimes down) {
        Instant begins = day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        Instant until = down.extended(begins, noticed);
        return arrived == null || arrived.isAfter(until) ? null : down.excuse(begins, until);
    }
}
