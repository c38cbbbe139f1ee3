package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Deductibles.BANK;
import static io.jinqiao.repayment.desk.Deductibles.DUE;
import static io.jinqiao.repayment.desk.Deductibles.line;
import static io.jinqiao.repayment.desk.Deductibles.paid;
import static io.jinqiao.repayment.desk.Deductibles.parts;
import static io.jinqiao.repayment.desk.Deductibles.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Settlement;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.BookStore;
import io.jinqiao.repayment.store.StatementStore;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of two that tell of one bank's loans at once, the second is held against what the first made of them. */
class CrossingsTest {
    private static final LocalDate NEXT = DUE.plusDays(1);
    @TempDir
    Path home;

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private Ledgers ledgers;
    private Deductibles here;

    @BeforeEach
    void open() throws IOException {
        here = new Deductibles(home, "A1");
        ledgers = here.ledgers;
        here.register(new RegisterMandate(BANK, "A1", "KJ1", DUE, null, "D1", "core"));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        ledgers.close();
    }

    @Test
    void whatTheLastRunTookIsNotOrderedFromTheOtherSourceWhileItEnds() throws Exception {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        List<FailureCode> second = crossing(() -> here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)))), this::fromTheFund);
        assertThat(second).containsExactly(FailureCode.DEDUCTION_NOTHING_OWED);
        assertThat(ledgers.lines("SELECT run_no FROM repayment_fact_run")).containsExactly("R1");
    }

    @Test
    void whatNobodyKnowsTheOutcomeOfIsNotOrderedWhileItsRunIsGivenUp() throws Exception {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-26T02:00:00Z");
        long number = here.propose("R1", "silent", null);
        assertThat(crossing(() -> here.answer(number, true, "wang.core"), this::fromTheFund)).containsExactly(FailureCode.DEDUCTION_OUTCOME_OPEN);
    }

    @Test
    void moneyThatWasPaidByAFileMeanwhileIsPaidTwice() throws Exception {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-22T02:00:00Z");
        TestFile file = new TestFile(BANK, "F1", null, DUE, List.of(Told.paid("A1", 1, DUE, 8_000, 952_000)));
        assertThat(crossing(() -> ledgers.take(file), () -> here.tell(result("E1", "R1-1", NEXT, true, paid(1, "A1", parts(8_000, 5_000)))))).isEmpty();
        assertThat(ledgers.lines("SELECT run_no || ' ' || excess_fen FROM repayment_fact_paid_twice")).containsExactly("R1 13000");
    }

    @Test
    void aLoanIsNotSettledBeforeADayAFileTellsOfMeanwhile() throws Exception {
        ledgers.clock.set("2026-11-22T02:00:00Z");
        TestFile file = new TestFile(BANK, "F1", null, NEXT, List.of(Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(NEXT)));
        assertThat(crossing(() -> ledgers.take(file), this::settle)).containsExactly(FailureCode.REPAYMENT_CONTRADICTS_LATER);
    }

    @Test
    void aFileDoesNotSayThatALoanOwesWhichIsSettledMeanwhile() throws Exception {
        ledgers.clock.set("2026-11-22T02:00:00Z");
        TestFile file = new TestFile(BANK, "F1", null, NEXT, List.of(Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(NEXT)));
        crossing(this::settle, () -> ledgers.take(file));
        assertThat(ledgers.count("SELECT count(*) FROM repayment_fact_instalment WHERE account_no = 'A1'")).isZero();
    }

    @Test
    void booksAreNotComparedBesideAFileThatChangesThem() throws Exception {
        Deductibles.write(home, Deductibles.RULES.replace("      ledger: centre\n", "      ledger: centre\n      reconciliation: {cents: 5, clear-within: 3}\n"));
        ReconciliationDesk books = new ReconciliationDesk(
                ledgers.files, new StatementStore(ledgers.jdbc, new JdbcTemplate(ledgers.database)), new BookStore(ledgers.jdbc), new Agreements(new Sources(home)),
                new WorkingCalendar(List.of()), ledgers.clock);
        Reconciliation none = new Reconciliation("S1", DUE, 1, 1, List.of(), List.of());
        TestFile file = new TestFile(BANK, "F1", null, DUE, List.of(Told.paid("A1", 1, DUE, 8_000, 952_000)));
        crossing(() -> ledgers.take(file), () -> ledgers.in(() -> books.statement(new Incoming(BANK, new MessageId("M-S1"), ledgers.clock.instant(), none))));
        assertThat(ledgers.lines("SELECT state || ' ' || open FROM repayment_fact_day")).as("the bank says that nothing came in").containsExactly("differs 1");
    }

    private void fromTheFund() {
        here.run("R2", Source.FUND_BALANCE, new DeductionOrder.Line(1, "A1", 1, "990100000001", "沐示例", parts(8_000, 5_000), true, "KJ1"));
    }

    private void settle() {
        InstalmentParts last = parts(960_000, 5_000);
        Settlement told = new Settlement(
                "JQ1", "A1", null, "HTA1", Settlement.How.EARLY, DUE, DUE, last, new Money(960_000), new Money(5_000), Settlement.Release.MORTGAGE, null);
        ledgers.in(() -> ledgers.desk.settlement(new Incoming(BANK, new MessageId("M-JQ1"), ledgers.clock.instant(), told)));
    }

    /** The second begins when the first is done and not committed, which it is when the second waits for it, or did not. @return why the second was refused */
    private List<FailureCode> crossing(Runnable first, Runnable second) throws Exception {
        Future<List<FailureCode>> refused = ledgers.in(() -> {
            first.run();
            Future<List<FailureCode>> crossing = threads.submit(() -> refused(second));
            await().atMost(Duration.ofMinutes(2)).until(() -> crossing.isDone() || waits());
            return crossing;
        });
        return refused.get();
    }

    private boolean waits() {
        return ledgers.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0;
    }

    private static List<FailureCode> refused(Runnable work) {
        try {
            work.run();
            return List.of();
        } catch (Refusal refusal) {
            return refusal.problems().stream().map(Problem::code).toList();
        }
    }
}
