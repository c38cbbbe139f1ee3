package io.jinqiao.repayment.desk;

import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.deduction.Booking;
import io.jinqiao.repayment.model.LoanBook;
import io.jinqiao.repayment.model.LoanBook.Told;
import io.jinqiao.repayment.model.Owed;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.DeductionStore.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one result become in the ledger. Nothing is told of a day the ledger has passed: what comes late is told of the latest day of its loan, with the day
 * on which it was paid; a line that brings nothing then, or nothing is owed any more, or whose money was told before it, changes nothing.
 */
final class Bookings {
    private final DeductionResult result;
    private final DeductionStore.Order order;
    private final Map<String, LoanBook> loans;
    private final Map<String, Long> balances = new HashMap<>();
    private final TreeMap<LocalDate, List<Row>> days = new TreeMap<>();
    private int place;

    Bookings(DeductionResult result, DeductionStore.Order order, Map<String, LoanBook> loans) {
        this.result = result;
        this.order = order;
        this.loans = loans;
        loans.values().forEach(loan -> balances.put(loan.accountNo(), loan.balance().fen()));
    }

    /** @param place of its line in the result, from 0 */
    private record Row(int place, String accountNo, Content.Group row) {}

    /** What is told of one accounting date. Each row has the balance at its end. */
    record Day(LocalDate date, List<Content.Group> rows, List<Integer> places) {
        MessageReport report(Incoming incoming, DeductionResult result) {
            return MessageReport.of(incoming, result, date, rows);
        }

        /** @param fileNo of the report that is made again */
        MessageReport again(Incoming incoming, String fileNo, long id) {
            return MessageReport.again(incoming, fileNo, id, date, rows);
        }

        /** @param line of the report, from 1 */
        int place(long line) {
            return line < 1 ? 0 : places.get((int) line - 1);
        }
    }

    /**
     * @param counted of it as paid already, or not to be booked
     * @return what was deducted beyond what is owed
     */
    Money add(DeductionResult.Line told, Line line, long counted) {
        LoanBook loan = loans.get(told.loanAccountNo());
        Told before = loan.told().get(line.instalment());
        long left = told.paid().fen() - counted;
        if (counted > 0 && left <= 0) {
            place++;
            return Money.ZERO;
        }
        boolean paidOff = loan.endedOn() != null || !loan.isTold(line.instalment()) && loan.balance().fen() == 0;
        Booking booking = Booking.of(before, paidOff, balances.get(loan.accountNo()), line.due(), new Money(left), order.waterfall());
        LocalDate latest = loan.latestDay();
        LocalDate day = latest != null && latest.isAfter(result.accountingDate()) ? latest : result.accountingDate();
        if (!loan.owesNothing(line.instalment()) && (!booking.applied().isNothing() || told.paid().isNothing() && day.equals(result.accountingDate()))) {
            balances.merge(loan.accountNo(), -Owed.principal(booking.applied()), Long::sum);
            days.computeIfAbsent(day, date -> new ArrayList<>()).add(new Row(place, loan.accountNo(), row(told, line, loan, booking, day)));
        }
        place++;
        return booking.excess();
    }

    List<Day> days() {
        return days.entrySet().stream().map(day -> new Day(
                        day.getKey(), day.getValue().stream().map(row -> row.row().with("balance", String.valueOf(balances.get(row.accountNo())))).toList(),
                        day.getValue().stream().map(Row::place).toList()))
                .toList();
    }

    /** What a bank that leads its ledger would have told of the same. */
    private Content.Group row(DeductionResult.Line told, Line line, LoanBook loan, Booking booking, LocalDate day) {
        boolean full = booking.unpaid().isNothing();
        Content.GroupBuilder row = Content.group()
                .put("loanAccountNo", told.loanAccountNo())
                .put("instalment", line.instalment())
                .put("dueOn", loan.terms().dueOn(line.instalment()))
                .put("accountingDate", day)
                .put("paid", parts(booking.paid()))
                .put("unpaid", parts(booking.unpaid()))
                .put("balance", loan.balance().fen())
                .put("remainingMonths", loan.terms().instalments() - line.instalment())
                .put("result", told.result() == DeductionOutcome.PAID && !full ? DeductionOutcome.PARTLY_PAID : told.result())
                .put("hostSerial", told.hostSerial());
        if (!booking.paid().isNothing()) {
            paid(row, loan.told().get(line.instalment()), !booking.applied().isNothing());
        }
        return row.build();
    }

    /** The last payment is what stands: that of before, when this result brought nothing or is of an earlier day. */
    private void paid(Content.GroupBuilder row, @Nullable Told before, boolean now) {
        boolean last = now && (before == null || before.paidOn() == null || !before.paidOn().isAfter(result.accountingDate()));
        PaymentSource ours = order.source() == DeductionOrder.Source.FUND_BALANCE ? PaymentSource.FUND_BALANCE : PaymentSource.BANK_ACCOUNT;
        row.put("paidOn", last || before == null || before.paidOn() == null ? result.accountingDate() : before.paidOn())
                .put("source", last || before == null || before.source() == null ? ours : before.source());
    }

    private static Content.Group parts(InstalmentParts p) {
        return Content.group()
                .put("principal", p.principal())
                .put("overduePrincipal", p.overduePrincipal())
                .put("interest", p.interest())
                .put("overdueInterest", p.overdueInterest())
                .put("penalty", p.penalty())
                .put("fine", p.fine())
                .build();
    }
}
