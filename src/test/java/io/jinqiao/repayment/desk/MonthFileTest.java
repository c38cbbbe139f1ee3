package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.Outcome;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Settlement;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.desk.CutOff.Missed;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import io.jinqiao.repayment.store.LeftOut;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank that sends a file of the whole month besides those of the days. */
class MonthFileTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);
    private static final LocalDate END = LocalDate.of(2026, 11, 30);

    @TempDir
    Path home;

    private Ledgers ledgers;
    private CutOff cutOff;

    @BeforeEach
    void daysWereTold() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/repayment.yaml"), """
                format: 1
                every-bank:
                  tolerated-permille: 500
                  daily-file: {expected: never}
                  monthly-file: {number-begins: YB, by-day: 3, by: "10:00"}
                  ledger: bank
                """);
        ledgers = new Ledgers(home);
        ledgers.clock.set("2026-12-02T02:00:00Z");
        Agreements agreements = new Agreements(new Sources(home));
        cutOff = new CutOff(new CutOffTest.NoTimetable(), ledgers.files, agreements, new WorkingCalendar(List.of()), ledgers.clock);
        for (String account : List.of("A1", "A2")) {
            ledgers.open(Ledgers.loan(BANK, account, 1_000_000, DUE.minusMonths(1)));
        }
        ledgers.take(new TestFile(BANK, "D1", null, DUE, List.of(Told.paid("A1", 1, DUE, 8_000, 992_000), Told.unpaid("A2", 1, DUE, 8_000, 1_000_000))));
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void agreesWithTheDaysAndChangesNothing() {
        FileResult result = month("YB1", Told.paid("A1", 1, DUE, 8_000, 992_000).on(END), Told.unpaid("A2", 1, DUE, 8_000, 1_000_000).on(END));
        assertThat(result.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(ledgers.lines("SELECT account_no || ' ' || told_on || ' ' || owed_fen FROM repayment_fact_instalment ORDER BY 1")).containsExactly("A1 2026-11-20 0", "A2 2026-11-20 13000");
        assertThat(ledgers.lines("SELECT file_no || ' ' || stands || ' ' || monthly || ' ' || rows FROM repayment_fact_file ORDER BY id")).containsExactly("D1 true false 2", "YB1 false true 2");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_row")).isEqualTo(2);
        assertThat(month("YB1", Told.paid("A1", 1, DUE, 8_000, 992_000).on(END), Told.unpaid("A2", 1, DUE, 8_000, 1_000_000).on(END)).outcome()).as("it may come again").isEqualTo(Outcome.TAKEN);
    }

    @Test
    void listsTheLoansItLeavesOut() {
        FileResult result = month("YB1", Told.paid("A1", 1, DUE, 8_000, 992_000).on(END), Told.paid("A1", 1, DUE, 8_000, 992_000).on(END));
        assertThat(result.outcome()).isEqualTo(Outcome.PARTLY_TAKEN);
        assertThat(result.refused()).extracting(told -> told.line() + " " + told.problem().field() + " " + told.problem().code().code() + " " + told.problem().arguments())
                .containsExactly("0 loanAccountNo repayment.month_left_out [A2, D1]");
        assertThat(result.refusedRows()).isZero();
        assertThat(ledgers.lines("SELECT line || ' ' || code FROM repayment_fact_refused")).containsExactly("0 repayment.month_left_out");
        assertThat(month("YB2").outcome()).as("one that says nothing").isEqualTo(Outcome.REFUSED);
    }

    @Test
    void countsTheLoansItLeavesOutBeyondThoseItLists() {
        LeftOut.Some left = new LeftOut(ledgers.jdbc, 1).ofTheMonth(BANK, 0, END);
        assertThat(left.some()).extracting(LeftOut.Loan::accountNo).containsExactly("A1");
        assertThat(left.count()).isEqualTo(2);
    }

    @Test
    void saysNothingOfALoanThatWasSettledInTheMonth() {
        LocalDate on = LocalDate.of(2026, 11, 25);
        Settlement told = new Settlement(
                "JQ1", "A1", null, "HTA1", Settlement.How.EARLY, on, on, Deductibles.parts(992_000, 100), new Money(1_000_000), new Money(5_000), Settlement.Release.MORTGAGE, null);
        ledgers.in(() -> ledgers.desk.settlement(new Incoming(BANK, new MessageId("M-JQ1"), ledgers.clock.instant(), told)));
        assertThat(month("YB1", Told.unpaid("A2", 1, DUE, 8_000, 1_000_000).on(END)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void sendsBackWhereItDiffersFromTheDaysWithWhatTheyTold() {
        List<Told> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(Told.paid("A1", 1, DUE, 8_000, 992_000).on(END));
        }
        rows.add(Told.paid("A2", 1, DUE, 8_000, 992_000).on(END));
        rows.add(Told.paid("A1", 1, DUE, 8_000, 991_000).on(END));
        rows.add(Told.unpaid("A2", 1, DUE, 7_000, 1_000_000).on(END));
        rows.add(Told.unpaid("A2", 2, DUE.plusMonths(1), 8_000, 1_000_000).on(END));
        rows.add(Told.paid("NOBODY", 1, DUE, 8_000, 992_000).on(END));
        FileResult result = month("YB1", rows.toArray(Told[]::new));
        assertThat(result.outcome()).isEqualTo(Outcome.PARTLY_TAKEN);
        assertThat(result.refused()).extracting(told -> told.line() + " " + told.problem().field() + " " + told.problem().code().code() + " " + told.problem().arguments()).containsExactly(
                "12 paid.principal repayment.month_differs [0, D1]",
                "13 balance repayment.month_differs [992000, D1]",
                "14 unpaid.principal repayment.month_differs [13000, D1]",
                "15 instalment repayment.month_unknown []",
                "16 loanAccountNo repayment.account_unknown []");
        assertThat(ledgers.lines("SELECT refused::text FROM repayment_fact_file WHERE monthly")).containsExactly("5");
    }

    @Test
    void isMissedAtACutOffOfItsOwnOnceAndArrivesAfterAll() {
        assertThat(cutOff.look()).isEmpty();
        ledgers.clock.set("2026-12-03T02:00:00Z");
        assertThat(cutOff.look()).containsExactly(new Missed(BANK, END));
        assertThat(cutOff.look()).as("once").isEmpty();
        month("YB1", Told.paid("A1", 1, DUE, 8_000, 992_001).on(END), Told.paid("A2", 1, DUE, 8_000, 1_000_001).on(END));
        assertThat(ledgers.lines("SELECT (arrived_at IS NULL)::text FROM repayment_fact_missing_month")).as("one that falls is none").containsExactly("true");
        month("YB2", Told.paid("A1", 1, DUE, 8_000, 992_000).on(END), Told.unpaid("A2", 1, DUE, 8_000, 1_000_000).on(END));
        assertThat(ledgers.lines("SELECT month_end || ' ' || (arrived_at IS NULL) FROM repayment_fact_missing_month")).containsExactly("2026-11-30 false");
        ledgers.clock.set("2027-03-03T02:00:00Z");
        assertThat(cutOff.look()).as("however long nobody looked")
                .containsExactly(new Missed(BANK, LocalDate.of(2026, 12, 31)), new Missed(BANK, LocalDate.of(2027, 1, 31)), new Missed(BANK, LocalDate.of(2027, 2, 28)));
    }

    private FileResult month(String fileNo, Told... rows) {
        return ledgers.take(new TestFile(BANK, fileNo, null, END, List.of(rows)));
    }
}
