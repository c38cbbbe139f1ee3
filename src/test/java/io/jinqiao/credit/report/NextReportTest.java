package io.jinqiao.credit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.ledger.Acceptance;
import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.ReportContext;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.record.Validation;
import io.jinqiao.message.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NextReportTest {
    private static final NextReport NEXT = new NextReport(new AccountRecords(Samples.type("210")));
    private static final LocalDate OPENED = LocalDate.of(2025, 3, 12);

    private static AccountFacts account(LocalDate opened) {
        return new AccountFacts(
                Samples.PROVIDER + "GJJ1",
                new AccountFacts.Person("测试甲", "10", "999999199003071234"),
                Samples.PROVIDER,
                opened,
                opened.plusYears(20),
                Money.parse("60000000"),
                "11",
                240,
                "2",
                "24",
                "1",
                "110000",
                List.of(new AccountFacts.Responsible(new AccountFacts.Person("测试乙", "10", "99999919920815456X"), "1", null, null)),
                List.of(Samples.PROVIDER + "DY1"));
    }

    private static MonthFacts month(YearMonth month, int late, LocalDate closedOn) {
        LocalDate end = month.atEndOfMonth();
        boolean closed = closedOn != null;
        Money debt = new Money(closed ? 0 : 199_050L * late);
        return new MonthFacts(
                month,
                closed ? null : month.atDay(12),
                new Money(closed ? 0 : 54_430_149),
                210,
                closed ? 0 : late,
                closed ? 0 : (int) (late == 0 ? 0 : end.getDayOfMonth() - 12 + 30L * (late - 1)),
                debt,
                debt,
                MonthFacts.Aged.NONE,
                closed ? Money.ZERO : new Money(328_333),
                late == 0 ? new Money(328_333) : Money.ZERO,
                false,
                closed ? closedOn : late == 0 ? month.atDay(12) : OPENED,
                "1",
                closed ? closedOn : end,
                closedOn,
                List.of());
    }

    private static List<String> wrong(AccountHistory history, CreditRecord record, LocalDate day) {
        List<String> wrong = new ArrayList<>();
        Validation.of(record, new ReportContext(Samples.REPORTER, day.plusDays(1))).forEach(f -> wrong.add(f.toString()));
        Acceptance.of(history, record).forEach(f -> wrong.add(f.toString()));
        return wrong;
    }

    private static String event(CreditRecord record) {
        return record.value("RptDateCode");
    }

    @Property(tries = 300)
    void everyMonthOfEveryCourseOfALoanIsLawful(@ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int months) {
        AccountHistory history = AccountHistory.none("D1");
        AccountFacts account = account(OPENED);
        int late = 0;
        for (int i = 0; i < months; i++) {
            YearMonth month = YearMonth.from(OPENED).plusMonths(i);
            late = random.nextInt(4) == 0 ? late + 1 : random.nextInt(3) == 0 ? 0 : late;
            LocalDate closedOn = i == months - 1 && random.nextBoolean() ? month.atDay(20) : null;
            LocalDate end = month.atEndOfMonth();
            CreditRecord record = NEXT.at(history, account, month(month, late, closedOn), end, false).orElseThrow();
            assertThat(wrong(history, record, end)).isEmpty();
            history = history.with(Accepted.of(record));
            if (closedOn != null) {
                assertThat(NEXT.at(history, account, month(month.plusMonths(1), 0, closedOn), month.plusMonths(1).atEndOfMonth(), false)).isEmpty();
            }
        }
    }

    @Test
    void anAccountBeginsAsNewOrWhenItIsOlderAsKnown() {
        YearMonth march = YearMonth.of(2025, 3);
        assertThat(NEXT.at(AccountHistory.none("D1"), account(OPENED), month(march, 0, null), march.atEndOfMonth(), false).map(NextReportTest::event)).contains("10");
        YearMonth april = march.plusMonths(1);
        assertThat(NEXT.at(AccountHistory.none("D1"), account(OPENED), month(april, 0, null), april.atEndOfMonth(), false).map(NextReportTest::event)).contains("31");
    }

    @Test
    void thirtyDaysAreNotNewAnyMore() {
        LocalDate opened = LocalDate.of(2025, 3, 1);
        YearMonth march = YearMonth.of(2025, 3);
        CreditRecord record = NEXT.at(AccountHistory.none("D1"), account(opened), month(march, 0, null), march.atEndOfMonth(), false).orElseThrow();
        assertThat(event(record)).isEqualTo("31");
    }

    @Test
    void whatWasOpenedAndClosedBeforeItWasToldIsToldOnceAndWhole() {
        YearMonth march = YearMonth.of(2025, 3);
        CreditRecord record = NEXT.at(AccountHistory.none("D1"), account(OPENED), month(march, 0, march.atDay(20)), march.atEndOfMonth(), false).orElseThrow();
        assertThat(event(record)).isEqualTo("32");
        assertThat(wrong(AccountHistory.none("D1"), record, march.atEndOfMonth())).isEmpty();
    }

    @Test
    void anAccountThatWasHandedOverIsToldNoMore() {
        AccountHistory history = AccountHistory.none("D1").with(Accepted.of(Samples.account())).handedOver();
        YearMonth march = YearMonth.of(2027, 3);
        assertThat(NEXT.at(history, account(OPENED), month(march, 0, null), march.atEndOfMonth(), false)).isEqualTo(Optional.empty());
    }

    @Test
    void arrearsOfAFewFenAreTold() {
        assertThat(Yuan.of(Money.ZERO)).isEqualTo("0");
        assertThat(Yuan.of(new Money(3))).isEqualTo("1");
        assertThat(Yuan.of(new Money(149))).isEqualTo("1");
        assertThat(Yuan.of(new Money(150))).isEqualTo("2");
    }

    @Test
    void lateIsToldInStepsOfThirtyDays() {
        assertThat(List.of(1, 30, 31, 60, 61, 90, 91, 120, 121, 150, 151, 180, 181, 4000)).extracting(Standing::lateFor)
                .containsExactly("1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "6", "6", "7", "7");
    }
}
