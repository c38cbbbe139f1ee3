package io.jinqiao.repayment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.repayment.Repricing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final AnnualRate OLD = AnnualRate.parse("2.85");
    private static final AnnualRate NEW = AnnualRate.parse("2.6");
    private static final RateChange CHANGE = new RateChange(LocalDate.of(2025, 5, 8), NEW);

    @Test
    void theInstalmentThatStraddlesTheChangeIsPricedAsAgreed() {
        assertThat(third(Repricing.Straddling.OLD_RATE).interest()).isEqualTo(23_354);
        assertThat(third(Repricing.Straddling.NEW_RATE).interest()).isEqualTo(21_306);
        assertThat(third(Repricing.Straddling.BY_DAYS).interest()).as("12 of 31 days at the old rate").isEqualTo(22_099);
        assertThat(third(Repricing.Straddling.BY_DAYS).principal()).isEqualTo(third(Repricing.Straddling.NEW_RATE).principal());
    }

    private static Planned third(Repricing.Straddling straddling) {
        LocalDate paidOut = LocalDate.of(2025, 11, 20);
        Terms terms = new Terms(
                new Money(10_000_000), 120, OLD, RepaymentMethod.EQUAL_PRINCIPAL, paidOut.minusMonths(10), paidOut, new Repricing(Repricing.Day.FIRST_OF_JANUARY, straddling));
        List<Planned> plan = Schedule.plan(terms, List.of(CHANGE));
        assertThat(plan.get(2).dueOn()).isEqualTo(LocalDate.of(2026, 1, 20));
        return plan.get(2);
    }

    @Test
    void aRateChangesOnTheContractsOwnDayWhenThatIsAgreed() {
        Terms terms = terms(RepaymentMethod.EQUAL_INSTALMENT, LocalDate.of(2024, 8, 15), Repricing.Day.CONTRACT_DAY);
        List<Planned> plan = Schedule.plan(terms, List.of(CHANGE));
        assertThat(plan.get(11).dueOn()).isEqualTo(LocalDate.of(2025, 8, 15));
        assertThat(plan.get(11).total()).as("until the day itself the old rate").isEqualTo(plan.get(10).total());
        assertThat(plan.get(12).total()).isLessThan(plan.get(11).total());
    }

    @Test
    void aDueDayAtTheEndOfAMonthIsCutAndComesBack() {
        List<Planned> plan = Schedule.plan(terms(RepaymentMethod.EQUAL_INSTALMENT, LocalDate.of(2025, 12, 31), Repricing.Day.FIRST_OF_JANUARY), List.of());
        assertThat(plan.subList(0, 3)).extracting(Planned::dueOn)
                .containsExactly(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31));
    }

    @Test
    void aFirstPeriodThatIsNoMonthBearsInterestByDaysOfAThirtyDayMonth() {
        Terms terms = new Terms(
                new Money(10_000_000), 120, NEW, RepaymentMethod.EQUAL_PRINCIPAL, LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 20), january());
        assertThat(Schedule.plan(terms, List.of()).get(0).interest()).as("50 days").isEqualTo(36_111);
    }

    @Test
    void aSingleRepaymentPaysItsInterestWithItAndKeepsItsRate() {
        Terms terms = new Terms(
                new Money(10_000_000), 12, NEW, RepaymentMethod.SINGLE_REPAYMENT, LocalDate.of(2025, 3, 1), LocalDate.of(2026, 3, 1), january());
        assertThat(Schedule.plan(terms, List.of(CHANGE))).containsExactly(new Planned(1, LocalDate.of(2026, 3, 1), 10_000_000, 260_000, 0));
    }

    @Test
    void aPrepaymentMakesTheInstalmentsSmallerOrFewer() {
        Schedule smaller = Schedule.of(terms(RepaymentMethod.EQUAL_INSTALMENT, LocalDate.of(2026, 1, 10), Repricing.Day.FIRST_OF_JANUARY), List.of());
        Schedule fewer = Schedule.of(terms(RepaymentMethod.EQUAL_INSTALMENT, LocalDate.of(2026, 1, 10), Repricing.Day.FIRST_OF_JANUARY), List.of());
        long before = smaller.pay().total();
        fewer.pay();
        assertThat(smaller.prepay(5_000_000, true)).isEqualTo(5_000_000);
        fewer.prepay(5_000_000, false);
        assertThat(smaller.pay().total()).isBetween(before * 49 / 100, before * 51 / 100);
        assertThat(fewer.pay().total()).isEqualTo(before);
        assertThat(instalments(smaller)).isEqualTo(118);
        assertThat(instalments(fewer)).isBetween(50, 60);
    }

    @Test
    void neverTakesMoreThanIsOwed() {
        Schedule schedule = Schedule.of(terms(RepaymentMethod.EQUAL_PRINCIPAL, LocalDate.of(2026, 1, 10), Repricing.Day.FIRST_OF_JANUARY), List.of());
        assertThat(schedule.prepay(99_000_000, true)).isEqualTo(10_000_000);
        assertThat(schedule.runs()).isFalse();
    }

    @Test
    void refusesTermsNoLoanHas() {
        LocalDate day = LocalDate.of(2026, 1, 10);
        assertThatThrownBy(() -> new Terms(new Money(1), 361, NEW, RepaymentMethod.EQUAL_PRINCIPAL, day, day.plusMonths(1), january()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms(new Money(1), 13, NEW, RepaymentMethod.SINGLE_REPAYMENT, day, day.plusMonths(1), january()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms(new Money(1), 12, NEW, RepaymentMethod.FREE, day, day.plusMonths(1), january()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms(new Money(1), 12, NEW, RepaymentMethod.EQUAL_PRINCIPAL, day, day, january()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int instalments(Schedule schedule) {
        int count = 0;
        for (; schedule.runs(); count++) {
            schedule.pay();
        }
        assertThat(schedule.balance()).isZero();
        return count;
    }

    private static Terms terms(RepaymentMethod method, LocalDate disbursedOn, Repricing.Day day) {
        return new Terms(
                new Money(10_000_000), 120, OLD, method, disbursedOn, disbursedOn.plusMonths(1), new Repricing(day, Repricing.Straddling.NEW_RATE));
    }

    private static Repricing january() {
        return new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE);
    }
}
