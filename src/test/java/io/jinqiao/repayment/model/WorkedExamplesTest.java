package io.jinqiao.repayment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers were worked out elsewhere, with a decimal library of another language. */
class WorkedExamplesTest {
    private static final Money LOAN = new Money(60_000_000);
    private static final AnnualRate RATE = AnnualRate.parse("2.6");

    @Test
    void equalInstalmentsOfTwentyYears() {
        List<Planned> plan = Schedule.plan(terms(RepaymentMethod.EQUAL_INSTALMENT, RATE, LocalDate.of(2026, 1, 15)), List.of());
        assertThat(plan).hasSize(240);
        assertThat(plan.get(0)).isEqualTo(new Planned(1, LocalDate.of(2026, 2, 15), 190_873, 130_000, 59_809_127));
        assertThat(plan.get(1)).isEqualTo(new Planned(2, LocalDate.of(2026, 3, 15), 191_287, 129_586, 59_617_840));
        assertThat(plan.get(0).total()).isEqualTo(320_873);
        assertThat(plan.get(21).interest()).as("the closed formula says 1 211.25 here").isEqualTo(121_124);
        assertThat(plan.get(238)).isEqualTo(new Planned(239, LocalDate.of(2045, 12, 15), 319_487, 1_386, 320_122));
        assertThat(plan.get(239)).isEqualTo(new Planned(240, LocalDate.of(2046, 1, 15), 320_122, 694, 0));
        assertThat(plan.get(239).total()).isEqualTo(320_816);
        assertThat(interest(plan)).isEqualTo(17_009_463);
    }

    @Test
    void equalPrincipalOfTwentyYears() {
        List<Planned> plan = Schedule.plan(terms(RepaymentMethod.EQUAL_PRINCIPAL, RATE, LocalDate.of(2026, 1, 15)), List.of());
        assertThat(plan).hasSize(240).allMatch(instalment -> instalment.principal() == 250_000);
        assertThat(plan.get(0).total()).isEqualTo(380_000);
        assertThat(plan.get(1).total()).isEqualTo(379_458);
        assertThat(plan.get(239).total()).isEqualTo(250_542);
        assertThat(interest(plan)).isEqualTo(15_665_000);
    }

    @Test
    void aRateThatChangesOnTheFirstOfJanuaryAfterSevenInstalments() {
        Terms terms = terms(RepaymentMethod.EQUAL_INSTALMENT, AnnualRate.parse("2.85"), LocalDate.of(2025, 5, 20));
        List<Planned> plan = Schedule.plan(terms, List.of(new RateChange(LocalDate.of(2025, 6, 8), RATE)));
        assertThat(plan.get(0).total()).isEqualTo(328_271);
        assertThat(plan.get(0)).isEqualTo(new Planned(1, LocalDate.of(2025, 6, 20), 185_771, 142_500, 59_814_229));
        assertThat(plan.get(6)).extracting(Planned::dueOn, Planned::balance).containsExactly(LocalDate.of(2025, 12, 20), 58_690_301L);
        assertThat(plan.get(7).total()).isEqualTo(321_065);
        assertThat(plan.get(7)).extracting(Planned::interest, Planned::principal).containsExactly(127_162L, 193_903L);
        assertThat(plan.get(239).total()).isEqualTo(321_060);
    }

    @ParameterizedTest
    @CsvSource({
        "PRINCIPAL_AND_INTEREST, 1.5, ACTUAL_360, 1634",
        "PRINCIPAL_AND_INTEREST, 1.5, THIRTY_360, 1599",
        "PRINCIPAL_AND_INTEREST, 1.5, ACTUAL_365, 1611",
        "PRINCIPAL_AND_INTEREST, 1.3, ACTUAL_360, 1416",
        "PRINCIPAL_AND_INTEREST, 1.3, THIRTY_360, 1386",
        "PRINCIPAL_AND_INTEREST, 1.3, ACTUAL_365, 1397",
        "PRINCIPAL, 1.5, ACTUAL_360, 972",
        "PRINCIPAL, 1.5, THIRTY_360, 951",
        "PRINCIPAL, 1.5, ACTUAL_365, 959"
    })
    void penaltyOfTheFirstInstalmentPaidSixWeeksLate(Penalty.Base base, BigDecimal times, DayCount days, long fen) {
        Penalty agreed = new Penalty(base, times, days, 0);
        assertThat(penalty(agreed, LocalDate.of(2026, 5, 1))).isEqualTo(new Money(fen));
    }

    @Test
    void withinItsGraceNothingIsChargedAndOneDayLaterAllDaysAre() {
        Penalty agreed = new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 3);
        assertThat(penalty(agreed, LocalDate.of(2026, 3, 18))).isEqualTo(Money.ZERO);
        assertThat(penalty(agreed, LocalDate.of(2026, 3, 19))).isEqualTo(new Money(139));
    }

    private static Money penalty(Penalty agreed, LocalDate paidOn) {
        return agreed.accrued(new Money(190_873), new Money(130_000), RATE, LocalDate.of(2026, 3, 15), paidOn);
    }

    static Terms terms(RepaymentMethod method, AnnualRate rate, LocalDate disbursedOn) {
        return new Terms(
                LOAN, 240, rate, method, disbursedOn, disbursedOn.plusMonths(1), new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE));
    }

    private static long interest(List<Planned> plan) {
        return plan.stream().mapToLong(Planned::interest).sum();
    }
}
