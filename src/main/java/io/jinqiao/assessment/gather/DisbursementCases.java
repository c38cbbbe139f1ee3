package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From the instruction to the payment: what comes after the cut-off counts from the next working day, and never before the day it was asked for. */
@Component
class DisbursementCases implements Source {
    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    DisbursementCases(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT * FROM loan_fact_disbursement WHERE partner = ? AND instructed_at < ? ORDER BY instruction_no")
                .params(asked.bank().value(), asked.days().ends())
                .query((row, i) -> row(row, asked))
                .list()
                .stream()
                .filter(row -> asked.days().has(row.on()))
                .toList();
    }

    private Counted row(ResultSet row, Asked asked) throws SQLException {
        LocalDate due = due(Objects.requireNonNull(Rows.instant(row, "instructed_at")), row.getObject("requested_on", LocalDate.class), asked);
        LocalDate paid = Rows.day(row, "disbursed_on");
        boolean failed = row.getString("outcome").equals("failed");
        String remark = "due " + due + (paid == null ? ", " + row.getString("outcome") : ", paid " + paid);
        return Counted.one(
                Measure.DISBURSEMENT, row.getString("instruction_no"), row.getString("account_no"), row.getString("application_no"), due, paid != null && !paid.isAfter(due),
                failed ? "not-payable" : null, remark, Rows.messages(row.getString("message_id")));
    }

    private LocalDate due(Instant instructed, LocalDate requested, Asked asked) {
        java.time.LocalDateTime at = java.time.LocalDateTime.ofInstant(instructed, WorkingCalendar.ZONE);
        boolean before = calendar.isWorkingDay(at.toLocalDate()) && !at.toLocalTime().isAfter(asked.contract().time().latest());
        LocalDate received = before ? at.toLocalDate() : calendar.plus(at.toLocalDate(), 1);
        LocalDate due = calendar.plus(received, asked.contract().time().disbursementDays());
        return due.isBefore(requested) ? calendar.workedOnOrAfter(requested) : due;
    }
}
