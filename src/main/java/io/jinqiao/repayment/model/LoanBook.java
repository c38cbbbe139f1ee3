package io.jinqiao.repayment.model;

import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has of one loan: what counts of each instalment told of, and what the loan's terms make of the others.
 *
 * @param account ours
 * @param openedOn day at whose end {@code opened} was owed; instalments until it are known as part of that alone
 * @param endedOn accounting date on which it was settled, or its payment came back; null: it runs
 * @param told the latest row of each instalment, by its number
 */
public record LoanBook(
        long account, String accountNo, Terms terms, List<RateChange> changes, LocalDate openedOn, Money opened, @Nullable LocalDate endedOn, SortedMap<Integer, Told> told) {

    /**
     * @param day accounting date
     * @param paidOn day of the last payment; null: nothing was paid
     * @param source of it
     * @param ahead principal was paid ahead with it before it fell due: nothing is said of what will be owed
     */
    public record Told(
            LocalDate day, InstalmentParts paid, InstalmentParts unpaid, Money balance, @Nullable LocalDate paidOn, @Nullable PaymentSource source, boolean ahead) {}

    public LoanBook {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    public Money balance() {
        LocalDate day = latestDay();
        return new Money(told.values().stream().filter(row -> row.day().equals(day)).mapToLong(row -> row.balance().fen()).min().orElse(opened.fen()));
    }

    /** Null: nothing was told. */
    public @Nullable LocalDate latestDay() {
        return told.values().stream().map(Told::day).max(LocalDate::compareTo).orElse(null);
    }

    /** What was told as owed of the instalments due until a day, all together. */
    public InstalmentParts fallenDue(LocalDate day) {
        return told.entrySet().stream()
                .filter(one -> !terms.dueOn(one.getKey()).isAfter(day))
                .map(one -> one.getValue().unpaid())
                .reduce(InstalmentParts.NOTHING, InstalmentParts::plus);
    }

    /** Whether what is owed of an instalment was told; else it is reckoned. */
    public boolean isTold(int instalment) {
        Told row = told.get(instalment);
        return row != null && !row.ahead();
    }

    /** Whether no payment of an instalment pays anything. */
    public boolean owesNothing(int instalment) {
        return endedOn != null || (isTold(instalment) ? told.get(instalment).unpaid().isNothing() : balance().fen() == 0);
    }

    /** What is owed of an instalment without penalty, which grows with the days; empty when the ledger cannot know: it fell due before the loan was opened here. */
    public Optional<Owed> owed(int instalment) {
        if (endedOn != null) {
            return Optional.of(Owed.NOTHING);
        }
        if (isTold(instalment)) {
            return Optional.of(Owed.of(told.get(instalment).unpaid()));
        }
        return terms.dueOn(instalment).isAfter(openedOn) ? Optional.of(planned(instalment)) : Optional.empty();
    }

    private Owed planned(int instalment) {
        InstalmentDue due = new InstalmentDue(terms, changes);
        long rest = balance().fen();
        for (int one = 1; one < instalment; one++) {
            if (isTold(one)) {
                rest -= Owed.principal(told.get(one).unpaid());
            } else if (terms.dueOn(one).isAfter(openedOn)) {
                rest -= due.owed(one, new Money(Math.max(0, rest))).most();
            }
        }
        rest += told.tailMap(instalment + 1).values().stream().mapToLong(row -> Owed.principal(row.paid())).sum();
        return due.owed(instalment, new Money(Math.max(0, rest)));
    }
}
