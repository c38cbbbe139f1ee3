package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Deductibles.BANK;
import static io.jinqiao.repayment.desk.Deductibles.parts;
import static io.jinqiao.repayment.desk.Deductibles.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.OverdueLedger.At;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.repayment.store.PenaltyStore;
import io.jinqiao.repayment.store.PlanStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loans of 2.85 % paid out before the published change to 2.6 % of 2025-05-08: everything reckons with the rate that reached them. */
class RepricedLoansTest {
    private static final LocalDate PAID_OUT = LocalDate.of(2025, 4, 20);
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 20);
    private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 20);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 20);
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    Path home;

    private Ledgers ledgers;
    private Deductibles here;
    private OverdueLedger ledger;

    @BeforeEach
    void open() throws IOException {
        here = new Deductibles(home);
        ledgers = here.ledgers;
        ledgers.clock.set("2026-01-20T12:00:00Z");
        ledger = new LedgerDesk(ledgers.jdbc, new PenaltyStore(ledgers.jdbc, Ledgers.RATES), new PlanStore(ledgers.jdbc, Ledgers.RATES));
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    /** 1,120,000 fen at 2.85 % are 2,660 a month, at 2.6 % 2,427 (2,426.67); twelve of the 31 days lie before the first of January. */
    @ParameterizedTest
    @CsvSource({
        "FIRST_OF_JANUARY, NEW_RATE, 2.85, 2427", "FIRST_OF_JANUARY, OLD_RATE, 2.85, 2660", "FIRST_OF_JANUARY, BY_DAYS, 2.85, 2517", "CONTRACT_DAY, NEW_RATE, 2.85, 2660",
        "FIRST_OF_JANUARY, NEW_RATE, 2.7, 2520"
    })
    void anInstalmentIsOrderedAndComparedAtTheRateThatReachedTheLoan(Repricing.Day day, Repricing.Straddling straddling, String rate, long interest) {
        open("A1", new Repricing(day, straddling), rate, 1_120_000, DECEMBER);
        assertThat(refused(() -> here.run("R1", Source.BANK_ACCOUNT, line(interest + 1)))).singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).containsExactly("" + interest, "" + interest));
        assertThat(here.run("R1", Source.BANK_ACCOUNT, line(interest)).outgoing()).hasSize(1);
        ledgers.take(new TestFile(BANK, "F1", null, JANUARY, List.of(told(9, JANUARY, JANUARY, interest, 1_120_000))));
        assertThat(ledger.plans(new At(JANUARY, LATER), BANK, "A1")).singleElement().satisfies(one -> {
            assertThat(one.interestByTerms().fen()).isEqualTo(interest);
            assertThat(one.planned()).isEqualTo(new Money(10_000));
        });
    }

    @Test
    void penaltyInterestOfEachDayIsAtTheRateInForceOnIt() {
        open("A1", new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE), "2.85", 1_130_000, NOVEMBER);
        ledgers.take(new TestFile(BANK, "F1", null, JANUARY, List.of(told(8, DECEMBER, JANUARY, 2_684, 1_130_000))));
        // 12,684 fen × 1.5 × (12 days at 2.85 % and 19 at 2.6 %) / 360 are 44.2; all at 2.85 % they were 46.7
        assertThat(ledger.penalties(new At(JANUARY, LATER), BANK, "A1")).singleElement().satisfies(one -> assertThat(one.byTerms().fen()).isEqualTo(44));
    }

    private static DeductionOrder.Line line(long interest) {
        return new DeductionOrder.Line(1, "A1", 9, "6228000000000001", "沐示例", parts(10_000, interest), true, null);
    }

    private static Told told(int instalment, LocalDate dueOn, LocalDate day, long interest, long balance) {
        Content.Group row = Told.unpaid("A1", instalment, dueOn, 10_000, balance).on(day).row();
        return new Told(row.with("unpaid", Told.parts(10_000, interest)));
    }

    private void open(String account, Repricing repricing, String rate, long balance, LocalDate balanceOn) {
        ledgers.open(new OpenLoan(
                BANK, account, null, null, new Money(1_200_000), 120, AnnualRate.parse(rate), RepaymentMethod.EQUAL_PRINCIPAL, PAID_OUT, PAID_OUT.plusMonths(1), repricing,
                new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(balance), balanceOn));
    }
}
