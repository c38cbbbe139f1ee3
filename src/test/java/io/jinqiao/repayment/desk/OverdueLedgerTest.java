package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FileResult;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.OverdueLedger.At;
import io.jinqiao.repayment.OverdueLedger.InstalmentStanding;
import io.jinqiao.repayment.OverdueLedger.LoanStanding;
import io.jinqiao.repayment.OverdueLedger.Which;
import io.jinqiao.repayment.store.PenaltyStore;
import io.jinqiao.repayment.store.PlanStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One loan of 1,000,000 fen at a time, paid out on 10 January, due on every 10th with 8,000 of principal and 5,000 of interest. */
class OverdueLedgerTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static Ledgers ledgers;
    private static OverdueLedger ledger;
    private static int number;
    private String account = "";
    private long balance = 1_000_000;

    @BeforeAll
    static void open() {
        ledgers = new Ledgers();
        ledger = new LedgerDesk(ledgers.jdbc, new PenaltyStore(ledgers.jdbc, Ledgers.RATES), new PlanStore(ledgers.jdbc, Ledgers.RATES));
    }

    @AfterAll
    static void close() {
        ledgers.close();
    }

    @BeforeEach
    void aLoan() {
        account = "V" + ++number;
        ledgers.clock.set("2028-01-01T02:00:00Z");
        ledgers.open(Ledgers.loan(BANK, account, 1_000_000, LocalDate.of(2026, 1, 10)));
    }

    @Test
    void theLedgerIsAskedForLoansByInstalmentsMethodGroupAndApplication() {
        ledgers.open(Ledgers.loan(BANK, account + "G", 1_000_000, LocalDate.of(2026, 1, 10)));
        missed(1);
        ledgers.jdbc.sql("UPDATE repayment_account SET application_no = 'AP' || account_no WHERE account_no = ?").param(account).update();
        ledgers.jdbc.sql("INSERT INTO repayment_contribution SELECT id, '2026-02-01', 'flexible', true, NULL, '2026-03-01', 'core' FROM repayment_account WHERE account_no = ?")
                .param(account)
                .update();
        LocalDate day = due(1).plusDays(1);
        assertThat(asked(day, new Which(BANK, 1, 1, RepaymentMethod.EQUAL_PRINCIPAL, Contributor.FLEXIBLE, List.of("x", BANK.value() + " AP" + account)))).containsExactly(account);
        assertThat(asked(day, new Which(null, 1, 1, null, null, List.of("bank-b AP" + account)))).as("of another bank under the same number").isEmpty();
        assertThat(asked(day, new Which(BANK, 2, 6, null, null, null))).isEmpty();
        assertThat(asked(day, new Which(BANK, 1, 6, RepaymentMethod.EQUAL_INSTALMENT, null, null))).isEmpty();
        assertThat(asked(day, new Which(BANK, 1, 6, null, Contributor.EMPLOYED, null))).isEmpty();
        assertThat(asked(day, new Which(BANK, 1, 6, null, null, List.of()))).isEmpty();
        assertThat(asked(day, new Which(new PartnerId("bank-b"), 1, 6, null, null, null))).isEmpty();
        assertThat(ledger.standing(new At(day, LATER), BANK, account)).hasValueSatisfying(loan -> assertThat(loan.group()).isEqualTo(Contributor.FLEXIBLE));
        assertThat(ledger.standing(new At(day, LATER), BANK, account + "G")).isEmpty();
    }

    @Test
    void sumsAreThoseOfAllSuchLoansAndNotOfTheOnesThatAreListed() {
        String first = account;
        missed(1);
        missed(2);
        missed(3);
        aLoan();
        missed(1);
        LocalDate day = due(3).plusDays(40);
        ledgers.jdbc.sql("UPDATE repayment_account SET application_no = 'AP' || account_no WHERE account_no IN (?, ?)").params(first, account).update();
        Which which = new Which(BANK, 1, 360, null, null, List.of(BANK.value() + " AP" + first, BANK.value() + " AP" + account));
        assertThat(ledger.overdue(new At(day, LATER), which, 0, 1)).extracting(LoanStanding::accountNo).containsExactly(first);
        assertThat(ledger.overdue(new At(day, LATER), which, 1, 1)).as("the next page").extracting(LoanStanding::accountNo).containsExactly(account);
        assertThat(ledger.overdue(new At(day, LATER), which, 2, 1)).isEmpty();
        assertThat(ledger.sum(new At(day, LATER), which)).isEqualTo(new OverdueLedger.Sum(2, 1, 2, new Money(52_000), new Money(2_000_000)));
        assertThat(ledger.sum(new At(day, LATER), new Which(BANK, 1, 360, null, null, List.of()))).isEqualTo(new OverdueLedger.Sum(0, 0, 0, Money.ZERO, Money.ZERO));
    }

    @Test
    void penaltyInterestIsHeldAgainstTheTermsOfTheLoanPartByPart() {
        LocalDate due = due(1);
        take(due.plusDays(1), Told.unpaid(account, 1, due, 8_000, 1_000_000).on(due.plusDays(1)));
        Told part = Told.unpaid(account, 1, due, 8_000, 997_000).on(due.plusDays(30)).with("paidOn", due.plusDays(30)).with("source", "bank-account").with("result", "partly-paid");
        take(due.plusDays(30), new Told(part.row().with("paid", Told.parts(3_000, 5_000)).with("unpaid", Told.parts(5_000, 0))));
        OverdueLedger.PenaltyStanding now = ledger.penalties(new At(due.plusDays(47), LATER), BANK, account).get(0);
        // 2.6 % × 1.5 / 360: 8,000 fen for 30 days are 26; 5,000 fen until the bank told last, the 30th day, are 16.25
        assertThat(now.byTerms().fen()).isEqualTo(26 + 16);
        assertThat(now.told().fen()).isZero();
        assertThat(now.difference()).isEqualTo(-42);
        assertThat(ledger.penalties(new At(due.plusDays(1), LATER), BANK, account).get(0).byTerms().fen()).as("one day of 13,000").isEqualTo(1);
        assertThat(ledger.penalties(new At(due.plusDays(1), Instant.parse("2020-01-01T00:00:00Z")), BANK, account)).as("nothing was known then").isEmpty();
    }

    /** By the terms 8,333 of principal; interest 2,167, 2,149, 2,131, 2,113, from what is not due yet. */
    @Test
    void interestAndPrincipalAreHeldAgainstTheTermsOfTheLoanToTheFen() {
        take(due(1), told(1, 8_333, 2_167, 0, 0, 991_667));
        take(due(2), told(2, 8_333, 2_148, 0, 0, 983_334));
        take(due(3), told(3, 0, 0, 8_333, 2_131, 983_334));
        take(due(4), told(4, 8_333, 2_113, 0, 0, 975_001));
        assertThat(plans(due(4))).as("an instalment in arrears bears no interest of the next ones twice").containsExactly(
                "1: 2167 2167, 8333 8333", "2: 2148 2149, 8333 8333", "3: 2131 2131, 8333 8333", "4: 2113 2113, 8333 8333");
        assertThat(ledger.differences(new At(due(2), LATER), BANK, 100)).filteredOn(one -> one.accountNo().equals(account)).singleElement()
                .satisfies(one -> assertThat(one.interestDifference()).isEqualTo(-1));
        assertThat(ledger.differences(new At(due(2).plusDays(3), LATER), BANK, 100)).as("nothing was told of it that day").noneMatch(one -> one.accountNo().equals(account));
    }

    @Test
    void aLoanThatLeftItsPlanIsHeldAgainstItsInterestAlone() {
        take(due(1), told(1, 108_333, 2_167, 0, 0, 891_667));
        take(due(2), told(2, 7_500, 1_932, 0, 0, 884_167));
        assertThat(plans(due(2))).as("more principal than planned is shown once, where it was").containsExactly("1: 2167 2167, 108333 8333", "2: 1932 1932, 7500 null");
    }

    @Test
    void aPrepaymentAfterAPaymentInTimeMakesNothingLate() {
        LocalDate ahead = due(1).plusDays(8);
        take(due(1), Told.paid(account, 1, due(1), 8_000, 992_000));
        take(ahead, Told.paid(account, 1, due(1), 108_000, 892_000).on(ahead).with("paidOn", ahead).with("source", "prepayment"));
        assertThat(late(ahead)).isEqualTo("1 f f");
        assertThat(month(due(1))).as("paid in time; what was prepaid is what came on top").isEqualTo("f 100000");
        LocalDate next = ahead.plusMonths(1);
        take(next, Told.paid(account, 1, due(1), 158_000, 842_000).on(next).with("paidOn", next).with("source", "prepayment"));
        assertThat(month(next)).isEqualTo("f 50000");
    }

    @Test
    void whatWasPaidLateStaysLateWhateverIsPrepaidAfterwards() {
        take(due(1), Told.unpaid(account, 1, due(1), 8_000, 1_000_000));
        LocalDate paid = due(1).plusDays(3);
        take(paid, Told.paid(account, 1, due(1), 8_000, 992_000).on(paid).with("paidOn", paid));
        LocalDate ahead = paid.plusDays(2);
        take(ahead, Told.paid(account, 1, due(1), 108_000, 892_000).on(ahead).with("paidOn", ahead).with("source", "prepayment"));
        assertThat(late(ahead)).isEqualTo("1 f t");
        assertThat(month(due(1))).isEqualTo("t 100000");
    }

    private String late(LocalDate day) {
        return ledgers.lines("SELECT concat_ws(' ', i.instalment, i.overdue, i.late) FROM repayment_instalments('" + day + "', 'infinity') i JOIN repayment_account a ON a.id = i.account"
                + " WHERE a.account_no = '" + account + "'").get(0);
    }

    private String month(LocalDate day) {
        return ledgers.lines("SELECT concat_ws(' ', paid_after_due, prepaid_fen) FROM repayment_fact_month WHERE account_no = '" + account + "' AND month = '" + day.withDayOfMonth(1) + "'")
                .get(0);
    }

    private List<String> plans(LocalDate day) {
        return ledger.plans(new At(day, LATER), BANK, account).stream()
                .map(one -> one.instalment() + ": " + one.interest().fen() + " " + one.interestByTerms().fen() + ", " + one.principal().fen() + " " + (one.planned() == null ? null : one.planned().fen()))
                .toList();
    }

    private Told told(int instalment, long principal, long interest, long owedPrincipal, long owedInterest, long owed) {
        Told told = principal > 0 ? Told.paid(account, instalment, due(instalment), principal, owed) : Told.unpaid(account, instalment, due(instalment), principal, owed);
        return new Told(told.row().with("paid", Told.parts(principal, interest)).with("unpaid", Told.parts(owedPrincipal, owedInterest)));
    }

    private List<String> asked(LocalDate day, Which which) {
        return ledger.overdue(new At(day, LATER), which, 0, 1_000).stream().map(LoanStanding::accountNo).filter(account::equals).toList();
    }

    @Test
    void anInstalmentIsOverdueFromTheDayAfterItsDueDayUntilItIsPaidAndCountsForEver() {
        missed(1);
        assertThat(at(due(1))).isNull();
        assertThat(at(due(1).plusDays(1))).extracting(LoanStanding::overdue, LoanStanding::days, LoanStanding::owed, LoanStanding::owedPrincipal, LoanStanding::balanceAtRisk)
                .containsExactly(1, 1, new Money(13_000), new Money(8_000), new Money(1_000_000));
        paidLate(1, due(1).plusDays(20));
        assertThat(at(due(1).plusDays(19))).extracting(LoanStanding::overdue).isEqualTo(1);
        assertThat(at(due(1).plusDays(20))).isNull();
        assertThat(standing(due(1).plusDays(20))).extracting(LoanStanding::overdue, LoanStanding::cumulative, LoanStanding::balanceAtRisk, LoanStanding::balance)
                .containsExactly(0, 1, Money.ZERO, new Money(992_000));
        InstalmentStanding cured = ledger.instalments(new At(due(2), LATER), BANK, account).get(0);
        assertThat(cured).extracting(InstalmentStanding::late, InstalmentStanding::overdue, InstalmentStanding::curedOn, InstalmentStanding::source)
                .containsExactly(true, false, due(1).plusDays(20), PaymentSource.BANK_ACCOUNT);
    }

    @Test
    void consecutiveIsTheLongestRunAndCumulativeEveryOne() {
        missed(1);
        paid(2);
        missed(3);
        missed(4);
        missed(5);
        LocalDate day = due(5).plusDays(1);
        assertThat(at(day)).extracting(LoanStanding::overdue, LoanStanding::consecutive, LoanStanding::cumulative, LoanStanding::oldestDue)
                .containsExactly(4, 3, 4, due(1));
        paidLate(4, due(5).plusDays(2));
        assertThat(at(day.plusDays(1))).extracting(LoanStanding::overdue, LoanStanding::consecutive, LoanStanding::cumulative).containsExactly(3, 1, 4);
    }

    @Test
    void ninetyDaysAreReachedOnTheNinetiethDay() {
        missed(1);
        assertThat(at(due(1).plusDays(89)).ninetyDays()).isFalse();
        assertThat(at(due(1).plusDays(90)).ninetyDays()).isTrue();
    }

    @Test
    void whoIsPaidInTimeButToldOfLateWasNeverLate() {
        missed(1);
        balance -= 8_000;
        take(due(1).plusDays(1), Told.paid(account, 1, due(1), 8_000, balance).on(due(1).plusDays(1)));
        assertThat(standing(due(1).plusDays(1)).cumulative()).isZero();
    }

    @Test
    void aFirstWordAboutAnInstalmentThatWasPaidLateMakesItLate() {
        balance -= 8_000;
        take(due(1).plusDays(9), Told.paid(account, 1, due(1), 8_000, balance).on(due(1).plusDays(9)).with("paidOn", due(1).plusDays(7)));
        assertThat(standing(due(1).plusDays(9))).extracting(LoanStanding::overdue, LoanStanding::cumulative).containsExactly(0, 1);
    }

    @Test
    void whatWasCorrectedLaterIsAsItWasKnownThen() {
        ledgers.clock.set("2026-02-11T02:00:00Z");
        FileResult wrong = take(due(1), Told.unpaid(account, 1, due(1), 8_000, 1_000_000));
        ledgers.clock.set("2026-02-20T02:00:00Z");
        ledgers.take(new TestFile(BANK, "C" + ++number, wrong.fileNo(), due(1), List.of(Told.paid(account, 1, due(1), 8_000, 992_000))));
        LocalDate day = due(1).plusDays(5);
        assertThat(one(day, "2026-02-11T01:59:59Z")).as("before the first file").isNull();
        assertThat(one(day, "2026-02-15T00:00:00Z").overdue()).isEqualTo(1);
        assertThat(one(day, "2026-02-20T02:00:00Z").overdue()).isZero();
    }

    /** An operator sets the machine's clock back an hour between a file and its correction. */
    @Test
    void aCorrectionTakenAfterTheClockWasSetBackCountsAllTheSame() {
        ledgers.clock.set("2026-02-11T02:00:00Z");
        FileResult wrong = take(due(1), Told.unpaid(account, 1, due(1), 8_000, 1_000_000));
        ledgers.clock.set("2026-02-11T01:00:00Z");
        ledgers.take(new TestFile(BANK, "C" + ++number, wrong.fileNo(), due(1), List.of(Told.paid(account, 1, due(1), 8_000, 992_000))));
        for (String known : List.of("2026-02-11T01:00:00Z", "2026-02-11T02:00:00Z", "2030-01-01T00:00:00Z")) {
            assertThat(one(due(1).plusDays(5), known).overdue()).as(known).isZero();
        }
        assertThat(ledgers.count("SELECT balance_fen FROM repayment_fact_loan WHERE account_no = '" + account + "'")).isEqualTo(992_000);
    }

    @Test
    void theViewsSayTheSameAsOfTheLatestDayAnyBankTold() {
        missed(1);
        missed(2);
        missed(3);
        LocalDate latest = ledgers.jdbc.sql("SELECT max(accounting_date) FROM repayment_file WHERE stands").query(LocalDate.class).single();
        LoanStanding standing = standing(latest);
        assertThat(ledgers.lines("SELECT concat_ws(' ', overdue, consecutive, cumulative, days, ninety_days, owed_fen, balance_at_risk_fen, as_of) FROM repayment_fact_loan"
                        + " WHERE account_no = '" + account + "'"))
                .containsExactly(standing.overdue() + " " + standing.consecutive() + " " + standing.cumulative() + " " + standing.days() + " "
                        + (standing.ninetyDays() ? "t" : "f") + " " + standing.owed() + " " + standing.balanceAtRisk() + " " + latest);
        assertThat(ledgers.lines("SELECT message_id FROM repayment_fact_instalment WHERE account_no = '" + account + "'")).hasSize(3).allMatch(id -> id.startsWith("file "));
    }

    private static LocalDate due(int instalment) {
        return LocalDate.of(2026, 1, 10).plusMonths(instalment);
    }

    private void missed(int instalment) {
        take(due(instalment), Told.unpaid(account, instalment, due(instalment), 8_000, balance));
    }

    private void paid(int instalment) {
        balance -= 8_000;
        take(due(instalment), Told.paid(account, instalment, due(instalment), 8_000, balance));
    }

    private void paidLate(int instalment, LocalDate day) {
        balance -= 8_000;
        take(day, Told.paid(account, instalment, due(instalment), 8_000, balance).on(day).with("paidOn", day));
    }

    private FileResult take(LocalDate day, Told told) {
        FileResult result = ledgers.take(new TestFile(BANK, "V" + ++number, null, day, List.of(told)));
        assertThat(result.refused()).isEmpty();
        assertThat(result.problems()).isEmpty();
        return result;
    }

    /** The loan when it is overdue. */
    private @Nullable LoanStanding at(LocalDate day) {
        return ledger.overdue(new At(day, LATER), Which.of(BANK, 1), 0, 1_000).stream().filter(l -> l.accountNo().equals(account)).findFirst().orElse(null);
    }

    private LoanStanding standing(LocalDate day) {
        return one(day, LATER.toString());
    }

    private @Nullable LoanStanding one(LocalDate day, String known) {
        return ledger.overdue(new At(day, Instant.parse(known)), Which.of(null, 0), 0, 1_000).stream().filter(l -> l.accountNo().equals(account)).findFirst().orElse(null);
    }
}
