package io.jinqiao.credit.report;

import io.jinqiao.message.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account stood at the end of a month, or on the day it was closed.
 *
 * @param dueOn day an instalment fell due in the month; null when none did
 * @param remaining instalments not yet due, the missed ones left out: whether arrears count is for the Center to confirm
 * @param lateInstalments unpaid ones that fell due
 * @param daysLate days since the oldest unpaid one fell due, 0 when there is none
 * @param late principal and interest unpaid that fell due, penalty interest included
 * @param latePrincipal of it the principal
 * @param aged of that what is late for 31 to 60, 61 to 90, 91 to 180 and more than 180 days
 * @param fell due in this month
 * @param paid in this month
 * @param paidAfterDue the month's instalment was paid, but after its day
 * @param lastPaid day of the latest payment; the day of opening before the first
 * @param category code of the five categories (五级分类)
 * @param categorised day of that judgement
 * @param closedOn null while it is open
 * @param specials special transactions of the month
 */
public record MonthFacts(
        YearMonth month,
        @Nullable LocalDate dueOn,
        Money balance,
        int remaining,
        int lateInstalments,
        int daysLate,
        Money late,
        Money latePrincipal,
        Aged aged,
        Money fell,
        Money paid,
        boolean paidAfterDue,
        LocalDate lastPaid,
        String category,
        LocalDate categorised,
        @Nullable LocalDate closedOn,
        List<Special> specials) {

    /** The day the oldest unpaid instalment fell due; null when nothing is late. */
    public @Nullable LocalDate lateSince() {
        return daysLate == 0 ? null : month.atEndOfMonth().minusDays(daysLate);
    }

    public record Aged(Money to60, Money to90, Money to180, Money longer) {
        public static final Aged NONE = new Aged(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** @param type code (交易类型) @param months by which the last day moved, 0 when it did not */
    public record Special(String type, LocalDate on, Money amount, int months) {}
}
