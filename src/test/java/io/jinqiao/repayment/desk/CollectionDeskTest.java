package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Collectors.BANK;
import static io.jinqiao.repayment.desk.Collectors.DEAF;
import static io.jinqiao.repayment.desk.Collectors.DUE;
import static io.jinqiao.repayment.desk.Collectors.act;
import static io.jinqiao.repayment.desk.Collectors.paid;
import static io.jinqiao.repayment.desk.Collectors.promise;
import static io.jinqiao.repayment.desk.Collectors.unpaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.CollectionRecord.Outcome;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.repayment.OrderCollection;
import io.jinqiao.repayment.ProposeExclusion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the ledger to the bank and back, on a real database. */
class CollectionDeskTest {
    private static final LocalDate NEXT = DUE.plusDays(1);
    private Collectors here;

    @BeforeEach
    void open() {
        here = new Collectors();
        here.open(BANK, "A1");
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void anInstalmentThatIsNotPaidOpensACaseAndTheBankIsToldOnce() {
        assertThat(here.told(BANK, DUE, unpaid("A1", DUE))).as("not overdue on its due day").isEmpty();
        List<CollectionOrder> orders = here.told(BANK, NEXT, unpaid("A1", NEXT));
        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.loanAccountNo()).isEqualTo("A1");
            assertThat(order.step()).isEqualTo(CollectionStep.RE_DEDUCT);
            assertThat(order.reason()).isEqualTo(CollectionOrder.Reason.OVERDUE);
            assertThat(order.owed().fen()).isEqualTo(13_000);
            assertThat(order.overdueSince()).isEqualTo(DUE);
            assertThat(order.dueOn()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(order.contacts()).extracting(CollectionOrder.Contact::role).containsExactly(Party.Role.BORROWER);
        });
        assertThat(here.round(BANK)).as("nothing was told since").isEmpty();
        assertThat(here.fact("state, waits_for, step, order_state, overdue, days", "case", "A1")).isEqualTo("collecting bank re-deduct issued 1 1");
        here.answer(orders.get(0), new Reply.Accepted(new CollectionOrder.Answer(orders.get(0).orderNo(), "T0042", null).content()));
        assertThat(here.fact("state, assigned_to, message_id", "order", "A1")).isEqualTo("taken T0042 M-" + orders.get(0).orderNo());
    }

    @Test
    void aNoticeBeforeAnyAdverseRecordIsAskedForOnceForEachCase() {
        ordered();
        here.told(BANK, DUE.plusDays(3), unpaid("A1", DUE.plusDays(3)));
        assertThat(here.fact("overdue_since", "notice_request", "A1")).isEqualTo("2026-11-20");
    }

    @Test
    void aBankThatRefusesAnOrderLeavesItToAPersonOfTheCentre() {
        CollectionOrder order = ordered();
        here.answer(order, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "x"))));
        assertThat(here.fact("order_state, waits_for", "case", "A1")).isEqualTo("refused centre");
        assertThat(here.fact("refused", "order", "A1")).isEqualTo("partner.refused");
    }

    @Test
    void aBankWithoutTheOperationIsToldNothingAndTheCollectorSeesIt() {
        here.open(DEAF, "D1");
        assertThat(here.told(DEAF, NEXT, unpaid("D1", NEXT))).isEmpty();
        assertThat(here.fact("state, refused", "order", "D1")).isEqualTo("refused operation.not_in_service");
    }

    @Test
    void anActIsKeptWithWhenItWasDoneAndWhenItWasTold() {
        CollectionOrder order = ordered();
        here.record(act("J1", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-23T02:00:00Z", Outcome.OTHER, null), Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(here.fact("state, done_in_time, filed_late, reached, outcome", "order", "A1")).as("nobody was reached").isEqualTo("tried t f f other");
        here.record(act("J2", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-23T04:00:00Z", Outcome.REFUSED, null), Instant.parse("2026-11-30T03:00:00Z"));
        assertThat(here.fact("state, done_in_time, filed_late, reached, outcome", "order", "A1")).as("done in time, told late").isEqualTo("done t t t refused");
    }

    @Test
    void anActAfterTheLastDayDoesNotMakeItInTime() {
        CollectionOrder order = ordered();
        here.told(BANK, LocalDate.of(2026, 11, 24));
        assertThat(here.fact("state, ended_at IS NOT NULL", "order", "A1")).isEqualTo("missed t");
        here.record(act("J1", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-24T02:00:00Z", Outcome.REFUSED, null), Instant.parse("2026-11-24T03:00:00Z"));
        assertThat(here.fact("step, state, done_in_time", "order", "A1")).contains("re-deduct done f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-22T23:59:59Z | BORROWER  | CALL_RECORDING  | P9 | doneAt collection.time_forbidden [08:00, 21:00, 催收阶梯“contact”（与银行约定的参数） / ladder of collection, contact (agreed with the banks, a parameter)]
            2026-11-23T13:00:00Z | BORROWER  | CALL_RECORDING  | P9 | doneAt collection.time_forbidden
            2026-11-23T02:00:00Z | SELLER    | CALL_RECORDING  | P9 | contacted collection.person_forbidden
            2026-11-23T02:00:00Z | BORROWER  | OTHER           | P9 | reference.kind collection.proof_unfit [通话录音 / call-recording]
            2026-11-23T02:00:00Z | SPOUSE    | CALL_RECORDING  | P-J0 | reference.number collection.proof_used
            2026-11-22T10:00:00Z | BORROWER  | CALL_RECORDING  | P9 | doneAt collection.too_soon [24,
            2026-11-20T00:30:00Z | BORROWER  | CALL_RECORDING  | P9 | doneAt collection.nothing_overdue
            2026-11-25T02:00:00Z | BORROWER  | CALL_RECORDING  | P9 | doneAt repayment.date_implausible
            """)
    void anActThatMayNotBeIsRefusedWithFieldCodeAndClause(String doneAt, Party.Role person, CollectionRecord.Proof proof, String number, String told) {
        ordered();
        here.record(act("J0", null, "A1", CollectionStep.PHONE, "2026-11-22T02:00:00Z", Outcome.REACHED, null), Instant.parse("2026-11-24T09:00:00Z"));
        CollectionRecord record = new CollectionRecord(
                "J1", null, "A1", null, CollectionStep.PHONE, person, Instant.parse(doneAt), "T1", Outcome.REACHED, null, new CollectionRecord.Reference(proof, number, null), null);
        assertThat(problems(record)).anySatisfy(problem -> assertThat(problem.field() + " " + problem.code().code() + " " + problem.arguments()).startsWith(told));
        assertThat(here.fact("record_no", "record", "A1")).isEqualTo("J0");
    }

    @Test
    void everythingThatMayNotBeIsToldAtOnce() {
        CollectionOrder order = ordered();
        CollectionRecord record = new CollectionRecord(
                "J1", order.orderNo(), "A1", null, CollectionStep.PHONE, Party.Role.SELLER, Instant.parse("2026-11-22T19:00:00Z"), "T1", Outcome.PROMISED,
                promise(1, LocalDate.of(2027, 1, 1)), new CollectionRecord.Reference(CollectionRecord.Proof.VISIT_SHEET, "P", null), null);
        assertThat(problems(record)).extracting(problem -> problem.code().code()).containsExactly(
                "collection.order_differs", "collection.time_forbidden", "collection.person_forbidden", "collection.proof_unfit", "collection.promise_too_far");
    }

    @Test
    void aTryThatReachedNobodyMayBeRepeatedSooner() {
        ordered();
        here.record(act("J0", null, "A1", CollectionStep.PHONE, "2026-11-22T01:00:00Z", Outcome.NOT_REACHED, null), Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(problems(act("J1", null, "A1", CollectionStep.PHONE, "2026-11-22T04:59:00Z", Outcome.REACHED, null))).extracting(Problem::arguments)
                .satisfiesExactly(arguments -> assertThat(arguments).first().isEqualTo("4"));
        here.record(act("J2", null, "A1", CollectionStep.PHONE, "2026-11-22T05:00:00Z", Outcome.REACHED, null), Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(problems(act("J3", null, "A1", CollectionStep.VISIT, "2026-11-22T12:00:00Z", Outcome.REACHED, null))).as("whatever the way")
                .extracting(problem -> problem.code()).containsExactly(FailureCode.COLLECTION_TOO_SOON);
        here.record(act("J4", null, "A1", CollectionStep.LETTER, "2026-11-22T12:00:00Z", Outcome.REACHED, null), Instant.parse("2026-11-24T09:00:00Z"));
    }

    @Test
    void ofTwoContactsToldAtTheSameMomentOneIsRefused() throws Exception {
        ordered();
        Callable<Boolean> one = () -> tells("J1", "2026-11-22T02:00:00Z");
        Callable<Boolean> other = () -> tells("J2", "2026-11-22T03:00:00Z");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> told = threads.invokeAll(List.of(one, other));
            assertThat(told.get(0).get() ^ told.get(1).get()).isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(here.ledgers.count("SELECT count(*) FROM repayment_record")).isEqualTo(1);
    }

    private boolean tells(String recordNo, String doneAt) {
        return catchThrowableOfType(Refusal.class, () -> here.record(act(recordNo, null, "A1", CollectionStep.PHONE, doneAt, Outcome.REACHED, null), Instant.parse("2026-11-24T09:00:00Z"))) == null;
    }

    @Test
    void aPromiseStopsTheStepsAndTheLedgerSaysWhetherItWasKept() {
        ordered();
        LocalDate payBy = LocalDate.of(2026, 11, 27);
        CollectionRecord.Answer answer = here.record(
                act("J1", null, "A1", CollectionStep.PHONE, "2026-11-23T02:00:00Z", Outcome.PROMISED, promise(13_000, payBy)), Instant.parse("2026-11-23T03:00:00Z"));
        assertThat(answer.promiseDueOn()).isEqualTo(payBy);
        assertThat(here.told(BANK, LocalDate.of(2026, 11, 26), unpaid("A1", LocalDate.of(2026, 11, 26)))).isEmpty();
        assertThat(here.fact("state, waits_for, promise_by", "case", "A1")).isEqualTo("promised borrower 2026-11-27");
        assertThat(here.told(BANK, payBy)).as("its file of the last day is not here").isEmpty();
        List<CollectionOrder> orders = here.told(BANK, payBy, unpaid("A1", payBy));
        assertThat(orders).singleElement().extracting(CollectionOrder::reason).isEqualTo(CollectionOrder.Reason.PROMISE_BROKEN);
        assertThat(here.fact("promise_became", "record", "A1")).isEqualTo("broken");
    }

    @Test
    void nobodyPromisesMoreThanAllThatIsOwedOfTheLoan() {
        here.told(BANK, DUE, unpaid("A1", DUE));
        here.told(BANK, DUE.plusDays(2), unpaid("A1", DUE.plusDays(2)));
        Problem told = refusal(() -> here.record(
                act("J1", null, "A1", CollectionStep.PHONE, "2026-11-23T02:00:00Z", Outcome.PROMISED, promise(1_005_001, DUE.plusDays(9))), Instant.parse("2026-11-23T03:00:00Z")));
        assertThat(told.code()).isEqualTo(FailureCode.COLLECTION_PROMISE_TOO_MUCH);
        assertThat(told.field()).isEqualTo("promise.amount");
        assertThat(told.arguments()).as("a million of principal and the interest that fell due").containsExactly("1005000");
        here.record(
                act("J2", null, "A1", CollectionStep.PHONE, "2026-11-23T02:00:00Z", Outcome.PROMISED, promise(1_005_000, DUE.plusDays(9))), Instant.parse("2026-11-23T03:00:00Z"));
    }

    /** The centre's clock may be another than the machine's. */
    @Test
    void whenAnActWasDoneIsHeldAgainstTheCentresClock() {
        here.told(BANK, DUE, unpaid("A1", DUE));
        here.told(BANK, DUE.plusDays(2), unpaid("A1", DUE.plusDays(2)));
        CollectionRecord ofTomorrow = act("J1", null, "A1", CollectionStep.PHONE, "2026-11-24T02:00:00Z", Outcome.REACHED, null);
        Incoming incoming = new Incoming(BANK, new MessageId("R-J1"), Instant.parse("2030-01-01T00:00:00Z"), ofTomorrow);
        assertThat(refusal(() -> here.in(() -> here.cases.record(incoming))).field()).isEqualTo("doneAt");
    }

    @Test
    void aKeptPromiseIsKnownWithWhoPaidAndTheCaseIsCured() {
        ordered();
        here.record(act("J1", null, "A1", CollectionStep.PHONE, "2026-11-23T02:00:00Z", Outcome.PROMISED, promise(13_000, DUE.plusDays(9))), Instant.parse("2026-11-23T03:00:00Z"));
        here.told(BANK, DUE.plusDays(6), paid("A1", DUE.plusDays(6), "bank-account"));
        assertThat(here.fact("promise_became", "record", "A1")).isEqualTo("kept");
        assertThat(here.fact("state, closed_on, paid_by, by_borrower, waits_for", "case", "A1")).isEqualTo("cured 2026-11-26 {bank-account} t nobody");
    }

    @ParameterizedTest
    @CsvSource({"bank, f", "developer, f", "fund-balance, f", "guarantor, f", "prepayment, t"})
    void whoPaidForTheBorrowerIsKeptAsAFact(String source, String byBorrower) {
        ordered();
        here.told(BANK, DUE.plusDays(2), paid("A1", DUE.plusDays(2), source));
        assertThat(here.fact("state, paid_by, by_borrower, order_state", "case", "A1")).isEqualTo("cured {" + source + "} " + byBorrower + " withdrawn");
    }

    @Test
    void anActDoneBeforeItsOrderWasWithdrawnIsKeptAndNoneThatWasDoneAfterwards() {
        CollectionOrder order = ordered();
        here.told(BANK, DUE.plusDays(2), paid("A1", DUE.plusDays(2), "bank-account"));
        Instant toldAt = Instant.parse("2026-11-24T09:00:00Z");
        Refusal refused = catchThrowableOfType(
                Refusal.class, () -> here.record(act("J1", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-23T09:00:00Z", Outcome.PAID, null), toldAt));
        assertThat(refused.problems()).extracting(problem -> problem.field() + " " + problem.code().code()).containsExactly("orderNo collection.state_forbids");
        here.record(act("J1", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-22T09:00:00Z", Outcome.PAID, null), toldAt);
        assertThat(here.fact("state, done_in_time, reached, outcome", "order", "A1")).isEqualTo("withdrawn t t paid");
        assertThat(here.fact("record_no, order_no IS NOT NULL", "record", "A1")).isEqualTo("J1 t");
    }

    @Test
    void whatIsOverdueAgainIsAnotherCase() {
        ordered();
        here.told(BANK, DUE.plusDays(2), paid("A1", DUE.plusDays(2), "bank-account"));
        LocalDate second = DUE.plusMonths(1);
        here.told(BANK, second.plusDays(2), Told.unpaid("A1", 2, second, 8_000, 992_000).on(second.plusDays(2)));
        assertThat(here.fact("state, overdue_since", "case", "A1")).isEqualTo("collecting 2026-12-20; cured 2026-11-20");
    }

    @Test
    void anOrderOfWhichTheLastDayPassedInTheNightIsWithdrawnByTheFileOfThatDay() {
        ordered();
        LocalDate last = LocalDate.parse(here.fact("due_on", "order", "A1"));
        here.ledgers.clock.set(last.plusDays(1) + "T00:30:00Z");
        here.round(BANK);
        assertThat(here.fact("state", "order", "A1")).isEqualTo("missed");
        assertThat(here.told(BANK, last, paid("A1", last, "bank-account"))).extracting(CollectionOrder::reason).containsExactly(CollectionOrder.Reason.WITHDRAWN);
        assertThat(here.fact("state", "order", "A1")).isEqualTo("withdrawn");
        assertThat(here.fact("state", "case", "A1")).isEqualTo("cured");
    }

    @Test
    void twoPeopleExcludeACaseAndTakeItUpAgain() {
        CollectionOrder order = ordered();
        String caseNo = here.fact("case_no", "case", "A1");
        long number = here.in(() -> here.cases.proposeExclusion(new ProposeExclusion(caseNo, ProposeExclusion.Why.LITIGATION, "(2026)虚民初1号", "anna")));
        assertThat(here.fact("state, waits_for", "case", "A1")).isEqualTo("collecting centre");
        assertThat(refusal(() -> answer(number, "ＡＮＮＡ")).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        answer(number, "bert");
        assertThat(refusal(() -> answer(number, "carl")).code()).isEqualTo(FailureCode.ALREADY_ANSWERED);
        assertThat(here.fact("state, exclusion, order_state", "case", "A1")).isEqualTo("excluded litigation withdrawn");
        assertThat(refusal(() -> here.in(() -> here.cases.proposeExclusion(new ProposeExclusion(caseNo, ProposeExclusion.Why.LITIGATION, "x", "anna")))).arguments())
                .containsExactly("已排除 / excluded");
        assertThat(here.told(BANK, DUE.plusDays(40), unpaid("A1", DUE.plusDays(40)))).as("only that it is withdrawn").extracting(CollectionOrder::reason)
                .containsExactly(CollectionOrder.Reason.WITHDRAWN);
        long back = here.in(() -> here.cases.proposeExclusion(new ProposeExclusion(caseNo, null, "(2026)虚民初1号", "bert")));
        answer(back, "anna");
        assertThat(here.told(BANK, DUE.plusDays(41), unpaid("A1", DUE.plusDays(41)))).singleElement().extracting(CollectionOrder::follows).isEqualTo(order.orderNo());
    }

    @Test
    void aCollectorOrdersAStepWhenTheBankHasNothingElseToDo() {
        CollectionOrder first = ordered();
        String caseNo = here.fact("case_no", "case", "A1");
        OrderCollection visit = new OrderCollection(caseNo, CollectionStep.VISIT, List.of(Party.Role.BORROWER), 5, "请上门", "lin");
        Problem forbidden = refusal(() -> here.in(() -> here.cases.order(visit)));
        assertThat(forbidden.code()).isEqualTo(FailureCode.COLLECTION_STATE_FORBIDS);
        assertThat(forbidden.arguments()).as("in both languages").containsExactly("任务已下达 / order issued");
        here.record(act("J1", first.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-22T02:00:00Z", Outcome.REFUSED, null), Instant.parse("2026-11-22T03:00:00Z"));
        assertThat(here.in(() -> here.cases.order(visit)).outgoing()).hasSize(1);
        assertThat(here.fact("step, ordered_by, due_on", "order", "A1")).contains("visit lin 2026-11-27");
    }

    @Test
    void theLineOfTimeTellsEverythingThatHappened() {
        CollectionOrder order = ordered();
        here.record(act("J1", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-22T02:00:00Z", Outcome.PAID, null), Instant.parse("2026-11-22T03:00:00Z"));
        here.told(BANK, DUE.plusDays(2), paid("A1", DUE.plusDays(2), "bank-account"));
        assertThat(here.ledgers.lines("SELECT concat_ws(' ', type, detail, message_id) FROM repayment_fact_case_event ORDER BY id"))
                .containsExactly("opened", "notice-requested", "order re-deduct", "record paid R-J1", "order-ended done R-J1", "closed cured");
    }

    private CollectionOrder ordered() {
        here.told(BANK, DUE, unpaid("A1", DUE));
        return here.told(BANK, NEXT, unpaid("A1", NEXT)).get(0);
    }

    private List<Problem> problems(CollectionRecord record) {
        return catchThrowableOfType(Refusal.class, () -> here.record(record, Instant.parse("2026-11-24T09:00:00Z"))).problems();
    }

    private void answer(long number, String by) {
        here.in(() -> {
            here.cases.answerExclusion(number, true, by);
            return true;
        });
    }

    private static Problem refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().get(0);
    }
}
