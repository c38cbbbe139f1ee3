package io.jinqiao.loan.store;

import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.rules.Clocks.Happened;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to loans, for their clocks. */
@Repository
public class EventStore {
    private final JdbcClient jdbc;

    public EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Events in the order they happened, for many loans in one query. */
    public Map<String, List<Happened>> of(Collection<String> acceptanceNos) {
        Map<String, List<Happened>> byLoan = new LinkedHashMap<>();
        acceptanceNos.forEach(no -> byLoan.put(no, new ArrayList<>()));
        jdbc.sql("SELECT acceptance_no, type, at FROM loan_event WHERE acceptance_no = ANY (?::text[]) ORDER BY id")
                .param(acceptanceNos.toArray(String[]::new))
                .query(row -> {
                    LocalDate on = LocalDate.ofInstant(
                            row.getObject("at", OffsetDateTime.class).toInstant(), WorkingCalendar.ZONE);
                    byLoan.get(row.getString("acceptance_no"))
                            .add(new Happened(Words.parse(row.getString("type"), LoanEvent.Type.class), on));
                });
        return byLoan;
    }
}
