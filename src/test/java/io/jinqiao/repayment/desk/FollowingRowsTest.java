package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Told.paid;
import static io.jinqiao.repayment.desk.Told.parts;
import static io.jinqiao.repayment.desk.Told.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.Outcome;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be told of an instalment after what was told before, and of a day before what was told after. */
class FollowingRowsTest extends WithLedgers {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 25);
    private static final LocalDate NEXT = LocalDate.of(2026, 12, 25);
    private static int number;
    private String account = "";

    @BeforeEach
    void aLoan() {
        ledgers.clock.set("2027-03-01T02:00:00Z");
        account = "N" + ++number;
        ledgers.open(Ledgers.loan(BANK, account, 1_000_000, DUE.minusMonths(1)));
    }

    @Test
    void whatIsOwedShrinksOnlyByWhatIsPaid() {
        take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000));
        LocalDate day = DUE.plusDays(1);
        Told nothing = told(unpaid(account, 1, DUE, 8_000, 1_000_000).on(day), parts(0, 0), parts(0, 0)).with("result", "paid");
        assertThat(refused(take(day, nothing))).containsExactly("2 unpaid.principal repayment.arrears_vanished [13000]");
        Told less = told(unpaid(account, 1, DUE, 8_000, 1_000_000).on(day), parts(0, 0), parts(1, 0));
        assertThat(refused(take(day, less))).containsExactly("2 unpaid.principal repayment.arrears_vanished [13000]");
        Told part = told(unpaid(account, 1, DUE, 8_000, 999_000).on(day), parts(1_000, 0), parts(7_000, 5_000)).with("paidOn", day).with("source", "bank-account");
        assertThat(refused(take(day, part.with("result", "partly-paid")))).isEmpty();
    }

    @Test
    void whatIsOwedShrinksOnlyByWhatIsPaidWithinOneFileToo() {
        LocalDate day = DUE.plusDays(1);
        Told nothing = told(unpaid(account, 1, DUE, 8_000, 1_000_000).on(day), parts(0, 0), parts(0, 0)).with("result", "paid");
        assertThat(refused(take(day, unpaid(account, 1, DUE, 8_000, 1_000_000), nothing))).containsExactly(
                "2 loanAccountNo repayment.other_row_refused []", "3 unpaid.principal repayment.arrears_vanished [13000]");
    }

    @Test
    void beforeItsDayAnInstalmentMayStillBecomeAnother() {
        LocalDate early = DUE.minusDays(10);
        take(early, unpaid(account, 1, DUE, 8_000, 1_000_000).on(early));
        assertThat(refused(take(DUE, told(unpaid(account, 1, DUE, 7_000, 1_000_000), parts(0, 0), parts(7_000, 4_000))))).isEmpty();
    }

    @Test
    void interestThatWasPaidStaysPaid() {
        take(DUE, paid(account, 1, DUE, 8_000, 992_000));
        LocalDate day = DUE.plusDays(1);
        assertThat(refused(take(day, told(paid(account, 1, DUE, 8_000, 992_000).on(day), parts(8_000, 2_000), parts(0, 3_000)).with("result", "partly-paid"))))
                .containsExactly("2 paid.interest repayment.paid_shrank []");
    }

    @Test
    void penaltyAndFineHaveALimitThatGrowsWithTheDays() {
        Content.Group owed = parts(8_000, 5_000).with("penalty", "40000").with("fine", "12001");
        assertThat(refused(take(DUE, told(unpaid(account, 1, DUE, 8_000, 1_000_000), parts(0, 0), owed)))).containsExactly("2 unpaid.penalty repayment.penalty_implausible []");
        LocalDate day = DUE.plusDays(1);
        assertThat(refused(take(day, told(unpaid(account, 1, DUE, 8_000, 1_000_000).on(day), parts(0, 0), owed)))).isEmpty();
    }

    @Test
    void aCorrectionOfAnOlderFileLeavesPrincipalPaidAndBalanceTheLoan() {
        FileResult first = take(DUE, paid(account, 1, DUE, 8_000, 992_000));
        FileResult second = take(NEXT, paid(account, 2, NEXT, 8_000, 984_000));
        List<Told> unpaid = List.of(unpaid(account, 1, DUE, 8_000, 1_000_000));
        assertThat(refused(correct(first, DUE, unpaid))).containsExactly("2 balance repayment.contradicts_later [" + second.fileNo() + "]");
        FileResult without = correct(second, NEXT, List.of());
        assertThat(refused(correct(first, DUE, unpaid))).as("from the latest back").isEmpty();
        assertThat(refused(correct(without, NEXT, List.of(paid(account, 2, NEXT, 8_000, 992_000))))).isEmpty();
        assertThat(ledgers.lines("SELECT (l.paid_principal_fen + l.balance)::text FROM repayment_loans('" + NEXT + "', 'infinity') l JOIN repayment_account a ON a.id = l.account"
                + " WHERE account_no = '" + account + "'")).containsExactly("1000000");
    }

    @Test
    void aLateFileContradictsNothingThatWasToldOfThisInstalmentLater() {
        LocalDate later = DUE.plusDays(3);
        FileResult told = take(later, paid(account, 1, DUE, 8_000, 992_000).on(later).with("paidOn", later));
        assertThat(refused(take(DUE, told(paid(account, 1, DUE, 8_000, 992_000), parts(8_000, 6_000), parts(0, 0)))))
                .as("more interest than later").containsExactly("2 balance repayment.contradicts_later [" + told.fileNo() + "]");
        assertThat(refused(take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000)))).isEmpty();
    }

    @Test
    void aCorrectionStandsWholeOrLeavesEverythingAsItWas() {
        List<Told> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String one = "N" + ++number;
            ledgers.open(Ledgers.loan(BANK, one, 1_000_000, DUE.minusMonths(1)));
            rows.add(paid(one, 1, DUE, 8_000, 992_000));
        }
        rows.add(unpaid(account, 1, DUE, 8_000, 1_000_000));
        FileResult first = take(DUE, rows.toArray(Told[]::new));
        rows.set(300, rows.get(300).with("balance", 999_999));
        FileResult correction = correct(first, DUE, rows);
        assertThat(correction.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(correction.problems()).extracting(told -> told.problem().code() + " " + told.problem().arguments())
                .containsExactly(FailureCode.REPAYMENT_TOO_MANY_REFUSED + " [1, 0]");
        assertThat(ledgers.lines("SELECT owed_fen::text FROM repayment_fact_instalment WHERE account_no = '" + account + "'")).containsExactly("13000");
    }

    private static Told told(Told row, Content.Group paid, Content.Group unpaid) {
        return new Told(row.row().with("paid", paid).with("unpaid", unpaid));
    }

    private static FileResult take(LocalDate day, Told... rows) {
        return ledgers.take(new TestFile(BANK, "NF" + ++number, null, day, List.of(rows)));
    }

    private static FileResult correct(FileResult file, LocalDate day, List<Told> rows) {
        return ledgers.take(new TestFile(BANK, "NF" + ++number, file.fileNo(), day, rows));
    }

    private static List<String> refused(FileResult result) {
        return result.refused().stream().map(told -> told.line() + " " + told.problem().field() + " " + told.problem().code().code() + " " + told.problem().arguments()).toList();
    }
}
