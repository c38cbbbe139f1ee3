package io.jinqiao.repayment.deduction;

import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.repayment.model.LoanBook.Told;
import io.jinqiao.repayment.model.Owed;
import org.jspecify.annotations.Nullable;

/**
 * How a deduction goes into the ledger: on what is owed of the instalment when the result comes, which may be less than what was owed when it was ordered.
 *
 * @param applied what it pays
 * @param paid of the instalment with it
 * @param unpaid of the instalment after it
 * @param excess deducted beyond what was owed
 */
public record Booking(InstalmentParts applied, InstalmentParts paid, InstalmentParts unpaid, Money excess) {

    /**
     * @param told what the ledger has of the instalment; null: nothing
     * @param ended nothing is owed of the loan any more
     * @param balance principal that is owed of the whole loan
     * @param ordered what was to be deducted
     */
    public static Booking of(@Nullable Told told, boolean ended, long balance, InstalmentParts ordered, Money deducted, Waterfall waterfall) {
        InstalmentParts owed = ended ? InstalmentParts.NOTHING : within(balance, owed(told, ordered));
        InstalmentParts applied = waterfall.pay(least(ordered, owed), deducted);
        InstalmentParts before = told == null ? InstalmentParts.NOTHING : told.paid();
        return new Booking(applied, before.plus(applied), less(owed, applied), new Money(deducted.fen() - applied.fen()));
    }

    /** As it was ordered while the ledger still owes just that; penalty may have grown since it was told. */
    private static InstalmentParts owed(@Nullable Told told, InstalmentParts ordered) {
        if (told == null || told.ahead()) {
            return ordered;
        }
        InstalmentParts unpaid = told.unpaid();
        boolean same = Owed.principal(unpaid) == Owed.principal(ordered) && Owed.interest(unpaid) == Owed.interest(ordered);
        return same ? withPenalty(ordered, unpaid) : unpaid;
    }

    /** Principal that was paid ahead with another instalment is not owed of this one any more. */
    private static InstalmentParts within(long balance, InstalmentParts owed) {
        long overduePrincipal = Math.min(owed.overduePrincipal().fen(), balance);
        long principal = Math.min(owed.principal().fen(), balance - overduePrincipal);
        return new InstalmentParts(new Money(principal), new Money(overduePrincipal), owed.interest(), owed.overdueInterest(), owed.penalty(), owed.fine());
    }

    private static InstalmentParts withPenalty(InstalmentParts ordered, InstalmentParts unpaid) {
        return new InstalmentParts(
                ordered.principal(), ordered.overduePrincipal(), ordered.interest(), ordered.overdueInterest(),
                new Money(Math.max(ordered.penalty().fen(), unpaid.penalty().fen())), new Money(Math.max(ordered.fine().fen(), unpaid.fine().fen())));
    }

    /** Of the ordered parts no more than is owed of their kind. */
    private static InstalmentParts least(InstalmentParts ordered, InstalmentParts owed) {
        long overduePrincipal = Math.min(ordered.overduePrincipal().fen(), Owed.principal(owed));
        long overdueInterest = Math.min(ordered.overdueInterest().fen(), Owed.interest(owed));
        return new InstalmentParts(
                new Money(Math.min(ordered.principal().fen(), Owed.principal(owed) - overduePrincipal)), new Money(overduePrincipal),
                new Money(Math.min(ordered.interest().fen(), Owed.interest(owed) - overdueInterest)), new Money(overdueInterest),
                new Money(Math.min(ordered.penalty().fen(), owed.penalty().fen())), new Money(Math.min(ordered.fine().fen(), owed.fine().fen())));
    }

    /** What was taken of a kind is taken from the part it was taken as, and what that has not from the other part of the kind. */
    private static InstalmentParts less(InstalmentParts owed, InstalmentParts taken) {
        long overduePrincipal = Math.max(0, owed.overduePrincipal().fen() - taken.overduePrincipal().fen());
        long overdueInterest = Math.max(0, owed.overdueInterest().fen() - taken.overdueInterest().fen());
        long principal = Owed.principal(owed) - Owed.principal(taken);
        long interest = Owed.interest(owed) - Owed.interest(taken);
        return new InstalmentParts(
                new Money(principal - Math.min(principal, overduePrincipal)), new Money(Math.min(principal, overduePrincipal)),
                new Money(interest - Math.min(interest, overdueInterest)), new Money(Math.min(interest, overdueInterest)),
                new Money(owed.penalty().fen() - taken.penalty().fen()), new Money(owed.fine().fen() - taken.fine().fen()));
    }
}
