package io.jinqiao.repayment.rules;

import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.repayment.deduction.Waterfall;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with one bank.
 *
 * @param toleratedPermille refused rows of a thousand with which a file still stands
 * @param monthlyFile null: none is expected
 * @param reconciliation null: no books are compared with this bank
 * @param terms of the loans the bank pays out; null: none are agreed, and two people open each
 * @param deduction there when the centre leads the ledger
 */
public record Agreement(
        int toleratedPermille, DailyFile dailyFile, @Nullable MonthlyFile monthlyFile, Ledger ledger, @Nullable Deduction deduction, @Nullable Terms terms, @Nullable Reconciling reconciliation) {

    public enum Expected {
        EVERY_DAY,
        WORKING_DAYS,
        NEVER
    }

    /** Whose book leads. */
    public enum Ledger {
        BANK,
        CENTRE
    }

    /**
     * @param waterfall which part is paid first, five different ones
     * @param linesPerOrder 1 to 1,000
     * @param resultWithin working days for the results of a run; null: the usual ones
     */
    public record Deduction(List<DeductionOrder.Part> waterfall, int linesPerOrder, @Nullable Integer resultWithin) {
        public static final int USUALLY_WITHIN = 3;

        public int within() {
            return resultWithin == null ? USUALLY_WITHIN : resultWithin;
        }

        public Waterfall order() {
            return new Waterfall(waterfall);
        }
    }

    /**
     * @param clearWithin working days for a difference
     * @param cents fen by which an amount may differ through rounding; told all the same
     */
    public record Reconciling(int clearWithin, long cents) {}

    /** What the contracts of this bank's loans say of rate changes and penalty interest. */
    public record Terms(
            Repricing.Day repricingDay, Repricing.Straddling straddling, Penalty.Base penaltyBase, BigDecimal penaltyTimes, DayCount penaltyDays, int graceDays) {
        public Repricing repricing() {
            return new Repricing(repricingDay, straddling);
        }

        public Penalty penalty() {
            return new Penalty(penaltyBase, penaltyTimes, penaltyDays, graceDays);
        }
    }

    /** @param by time of the day after its accounting date at which it is missed; null: at the end of that day */
    public record DailyFile(Expected expected, @Nullable String by) {
        public LocalTime cutOff() {
            return by == null ? LocalTime.MAX : LocalTime.parse(by);
        }
    }

    /**
     * @param numberBegins with what the numbers of such files begin
     * @param byDay day of the next month on which it is missed
     */
    public record MonthlyFile(String numberBegins, int byDay, String by) {
        /** When the file of a month is missed. */
        public LocalDateTime cutOff(YearMonth month) {
            return month.plusMonths(1).atDay(byDay).atTime(LocalTime.parse(by));
        }
    }

    /** Whether a file of this number tells of a month, to be held against what the days told. */
    public boolean isMonthly(String fileNo) {
        return monthlyFile != null && fileNo.startsWith(monthlyFile.numberBegins());
    }

    /** Whether a file that tells of this day should come. */
    public boolean expects(LocalDate day, WorkingCalendar calendar) {
        return switch (dailyFile.expected()) {
            case EVERY_DAY -> true;
            case WORKING_DAYS -> calendar.isWorkingDay(day);
            case NEVER -> false;
        };
    }

    /** How many rows of so many may be refused. */
    public long tolerated(long rows) {
        return rows * toleratedPermille / 1000;
    }
}
