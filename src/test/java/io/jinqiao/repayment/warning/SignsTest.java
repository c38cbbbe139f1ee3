package io.jinqiao.repayment.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.warning.Known.Mandate;
import io.jinqiao.repayment.warning.Known.Month;
import io.jinqiao.repayment.warning.Known.Paid;
import io.jinqiao.repayment.warning.Known.Pledge;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final ContributionStopped STOPPED = new ContributionStopped(Set.of(Contributor.FLEXIBLE, Contributor.LABOUR_AGENCY), 2);
    private static final MandateBroken MANDATE = new MandateBroken(20, Set.of(DeductionOutcome.ACCOUNT_CLOSED));

    @ParameterizedTest
    @CsvSource({"FLEXIBLE, nny, true", "LABOUR_AGENCY, nnn, true", "FLEXIBLE, nyn, false", "FLEXIBLE, ynn, false", "FLEXIBLE, n, false", "EMPLOYED, nnn, false", ", nnn, false"})
    void contributionsStoppedWhenTheLatestMonthsOfSuchAPersonAreWithoutOne(@Nullable Contributor contributor, String latestFirst, boolean seen) {
        assertThat(STOPPED.in(contributing(contributor, latestFirst)).isPresent()).isEqualTo(seen);
    }

    @Test
    void monthsBetweenWhichNothingWasToldAreNotOnEnd() {
        List<Month> apart = List.of(new Month(YearMonth.of(2026, 9), false), new Month(YearMonth.of(2026, 3), false), new Month(YearMonth.of(2026, 2), false));
        assertThat(STOPPED.in(new Known(DAY, Contributor.FLEXIBLE, apart, null, List.of(), List.of(), List.of()))).isEmpty();
        assertThat(STOPPED.in(new Known(DAY, Contributor.FLEXIBLE, apart.subList(1, 3), null, List.of(), List.of(), List.of()))).isPresent();
    }

    @Test
    void theMonthsThatShowItAreNamed() {
        assertThat(STOPPED.in(contributing(Contributor.FLEXIBLE, "nnny"))).hasValueSatisfying(facts -> {
            assertThat(facts.text("contributor")).isEqualTo("flexible");
            assertThat(facts.text("months")).isEqualTo("3");
            assertThat(facts.text("firstMonth")).isEqualTo("2026-08");
            assertThat(facts.text("lastMonth")).isEqualTo("2026-10");
        });
    }

    @ParameterizedTest
    @CsvSource({"nnyy, 1, 2026-07, 2027-06, true", "nnyy, 2, 2026-07, 2027-06, false", "nnyy, 0, 2026-10, 2027-06, true", "nnyy, 0, 2026-11, 2027-06, false", "nnyy, 0, 2026-01, 2026-08, false", "ynyn, 1, 2026-01, 2027-06, true"})
    void aPledgeIsBrokenByMoreMissedMonthsOfItThanItTolerates(String latestFirst, int tolerated, YearMonth from, YearMonth until, boolean seen) {
        Known loan = new Known(DAY, null, months(latestFirst), null, List.of(new Pledge("CN1", from, until, tolerated)), List.of(), List.of());
        assertThat(new PledgeBroken().in(loan).isPresent()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-10, , true", "2026-12-31, , false", "2026-11-01, , true", "2026-12-10, 2026-12-01, false", "2026-11-01, 2027-01-01, true", ", , false"})
    void aMandateIsBrokenWhenTheLastOneEndsBeforeTheNextDeductionAndNoneFollows(@Nullable LocalDate until, @Nullable LocalDate nextFrom, boolean seen) {
        Mandate first = new Mandate("M1", DAY.minusYears(1), until);
        List<Mandate> mandates = nextFrom == null ? List.of(first) : List.of(first, new Mandate("M2", nextFrom, null));
        assertThat(MANDATE.in(new Known(DAY, null, List.of(), null, List.of(), mandates, List.of())).isPresent()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"BANK_ACCOUNT, 1, false", "BANK_ACCOUNT, 0, true", "FUND_BALANCE, 1, true", "GUARANTOR, 1, true"})
    void aMandateThatEndedIsNotMissedAnyMoreOnceTheBorrowersAccountPaid(PaymentSource source, int daysAfter, boolean seen) {
        LocalDate until = LocalDate.of(2026, 11, 1);
        LocalDate paidOn = until.plusDays(daysAfter);
        Paid paid = new Paid(7, paidOn, paidOn, paidOn, new Money(13_000), source, Set.of());
        assertThat(MANDATE.in(new Known(DAY, null, List.of(), null, List.of(), List.of(new Mandate("M1", DAY.minusYears(1), until)), List.of(paid))).isPresent()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-09, 0", "2026-10-12, 3", "2026-10-06, 0", "2026-10-04, 0", "2026-10-02, -2"})
    void whoPaysOnTheFirstWorkingDayAfterAHolidayDoesNotPayLater(LocalDate paidOn, long days) {
        assertThat(new Paid(7, LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 9), paidOn, new Money(13_000), PaymentSource.BANK_ACCOUNT, Set.of()).daysAfterDue()).isEqualTo(days);
    }

    @Test
    void anAccountThatIsGoneIsSeenFromWhatTheBankSaidBeforeTheInstalmentWasPaid() {
        Known loan = paid(null, new Paid(7, DAY.minusDays(7), DAY.minusDays(7), DAY.minusDays(5), new Money(13_000), PaymentSource.OTHER, Set.of(DeductionOutcome.ACCOUNT_CLOSED)));
        assertThat(MANDATE.in(loan)).hasValueSatisfying(facts -> assertThat(facts.text("result")).isEqualTo("account-closed"));
        Known poor = paid(null, new Paid(7, DAY.minusDays(7), DAY.minusDays(7), DAY.minusDays(5), new Money(13_000), PaymentSource.OTHER, Set.of(DeductionOutcome.INSUFFICIENT_FUNDS)));
        assertThat(MANDATE.in(poor)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2 0 -1, true", "3 3 0, true", "2 0 0, false", "0 2 -1, false", "5 0, false", "1 0 -2 9, true"})
    void paymentsGetLaterWhenNoneCameSoonerThanTheOneBeforeIt(String latestFirst, boolean seen) {
        Paid[] paid = Arrays.stream(latestFirst.split(" ")).map(Integer::parseInt).map(days -> late(days, Set.of())).toArray(Paid[]::new);
        assertThat(new PayingLater(3, 3).in(paid(null, paid)).isPresent()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"25999, FUND_BALANCE, true", "26000, FUND_BALANCE, false", "1, BANK_ACCOUNT, false", ", FUND_BALANCE, false"})
    void aFundBalanceHardlyCoversWhenItIsWhatPays(@Nullable Long balance, PaymentSource source, boolean seen) {
        Known loan = paid(balance == null ? null : new Money(balance), new Paid(7, DAY, DAY, DAY, new Money(13_000), source, Set.of()));
        assertThat(new BarelyCovered(2, 2, 3).in(loan).isPresent()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"xx., true", "x.x, true", "x..x, false", "xx, false"})
    void moreThanOneDeductionTooOftenIsHardlyCovered(String latestFirst, boolean seen) {
        Paid[] paid = latestFirst.chars()
                .mapToObj(c -> late(0, c == 'x' ? Set.of(DeductionOutcome.PARTLY_PAID) : Set.of()))
                .toArray(Paid[]::new);
        assertThat(new BarelyCovered(2, 2, 3).in(paid(null, paid)).isPresent()).isEqualTo(seen);
    }

    private static Paid late(int days, Set<DeductionOutcome> before) {
        LocalDate due = DAY.minusDays(10);
        return new Paid(7, due, due, due.plusDays(days), new Money(13_000), PaymentSource.BANK_ACCOUNT, before);
    }

    private static Known paid(@Nullable Money balance, Paid... paid) {
        return new Known(DAY, null, List.of(), balance, List.of(), List.of(), List.of(paid));
    }

    private static Known contributing(@Nullable Contributor contributor, String latestFirst) {
        return new Known(DAY, contributor, months(latestFirst), null, List.of(), List.of(), List.of());
    }

    private static List<Month> months(String latestFirst) {
        return IntStream.range(0, latestFirst.length()).mapToObj(i -> new Month(YearMonth.of(2026, 10).minusMonths(i), latestFirst.charAt(i) == 'y')).toList();
    }
}
