package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Deductibles.BANK;
import static io.jinqiao.repayment.desk.Deductibles.DUE;
import static io.jinqiao.repayment.desk.Deductibles.line;
import static io.jinqiao.repayment.desk.Deductibles.nothing;
import static io.jinqiao.repayment.desk.Deductibles.refused;
import static io.jinqiao.repayment.desk.Deductibles.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.OrderCollection;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.BookStore;
import io.jinqiao.repayment.store.StatementStore;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may have paid is neither collected nor deducted from while his bank is still to tell: of a row that went back, of a file that is missing, of all its days when it is silent. */
class WaitsTest {
    private static final LocalDate NEXT = DUE.plusDays(1);
    private static final String RULES = """
            format: 1
            every-bank:
              tolerated-permille: 500
              daily-file: {expected: every-day, by: "10:00"}
              ledger: centre
              reconciliation: {cents: 5, clear-within: 3}
              deduction: {waterfall: [penalty, overdue-interest, overdue-principal, interest, principal], lines-per-order: 2}
            """;

    @TempDir
    Path home;

    private Ledgers ledgers;
    private Deductibles here;
    private CollectionCases collection;

    @BeforeEach
    void open() throws IOException {
        here = new Deductibles(RULES, home, "A1", "A2");
        ledgers = here.ledgers;
        AtomicInteger ids = new AtomicInteger();
        collection = Collectors.on(ledgers, home, () -> new MessageId("%06d".formatted(ids.incrementAndGet())));
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void whoWasToldAsPaidInARowThatWentBackIsWaitedFor() {
        ledgers.clock.set("2026-11-22T02:00:00Z");
        take("F20", DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        FileResult file = take("F21", NEXT, Told.paid("A1", 1, DUE, 8_000, 953_000).with("paidOn", NEXT).on(NEXT), unpaid("A2", NEXT));
        assertThat(file.refused()).hasSize(1);
        assertThat(collected()).containsExactly("A2");
        assertThat(refused(() -> here.run("R1", Source.BANK_ACCOUNT, line(1, "A1")))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.DEDUCTION_LOAN_AWAITED);
            assertThat(problem.arguments()).first().isEqualTo("2026-11-25");
        });
        take("F22", NEXT.plusDays(1), unpaid("A1", NEXT.plusDays(1)));
        assertThat(collected()).as("it was told of since").containsExactly("A1", "A2");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
    }

    @Test
    void afterThreeWorkingDaysItGoesByWhatIsKnown() {
        ledgers.clock.set("2026-11-22T02:00:00Z");
        take("F20", DUE, unpaid("A1", DUE));
        take("F21", NEXT, Told.paid("A1", 1, DUE, 8_000, 953_000).with("paidOn", NEXT).on(NEXT), unpaid("A2", NEXT));
        for (LocalDate day = NEXT.plusDays(1); day.isBefore(LocalDate.of(2026, 11, 26)); day = day.plusDays(1)) {
            ledgers.clock.set(day.plusDays(1) + "T02:00:00Z");
            take("F" + day, day, unpaid("A2", day));
            assertThat(collected().contains("A1")).as("known by " + day).isEqualTo(day.isEqual(LocalDate.of(2026, 11, 25)));
        }
        assertThat(collected()).containsExactly("A1", "A2");
    }

