package io.jinqiao.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.delivery.DeliveryRules.Rule;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MovesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Rule RULE = new Rule(
            Duration.ofSeconds(20),
            3,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(200),
            3,
            true);
    private static final Moves MOVES = new Moves(RULE, NOW);

    private static final Reply ACCEPTED = new Reply.Accepted(Content.Group.EMPTY);
    private static final Reply REJECTED =
            new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "7")));
    private static final Reply.Unknown SILENT = new Reply.Unknown(Reply.Cause.SILENT, "20 s", null);

    private static final List<Stage> STAGES = List.of(
            new Stage.Posted(0, NOW),
            new Stage.Departed(1),
            new Stage.Unknown(1, SILENT, NOW, 0, NOW),
            new Stage.Answered(ACCEPTED, 1, NOW),
            new Stage.Settled(ACCEPTED),
            new Stage.Held(4, FailureCode.PARTNER_NOT_REACHED, "refused", NOW));
    private static final List<Event> EVENTS = List.of(
            new Event.Departs(),
            new Event.NotSent(FailureCode.PARTNER_NOT_REACHED, "refused"),
            new Event.NotNow(NOW.plusSeconds(9)),
            new Event.Replied(ACCEPTED, true),
            new Event.Replied(REJECTED, false),
            new Event.Replied(SILENT, false),
            new Event.NeverArrived(),
            new Event.LeaseExpired(),
            new Event.EffectsDone(),
            new Event.EffectsFailed(),
            new Event.Decided(REJECTED),
            new Event.AskAgain(),
            new Event.Released());

    /** Everything that may happen at a stage; whatever is not here is forbidden. */
    private static final Map<Class<?>, Set<Class<?>>> ALLOWED = Map.of(
            Stage.Posted.class,
            Set.of(Event.Departs.class, Event.NotSent.class, Event.NotNow.class, Event.LeaseExpired.class),
            Stage.Departed.class,
            Set.of(Event.NotSent.class, Event.Replied.class, Event.LeaseExpired.class),
            Stage.Unknown.class,
            Set.of(
                    Event.Replied.class,
                    Event.NeverArrived.class,
                    Event.NotSent.class,
                    Event.NotNow.class,
                    Event.LeaseExpired.class,
                    Event.Decided.class,
                    Event.AskAgain.class),
            Stage.Answered.class,
            Set.of(Event.EffectsDone.class, Event.EffectsFailed.class),
            Stage.Settled.class,
            Set.of(),
            Stage.Held.class,
            Set.of(Event.Released.class));

    static Stream<Stage> stages() {
        return STAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void forbidsEveryMoveThatIsNotListed(Stage stage) {
        for (Event event : EVENTS) {
            if (ALLOWED.get(stage.getClass()).contains(event.getClass())) {
                assertThat(MOVES.after(stage, event)).isNotNull();
            } else {
                assertThatThrownBy(() -> MOVES.after(stage, event)).isInstanceOf(ForbiddenMove.class);
            }
        }
    }

    @Test
    void countsEveryAttemptAndEveryTry() {
        assertThat(MOVES.after(new Stage.Posted(2, NOW), new Event.Departs())).isEqualTo(new Stage.Departed(3));
        assertThat(MOVES.after(new Stage.Answered(ACCEPTED, 1, NOW), new Event.EffectsFailed()))
                .isEqualTo(new Stage.Answered(ACCEPTED, 2, NOW.plusSeconds(4)));
    }

    @Test
    void isSettledByAnAnswerOnlyWithItsEffects() {
        Stage departed = new Stage.Departed(1);
        assertThat(MOVES.after(departed, new Event.Replied(REJECTED, true))).isEqualTo(new Stage.Settled(REJECTED));
        assertThat(MOVES.after(departed, new Event.Replied(ACCEPTED, false)))
                .isEqualTo(new Stage.Answered(ACCEPTED, 1, NOW.plusSeconds(2)));
    }

    /** Promise 3: what may have arrived is asked about, never sent again. */
    @Property
    void neverSendsAgainWhatMayHaveArrived(@ForAll("histories") List<Event> history) {
        Stage stage = new Stage.Posted(0, NOW);
        boolean mayHaveArrived = false;
        for (Event event : history) {
            Stage next = moved(stage, event);
            if (next != stage) {
                mayHaveArrived = arrives(mayHaveArrived, stage, event);
                assertThat(mayHaveArrived && (next instanceof Stage.Posted || next instanceof Stage.Held))
                        .as("%s after %s", next, event)
                        .isFalse();
            }
            stage = next;
        }
    }

    @Property
    void leavesUnknownOnlyByAResultOrADecision(@ForAll("histories") List<Event> history) {
        Stage stage = new Stage.Posted(0, NOW);
        for (Event event : history) {
            Stage next = moved(stage, event);
            if (stage instanceof Stage.Unknown && !(next instanceof Stage.Unknown)) {
                assertThat(event).isInstanceOfAny(Event.Replied.class, Event.NeverArrived.class, Event.Decided.class);
            }
            stage = next;
        }
    }

    @Property
    void neverLeavesSettled(@ForAll("histories") List<Event> history) {
        Stage stage = new Stage.Posted(0, NOW);
        Stage settled = null;
        for (Event event : history) {
            stage = moved(stage, event);
            settled = settled == null && stage instanceof Stage.Settled ? stage : settled;
            assertThat(settled == null || stage.equals(settled)).isTrue();
        }
    }

    @Property
    void staysWithinTheRetryBudget(@ForAll("histories") List<Event> history) {
        Stage stage = new Stage.Posted(0, NOW);
        int departures = 0;
        for (Event event : history) {
            Stage next = moved(stage, event);
            departures = event instanceof Event.Released && next != stage ? 0 : departures;
            departures += event instanceof Event.Departs && next != stage ? 1 : 0;
            assertThat(departures).isLessThanOrEqualTo(RULE.retries() + 1);
            stage = next;
        }
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Arbitraries.of(EVENTS).list().ofMaxSize(40);
    }

    private static Stage moved(Stage stage, Event event) {
        try {
            return MOVES.after(stage, event);
        } catch (ForbiddenMove e) {
            return stage;
        }
    }

    private static boolean arrives(boolean before, Stage stage, Event event) {
        if (event instanceof Event.Departs) {
            return true;
        }
        boolean surelyNot = event instanceof Event.NeverArrived
                || event instanceof Event.NotSent && !(stage instanceof Stage.Unknown);
        return before && !surelyNot;
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToTheLongest() {
        Event refused = new Event.NotSent(FailureCode.PARTNER_NOT_REACHED, "refused");
        assertThat(MOVES.after(new Stage.Posted(0, NOW), refused)).isEqualTo(new Stage.Posted(1, NOW.plusSeconds(2)));
        assertThat(MOVES.after(new Stage.Posted(1, NOW), refused)).isEqualTo(new Stage.Posted(2, NOW.plusSeconds(4)));
        assertThat(MOVES.after(new Stage.Posted(2, NOW), refused)).isEqualTo(new Stage.Posted(3, NOW.plusSeconds(5)));
        assertThat(MOVES.after(new Stage.Posted(3, NOW), refused)).isInstanceOf(Stage.Held.class);
    }

    @Test
    void holdsAtOnceWhatWouldFailAgainUnchanged() {
        Event tooLong = new Event.NotSent(FailureCode.FIELD_TOO_LONG, "field.too_long@reason");
        assertThat(MOVES.after(new Stage.Posted(0, NOW), tooLong))
                .isEqualTo(new Stage.Held(1, FailureCode.FIELD_TOO_LONG, "field.too_long@reason", NOW));
    }

    @Test
    void costsNothingWhenItIsNotTheTime() {
        assertThat(MOVES.after(new Stage.Posted(2, NOW), new Event.NotNow(NOW.plusSeconds(60))))
                .isEqualTo(new Stage.Posted(2, NOW.plusSeconds(60)));
    }

    @Test
    void asksAFewTimesAndThenLeavesItToPeople() {
        Stage stage = MOVES.after(new Stage.Departed(1), new Event.Replied(SILENT, false));
        assertThat(stage).isEqualTo(new Stage.Unknown(1, SILENT, NOW, 0, NOW.plusSeconds(30)));
        stage = MOVES.after(stage, new Event.Replied(SILENT, false));
        assertThat(stage).isEqualTo(new Stage.Unknown(1, SILENT, NOW, 1, NOW.plusSeconds(60)));
        stage = MOVES.after(stage, new Event.Replied(SILENT, false));
        assertThat(stage).isEqualTo(new Stage.Unknown(1, SILENT, NOW, 2, NOW.plusSeconds(120)));
        stage = MOVES.after(stage, new Event.Replied(SILENT, false));
        assertThat(stage).isEqualTo(new Stage.Unknown(1, SILENT, NOW, 3, null));
        assertThat(MOVES.after(stage, new Event.AskAgain())).isEqualTo(new Stage.Unknown(1, SILENT, NOW, 0, NOW));
    }

    @Test
    void asksFreeOfChargeWhileAnAnswerIsNotYetDue() {
        Reply.Unknown inProcess = new Reply.Unknown(Reply.Cause.IN_PROCESS, "a clerk has it", NOW.plusSeconds(3600));
        Stage last = new Stage.Unknown(1, SILENT, NOW, 2, NOW);
        assertThat(MOVES.after(last, new Event.Replied(inProcess, false)))
                .isEqualTo(new Stage.Unknown(1, inProcess, NOW, 2, NOW.plusSeconds(120)));
    }

    @Test
    void leavesToPeopleWhatNeverArrivedWhenTheRuleSaysSo() {
        Rule never = new Rule(
                RULE.attemptLimit(), 3, RULE.firstBackOff(), RULE.longestBackOff(), RULE.firstEnquiry(),
                RULE.nextEnquiry(), RULE.longestEnquiryWait(), 3, false);
        Stage unknown = new Stage.Unknown(1, SILENT, NOW, 1, NOW);
        assertThat(new Moves(never, NOW).after(unknown, new Event.NeverArrived()))
                .isEqualTo(new Stage.Unknown(1, SILENT, NOW, 1, null));
        assertThat(MOVES.after(unknown, new Event.NeverArrived())).isEqualTo(new Stage.Posted(1, NOW.plusSeconds(2)));
    }
}
