package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Settlement;
import io.jinqiao.repayment.store.BookStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loans that end: paid back with the ledger's agreement, or never really paid out. */
class EndingsTest extends WithLedgers {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate PAID_OUT = LocalDate.of(2026, 10, 20);
    private static final LocalDate DUE = PAID_OUT.plusMonths(1);
    private static int number;
    private String account = "";

    @BeforeEach
    void aLoan() {
        account = "E" + ++number;
        ledgers.clock.set("2026-11-22T02:00:00Z");
        ledgers.open(Ledgers.loan(BANK, account, 1_000_000, PAID_OUT));
    }

    @Test
    void aSettlementThatPaysWhatIsOwedIsTakenBeforeTheDaysFileAndOnlyOnce() {
        assertThat(settle(1_000_000, 1_000_000, null)).isEmpty();
        assertThat(fact()).isEqualTo("JQ" + account + " early mortgage 1005000 M1");
        assertThat(settle(1_000_000, 1_000_000, null)).containsExactly("gate.already_answered@loanAccountNo");
    }

    @Test
    void aSettlementAfterTheFileFindsNothingOwed() {
        ledgers.take(new TestFile(BANK, "F" + account, null, DUE, List.of(Told.paid(account, 1, DUE, 1_000_000, 0))));
        assertThat(settle(1_000_000, 8_000, null)).isEmpty();
    }

    @Test
    void whatDoesNotAgreeWithTheLedgerIsRefusedWithEverything() {
        assertThat(settle(999_999, 8_000, proof("ab"))).containsExactly("field.disagree@principalRepaid", "field.disagree@last.principal", "field.disagree@proof.digest");
        Settlement strange = settlement("NOBODYS", 1_000_000, 1_000_000, null);
        assertThat(refused(strange)).containsExactly("repayment.account_unknown@loanAccountNo");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_settlement s JOIN repayment_account a ON a.id = s.account WHERE a.account_no = '" + account + "'")).isZero();
    }

    @Test
    void theProofThatCameAlongIsTheFileItsDigestNames() {
        assertThat(settle(1_000_000, 1_000_000, proof(Digest.of("%PDF".getBytes(StandardCharsets.US_ASCII)).hex()))).isEmpty();
        assertThat(ledgers.lines("SELECT proof_no FROM repayment_fact_settlement WHERE account_no = '" + account + "'")).containsExactly("ZM1");
    }

    @Test
    void aSettlementPaysTheInterestAndThePenaltyThatWereTold() {
        Content.Group unpaid = Told.unpaid(account, 1, DUE, 8_000, 1_000_000).on(DUE.plusDays(1)).row();
        Content.Group parts = Told.parts(8_000, 5_000).with("penalty", "7");
        ledgers.take(new TestFile(BANK, "F" + account, null, DUE.plusDays(1), List.of(new Told(unpaid.with("unpaid", parts)))));
        assertThat(refused(settlement(account, DUE.plusDays(1), lastly(1_000_000, 4_999, 6)))).containsExactly("field.disagree@last.interest", "field.disagree@last.penalty");
        assertThat(refused(settlement(account, DUE.plusDays(1), lastly(1_000_000, 5_100, 7)))).as("interest of the last days comes to it").isEmpty();
        assertThat(standing(DUE.plusDays(30))).as("nothing is owed of it, though it was late").isEqualTo("0 0 0 1");
        assertThat(standing(DUE)).isEqualTo("");
    }

    @Test
    void aSettlementOfADayAfterWhichItsBankSaysMoreIsOwedIsRefused() {
        LocalDate next = DUE.plusMonths(1);
        ledgers.clock.set("2026-12-22T02:00:00Z");
        ledgers.take(new TestFile(BANK, "F1" + account, null, DUE, List.of(Told.paid(account, 1, DUE, 8_000, 992_000))));
        ledgers.take(new TestFile(BANK, "F2" + account, null, next, List.of(Told.unpaid(account, 2, next, 8_000, 992_000))));
        assertThat(refused(settlement(account, DUE, lastly(992_000, 5_000, 0)))).containsExactly("repayment.contradicts_later@accountingDate");
    }

    @Test
    void whatABankTellsOfALoanAfterItEndedIsSentBackUnlessNothingIsOwed() {
        LocalDate next = DUE.plusDays(1);
        assertThat(settle(1_000_000, 1_000_000, null)).isEmpty();
        FileResult refused = ledgers.take(new TestFile(BANK, "F1" + account, null, next, List.of(Told.unpaid(account, 1, DUE, 8_000, 1_000_000).on(next))));
        assertThat(refused.refused()).singleElement().satisfies(told -> {
            assertThat(told.problem().code()).isEqualTo(FailureCode.REPAYMENT_LOAN_ENDED);
            assertThat(told.problem().field()).isEqualTo("accountingDate");
            assertThat(told.problem().arguments()).containsExactly("2026-11-20");
        });
        FileResult paidOff = ledgers.take(new TestFile(BANK, "F2" + account, null, next, List.of(Told.paid(account, 1, DUE, 1_000_000, 0).on(next))));
        assertThat(paidOff.refused()).isEmpty();
    }

