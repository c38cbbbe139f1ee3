package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.Reconciliation.Item;
import io.jinqiao.message.Reconciliation.Kind;
import io.jinqiao.message.ReconciliationResult;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CompareBooks;
import io.jinqiao.repayment.ConfirmExplanation;
import io.jinqiao.repayment.ExplainDifference;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.BookStore;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.StatementStore;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two books of a day: matched, or each difference typed, owned, due and explained by two people. */
class ReconciliationDeskTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);
    private Ledgers ledgers;
    private ReconciliationDesk desk;

    /** Paid: A1, A2. Unpaid: A3. Paid out on the day: A4. */
    @BeforeEach
    void open() {
        ledgers = new Ledgers();
        ledgers.clock.set("2026-11-20T12:00:00Z");
        for (String account : List.of("A1", "A2", "A3")) {
            ledgers.open(Ledgers.loan(BANK, account, 1_000_000, DUE.minusMonths(1)));
        }
        ledgers.open(Ledgers.loan(BANK, "A4", 500_000, DUE));
        ledgers.take(new TestFile(BANK, "F1", null, DUE, List.of(
                Told.paid("A1", 1, DUE, 8_000, 992_000), Told.paid("A2", 1, DUE, 8_000, 992_000), Told.unpaid("A3", 1, DUE, 8_000, 1_000_000))));
        desk = desk(ledgers.files);
    }

    private ReconciliationDesk desk(FileStore files) {
        return new ReconciliationDesk(
                files, new StatementStore(ledgers.jdbc, new JdbcTemplate(ledgers.database)), new BookStore(ledgers.jdbc), new Agreements(new Sources(Path.of("."))),
                new WorkingCalendar(List.of(new WorkingCalendar.Year(2026, Set.of(), Set.of()))), ledgers.clock);
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void equalBooksCloseTheDayByThemselvesAndTheBankIsTold() {
        ReconciliationResult result = tell("S1", 1, 1, book());
        assertThat(result.outcome()).isEqualTo(ReconciliationResult.Outcome.MATCHED);
        assertThat(result.differences()).isEmpty();
        assertThat(day()).isEqualTo("matched 7 7 true 0");
        assertThat(refused(() -> tell("S2", 1, 1, book()))).isEqualTo(FailureCode.RECONCILIATION_DAY_CLOSED);
    }

    @Test
    void aBookInPartsIsComparedWithItsLastPart() {
        List<Item> all = book();
        assertThat(tell("S1", 1, 2, all.subList(0, 3))).isNull();
        assertThat(day()).isEqualTo("waiting 0 0 false 0");
        assertThat(tell("S2", 2, 2, all.subList(3, all.size())).outcome()).isEqualTo(ReconciliationResult.Outcome.MATCHED);
    }

    @Test
    void whoConfirmsTheLastDifferenceDoesNotWaitForEverForAFileOfTheBank() throws Exception {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(1, receipt("A1", parts(8_000, 5_001)));
        String difference = tell("S1", 1, 1, theirs).differences().get(0).differenceNo();
        explain(difference, "anna");
        FileStore impatient = new FileStore(ledgers.jdbc, new JdbcTemplate(ledgers.database), Duration.ofMillis(100));
        ReconciliationDesk other = desk(impatient);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            FailureCode said = ledgers.in(() -> {
                ledgers.files.filesInTurn(BANK);
                ledgers.jdbc.sql("SELECT 1 FROM repayment_day FOR UPDATE").query(Integer.class).list();
                return get(threads, () -> refused(() -> ledgers.in(() -> other.confirm(new ConfirmExplanation(difference, true, "bert")))));
            });
            assertThat(said).isEqualTo(FailureCode.BUSY);
        } finally {
            threads.shutdownNow();
        }
        assertThat(confirm(difference, true, "bert").outgoing()).hasSize(1);
    }

    private static FailureCode get(ExecutorService threads, Callable<FailureCode> work) {
        try {
            return threads.submit(work).get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aBookThatIsSentAgainInPartsIsComparedWhenAllOfItIsHere() {
        List<Item> all = new ArrayList<>(book());
        all.set(1, receipt("A1", parts(8_000, 5_001)));
        tell("S1", 1, 2, all.subList(0, 3));
        String difference = tell("S2", 2, 2, all.subList(3, all.size())).differences().get(0).differenceNo();
        explain(difference, "anna");
        assertThat(tell("S3", 1, 2, book().subList(3, book().size()))).as("half a book, beside half of the one before").isNull();
        assertThat(day()).startsWith("waiting");
        assertThat(confirm(difference, true, "bert").outgoing()).as("nothing closes meanwhile").isEmpty();
        assertThat(tell("S4", 2, 2, book().subList(0, 3)).outcome()).isEqualTo(ReconciliationResult.Outcome.MATCHED);
    }

    @Test
    void eachDifferenceHasItsTypeItsOwnerAndItsDay() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(0, disbursement("A4", 499_999_0));
        theirs.set(1, receipt("A1", parts(8_000, 5_003)));
        theirs.set(2, receipt("A2", parts(7_000, 6_000)));
        theirs.remove(3);
        theirs.add(receipt("A9", parts(1, 1)));
        theirs.add(item(Kind.OPEN_UNKNOWN, null, "M-77", 5_000, null));
        ReconciliationResult result = tell("S1", 1, 1, theirs);
        assertThat(result.outcome()).isEqualTo(ReconciliationResult.Outcome.DIFFERS);
        assertThat(result.differences()).extracting(d -> d.kind() + " " + d.type() + " " + d.loanAccountNo() + " " + d.atCentre() + " " + d.atBank() + " " + d.owner()).containsExactlyInAnyOrder(
                "DISBURSEMENT AMOUNT_DIFFERS A4 500000 4999990 CENTRE", "RECEIPT CENTS_DIFFER A1 13000 13003 CENTRE", "RECEIPT PARTS_DIFFER A2 13000 13000 CENTRE",
                "BALANCE MISSING_AT_BANK A1 992000 null BANK", "RECEIPT MISSING_AT_CENTRE A9 null 2 CENTRE", "OPEN_UNKNOWN OUTCOME_UNKNOWN null 0 5000 BANK");
        assertThat(result.differences()).allSatisfy(d -> assertThat(d.dueOn()).isEqualTo(LocalDate.of(2026, 11, 25)));
        assertThat(day()).isEqualTo("differs 9 3 false 6");
    }

    @Test
    void nothingIsMissingOfAKindTheBankDoesNotTellOf() {
        ReconciliationResult result = tell("S1", 1, 1, book().subList(1, 3));
        assertThat(result.outcome()).isEqualTo(ReconciliationResult.Outcome.MATCHED);
        assertThat(day()).isEqualTo("matched 2 2 true 0");
    }

    @Test
    void twoPeopleExplainEveryDifferenceAndOnlyThenTheDayCloses() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.remove(6);
        theirs.set(1, receipt("A1", parts(8_000, 5_001)));
        List<ReconciliationResult.Difference> found = tell("S1", 1, 1, theirs).differences();
        assertThat(found).hasSize(2);
        String first = found.get(0).differenceNo();
        assertThat(refused(() -> confirm(first, true, "anna"))).as("nobody explained it").isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        explain(first, "anna");
        assertThat(refused(() -> confirm(first, true, "Anna "))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        confirm(first, false, "bert");
        assertThat(refused(() -> confirm(first, true, "bert"))).as("turned down, it waits again").isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        explain(first, "anna");
        assertThat(confirm(first, true, "bert").outgoing()).as("one is open").isEmpty();
        explain(found.get(1).differenceNo(), "bert");
        ReconciliationResult closed = (ReconciliationResult) confirm(found.get(1).differenceNo(), true, "anna").outgoing().get(0).message();
        assertThat(closed.outcome()).isEqualTo(ReconciliationResult.Outcome.EXPLAINED);
        assertThat(closed.differences()).allSatisfy(d -> assertThat(d.explanation()).isEqualTo("rounding at the bank"));
        assertThat(day()).isEqualTo("explained 7 5 true 0");
        assertThat(refused(() -> explain(first, "anna"))).isEqualTo(FailureCode.ALREADY_ANSWERED);
        assertThat(refused(() -> explain("NONE", "anna"))).isEqualTo(FailureCode.RECONCILIATION_DIFFERENCE_UNKNOWN);
    }

    @Test
    void whatCameLateIsComparedAgainAndMatches() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(5, balance("A3", 992_000));
        theirs.add(receipt("A3", parts(8_000, 5_000)));
        assertThat(tell("S1", 1, 1, theirs).differences()).hasSize(2);
        ledgers.take(new TestFile(BANK, "F2", "F1", DUE, List.of(
                Told.paid("A1", 1, DUE, 8_000, 992_000), Told.paid("A2", 1, DUE, 8_000, 992_000), Told.paid("A3", 1, DUE, 8_000, 992_000))));
        Outcome again = ledgers.in(() -> desk.compare(new CompareBooks(BANK, DUE)));
        assertThat(((ReconciliationResult) again.outgoing().get(0).message()).outcome()).isEqualTo(ReconciliationResult.Outcome.MATCHED);
        assertThat(refused(() -> ledgers.in(() -> desk.compare(new CompareBooks(BANK, DUE.minusDays(1)))))).isEqualTo(FailureCode.RECONCILIATION_DAY_UNKNOWN);
    }

    @Test
    void aDifferenceThatIsFoundAgainAsItWasKeepsItsExplanationAndTheDayClosesWhenNoneIsLeftOpen() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(1, receipt("A1", parts(8_000, 5_001)));
        theirs.set(5, balance("A3", 992_000));
        theirs.add(receipt("A3", parts(8_000, 5_000)));
        List<ReconciliationResult.Difference> found = tell("S1", 1, 1, theirs).differences();
        assertThat(found).hasSize(3);
        String rounding = found.stream().filter(d -> "A1".equals(d.loanAccountNo())).findFirst().orElseThrow().differenceNo();
        explain(rounding, "anna");
        ReconciliationResult again = (ReconciliationResult) ledgers.in(() -> desk.compare(new CompareBooks(BANK, DUE))).outgoing().get(0).message();
        assertThat(again.differences()).extracting(ReconciliationResult.Difference::explanation).containsExactlyInAnyOrder("rounding at the bank", null, null);
        String kept = again.differences().stream().filter(d -> d.explanation() != null).findFirst().orElseThrow().differenceNo();
        assertThat(kept).isNotEqualTo(rounding);
        assertThat(refused(() -> confirm(kept, true, "anna"))).as("still by another person").isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        confirm(kept, true, "bert");
        ledgers.take(new TestFile(BANK, "F2", "F1", DUE, List.of(
                Told.paid("A1", 1, DUE, 8_000, 992_000), Told.paid("A2", 1, DUE, 8_000, 992_000), Told.paid("A3", 1, DUE, 8_000, 992_000))));
        ReconciliationResult closed = (ReconciliationResult) ledgers.in(() -> desk.compare(new CompareBooks(BANK, DUE))).outgoing().get(0).message();
        assertThat(closed.outcome()).isEqualTo(ReconciliationResult.Outcome.EXPLAINED);
        assertThat(ledgers.lines("SELECT concat_ws(' ', explained_by, confirmed_by) FROM repayment_fact_difference")).containsExactly("anna bert");
        assertThat(day()).startsWith("explained").endsWith("true 0");
    }

    @Test
    void aDifferenceWithAnotherAmountIsExplainedAnew() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(1, receipt("A1", parts(8_000, 5_001)));
        explain(tell("S1", 1, 1, theirs).differences().get(0).differenceNo(), "anna");
        theirs.set(1, receipt("A1", parts(8_000, 5_002)));
        assertThat(tell("S2", 1, 1, theirs).differences()).singleElement().satisfies(d -> assertThat(d.explanation()).isNull());
    }

    @Test
    void aDayToComeIsRefused() {
        ledgers.clock.set("2026-11-19T12:00:00Z");
        assertThat(refused(() -> tell("S1", 1, 1, book()))).isEqualTo(FailureCode.REPAYMENT_DATE_IMPLAUSIBLE);
    }

    @Test
    void aCorrectionOfAClosedDayOpensItAgainUntilTheBooksAgree() {
        assertThat(tell("S1", 1, 1, book()).outcome()).isEqualTo(ReconciliationResult.Outcome.MATCHED);
        ledgers.take(new TestFile(BANK, "F2", "F1", DUE, List.of(
                Told.unpaid("A1", 1, DUE, 8_000, 1_000_000), Told.paid("A2", 1, DUE, 8_000, 992_000), Told.unpaid("A3", 1, DUE, 8_000, 1_000_000))));
        assertThat(day()).isEqualTo("reopened 7 7 false 0");
        Outcome again = ledgers.in(() -> desk.compare(new CompareBooks(BANK, DUE)));
        assertThat(((ReconciliationResult) again.outgoing().get(0).message()).differences()).extracting(d -> d.kind() + " " + d.type())
                .containsExactlyInAnyOrder("RECEIPT MISSING_AT_CENTRE", "BALANCE AMOUNT_DIFFERS");
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(3, balance("A1", 1_000_000));
        theirs.remove(1);
        assertThat(tell("S2", 1, 1, theirs).outcome()).isEqualTo(ReconciliationResult.Outcome.MATCHED);
    }

    @Test
    void aCorrectionOfADayThatDiffersIsComparedBeforeTheDayCloses() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(1, receipt("A1", parts(8_000, 5_001)));
        String rounding = tell("S1", 1, 1, theirs).differences().get(0).differenceNo();
        explain(rounding, "anna");
        correctA3();
        assertThat(day()).isEqualTo("reopened 7 6 false 1");
        assertThat(confirm(rounding, true, "bert").outgoing()).as("nobody compared what was corrected").isEmpty();
        assertThat(day()).startsWith("reopened");
        ReconciliationResult again = (ReconciliationResult) ledgers.in(() -> desk.compare(new CompareBooks(BANK, DUE))).outgoing().get(0).message();
        assertThat(again.outcome()).isEqualTo(ReconciliationResult.Outcome.DIFFERS);
        assertThat(again.differences()).extracting(d -> d.kind() + " " + d.loanAccountNo()).containsExactlyInAnyOrder("RECEIPT A1", "RECEIPT A3", "BALANCE A3");
    }

    @Test
    void eachClosingOfADayIsToldUnderANumberOfItsOwn() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(1, receipt("A1", parts(8_000, 5_001)));
        ReconciliationResult first = close(tell("S1", 1, 1, theirs).differences().get(0).differenceNo());
        correctA3();
        ReconciliationResult again = (ReconciliationResult) ledgers.in(() -> desk.compare(new CompareBooks(BANK, DUE))).outgoing().get(0).message();
        List<String> open = again.differences().stream().filter(d -> !"A1".equals(d.loanAccountNo())).map(ReconciliationResult.Difference::differenceNo).toList();
        explain(open.get(0), "anna");
        confirm(open.get(0), true, "bert");
        ReconciliationResult second = close(open.get(1));
        assertThat(List.of(first, second)).extracting(ReconciliationResult::outcome).containsOnly(ReconciliationResult.Outcome.EXPLAINED);
        assertThat(List.of(first, again, second)).extracting(ReconciliationResult::resultNo).doesNotHaveDuplicates();
    }

    private ReconciliationResult close(String lastDifference) {
        explain(lastDifference, "anna");
        return (ReconciliationResult) confirm(lastDifference, true, "bert").outgoing().get(0).message();
    }

    private void correctA3() {
        ledgers.take(new TestFile(BANK, "F2", "F1", DUE, List.of(
                Told.paid("A1", 1, DUE, 8_000, 992_000), Told.paid("A2", 1, DUE, 8_000, 992_000), Told.paid("A3", 1, DUE, 8_000, 992_000))));
    }

    @Test
    void aFileOfAnotherDayLeavesAClosedDayClosed() {
        tell("S1", 1, 1, book());
        LocalDate next = DUE.plusDays(1);
        ledgers.clock.set("2026-11-22T02:00:00Z");
        ledgers.take(new TestFile(BANK, "F2", null, next, List.of(Told.paid("A3", 1, DUE, 8_000, 992_000).on(next).with("paidOn", next))));
        assertThat(day()).startsWith("matched");
    }

    @Test
    void theLastDayOfADifferenceStaysHoweverOftenItIsLookedAt() {
        List<Item> theirs = new ArrayList<>(book());
        theirs.set(1, receipt("A1", parts(8_000, 9_000)));
        tell("S1", 1, 1, theirs);
        ledgers.clock.set("2026-12-10T12:00:00Z");
        assertThat(tell("S2", 1, 1, theirs).differences()).extracting(ReconciliationResult.Difference::dueOn).containsExactly(LocalDate.of(2026, 11, 25));
        theirs.set(1, receipt("A1", parts(8_000, 9_001)));
        theirs.set(2, receipt("A2", parts(8_000, 5_001)));
        assertThat(tell("S3", 1, 1, theirs).differences()).extracting(d -> d.loanAccountNo() + " " + d.dueOn())
                .as("another amount gains no time; another loan has its own").containsExactlyInAnyOrder("A1 2026-11-25", "A2 2026-12-15");
    }

    @Test
    void aStatementThatLeavesReceiptsOutSaysThatThereWereNone() {
        ReconciliationResult result = tell("S1", 1, 1, book().subList(0, 1));
        assertThat(result.differences()).extracting(d -> d.kind() + " " + d.type() + " " + d.loanAccountNo()).containsExactlyInAnyOrder(
                "RECEIPT MISSING_AT_BANK A1", "RECEIPT MISSING_AT_BANK A2");
    }

    @Test
    void whatMovedFromOnePartToItsLikeIsNoReceiptAndHidesNone() {
        LocalDate one = DUE.plusDays(1);
        LocalDate two = DUE.plusDays(2);
        ledgers.clock.set("2026-11-23T12:00:00Z");
        Told part = Told.paid("A3", 1, DUE, 8_000, 1_000_000).on(one).with("paidOn", one).with("result", "partly-paid");
        ledgers.take(new TestFile(BANK, "F2", null, one, List.of(new Told(part.row().with("paid", Told.parts(0, 5_000)).with("unpaid", Told.parts(8_000, 0))))));
        Content.Group moved = Told.parts(0, 0).with("overduePrincipal", "8000").with("overdueInterest", "5000");
        Told all = Told.paid("A3", 1, DUE, 8_000, 992_000).on(two).with("paidOn", two);
        ledgers.take(new TestFile(BANK, "F3", null, two, List.of(new Told(all.row().with("paid", moved)))));
        assertThat(new BookStore(ledgers.jdbc).ours(BANK, two)).filteredOn(item -> item.kind() == Kind.RECEIPT).singleElement().satisfies(item -> {
            assertThat(item.amount()).isEqualTo(new Money(8_000));
            assertThat(item.parts()).isEqualTo(new InstalmentParts(Money.ZERO, new Money(8_000), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO));
        });
    }

    @Test
    void whatWasPaidBeforeALoanWasOpenedHereIsNoReceiptOfTheDayItIsTold() {
        LocalDate day = LocalDate.of(2026, 12, 5);
        ledgers.clock.set("2026-12-06T12:00:00Z");
        ledgers.openOlder("bank-a", "O1", 1_000_000, 120, LocalDate.of(2026, 1, 20), 920_000, LocalDate.of(2026, 12, 1));
        ledgers.openOlder("bank-a", "O2", 1_000_000, 120, LocalDate.of(2026, 1, 20), 920_000, LocalDate.of(2026, 12, 1));
        Told before = Told.paid("O1", 10, DUE, 8_000, 920_000).on(day);
        Told since = Told.paid("O2", 10, DUE, 8_000, 912_000).on(day).with("paidOn", day);
        assertThat(ledgers.take(new TestFile(BANK, "F2", null, day, List.of(before, since))).refused()).isEmpty();
        assertThat(new BookStore(ledgers.jdbc).ours(BANK, day)).filteredOn(item -> item.kind() == Kind.RECEIPT).extracting(item -> item.accountNo() + " " + item.amount().fen())
                .containsExactly("O2 13000");
        assertThat(ledgers.lines("SELECT account_no || ' ' || interest_fen FROM repayment_fact_receipt WHERE account_no LIKE 'O%'")).containsExactly("O2 5000");
    }

    private static List<Item> book() {
        return List.of(
                disbursement("A4", 500_000), receipt("A1", parts(8_000, 5_000)), receipt("A2", parts(8_000, 5_000)), balance("A1", 992_000), balance("A2", 992_000),
                balance("A3", 1_000_000), balance("A4", 500_000));
    }

    private @Nullable ReconciliationResult tell(String no, int part, int parts, List<Item> items) {
        List<Item> numbered = new ArrayList<>();
        items.forEach(i -> numbered.add(new Item(numbered.size() + 1, i.kind(), i.loanAccountNo(), i.reference(), i.hostSerial(), i.amount(), i.parts())));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        items.forEach(i -> kinds.add(i.kind()));
        List<Reconciliation.Total> totals = kinds.stream()
                .map(kind -> new Reconciliation.Total(
                        kind, (int) items.stream().filter(i -> i.kind() == kind).count(), new Money(items.stream().filter(i -> i.kind() == kind).mapToLong(i -> i.amount().fen()).sum())))
                .toList();
        Reconciliation statement = new Reconciliation(no, DUE, part, parts, totals, numbered);
        Outcome outcome = ledgers.in(() -> desk.statement(new Incoming(BANK, new MessageId("M-" + no), Instant.parse("2026-11-20T13:00:00Z"), statement)));
        return outcome.outgoing().isEmpty() ? null : (ReconciliationResult) outcome.outgoing().get(0).message();
    }

    private void explain(String differenceNo, String by) {
        ledgers.in(() -> desk.explain(new ExplainDifference(differenceNo, "rounding at the bank", by)));
    }

    private Outcome confirm(String differenceNo, boolean confirmed, String by) {
        return ledgers.in(() -> desk.confirm(new ConfirmExplanation(differenceNo, confirmed, by)));
    }

    private String day() {
        return ledgers.lines("SELECT concat_ws(' ', state, items, matched, (closed_at IS NOT NULL)::text, open) FROM repayment_fact_day").get(0);
    }

    private static FailureCode refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().get(0).code();
    }

    private static Item disbursement(String account, long fen) {
        return item(Kind.DISBURSEMENT, account, "FK-" + account, fen, null);
    }

    private static Item balance(String account, long fen) {
        return item(Kind.BALANCE, account, account, fen, null);
    }

    private static Item receipt(String account, InstalmentParts parts) {
        return item(Kind.RECEIPT, account, "HS-" + account, parts.fen(), parts);
    }

    private static Item item(Kind kind, @Nullable String account, String reference, long fen, @Nullable InstalmentParts parts) {
        return new Item(1, kind, account, reference, null, new Money(fen), parts);
    }

    private static InstalmentParts parts(long principal, long interest) {
        return new InstalmentParts(new Money(principal), Money.ZERO, new Money(interest), Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
