package io.jinqiao.repayment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.Repricing;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed of an instalment nobody told of yet. */
class InstalmentDueTest {
    /** What banks agree on for rounding. */
    private static final long CENTS = 5;

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 10, 20);

    @ParameterizedTest
    @CsvSource({
        "EQUAL_INSTALMENT, 1, true", "EQUAL_INSTALMENT, 1, false", "EQUAL_INSTALMENT, 200000, true", "EQUAL_INSTALMENT, 200000, false", "EQUAL_INSTALMENT, 900000, true",
        "EQUAL_INSTALMENT, 900000, false", "EQUAL_PRINCIPAL, 200000, true", "EQUAL_PRINCIPAL, 200000, false", "EQUAL_PRINCIPAL, 945000, true", "EQUAL_PRINCIPAL, 945000, false"
    })
    void afterAPrepaymentItLiesBetweenAShorterTermAndASmallerInstalment(RepaymentMethod method, long prepaid, boolean keepTerm) {
        Terms terms = terms(method);
        Schedule schedule = Schedule.of(terms, List.of());
        schedule.pay();
        schedule.prepay(prepaid, keepTerm);
        Owed owed = new InstalmentDue(terms, List.of()).owed(2, new Money(schedule.balance()));
        Planned next = schedule.pay();
        assertThat(next.principal()).isBetween(owed.least(), owed.most());
        assertThat(owed.interest()).isEqualTo(next.interest());
        assertThat(owed.most()).as("and not anything").isLessThanOrEqualTo(Schedule.plan(terms, List.of()).get(1).total());
    }

    @ParameterizedTest
    @CsvSource({"2.85, 2.6, NEW_RATE", "2.6, 2.85, NEW_RATE", "2.85, 2.6, BY_DAYS", "2.6, 2.85, BY_DAYS", "3.1, 2.6, OLD_RATE", "2.6, 2.6, NEW_RATE"})
    void afterAPrepaymentAndAChangeOfTheRateEveryInstalmentLiesBetweenThemUntilTheLast(String rate, String changed, Repricing.Straddling straddling) {
        for (RepaymentMethod method : List.of(RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL)) {
            for (boolean keepTerm : List.of(true, false)) {
                for (long prepaid : List.of(3_000_000L, 12_000_000L, 36_000_000L)) {
                    Terms terms = new Terms(
                            new Money(60_000_123), 240, AnnualRate.parse(rate), method, LocalDate.of(2025, 3, 10), LocalDate.of(2025, 4, 10),
                            new Repricing(Repricing.Day.FIRST_OF_JANUARY, straddling));
                    List<RateChange> changes = List.of(new RateChange(LocalDate.of(2025, 5, 8), AnnualRate.parse(changed)));
                    Schedule schedule = Schedule.of(terms, changes);
                    schedule.pay();
                    schedule.pay();
                    schedule.prepay(prepaid, keepTerm);
                    InstalmentDue due = new InstalmentDue(terms, changes);
                    while (schedule.runs()) {
                        long before = schedule.balance();
                        Planned next = schedule.pay();
                        Owed owed = due.owed(next.number(), new Money(before));
                        assertThat(next.principal()).as("%s %s %s of %s", method, keepTerm, prepaid, next).isBetween(owed.least() - CENTS, owed.most() + CENTS);
                        assertThat(owed.interest()).isEqualTo(next.interest());
                    }
                }
            }
        }
    }

    @Test
    void onItsPlanItIsThePlanAndTheLastOneIsTheRest() {
        InstalmentDue due = new InstalmentDue(terms(RepaymentMethod.EQUAL_PRINCIPAL), List.of());
        assertThat(due.owed(1, new Money(960_000))).isEqualTo(new Owed(8_000, 8_000, 5_000));
        assertThat(due.owed(120, new Money(123))).isEqualTo(new Owed(123, 123, 1));
    }

    @Test
    void principalPaidAheadWithAnInstalmentBeforeItsDaySaysNothingOfWhatWillBeOwedOfIt() {
        TreeMap<Integer, LoanBook.Told> told = new TreeMap<>();
        LocalDate day = LocalDate.of(2026, 11, 10);
        InstalmentParts paid = new InstalmentParts(new Money(200_000), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
        told.put(1, new LoanBook.Told(day, paid, InstalmentParts.NOTHING, new Money(760_000), day, PaymentSource.PREPAYMENT, true));
        LoanBook book = new LoanBook(1, "A1", terms(RepaymentMethod.EQUAL_PRINCIPAL), List.of(), PAID_OUT, new Money(960_000), null, told);
        assertThat(book.isTold(1)).isFalse();
        assertThat(book.owed(1)).contains(new Owed(6_333, 8_000, 3_958));
    }

    private static Terms terms(RepaymentMethod method) {
        return new Terms(
                new Money(960_000), 120, AnnualRate.parse("6.25"), method, PAID_OUT, PAID_OUT.plusMonths(1),
                new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE));
    }
}
