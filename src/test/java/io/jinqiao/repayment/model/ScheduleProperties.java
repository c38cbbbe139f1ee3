package io.jinqiao.repayment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.Repricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever was agreed, whatever the rate did and whatever was prepaid. Each try is many contracts; {@code -Djinqiao.contracts=1000000} makes it a million
 * in all.
 */
class ScheduleProperties {
    private static final int TRIES = 20;
    private static final int EACH = Integer.getInteger("jinqiao.contracts", 4_000) / TRIES;

    @Property(tries = TRIES)
    void whatWasPaidAndWhatIsOwedAreTheLoanAtAnyMoment(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            Terms terms = terms(random);
            Schedule schedule = Schedule.of(terms, changes(random, terms.disbursedOn()));
            long paid = 0;
            int instalments = 0;
            while (schedule.runs()) {
                Planned planned = schedule.pay();
                paid += planned.principal();
                requireSound(terms, planned, paid, schedule.balance());
                if (random.nextInt(40) == 0) {
                    paid += schedule.prepay(random.nextLong(1 + schedule.balance() * 5 / 4), random.nextBoolean());
                }
                instalments++;
            }
            if (paid != terms.amount().fen() || schedule.balance() != 0 || instalments > terms.instalments()) {
                throw new AssertionError(terms + " ends with " + paid + " paid, " + schedule.balance() + " owed after " + instalments);
            }
        }
    }

    private static void requireSound(Terms terms, Planned planned, long paid, long balance) {
        if (paid + balance != terms.amount().fen() || planned.balance() != balance || planned.principal() < 0 || planned.interest() < 0) {
            throw new AssertionError(terms + " at " + planned + ": " + paid + " paid");
        }
    }

    private static Terms terms(Random random) {
        RepaymentMethod method = List.of(RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.SINGLE_REPAYMENT).get(random.nextInt(3));
        LocalDate paidOut = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000));
        int months = 1 + random.nextInt(method == RepaymentMethod.SINGLE_REPAYMENT ? 12 : 360);
        LocalDate firstDue = method == RepaymentMethod.SINGLE_REPAYMENT ? paidOut.plusMonths(months) : paidOut.plusDays(1 + random.nextInt(50));
        long fen = random.nextInt(10) == 0 ? 1 + random.nextInt(1_000) : 1 + random.nextLong(random.nextInt(20) == 0 ? 100_000_000_000L : 200_000_000L);
        Repricing repricing = new Repricing(
                Repricing.Day.values()[random.nextInt(2)], Repricing.Straddling.values()[random.nextInt(3)]);
        return new Terms(new Money(fen), months, rate(random), method, paidOut, firstDue, repricing);
    }

    private static List<RateChange> changes(Random random, LocalDate from) {
        List<RateChange> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            changes.add(new RateChange(from.plusDays(random.nextInt(6_000) - 500L), rate(random)));
        }
        return changes;
    }

    private static AnnualRate rate(Random random) {
        return new AnnualRate(BigDecimal.valueOf(1 + random.nextInt(random.nextInt(50) == 0 ? 2_400_000 : 500_000), 5));
    }

    @Property(tries = 200)
    void daysOfAThirtyDayMonthAddUpOverMonths(@ForAll int day, @ForAll int months) {
        LocalDate from = LocalDate.of(2020, 1, 1).plusDays(Math.floorMod(day, 4_000));
        LocalDate first = from.withDayOfMonth(1);
        int count = Math.floorMod(months, 400);
        assertThat(DayCount.THIRTY_360.days(first, first.plusMonths(count))).isEqualTo(30L * count);
    }
}
