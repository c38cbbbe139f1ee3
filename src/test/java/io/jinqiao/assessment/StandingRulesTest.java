package io.jinqiao.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.assessment.ProposeStanding.Cap;
import io.jinqiao.assessment.ProposeStanding.Kind;
import io.jinqiao.assessment.StandingStore.Taken;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gate of standing at its edges, without a database. */
class StandingRulesTest {
    private static final Instant START = Instant.parse("2026-11-23T16:30:00Z");
    private static final PartnerId BANK = new PartnerId("bank-a");

    private static StandingDecision decision(long number, Kind kind, @Nullable Cap cap, Instant from, Instant answered) {
        ProposeStanding proposal = new ProposeStanding(BANK, kind, cap, from, "document", "reason", "qian");
        return new StandingDecision(number, proposal, START, true, "sun", answered);
    }

    private static StandingDecision inForce(Kind kind, @Nullable Cap cap) {
        return decision(1, kind, cap, START, START);
    }

    private static List<String> refusal(Runnable work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, work::run);
        return refusal == null
                ? List.of()
                : refusal.problems().stream()
                        .map(p -> p.code() + (p.field() == null ? "" : "@" + p.field()) + p.arguments())
                        .toList();
    }

    @Test
    void newBusinessNeedsAStandingThatIsNeitherSuspendedNorEnded() {
        assertThat(refusal(() -> StandingRules.capOf(null, true))).containsExactly("NO_STANDING[none]");
        assertThat(refusal(() -> StandingRules.capOf(inForce(Kind.SUSPENDED, null), false)))
                .as("since the day it is in the centre's zone")
                .containsExactly("NO_STANDING[suspended 2026-11-24, document]");
        assertThat(refusal(() -> StandingRules.capOf(inForce(Kind.ENDED, null), true)))
                .containsExactly("NO_STANDING[ended 2026-11-24, document]");
        assertThat(StandingRules.capOf(inForce(Kind.ACTIVE, null), true)).isNull();
    }

    @Test
    void onlyApplicationsTakeRoomUnderACap() {
        Cap cap = new Cap(1, null);
        assertThat(StandingRules.capOf(inForce(Kind.CAPPED, cap), true)).isSameAs(cap);
        assertThat(StandingRules.capOf(inForce(Kind.CAPPED, cap), false)).isNull();
    }

    @Test
    void aCapIsReachedExactlyAndNeverPassed() {
        Money amount = new Money(100);
        assertThat(refusal(() -> StandingRules.requireRoom(new Cap(3, null), new Taken(2, 9_999), amount))).isEmpty();
        assertThat(refusal(() -> StandingRules.requireRoom(new Cap(3, null), new Taken(3, 0), amount)))
                .containsExactly("STANDING_CAPPED[3 applications]");
        assertThat(refusal(() -> StandingRules.requireRoom(new Cap(null, new Money(500)), new Taken(999, 400), amount))).isEmpty();
        assertThat(refusal(() -> StandingRules.requireRoom(new Cap(null, new Money(500)), new Taken(0, 401), amount)))
                .containsExactly("STANDING_CAPPED[5.00 CNY]");
    }

    private static List<String> complete(Kind kind, @Nullable Cap cap, Instant from, String text) {
        return refusal(() -> StandingRules.requireComplete(
                new ProposeStanding(BANK, kind, cap, from, text, text, text), START));
    }

    @Test
    void aProposalIsCompleteOrEverythingMissingIsTold() {
        assertThat(complete(Kind.ACTIVE, null, START.minusSeconds(60), "x")).isEmpty();
        assertThat(complete(Kind.CAPPED, new Cap(0, null), START, "x")).isEmpty();
        assertThat(complete(Kind.CAPPED, new Cap(null, new Money(1)), START, "x")).isEmpty();
        assertThat(complete(Kind.CAPPED, new Cap(null, null), START, "x")).containsExactly("FIELD_MISSING@cap[]");
        assertThat(complete(Kind.CAPPED, null, START, "x")).containsExactly("FIELD_MISSING@cap[]");
        assertThat(complete(Kind.ACTIVE, new Cap(1, null), START, "x")).containsExactly("FIELD_UNEXPECTED@cap[]");
        assertThat(complete(Kind.CAPPED, new Cap(-1, null), START, "x"))
                .containsExactly("NUMBER_OUT_OF_RANGE@cap.applications[0, 999999999]");
        assertThat(complete(Kind.ACTIVE, null, START.minusSeconds(60).minusMillis(1), "x"))
                .containsExactly("FIELD_WRONG_FORM@effectiveFrom[>= " + START + "]");
        assertThat(complete(Kind.ACTIVE, null, START, " "))
                .containsExactly("FIELD_MISSING@document[]", "FIELD_MISSING@reason[]", "FIELD_MISSING@by[]");
    }

    @Test
    void textsMayBeAsLongAsTheirColumns() {
        ProposeStanding longest =
                new ProposeStanding(BANK, Kind.ACTIVE, null, START, "d".repeat(200), "r".repeat(500), "b".repeat(64));
        assertThat(refusal(() -> StandingRules.requireComplete(longest, START))).isEmpty();
        assertThat(complete(Kind.ACTIVE, null, START, "t".repeat(501)))
                .containsExactly("FIELD_TOO_LONG@document[200]", "FIELD_TOO_LONG@reason[500]", "FIELD_TOO_LONG@by[64]");
    }

    @Test
    void anotherPersonConfirms() {
        assertThat(refusal(() -> StandingRules.requireAnother("qian", "sun"))).isEmpty();
        for (String name : List.of("qian", " Qian", "QIAN ", " ", "")) {
            assertThat(refusal(() -> StandingRules.requireAnother("qian", name))).containsExactly("DUTIES_NOT_SEPARATED[]");
        }
    }

    // --- which decision holds

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<StandingDecision> stored = new ArrayList<>();
    private final List<PartnerId> readings = new ArrayList<>();
    private final StandingCache cache = new StandingCache(
            bank -> {
                readings.add(bank);
                return List.copyOf(stored);
            },
            Duration.ofSeconds(1),
            new Clock() {
                @Override
                public Instant instant() {
                    return now.get();
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            });

    @Test
    void theLatestDecisionThatHoldsCountsAndOfTwoAtOnceTheLaterNumber() {
        stored.add(decision(2, Kind.SUSPENDED, null, START.plusSeconds(10), START));
        stored.add(decision(1, Kind.ACTIVE, null, START, START));
        stored.add(decision(3, Kind.ENDED, null, START.plusSeconds(10), START));
        assertThat(cache.at(BANK, START.minusMillis(1))).isEmpty();
        assertThat(cache.at(BANK, START)).map(StandingDecision::number).contains(1L);
        assertThat(cache.at(BANK, START.plusSeconds(10))).map(StandingDecision::number).contains(3L);
    }

    @Test
    void aDecisionHoldsFromItsConfirmationOnAtTheEarliest() {
        StandingDecision late = decision(1, Kind.ACTIVE, null, START, START.plusSeconds(5));
        assertThat(StandingCache.holdsFrom(late)).isEqualTo(START.plusSeconds(5));
        assertThat(StandingCache.holdsFrom(decision(1, Kind.ACTIVE, null, START.plusSeconds(9), START)))
                .isEqualTo(START.plusSeconds(9));
    }

    @Test
    void onlyWhatWasConfirmedCounts() {
        ProposeStanding proposal = new ProposeStanding(BANK, Kind.ACTIVE, null, START, "d", "r", "qian");
        stored.add(new StandingDecision(1, proposal, START, null, null, null));
        stored.add(new StandingDecision(2, proposal, START, false, "sun", START));
        assertThat(cache.at(BANK, START.plusSeconds(99))).isEqualTo(Optional.empty());
    }

    @Test
    void whatWasReadHoldsForLessThanItsAgeAndIsForgottenOnRequest() {
        cache.at(BANK, START);
        now.set(START.plusMillis(999));
        cache.at(BANK, START);
        assertThat(readings).hasSize(1);
        now.set(START.plusMillis(1000));
        cache.at(BANK, START);
        assertThat(readings).hasSize(2);
        cache.forget(BANK);
        cache.at(BANK, START);
        assertThat(readings).hasSize(3).containsOnly(BANK);
    }
}
