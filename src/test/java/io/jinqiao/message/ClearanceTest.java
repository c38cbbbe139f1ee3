package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.message.Clearance.Verdict;
import io.jinqiao.message.UnitRights.Holders;
import io.jinqiao.message.UnitRights.Right;
import io.jinqiao.message.UnitRights.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is not said to be clean is not clean. */
class ClearanceTest {
    private static final List<UnitNumber> UNITS = List.of(SampleRegistry.HOME, SampleRegistry.GARAGE);

    @Property(tries = 3000)
    void isCleanExactlyWhenEveryUnitAskedForSaysSoInEverything(@ForAll("rows") List<UnitRights> rows, @ForAll("asked") List<UnitNumber> asked, @ForAll Set<Right> ours) {
        PropertyCheck.Answer answer = new PropertyCheck.Answer("CX1", Instant.EPOCH, rows);
        boolean allAnswered = asked.stream().allMatch(unit -> rows.stream().anyMatch(row -> row.unitNumber().equals(unit)));
        boolean allClean = rows.stream().allMatch(row -> row.holders() == Holders.MATCH && row.states().entrySet().stream()
                .allMatch(e -> e.getValue() == State.NONE || e.getValue() == State.REGISTERED && ours.contains(e.getKey())));
        boolean somethingSaid = !rows.isEmpty();
        assertThat(Clearance.of(asked, answer, ours).clean()).isEqualTo(allAnswered && allClean && somethingSaid);
    }

    /** Unknown and in process are never clean, whoever's right it is. */
    @Property(tries = 1000)
    void oneFlagThatIsOpenSpoilsACleanAnswer(@ForAll Right right, @ForAll("open") State open, @ForAll Set<Right> ours) {
        Map<Right, State> states = clean();
        states.put(right, open);
        Clearance clearance = Clearance.of(List.of(), answer(states), ours);
        assertThat(clearance.clean()).isFalse();
        assertThat(clearance.hindrances()).extracting(Clearance.Hindrance::right).containsExactly(right);
    }

    @Property(tries = 500)
    void aFlagTheRegistryDoesNotSendIsUnknown(@ForAll Right left) {
        Map<Right, State> states = clean();
        states.remove(left);
        Content.Group whole = answer(clean()).content();
        assertThat(Clearance.of(List.of(), PropertyCheck.Answer.of(whole), Set.of()).clean()).isTrue();
        PropertyCheck.Answer answer = PropertyCheck.Answer.of(answer(states).content());
        assertThat(answer.units().get(0).state(left)).isEqualTo(State.UNKNOWN);
        assertThat(Clearance.of(List.of(), answer, Set.of()).verdict()).isEqualTo(Verdict.NOT_KNOWN);
    }

    @Test
    void aMemberThatIsMissingOnTheWireIsUnknownToo() {
        Content.Group row = Content.group().put("unitNumber", SampleRegistry.HOME).put("mortgage", State.NONE).build();
        PropertyCheck.Answer answer = PropertyCheck.Answer.of(
                Content.group().put("checkNo", "CX1").put("checkedAt", Instant.EPOCH).rows("units", List.of(row)).build());
        assertThat(answer.units().get(0).state(Right.MORTGAGE)).isEqualTo(State.NONE);
        assertThat(answer.units().get(0).state(Right.SEIZURE)).isEqualTo(State.UNKNOWN);
        assertThat(answer.units().get(0).holders()).isEqualTo(Holders.UNKNOWN);
    }

    @Test
    void theGravestHindranceIsTheVerdict() {
        Map<Right, State> states = clean();
        states.put(Right.RESIDENCE, State.UNKNOWN);
        assertThat(Clearance.of(List.of(), answer(states), Set.of()).verdict()).isEqualTo(Verdict.NOT_KNOWN);
        states.put(Right.PRE_NOTICE, State.IN_PROCESS);
        assertThat(Clearance.of(List.of(), answer(states), Set.of()).verdict()).isEqualTo(Verdict.BEING_DECIDED);
        states.put(Right.SEIZURE, State.REGISTERED);
        Clearance clearance = Clearance.of(List.of(), answer(states), Set.of());
        assertThat(clearance.verdict()).isEqualTo(Verdict.IN_THE_WAY);
        assertThat(clearance.hindrances()).hasSize(3);
    }

    @Test
    void ourOwnPreNoticeIsInNobodysWayOnceItIsRegistered() {
        Map<Right, State> states = clean();
        states.put(Right.PRE_NOTICE, State.REGISTERED);
        assertThat(Clearance.of(List.of(), answer(states), Set.of()).verdict()).isEqualTo(Verdict.IN_THE_WAY);
        assertThat(Clearance.of(List.of(), answer(states), EnumSet.of(Right.PRE_NOTICE)).clean()).isTrue();
    }

    @Test
    void anAnswerWithoutUnitsSaysNothing() {
        assertThat(Clearance.of(List.of(), new PropertyCheck.Answer("CX1", Instant.EPOCH, List.of()), Set.of()).verdict()).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(Clearance.of(UNITS, SampleRegistry.clean(), Set.of()).verdict()).isEqualTo(Verdict.NOT_KNOWN);
    }

    @Test
    void theSamplesSayWhatTheyAreNamed() {
        assertThat(Clearance.of(List.of(SampleRegistry.HOME), SampleRegistry.clean(), Set.of()).clean()).isTrue();
        assertThat(Clearance.of(UNITS, SampleRegistry.notClean(), Set.of()).verdict()).isEqualTo(Verdict.BEING_DECIDED);
    }

    private static Map<Right, State> clean() {
        Map<Right, State> states = new EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            states.put(right, State.NONE);
        }
        return states;
    }

    private static PropertyCheck.Answer answer(Map<Right, State> states) {
        return new PropertyCheck.Answer("CX1", Instant.EPOCH, List.of(new UnitRights(SampleRegistry.HOME, Holders.MATCH, states)));
    }

    @Provide
    Arbitrary<State> open() {
        return Arbitraries.of(State.IN_PROCESS, State.UNKNOWN);
    }

    @Provide
    Arbitrary<List<UnitNumber>> asked() {
        return Arbitraries.of(List.of(), UNITS.subList(0, 1), UNITS);
    }

    /** Mostly clean flags, or nothing would ever be. */
    @Provide
    Arbitrary<List<UnitRights>> rows() {
        Arbitrary<State> state = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(30, State.NONE), net.jqwik.api.Tuple.of(1, State.REGISTERED), net.jqwik.api.Tuple.of(1, State.IN_PROCESS),
                net.jqwik.api.Tuple.of(1, State.UNKNOWN));
        Arbitrary<Map<Right, State>> states = Arbitraries.maps(Arbitraries.of(Right.class), state).ofMinSize(5).ofMaxSize(6);
        Arbitrary<Holders> holders = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(10, Holders.MATCH), net.jqwik.api.Tuple.of(1, Holders.DIFFER), net.jqwik.api.Tuple.of(1, Holders.UNKNOWN));
        return Combinators.combine(Arbitraries.of(UNITS), holders, states).as(UnitRights::new).list().ofMaxSize(3).map(ArrayList::new);
    }
}
