package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contract;
import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From the instruction to the payment: what comes after the cut-off counts from the next working day, and never before the day it was asked for. What was not
 * paid counts against nobody when the bank said so by the day it was due, and did not say that it was the bank that could not.
 */
@Component
class DisbursementCases implements Source {
    private static final String NOT_PAYABLE = "not-payable";
    /** Codes that say nothing of the payment, only that its bank did not work. */
    private static final Predicate<String> BANK_COULD_NOT = Pattern.compile("(gateway|operation|evidence|store|core)\\..*").asMatchPredicate();

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
        Instant instructed = Objects.requireNonNull(Rows.instant(row, "instructed_at"));
        LocalDate requested = row.getObject("requested_on", LocalDate.class);
        LocalDate agreed = due(instructed, requested, asked.contract().time(), new Downtimes(List.of()));
        LocalDate due = due(instructed, requested, asked.contract().time(), asked.down());
        LocalDate paid = Rows.day(row, "disbursed_on");
        String failed = row.getString("outcome").equals("failed") ? failed(row, due) : null;
        String remark = "due " + due + (paid == null ? ", " + row.getString("outcome") : ", paid " + paid) + (failed == null || failed.equals(NOT_PAYABLE) ? "" : ", " + failed);
        return Counted.one(
                Measure.DISBURSEMENT, row.getString("instruction_no"), row.getString("account_no"), row.getString("application_no"), agreed, paid != null && !paid.isAfter(due),
                NOT_PAYABLE.equals(failed) ? failed : null, remark, Rows.messages(row.getString("message_id")));
    }

    private static String failed(ResultSet row, LocalDate due) throws SQLException {
        Instant known = Rows.instant(row, "known_at");
        String codes = row.getString("refused");
        if (known == null || Rows.dayOf(known).isAfter(due)) {
            return "told late";
        }
        return codes != null && Stream.of(codes.split(" ")).anyMatch(BANK_COULD_NOT) ? "the bank could not" : NOT_PAYABLE;
    }

    /** A downtime entered later moves nothing into another period: what is due counts on the day that was agreed. */
    private LocalDate due(Instant instructed, LocalDate requested, Contract.Time time, Downtimes down) {
        java.time.LocalDateTime at = java.time.LocalDateTime.ofInstant(instructed, WorkingCalendar.ZONE);
        boolean before = calendar.isWorkingDay(at.toLocalDate()) && !at.toLocalTime().isAfter(time.latest());
        LocalDate received = before ? at.toLocalDate() : calendar.plus(at.toLocalDate(), 1);
        LocalDate due = down.due(received, calendar.plus(received, time.disbursementDays()), calendar);
        if (!due.isBefore(requested)) {
            return due;
        }
        LocalDate asked = calendar.workedOnOrAfter(requested);
        return down.due(asked.minusDays(1), asked, calendar);
    }
}
