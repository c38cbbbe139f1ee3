package io.jinqiao.repayment.model;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When the instalments of a loan fall due: on the day of the month of the first one. Where that is the last day of a shorter month than the day of the
 * disbursement, it was cut: then it is the day of the disbursement, cut to each month's end. The same rule in SQL: {@code repayment_due_on}.
 */
public record DueDays(LocalDate disbursedOn, LocalDate firstDue) {

    public LocalDate of(int instalment) {
        YearMonth month = YearMonth.from(firstDue).plusMonths(instalment - 1L);
        return month.atDay(Math.min(dayOfMonth(), month.lengthOfMonth()));
    }

    private int dayOfMonth() {
        boolean last = firstDue.getDayOfMonth() == firstDue.lengthOfMonth();
        return last ? Math.max(firstDue.getDayOfMonth(), disbursedOn.getDayOfMonth()) : firstDue.getDayOfMonth();
    }
}