    @Test
    void aDeductionWaitsForTheFileOfADayThatIsMissing() {
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        take("F22", NEXT.plusDays(1), unpaid("A2", NEXT.plusDays(1)));
        assertThat(refused(() -> here.run("R1", Source.BANK_ACCOUNT, line(1, "A1")))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.DEDUCTION_LOAN_AWAITED);
            assertThat(problem.arguments()).containsExactly("2026-11-25", "2026-11-21 的文件 / the file of 2026-11-21");
        });
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A2"));
    }

    @Test
    void aDeductionOfWhatFallsDueAfterTheMissingDayDoesNotWait() {
        ledgers.clock.set("2026-11-20T02:00:00Z");
        take("F16", DUE.minusDays(4), new Told[0]);
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        assertThat(ledgers.lines("SELECT run_no FROM repayment_run")).containsExactly("R1");
    }

    @Test
    void noOrderGoesOnWhileABankIsSilent() {
        ledgers.clock.set("2026-11-24T02:00:00Z");
        take("F23", DUE.plusDays(3), unpaid("A1", DUE.plusDays(3)));
        assertThat(collected()).containsExactly("A1");
        long orders = orders();
        for (String day : List.of("2026-11-26", "2026-12-01", "2026-12-10", "2026-12-20")) {
            ledgers.clock.set(day + "T02:00:00Z");
            ledgers.in(() -> collection.round(new CollectionRound(BANK)));
            assertThat(orders()).as(day).isEqualTo(orders);
        }
        take("F19", LocalDate.of(2026, 12, 19), unpaid("A1", LocalDate.of(2026, 12, 19)));
        ledgers.in(() -> collection.round(new CollectionRound(BANK)));
        assertThat(orders()).as("it tells again").isGreaterThan(orders);
    }

    @Test
    void aReportOfTheLastDaysLetsOrdersOfItsLoanGoOn() {
        ledgers.clock.set("2026-11-24T02:00:00Z");
        take("F23", DUE.plusDays(3), unpaid("A2", DUE.plusDays(3)));
        ledgers.clock.set("2026-12-10T02:00:00Z");
        LocalDate day = LocalDate.of(2026, 12, 8);
        Content.Group content = Content.group().put("reportNo", "B1").put("row", unpaid("A1", day).row()).build();
        ledgers.in(() -> ledgers.desk.report(new Incoming(BANK, new MessageId("M-B1"), ledgers.clock.instant(), Operation.REPAYMENT_STATUS.read(content))));
        assertThat(collected()).containsExactly("A1");
    }

    @Test
    void anOrderByHandWaitsAsARoundDoes() {
        ledgers.clock.set("2026-11-24T02:00:00Z");
        take("F23", DUE.plusDays(3), unpaid("A1", DUE.plusDays(3)));
        collected();
        String caseNo = ledgers.lines("SELECT case_no FROM repayment_case").get(0);
        ledgers.clock.set("2026-11-26T02:00:00Z");
        OrderCollection order = new OrderCollection(caseNo, CollectionStep.PHONE, List.of(Party.Role.BORROWER), 3, null, "zhang.core");
        assertThat(refused(() -> ledgers.in(() -> collection.order(order)))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.COLLECTION_LOAN_AWAITED);
            assertThat(problem.arguments()).containsExactly("2026-11-27", "2026-11-24 的文件 / the file of 2026-11-24");
        });
        take("F24", DUE.plusDays(4), unpaid("A1", DUE.plusDays(4)));
        assertThat(refused(() -> ledgers.in(() -> collection.order(order)))).as("the last order still runs").extracting(Problem::code).containsExactly(FailureCode.COLLECTION_STATE_FORBIDS);
    }

    @Test
    void whatAResultToldIsNoWordOfTheBankAboutADayThatIsMissing() {
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F22", NEXT.plusDays(1), unpaid("A2", NEXT.plusDays(1)));
        here.tell(result("E1", "R1-1", NEXT.plusDays(1), true, nothing(1, "A1")));
        assertThat(collected()).containsExactly("A2");
    }

    @Test
    void aPayoutThatCameBackOpensTheBooksFromItsDayOnAgain() {
        ReconciliationDesk desk = new ReconciliationDesk(
                ledgers.files, new StatementStore(ledgers.jdbc, new JdbcTemplate(ledgers.database)), new BookStore(ledgers.jdbc), new Agreements(new Sources(home)), new WorkingCalendar(List.of()), ledgers.clock);
        LocalDate day = DUE.minusDays(5);
        List<Reconciliation.Item> items = List.of(
                new Reconciliation.Item(1, Reconciliation.Kind.BALANCE, "A1", "A1", null, new Money(960_000), null), new Reconciliation.Item(2, Reconciliation.Kind.BALANCE, "A2", "A2", null, new Money(960_000), null));
        for (LocalDate of : List.of(day.minusDays(1), day, day.plusDays(1))) {
            Reconciliation statement = new Reconciliation("S" + of, of, 1, 1, List.of(new Reconciliation.Total(Reconciliation.Kind.BALANCE, 2, new Money(1_920_000))), items);
            ledgers.in(() -> desk.statement(new Incoming(BANK, new MessageId("M-S" + of), ledgers.clock.instant(), statement)));
        }
        DisbursementReturned back = new DisbursementReturned("TH1", "FK1", "SQ1", "A1", new Money(960_000), day, day, "HS0", "HS1", "6228000000000099", DisbursementReturned.Reason.ACCOUNT_CLOSED, null);
        Outcome returned = Outcome.accepted(Content.Group.EMPTY).with(new Consequence.Returned(BANK, back));
        ledgers.in(() -> ledgers.desk.returned(returned));
        assertThat(ledgers.lines("SELECT day || ' ' || state FROM repayment_day ORDER BY 1")).containsExactly("2026-11-14 matched", "2026-11-15 reopened", "2026-11-16 reopened");
    }

    @Test
    void aBankThatRepeatsTheSameWrongRowEveryDayIsNotWaitedForAnewEachDay() {
        ledgers.clock.set("2026-11-22T02:00:00Z");
        take("F20", DUE, unpaid("A1", DUE));
        LocalDate last = NEXT.plusDays(8);
        for (LocalDate day = NEXT; !day.isAfter(last); day = day.plusDays(1)) {
            ledgers.clock.set(day.plusDays(1) + "T02:00:00Z");
            assertThat(take("F" + day, day, wrong(day, NEXT), unpaid("A2", day)).refused()).hasSize(1);
            assertThat(collected().contains("A1")).as("known by " + day).isEqualTo(!day.isBefore(LocalDate.of(2026, 11, 25)));
        }
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        LocalDate later = last.plusDays(1);
        ledgers.clock.set(later.plusDays(1) + "T02:00:00Z");
        take("F" + later, later, wrong(later, later), unpaid("A2", later));
        assertThat(refused(() -> here.run("R2", Source.BANK_ACCOUNT, line(1, "A1")))).as("it tells of another payment").extracting(Problem::code).containsExactly(FailureCode.DEDUCTION_LOAN_AWAITED);
    }

    private static Told wrong(LocalDate day, LocalDate paidOn) {
        return Told.paid("A1", 1, DUE, 8_000, 953_000).with("paidOn", paidOn).on(day);
    }

    // --- shorthand

    /** Loans with a case after a round. */
    private List<String> collected() {
        List<Outgoing> orders = ledgers.in(() -> collection.round(new CollectionRound(BANK))).outgoing();
        assertThat(orders).allMatch(one -> one.partner().equals(BANK));
        return ledgers.lines("SELECT account_no FROM repayment_fact_case WHERE closed_on IS NULL ORDER BY 1");
    }

    private long orders() {
        return ledgers.count("SELECT count(*) FROM repayment_order");
    }

    private static Told unpaid(String account, LocalDate day) {
        return Told.unpaid(account, 1, DUE, 8_000, 960_000).on(day);
    }

    private FileResult take(String no, LocalDate day, Told... rows) {
        return ledgers.take(new TestFile(BANK, no, null, day, List.of(rows)));
    }
}
