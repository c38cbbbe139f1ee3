package io.jinqiao.repayment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.CollectionOrder.Reason;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.ProposeExclusion;
import io.jinqiao.repayment.collection.CollectionCase.Ordered;
import io.jinqiao.repayment.rules.Ladder;
import io.jinqiao.repayment.rules.Ladders;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CollectionCaseTest {
    private static final Ladder LADDER = new Ladders(new Sources(Path.of("."))).at(LocalDate.of(2026, 11, 1)).orElseThrow();
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(List.of(new WorkingCalendar.Year(2026, Set.of(), Set.of())));
    /** A Friday. */
    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);
    private static final LocalDate MATURED = LocalDate.of(2040, 1, 1);
    private static final Money OWED = new Money(13_000);

    @Test
    void eachStepIsOrderedWhenItsDayComesAndTheOneBeforeWasDone() {
        CaseStep first = ledger(1, DUE.plusDays(1)).on(opened());
        assertThat(order(first)).isEqualTo("re-deduct OVERDUE by 2026-11-23 after null");
        assertThat(ledger(1, DUE.plusDays(2)).on(first.now()).events()).as("its last day has not passed").isEmpty();
        CollectionCase done = new EndOrder("N1", OrderState.ISSUED, OrderState.DONE).on(first.now()).now();
        assertThat(ledger(1, DUE.plusDays(2)).on(done).events()).as("no graver step fits").isEmpty();
        assertThat(order(ledger(1, DUE.plusDays(3)).on(done))).isEqualTo("message OVERDUE by 2026-11-24 after N1");
    }

    @Test
    void milderStepsAreLeftOutAndAMissedOneIsSaidToBe() {
        CaseStep late = ledger(3, DUE.plusDays(95)).on(opened());
        assertThat(order(late)).startsWith("guarantor");
        CaseStep missed = ledger(3, DUE.plusDays(125)).on(late.now());
        assertThat(missed.events()).first().isEqualTo(new CaseEvent.OrderEnded("N95", OrderState.MISSED));
        assertThat(order(ledger(3, DUE.plusDays(131)).on(missed.now()))).as("again, so many working days after the last deadline").startsWith("guarantor");
        assertThat(order(ledger(6, DUE.plusDays(180)).on(missed.now()))).startsWith("lawsuit");
    }

    @Test
    void aDueDayThatIsNoWorkingDayCountsFromTheNextOne() {
        LocalDate saturday = LocalDate.of(2026, 11, 21);
        assertThat(FollowLedger.days(saturday.plusDays(2), saturday, CALENDAR)).isZero();
        assertThat(FollowLedger.days(saturday.plusDays(3), saturday, CALENDAR)).isEqualTo(1);
        assertThat(FollowLedger.days(saturday, null, CALENDAR)).isZero();
    }

    @Test
    void aPromiseStopsTheStepsUntilTheLedgerReachesItsLastDay() {
        CollectionCase promised = promise(ordered(), "R1", 7, 10_000).now();
        assertThat(ledger(1, DUE.plusDays(9)).on(promised).events()).as("a day nobody told of breaks no promise").doesNotHaveAnyElementsOfTypes(CaseEvent.PromiseBroken.class, CaseEvent.Order.class);
        CaseStep broken = told(1, DUE.plusDays(9), 9_999, OWED).on(promised);
        assertThat(broken.events()).contains(new CaseEvent.PromiseBroken("R1", new Money(9_999)));
        assertThat(order(broken)).startsWith("phone PROMISE_BROKEN");
    }

    @Test
    void aPromiseIsKeptByEnoughMoneyOrByNothingLeftOverdue() {
        CollectionCase promised = promise(ordered(), "R1", 7, 10_000).now();
        CaseStep kept = told(1, DUE.plusDays(4), 10_000, null).on(promised);
        assertThat(kept.events()).contains(new CaseEvent.PromiseKept("R1"));
        assertThat(kept.now().state()).isInstanceOf(CaseState.Collecting.class);
        assertThat(told(1, DUE.plusDays(9), 9_999, Money.ZERO).on(promised).events()).contains(new CaseEvent.PromiseKept("R1"));
        assertThat(cured(DUE.plusDays(7)).on(promised).events()).contains(new CaseEvent.PromiseKept("R1"));
        assertThat(cured(DUE.plusDays(8)).on(promised).events()).contains(new CaseEvent.PromiseBroken("R1", Money.ZERO));
    }

    @Test
    void onlySoManyPromisesStopTheSteps() {
        CollectionCase now = ordered();
        for (int i = 0; i < LADDER.pauses(); i++) {
            now = told(1, DUE.plusDays(9), 0, OWED).on(promise(now, "R" + i, 7, 1).now()).now();
        }
        CaseStep more = promise(now, "R9", 7, 1);
        assertThat(more.now().state()).isInstanceOf(CaseState.Collecting.class);
        assertThat(more.events()).containsExactly(new CaseEvent.PromiseTaken("R9", DUE.plusDays(7), new Money(1), false));
    }

    @Test
    void theLedgerAloneClosesACaseAndSaysWhoPaid() {
        CaseStep closed = cured(DUE.plusDays(1)).on(ordered());
        assertThat(closed.now().state()).isEqualTo(new CaseState.Cured(DUE.plusDays(1), Set.of("developer")));
        assertThat(closed.events()).first().isEqualTo(new CaseEvent.OrderEnded("N1", OrderState.WITHDRAWN));
        LedgerSays paidOff = new LedgerSays(DUE.plusDays(9), 0, null, Money.ZERO, Money.ZERO, MATURED, Money.ZERO, null, Set.of(), null);
        CaseStep settled = new FollowLedger(paidOff, LADDER, CALENDAR, DUE.plusDays(10), false, "N10").on(ordered());
        assertThat(settled.now().state()).isInstanceOf(CaseState.Settled.class);
        assertThat(settled.events()).as("paid when the order's last day had passed").first().isEqualTo(new CaseEvent.OrderEnded("N1", OrderState.MISSED));
    }

    @Test
    void whoPaidOnTheLastDayOfAnOrderMakesNobodyMissItThoughTheDayIsOverWhenItIsTold() {
        LocalDate last = LocalDate.of(2026, 11, 23);
        FollowLedger night = new FollowLedger(new LedgerSays(last.minusDays(1), 1, DUE, OWED, new Money(900_000), MATURED, Money.ZERO, null, Set.of(), null), LADDER, CALENDAR, last.plusDays(1), false, "N2");
        CaseStep missed = night.on(ordered());
        assertThat(missed.events()).containsExactly(new CaseEvent.OrderEnded("N1", OrderState.MISSED));
        assertThat(cured(last).on(missed.now()).events()).first().isEqualTo(new CaseEvent.OrderEnded("N1", OrderState.WITHDRAWN));
        assertThat(cured(last.plusDays(1)).on(missed.now()).events()).as("a day later").singleElement().isInstanceOf(CaseEvent.Closed.class);
    }

    @Test
    void whatIsExcludedIsNotCollectedUntilTheReasonEnds() {
        CaseStep excluded = new Exclude(ProposeExclusion.Why.LITIGATION).on(ordered());
        assertThat(excluded.events()).containsExactly(new CaseEvent.OrderEnded("N1", OrderState.WITHDRAWN), new CaseEvent.Excluded(ProposeExclusion.Why.LITIGATION));
        assertThat(ledger(6, DUE.plusDays(200)).on(excluded.now()).events()).isEmpty();
        CollectionCase missed = ordered().with(new CollectionCase.Ordered("N1", OrderState.MISSED, DUE.plusDays(1)));
        assertThat(new Exclude(ProposeExclusion.Why.LITIGATION).on(missed).events()).as("what was missed before stays missed").containsExactly(new CaseEvent.Excluded(ProposeExclusion.Why.LITIGATION));
        CollectionCase resumed = new Resume().on(excluded.now()).now();
        assertThat(order(ledger(6, DUE.plusDays(200)).on(resumed))).startsWith("lawsuit");
    }

    /** State of the case → moves it forbids. */
    static Stream<Map.Entry<CollectionCase, Set<Class<? extends CaseMove>>>> statesAndForbiddenMoves() {
        return Stream.of(
                Map.entry(opened(), Set.of(Resume.class)),
                Map.entry(ordered(), Set.of(Resume.class, OrderByHand.class)),
                Map.entry(promise(opened(), "R1", 7, 1).now(), Set.of(Resume.class, OrderByHand.class)),
                Map.entry(opened().to(new CaseState.Excluded(ProposeExclusion.Why.INSOLVENCY)), Set.of(Exclude.class, OrderByHand.class)),
                Map.entry(opened().to(new CaseState.Cured(DUE, Set.of())), Set.of(FollowLedger.class, Exclude.class, Resume.class, OrderByHand.class)),
                Map.entry(opened().to(new CaseState.Settled(DUE, Set.of())), Set.of(FollowLedger.class, Exclude.class, Resume.class, OrderByHand.class)));
    }

    @ParameterizedTest
    @MethodSource("statesAndForbiddenMoves")
    void aStateRefusesExactlyTheMovesItForbids(Map.Entry<CollectionCase, Set<Class<? extends CaseMove>>> one) {
        List<CaseMove> moves = List.of(
                ledger(1, DUE.plusDays(1)), new TakePromise("R", DUE, DUE.plusDays(1), OWED, 2), new Exclude(ProposeExclusion.Why.LITIGATION), new Resume(),
                new OrderByHand("H", CollectionStep.VISIT, List.of(Party.Role.BORROWER), 1, DUE, OWED, DUE.plusDays(9)));
        for (CaseMove move : moves) {
            Refusal refused = catchThrowableOfType(Refusal.class, () -> move.on(one.getKey()));
            assertThat(refused != null).as(move.getClass().getSimpleName()).isEqualTo(one.getValue().contains(move.getClass()));
            if (refused != null) {
                assertThat(refused.problems().get(0).code()).isEqualTo(FailureCode.COLLECTION_STATE_FORBIDS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOrderMovesAsItsTableSaysAndNoOtherWay(OrderState from) {
        for (OrderState to : OrderState.values()) {
            Refusal refused = catchThrowableOfType(Refusal.class, () -> new EndOrder("N1", from, to).on(ordered()));
            assertThat(refused == null).as(from + " to " + to).isEqualTo(from.next().contains(to));
        }
        assertThat(EnumSet.of(OrderState.DONE, OrderState.WITHDRAWN).contains(from)).isEqualTo(from.next().isEmpty());
    }

    @Test
    void anActOnAnOlderOrderLeavesTheLatestOneOpen() {
        CollectionCase now = ordered();
        assertThat(new EndOrder("N0", OrderState.MISSED, OrderState.DONE).on(now).now()).isEqualTo(now);
    }

    private static CollectionCase opened() {
        return CollectionCase.opened("C1", DUE);
    }

    private static CollectionCase ordered() {
        return opened().reaching("re-deduct", new Ordered("N1", OrderState.ISSUED, LocalDate.of(2026, 11, 23)));
    }

    private static CaseStep promise(CollectionCase from, String recordNo, int days, long fen) {
        return new TakePromise(recordNo, DUE.plusDays(2), DUE.plusDays(days), new Money(fen), LADDER.pauses()).on(from);
    }

    private static FollowLedger ledger(int overdue, LocalDate day) {
        return follow(new LedgerSays(day, overdue, DUE, OWED, new Money(900_000), MATURED, Money.ZERO, null, Set.of(), null));
    }

    private static FollowLedger told(int overdue, LocalDate day, long paid, @Nullable Money owedAtPromise) {
        return follow(new LedgerSays(day, overdue, DUE, OWED, new Money(900_000), MATURED, new Money(paid), owedAtPromise, Set.of(), null));
    }

    private static FollowLedger cured(LocalDate on) {
        return follow(new LedgerSays(on, 0, null, Money.ZERO, new Money(900_000), MATURED, Money.ZERO, null, Set.of("developer"), on));
    }

    private static FollowLedger follow(LedgerSays ledger) {
        return new FollowLedger(ledger, LADDER, CALENDAR, ledger.day(), false, "N" + java.time.temporal.ChronoUnit.DAYS.between(DUE, ledger.day()));
    }

    private static @Nullable String order(CaseStep step) {
        List<CaseEvent.Order> orders = new ArrayList<>();
        step.events().forEach(event -> {
            if (event instanceof CaseEvent.Order order) {
                orders.add(order);
            }
        });
        assertThat(orders).hasSizeLessThan(2);
        return orders.isEmpty() ? null : orders.stream().map(one -> one.rung() + " " + one.reason() + " by " + one.dueOn() + " after " + one.follows()).findFirst().orElseThrow();
    }
}
