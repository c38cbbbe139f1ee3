package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.ProposeOpening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loans older than the gateway are opened by two people. */
class OpeningsTest extends WithLedgers {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate PAID_OUT = LocalDate.of(2020, 3, 15);

    @Test
    void anotherPersonConfirmsAndTheLoanIsOpenAsItWasProposed() {
        OpenLoan loan = older("O1");
        long number = propose(loan);
        assertThat(open("O1")).isZero();
        assertThat(refusal(() -> ledgers.desk.answerOpening(number, true, "anna")).get(0).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        answer(number, true);
        assertThat(ledgers.lines("SELECT concat_ws(' ', contract_no, amount_fen, months, annual_rate, method, disbursed_on, first_due, repricing_day, straddling,"
                        + " penalty_base, penalty_times, day_count, grace_days, balance_fen, balance_on, opened_by, confirmed_by) FROM repayment_account WHERE account_no = 'O1'"))
                .containsExactly("HTO1 1000000 120 2.60000 equal-principal 2020-03-15 2020-04-15 first-of-january new-rate principal-and-interest 1.5000 actual-360 0"
                        + " 600000 2026-10-31 anna bert");
        assertThat(refusal(() -> answer(number, true)).get(0).code()).isEqualTo(FailureCode.ALREADY_ANSWERED);
    }

    @Test
    void whatIsTurnedDownOpensNothing() {
        answer(propose(older("O2")), false);
        assertThat(open("O2")).isZero();
        assertThat(ledgers.lines("SELECT partner || ' ' || loans || ' ' || balance_fen || ' ' || confirmed FROM repayment_fact_opening WHERE answered_by = 'bert' AND NOT confirmed"))
                .containsExactly("bank-a 1 600000 false");
        assertThat(refusal(() -> answer(999_999, true)).get(0).code()).isEqualTo(FailureCode.REPAYMENT_OPENING_UNKNOWN);
    }

    @Test
    void aLoanThatIsOpenIsNotOpenedAgainAndNeitherAreTheOthersWithIt() {
        ledgers.open(older("O3"));
        long number = propose(older("O4"), older("O3"));
        assertThat(refusal(() -> answer(number, true)).get(0).code()).isEqualTo(FailureCode.REPAYMENT_ACCOUNT_OPEN);
        assertThat(open("O4")).isZero();
    }

    @Test
    void everythingThatCannotBeIsToldAtOnce() {
        OpenLoan loan = older("O5");
        OpenLoan impossible = new OpenLoan(
                BANK, "O5", null, null, new Money(500), loan.months(), loan.rate(), loan.method(), loan.disbursedOn(), loan.disbursedOn(), loan.repricing(), loan.penalty(),
                new Money(501), LocalDate.of(2027, 1, 1));
        assertThat(refusal(() -> propose(loan, impossible))).extracting(Problem::field)
                .containsExactly("loans[1].months", "loans[1].balance", "loans[1].balanceOn", "loans[1].accountNo");
    }

    @Test
    void whatABankTellsBeginsTheDayAfterAndAnInstalmentFromBeforeMayHaveBeenPaidInPartAlready() {
        ledgers.open(older("O6"));
        LocalDate due = LocalDate.of(2026, 10, 15);
        Told late = Told.paid("O6", 79, due, 8_000, 595_000).on(LocalDate.of(2026, 11, 3)).with("paidOn", "2026-11-03");
        TestFile file = new TestFile(BANK, "FO6", null, LocalDate.of(2026, 11, 3), List.of(late));
        assertThat(ledgers.take(file).refusedRows()).as("5,000 of its 8,000 were paid since").isZero();
        Told before = Told.paid("O6", 79, due, 8_000, 595_000).on(LocalDate.of(2026, 10, 31)).with("paidOn", "2026-10-30");
        assertThat(ledgers.take(new TestFile(BANK, "FO7", null, LocalDate.of(2026, 11, 3), List.of(before))).refused().get(0).problem().code())
                .isEqualTo(FailureCode.REPAYMENT_DATE_IMPLAUSIBLE);
        ledgers.open(older("O7"));
        Told tooMuch = Told.paid("O7", 79, due, 8_000, 591_999).on(LocalDate.of(2026, 11, 3)).with("paidOn", "2026-11-03");
        assertThat(ledgers.take(new TestFile(BANK, "FO8", null, LocalDate.of(2026, 11, 3), List.of(tooMuch))).refused().get(0).problem().code())
                .isEqualTo(FailureCode.REPAYMENT_SUM_WRONG);
    }

    @Test
    void whatABankPaidOutIsOpenUnderTheTermsAgreedWithItAndWithoutTermsTwoPeopleMust(@TempDir Path home) throws IOException {
        String rules = Files.readString(Path.of("src/main/resources/rules/repayment.yaml"));
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/repayment.yaml"), rules.replace("banks: []", """
                banks:
                  - bank: bank-a
                    agreement:
                      tolerated-permille: 5
                      daily-file: {expected: every-day, by: "10:00"}
                      ledger: bank
                      terms: {repricing-day: first-of-january, straddling: new-rate, penalty-base: principal, penalty-times: 1.5, penalty-days: actual-360, grace-days: 3}
                """));
        try (Ledgers agreed = new Ledgers(home)) {
            for (String bank : List.of("bank-a", "bank-b")) {
                agreed.in(() -> agreed.desk.disbursed(Outcome.accepted(Content.Group.EMPTY).with(paidOut(bank))));
                agreed.in(() -> agreed.desk.disbursed(Outcome.accepted(Content.Group.EMPTY).with(paidOut(bank))));
            }
            assertThat(agreed.lines("SELECT concat_ws(' ', bank, account_no, contract_no, application_no, amount_fen, months, annual_rate, method, disbursed_on, first_due,"
                            + " penalty_base, penalty_times, grace_days, balance_fen, balance_on, opened_by) FROM repayment_account"))
                    .containsExactly("bank-a DK9 JK9 APP9 60000000 240 2.60000 equal-instalment 2026-11-25 2026-12-20 principal 1.5000 3 60000000 2026-11-25 gateway");
        }
    }

    private static Consequence paidOut(String bank) {
        LocalDate on = LocalDate.of(2026, 11, 25);
        DisbursementInstruction told = new DisbursementInstruction(
                "FK9", "APP9", "JK9", "HB9", new DisbursementInstruction.Payer("样例中心", "99001", "105000000000"),
                new DisbursementInstruction.Payee("样例开发", "99002", "105000000000", LoanApplication.Accounts.PayeeKind.SELLER), new Money(60_000_000), 240, AnnualRate.parse("2.6"), "2025-05",
                LoanApplication.RepaymentMethod.EQUAL_INSTALMENT, 20, "99003", on, null);
        return new Consequence.Disbursed(new PartnerId(bank), "APP9", told, new DisbursementInstruction.Answer("FK9", null, null, "H9", "DK9", on, on, LocalDate.of(2026, 12, 20)));
    }

    private static OpenLoan older(String account) {
        OpenLoan loan = Ledgers.loan(BANK, account, 1_000_000, PAID_OUT);
        return new OpenLoan(
                BANK, account, loan.contractNo(), null, loan.amount(), loan.months(), loan.rate(), loan.method(), loan.disbursedOn(), loan.firstDue(), loan.repricing(),
                loan.penalty(), new Money(600_000), LocalDate.of(2026, 10, 31));
    }

    private static long propose(OpenLoan... loans) {
        return ledgers.in(() -> ledgers.desk.proposeOpening(new ProposeOpening(BANK, List.of(loans), "taken over from the old system", "anna")));
    }

    private static void answer(long number, boolean confirmed) {
        ledgers.in(() -> {
            ledgers.desk.answerOpening(number, confirmed, "bert");
            return true;
        });
    }

    private static List<Problem> refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems();
    }

    private static long open(String account) {
        return ledgers.count("SELECT count(*) FROM repayment_account WHERE account_no = '" + account + "'");
    }
}