    @Test
    void aSettlementDatedBeforeWhatWasToldOfTheLoanOrBeforeItWasOwedAtAllIsRefused() {
        assertThat(refused(settlement(account, PAID_OUT.minusYears(1), lastly(1_000_000, 5_000, 0)))).containsExactly("repayment.date_implausible@accountingDate");
        ledgers.take(new TestFile(BANK, "F1" + account, null, DUE, List.of(Told.unpaid(account, 1, DUE, 8_000, 1_000_000))));
        LocalDate next = DUE.plusDays(1);
        ledgers.take(new TestFile(BANK, "F2" + account, null, next, List.of(Told.paid(account, 1, DUE, 1_000_000, 0).on(next).with("paidOn", next))));
        assertThat(refused(settlement(account, DUE, lastly(1_000_000, 5_000, 0)))).containsExactly("repayment.contradicts_later@accountingDate");
        assertThat(standing(DUE)).as("the loan ran that day").isEqualTo("0 0 1000000 0");
        assertThat(refused(settlement(account, next, lastly(1_000_000, 5_000, 0)))).isEmpty();
    }

    private String standing(LocalDate day) {
        return String.join("; ", ledgers.lines("SELECT concat_ws(' ', l.overdue, l.owed_fen, l.balance, l.cumulative) FROM repayment_loans('" + day + "', 'infinity') l"
                + " JOIN repayment_account a ON a.id = l.account WHERE a.account_no = '" + account + "'"));
    }

    private static InstalmentParts lastly(long principal, long interest, long penalty) {
        return new InstalmentParts(new Money(principal), Money.ZERO, new Money(interest), Money.ZERO, new Money(penalty), Money.ZERO);
    }

    private static Settlement settlement(String account, LocalDate day, InstalmentParts last) {
        return new Settlement(
                "JQ" + account, account, null, "HT" + account, Settlement.How.EARLY, day, day, last, new Money(1_000_000), new Money(5_000), Settlement.Release.MORTGAGE, null);
    }

    @Test
    void aPaymentThatCameBackIsInTheBookOfItsDayAndOwesNothingUntilItIsPaidOutAgain() {
        LocalDate day = LocalDate.of(2026, 11, 5);
        LocalDate again = LocalDate.of(2026, 11, 12);
        DisbursementReturned back = new DisbursementReturned(
                "TH1", "FK1", "AP1", account, new Money(1_000_000), day, day, "H1", "H2", "990010000000000001", DisbursementReturned.Reason.ACCOUNT_CLOSED, null);
        Outcome outcome = Outcome.accepted(Content.Group.EMPTY).with(new Consequence.Returned(BANK, back));
        ledgers.in(() -> ledgers.desk.returned(outcome));
        assertThat(book(day)).containsExactly("RETURN 1000000");
        assertThat(book(day.plusDays(1))).isEmpty();
        ledgers.open(Ledgers.loan(BANK, account, 1_000_000, again));
        assertThat(book(again)).containsExactly("DISBURSEMENT 1000000", "BALANCE 1000000");
        assertThat(ledgers.lines("SELECT first_due::text FROM repayment_account WHERE account_no = '" + account + "'")).containsExactly("2026-12-12");
    }

    private List<String> book(LocalDate day) {
        return new BookStore(ledgers.jdbc).ours(BANK, day).stream().filter(item -> account.equals(item.accountNo())).map(item -> item.kind() + " " + item.amount().fen()).toList();
    }

    private String fact() {
        return ledgers.lines("SELECT concat_ws(' ', settlement_no, how, release, last_fen, message_id) FROM repayment_fact_settlement WHERE account_no = '" + account + "'").get(0);
    }

    private List<String> settle(long repaid, long last, Settlement.@Nullable Proof proof) {
        return refused(settlement(account, repaid, last, proof));
    }

    private static Settlement settlement(String account, long repaid, long last, Settlement.@Nullable Proof proof) {
        InstalmentParts parts = new InstalmentParts(new Money(last), Money.ZERO, new Money(5_000), Money.ZERO, Money.ZERO, Money.ZERO);
        return new Settlement(
                "JQ" + account, account, null, "HT" + account, Settlement.How.EARLY, DUE, DUE, parts, new Money(repaid), new Money(5_000), Settlement.Release.MORTGAGE, proof);
    }

    private static Settlement.Proof proof(String digest) {
        String document = Base64.getEncoder().encodeToString("%PDF".getBytes(StandardCharsets.US_ASCII));
        return new Settlement.Proof("ZM1", "pdf", digest.length() == 64 ? new Digest(digest) : Digest.of(digest.getBytes(StandardCharsets.US_ASCII)), document);
    }

    private static List<String> refused(Settlement settlement) {
        Incoming incoming = new Incoming(BANK, new MessageId("M1"), Instant.parse("2026-11-22T02:00:00Z"), settlement);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ledgers.in(() -> ledgers.desk.settlement(incoming)));
        return refusal == null ? List.of() : refusal.problems().stream().map(problem -> problem.code().code() + "@" + problem.field()).toList();
    }
}
