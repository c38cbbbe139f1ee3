package io.jinqiao.credit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountHistoryTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Accepted BETWEEN = new Accepted(LocalDate.of(2026, 10, 10), "40", null, null, false, Set.of());
    private static final AccountHistory KNOWN = new AccountHistory("D1", List.of(BETWEEN, month(SEPTEMBER, 30), month(SEPTEMBER, 28)), false);

    private static Accepted month(YearMonth month, int day) {
        return new Accepted(month.atDay(day), "30", month, month.atDay(day), false, Set.of());
    }

    @Test
    void theVersionOfAMonthThatHoldsIsTheOneReportedLast() {
        assertThat(KNOWN.month(SEPTEMBER)).contains(month(SEPTEMBER, 30));
        assertThat(KNOWN.month(OCTOBER)).isEmpty();
    }

    private static Accepted correction(YearMonth month, int day, boolean closed) {
        return new Accepted(month.atDay(day), "212", month, month.atDay(day - 1), closed, Set.of());
    }

    private static AccountHistory corrected(Accepted... told) {
        return AccountHistory.corrected("D1", List.of(told), true);
    }

    @Test
    void aMonthIsWhatItsLastCorrectionSaysUnderTheDayAndEventItWasFirstToldWith() {
        Accepted first = new Accepted(SEPTEMBER.atDay(30), "32", SEPTEMBER, SEPTEMBER.atDay(30), true, Set.of("5 2026-09-20"));
        AccountHistory history = corrected(BETWEEN, first, month(OCTOBER, 31), correction(SEPTEMBER, 30, true), correction(SEPTEMBER, 30, false));
        assertThat(history.records()).containsExactly(new Accepted(SEPTEMBER.atDay(30), "32", SEPTEMBER, SEPTEMBER.atDay(29), false, Set.of("5 2026-09-20")), BETWEEN, month(OCTOBER, 31));
        assertThat(history.closed()).isFalse();
        assertThat(history.transferred()).isTrue();
        assertThat(history.type()).isEqualTo("D1");
    }

    @Test
    void aCorrectionTakesThePlaceOfNothingButItsOwnMonthToldOnItsOwnDay() {
        Accepted otherDay = correction(SEPTEMBER, 28, true);
        Accepted otherMonth = new Accepted(SEPTEMBER.atDay(30), "212", OCTOBER, null, true, Set.of());
        Accepted noMonth = new Accepted(SEPTEMBER.atDay(30), "212", null, null, false, Set.of());
        for (Accepted one : List.of(otherDay, otherMonth, noMonth, month(SEPTEMBER, 30))) {
            assertThat(corrected(month(SEPTEMBER, 30), one).records()).as("" + one).containsExactlyInAnyOrder(month(SEPTEMBER, 30), one);
        }
    }

    @Test
    void aMonthIsToldWhenItWasReportedOnThatDayOrLater() {
        assertThat(KNOWN.told(SEPTEMBER, SEPTEMBER.atDay(29))).isTrue();
        assertThat(KNOWN.told(SEPTEMBER, SEPTEMBER.atDay(30))).isTrue();
        assertThat(KNOWN.told(SEPTEMBER, OCTOBER.atDay(1))).isFalse();
        assertThat(KNOWN.told(OCTOBER, SEPTEMBER.atDay(1))).isFalse();
    }

    @Test
    void aMonthComesAfterAllThatWereToldWhenNoneIsTheSameOrLaterWhateverWasToldBetween() {
        assertThat(KNOWN.latestMonth()).contains(SEPTEMBER);
        assertThat(KNOWN.monthBefore(OCTOBER)).isTrue();
        assertThat(KNOWN.monthBefore(SEPTEMBER)).isFalse();
        assertThat(KNOWN.monthBefore(SEPTEMBER.minusMonths(1))).isFalse();
        assertThat(AccountHistory.none("D1").monthBefore(SEPTEMBER)).isTrue();
    }
}
