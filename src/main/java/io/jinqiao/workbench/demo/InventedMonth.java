package io.jinqiao.workbench.demo;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Content;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invented loans of one bank around one month: most pay on their due day in it; some missed one six days before it, and come right in it or, at the worst
 * bank, mostly do not.
 *
 * @param first day of the month
 */
record InventedMonth(PartnerId bank, LocalDate first, boolean worst) {
    /** So many that the books due within the month have the least sample. */
    static final int GOOD = 250;
    static final int LATE = 25;

    private static final int MONTHS = 120;
    private static final long GOOD_FEN = 50_000_000;
    private static final long LATE_FEN = 10_000_000;
    private static final long VERY_LATE_FEN = 3_000_000;
    private static final int VERY_LATE_INSTALMENTS = 3;

    /** @param accountNo of the loan @param firstDue of the loan @param amount in fen */
    private record Invented(String accountNo, long amount, LocalDate firstDue) {
        long principal() {
            return amount / MONTHS;
        }

        /** 2.6 % a year, in whole fen. */
        long interest() {
            return amount * 26 / 12_000;
        }
    }

    LocalDate missed() {
        return first.minusDays(6);
    }

    /** The day on which collection looks at them, more than a week later. */
    LocalDate ordered() {
        return first.plusDays(4);
    }

    LocalDate due() {
        return first.plusDays(9);
    }

    LocalDate cured() {
        return first.plusDays(11);
    }

    private int cures() {
        return worst ? LATE * 2 / 5 : LATE - 1;
    }

    private List<Invented> good() {
        return some("G", GOOD, GOOD_FEN, due());
    }

    private List<Invented> late() {
        return some("L", LATE, LATE_FEN, missed());
    }

    private List<Invented> veryLate() {
        return some("V", worst ? 1 : 0, VERY_LATE_FEN, missed().minusMonths(VERY_LATE_INSTALMENTS - 1L));
    }

    private List<Invented> some(String letter, int count, long fen, LocalDate firstDue) {
        List<Invented> some = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            some.add(new Invented("DEMO" + bank.value().toUpperCase(java.util.Locale.ROOT) + letter + "%04d".formatted(n), fen, firstDue));
        }
        return some;
    }

    List<OpenLoan> loans() {
        List<OpenLoan> loans = new ArrayList<>();
        List.of(good(), late(), veryLate()).forEach(some -> some.forEach(one -> loans.add(open(one))));
        return loans;
    }

    private OpenLoan open(Invented one) {
        LocalDate paidOut = one.firstDue().minusMonths(1);
        return new OpenLoan(
                bank, one.accountNo(), null, null, new Money(one.amount()), MONTHS, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL, paidOut, one.firstDue(),
                new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE), new Penalty(Penalty.Base.PRINCIPAL, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0),
                new Money(one.amount()), paidOut);
    }

    /** What the bank's file of a day tells. */
    List<Content.Group> rows(LocalDate day) {
        List<Content.Group> rows = new ArrayList<>();
        LocalDate again = missed().plusMonths(1);
        if (day.equals(missed().plusDays(1))) {
            late().forEach(one -> rows.add(unpaid(one, 1, day)));
            for (Invented one : veryLate()) {
                for (int n = 1; n <= VERY_LATE_INSTALMENTS; n++) {
                    rows.add(unpaid(one, n, day));
                }
            }
        } else if (day.equals(due())) {
            good().forEach(one -> rows.add(paid(one, 1, day)));
        } else if (day.equals(cured())) {
            late().subList(0, cures()).forEach(one -> rows.add(paid(one, 1, day)));
        } else if (day.equals(again)) {
            late().subList(0, cures()).forEach(one -> rows.add(paid(one, 2, day)));
        } else if (day.equals(again.plusDays(1))) {
            late().subList(cures(), LATE).forEach(one -> rows.add(unpaid(one, 2, day)));
            veryLate().forEach(one -> rows.add(unpaid(one, VERY_LATE_INSTALMENTS + 1, day)));
        }
        return rows;
    }

    private static Content.Group unpaid(Invented one, int instalment, LocalDate day) {
        return row(one, instalment, day, null, parts(0, 0), parts(one.principal(), one.interest()), one.amount()).put("result", "insufficient-funds").build();
    }

    private static Content.Group paid(Invented one, int instalment, LocalDate day) {
        return row(one, instalment, day, day, parts(one.principal(), one.interest()), parts(0, 0), one.amount() - instalment * one.principal())
                .put("source", "bank-account")
                .put("result", "paid")
                .put("hostSerial", "H" + one.accountNo() + instalment)
                .build();
    }

    private static Content.GroupBuilder row(Invented one, int instalment, LocalDate day, @Nullable LocalDate paidOn, Content.Group paid, Content.Group unpaid, long balance) {
        return Content.group()
                .put("loanAccountNo", one.accountNo())
                .put("instalment", instalment)
                .put("dueOn", one.firstDue().plusMonths(instalment - 1L))
                .put("accountingDate", day)
                .put("paidOn", paidOn)
                .put("paid", paid)
                .put("unpaid", unpaid)
                .put("balance", balance)
                .put("remainingMonths", MONTHS - instalment);
    }

    private static Content.Group parts(long principal, long interest) {
        return Content.group()
                .put("principal", principal)
                .put("overduePrincipal", 0)
                .put("interest", interest)
                .put("overdueInterest", 0)
                .put("penalty", 0)
                .put("fine", 0)
                .build();
    }

    /** Over all rows, of what is {@code paid} or {@code unpaid}. */
    static long sum(List<Content.Group> rows, String which) {
        return rows.stream()
                .map(row -> (Content.Group) java.util.Objects.requireNonNull(row.get(which)))
                .mapToLong(parts -> fen(parts, "principal") + fen(parts, "interest"))
                .sum();
    }

    private static long fen(Content.Group parts, String part) {
        return Long.parseLong(java.util.Objects.requireNonNull(parts.text(part)));
    }

    private List<Invented> paid(LocalDate day) {
        return day.equals(due()) ? good() : day.equals(cured()) || day.equals(missed().plusMonths(1)) ? late().subList(0, cures()) : List.of();
    }

    /** The book of a day on which something was paid. @param forgotten so many receipts are not in it */
    Optional<Reconciliation> books(LocalDate day, int forgotten) {
        List<Invented> paid = paid(day);
        if (paid.isEmpty()) {
            return Optional.empty();
        }
        List<Reconciliation.Item> items = new ArrayList<>();
        long sum = 0;
        for (Invented one : paid.subList(forgotten, paid.size())) {
            Money amount = new Money(one.principal() + one.interest());
            InstalmentParts parts = new InstalmentParts(new Money(one.principal()), Money.ZERO, new Money(one.interest()), Money.ZERO, Money.ZERO, Money.ZERO);
            String serial = "H" + one.accountNo() + (day.equals(missed().plusMonths(1)) ? 2 : 1);
            items.add(new Reconciliation.Item(items.size() + 1, Reconciliation.Kind.RECEIPT, one.accountNo(), serial, serial, amount, parts));
            sum += amount.fen();
        }
        Reconciliation.Total total = new Reconciliation.Total(Reconciliation.Kind.RECEIPT, items.size(), new Money(sum));
        return Optional.of(new Reconciliation("DZ" + bank.value() + day, day, 1, 1, List.of(total), items));
    }
}
