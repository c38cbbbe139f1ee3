package io.jinqiao.delivery.outbox;

import static io.jinqiao.delivery.outbox.DeliveryFixture.BANK;
import static io.jinqiao.delivery.outbox.DeliveryFixture.OTHER_BANK;
import static io.jinqiao.delivery.outbox.DeliveryFixture.notice;
import static io.jinqiao.delivery.outbox.ScriptedBank.accepts;
import static io.jinqiao.delivery.outbox.ScriptedBank.says;
import static io.jinqiao.delivery.outbox.ScriptedBank.takesItSilently;
import static io.jinqiao.delivery.outbox.ScriptedBank.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.message.Answered;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class OutboxTest {
    private static HikariDataSource database;
    private DeliveryFixture room;
    private DeliveryFixture.Node node;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void furnish() {
        room = new DeliveryFixture(database);
        node = room.node("a");
    }

    // --- posting

    @Test
    void givesTheSameIdToTheSameBusinessKey() {
        Outgoing first = notice(BANK, "L1", "N1", "because");
        MessageId id = node.post(first);

        assertThat(node.post(notice(BANK, "L1", "N1", "because"))).isEqualTo(id);
        assertThat(node.post(notice(OTHER_BANK, "L1", "N1", "because"))).isNotEqualTo(id);
    }

    @Test
    void refusesOtherContentUnderAPostedKey() {
        node.post(notice(BANK, "L1", "N1", "because"));

        assertThatThrownBy(() -> node.post(notice(BANK, "L1", "N1", "for another reason")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code())
                        .isEqualTo(FailureCode.KEY_CONFLICT));
    }

    @Test
    void postsNothingWhenTheBusinessIsRolledBack() {
        room.transaction.executeWithoutResult(status -> {
            node.outbox.post(room.notice(BANK, "L1"));
            status.setRollbackOnly();
        });

        assertThat(room.sql.sql("SELECT count(*) FROM delivery_outbox").query(Integer.class).single()).isZero();
    }

    @Test
    void postsOnlyInsideATransaction() {
        assertThatThrownBy(() -> node.outbox.post(room.notice(BANK, "L1"))).isInstanceOf(IllegalStateException.class);
    }

    // --- one good exchange

    @Test
    void settlesRecordAndEffectsTogetherAndDropsTheContent() {
        Outgoing outgoing = room.notice(BANK, "L1");
        MessageId id = node.post(outgoing);

        assertThat(node.carryAll()).isEqualTo(1);

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.outcome(id)).isEqualTo("accepted");
        assertThat(room.records(id)).containsExactly("about-to-send", "reply");
        assertThat(room.answered).containsExactly(new Answered(BANK, id, outgoing.message(), ScriptedBank.ACCEPTED));
        assertThat(room.sql.sql("SELECT content IS NULL FROM delivery_outbox").query(Boolean.class).single()).isTrue();
        assertThat(room.reached)
                .containsExactly(
                        Point.ABOUT_TO_SEND_BEFORE_COMMIT,
                        Point.ABOUT_TO_SEND_COMMITTED,
                        Point.OUTBOUND_BYTES_SENT,
                        Point.REPLY_BEFORE_COMMIT,
                        Point.REPLY_COMMITTED);
        assertThat(node.carryAll()).isZero();
    }

    @Test
    void settlesARejectionAndLetsTheNextOfItsSubjectGo() {
        MessageId first = node.post(room.notice(BANK, "L1"));
        MessageId second = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(accepts(ScriptedBank.REJECTED));

        assertThat(node.carryAll()).isEqualTo(1);
        assertThat(room.outcome(first)).isEqualTo("rejected");
        assertThat(node.carryAll()).isEqualTo(1);
        assertThat(room.outcome(second)).isEqualTo("accepted");
    }

    // --- effects that fail

    @Test
    void keepsTheReplyWhenItsEffectsFailAndTriesThemAgainWithoutSending() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        AtomicInteger calls = new AtomicInteger();
        room.afterReply = answered -> {
            room.sql.sql("INSERT INTO test_effect VALUES (?)").param(answered.id().value()).update();
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("the loan was busy");
            }
        };
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("ANSWERED");
        assertThat(room.records(id)).containsExactly("about-to-send", "reply");
        assertThat(effects()).isZero();

        assertThat(node.settlement.oneEffect()).as("not yet due").isFalse();
        room.clock.pass(Duration.ofSeconds(2));
        assertThat(node.settlement.oneEffect()).isTrue();
        assertThat(room.state(id)).isEqualTo("ANSWERED");
        assertThat(node.settlement.oneEffect()).as("backs off").isFalse();
        room.clock.pass(Duration.ofSeconds(4));
        assertThat(node.settlement.oneEffect()).isTrue();

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(effects()).isEqualTo(1);
        assertThat(room.bank.received).containsExactly(id.value());
    }

    @Test
    void keepsTheAnswerWhenAnEffectHitsABadStatement() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.afterReply = answered -> room.sql.sql("SELECT * FROM no_such_table").query().listOfRows();

        node.carryAll();

        assertThat(room.state(id)).isEqualTo("ANSWERED");
        assertThat(room.records(id)).containsExactly("about-to-send", "reply");
    }

    @Test
    void triesToWriteAnAnswerUntilTheDatabaseIsBack() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        AtomicInteger gone = new AtomicInteger(1);
        room.points = point -> {
            if (point == Point.REPLY_BEFORE_COMMIT && gone.getAndDecrement() > 0) {
                throw new TransientDataAccessResourceException("gone");
            }
        };
        node.carryAll();

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.records(id)).containsExactly("about-to-send", "reply");
        assertThat(room.bank.received).containsExactly(id.value());
    }

    // --- what surely did not leave

    @Test
    void sendsAgainWithBackOffWhatSurelyDidNotLeave() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.addAll(List.of(unreachable(), unreachable()));
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("POSTED");
        assertThat(node.carryAll()).as("not before the back-off is over").isZero();

        room.clock.pass(Duration.ofSeconds(2));
        assertThat(node.carryAll()).isEqualTo(1);
        room.clock.pass(Duration.ofSeconds(3));
        assertThat(node.carryAll()).as("the second wait is twice as long").isZero();
        room.clock.pass(Duration.ofSeconds(1));
        assertThat(node.carryAll()).isEqualTo(1);

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.bank.received).containsExactly(id.value());
        assertThat(room.records(id))
                .containsExactly(
                        "about-to-send", "about-to-send", "about-to-send", "nothing-came", "nothing-came", "reply");
    }

    @Test
    void stopsThePartnerVisiblyWhenTheBudgetIsUsedUpAndGoesOnWhenAPersonSaysSo() {
        room.breaker = new DeliveryRules.Breaker(100, 100, Duration.ofSeconds(60), 1);
        MessageId id = node.post(room.notice(BANK, "L1"));
        MessageId other = node.post(room.notice(OTHER_BANK, "L2"));
        room.bank.sends.addAll(List.of(unreachable(), accepts(ScriptedBank.ACCEPTED), unreachable(), unreachable()));
        for (int i = 0; i < 3; i++) {
            node.carryAll();
            room.clock.pass(Duration.ofMinutes(1));
        }
        assertThat(room.state(id)).isEqualTo("HELD");
        assertThat(node.stops.list())
                .singleElement()
                .satisfies(stop -> assertThat(stop.by()).isEqualTo(PartnerStops.GATEWAY))
                .satisfies(stop -> assertThat(stop.reason()).contains("partner.not_reached after 3 attempts"));
        assertThat(room.sql.sql("SELECT kind FROM delivery_fact_stop ORDER BY kind").query(String.class).list())
                .containsExactly("message", "partner");
        MessageId late = node.post(room.notice(BANK, "L3"));
        assertThat(node.carryAll()).isZero();
        assertThat(room.state(other)).isEqualTo("SETTLED");

        assertThat(node.stops.resume(BANK, "their firewall is open again", "wang")).isEqualTo(1);
        room.clock.pass(Duration.ofMinutes(2));
        while (node.carryAll() > 0) {
            assertThat(node.stops.list()).isEmpty();
        }
        assertThat(List.of(room.state(id), room.state(late))).containsOnly("SETTLED");
    }

    @Test
    void holdsAMessageThatCannotBeSentAndItsSubjectButNotThePartner() {
        MessageId bad = node.post(room.notice(BANK, "L1"));
        MessageId behind = node.post(room.notice(BANK, "L1"));
        MessageId other = node.post(room.notice(BANK, "L2"));
        room.bank.sends.add(line -> {
            throw new Refusal(FailureCode.FIELD_TOO_LONG, "60");
        });
        node.carryAll();
        node.carryAll();

        assertThat(room.state(bad)).isEqualTo("HELD");
        assertThat(room.state(behind)).isEqualTo("POSTED");
        assertThat(room.state(other)).isEqualTo("SETTLED");
        assertThat(node.stops.stopped(BANK)).isFalse();
        assertThat(room.sql.sql("SELECT reason FROM delivery_fact_stop").query(String.class).single())
                .startsWith("FIELD_TOO_LONG");
    }

    @Test
    void costsNoBudgetWhileEvidenceIsShut() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        for (int i = 0; i < 10; i++) {
            room.bank.sends.add(line -> {
                throw new Refusal(FailureCode.EVIDENCE_UNAVAILABLE);
            });
        }
        for (int i = 0; i < 10; i++) {
            assertThat(node.carryAll()).isEqualTo(1);
            room.clock.pass(Duration.ofSeconds(5));
        }
        assertThat(room.attempts(id)).isZero();
        assertThat(room.bank.received).isEmpty();
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("SETTLED");
    }

    @Test
    void waitsForTheServiceHoursOfThePartner() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.opens = room.clock.instant().plus(Duration.ofHours(1));

        node.carryAll();
        assertThat(room.bank.received).isEmpty();
        room.clock.pass(Duration.ofMinutes(59));
        assertThat(node.carryAll()).isZero();
        room.clock.pass(Duration.ofMinutes(1));
        node.carryAll();

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.bank.received).hasSize(1);
    }

    @Test
    void closedHoursNeitherTripTheBreakerNorCostAnAttempt() {
        room.breaker = new DeliveryRules.Breaker(1, 2, Duration.ofSeconds(60), 1);
        List<MessageId> ids = IntStream.range(0, 5).mapToObj(n -> node.post(room.notice(BANK, "C" + n))).toList();
        room.opens = room.clock.instant().plus(Duration.ofHours(8));
        for (int hour = 0; hour < 8; hour++) {
            node.carryAll();
            room.clock.pass(Duration.ofHours(1));
        }
        assertThat(room.bank.received).isEmpty();
        assertThat(ids).allSatisfy(id -> assertThat(room.attempts(id)).isZero());

        for (int round = 0; round < ids.size(); round++) {
            node.carryAll();
        }

        assertThat(ids).allSatisfy(id -> assertThat(room.state(id)).isEqualTo("SETTLED"));
        assertThat(room.bank.received).hasSize(ids.size());
    }

    @Test
    void sendsNothingToAStoppedPartner() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        node.stops.stop(BANK, "their maintenance", "li");
        node.stops.stop(BANK, "a second reason", "wang");
        assertThat(node.carryAll()).isZero();
        assertThat(node.stops.list()).extracting(PartnerStops.Stop::reason).containsExactly("their maintenance");

        node.stops.resume(BANK, "maintenance is over", "li");
        assertThat(node.stops.stopped(BANK)).isFalse();
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("SETTLED");
    }

    // --- unknown

    @Test
    void asksInsteadOfSendingAgainWhenThePartnerIsSilent() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        MessageId behind = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(takesItSilently());
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("UNKNOWN");
        assertThat(room.answered).isEmpty();
        assertThat(node.carryAll()).as("first enquiry is not yet due, the next of the subject waits").isZero();

        room.clock.pass(Duration.ofSeconds(10));
        node.carryAll();

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.bank.received).containsExactly(id.value());
        assertThat(room.bank.enquiries).containsExactly(id.value());
        assertThat(room.answered).hasSize(1);
        assertThat(room.state(behind)).isEqualTo("POSTED");
        assertThat(room.reached).contains(Point.ENQUIRY_ABOUT_TO_SEND_COMMITTED, Point.ENQUIRY_REPLY_BEFORE_COMMIT);
    }

    @Test
    void sendsAgainUnderTheSameIdWhatThePartnerSaysNeverArrived() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            line.depart();
            return line.silent();
        });
        node.carryAll();
        room.clock.pass(Duration.ofSeconds(10));
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("POSTED");
        room.clock.pass(Duration.ofSeconds(2));
        node.carryAll();

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.bank.received).containsExactly(id.value());
        assertThat(room.records(id)).contains("never-arrived");
    }

    @Test
    void leavesUnknownsToPeopleWhenEnquiriesAreUsedUp() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(takesItSilently());
        Reply unseen = new Reply.Unknown(Reply.Cause.UNSEEN_CODE, "E9999", null);
        room.bank.asks.addAll(List.of(says(unseen), says(unseen)));
        node.carryAll();
        for (int i = 0; i < 2; i++) {
            room.clock.pass(Duration.ofMinutes(5));
            assertThat(node.carryAll()).isEqualTo(1);
        }
        room.clock.pass(Duration.ofDays(1));
        assertThat(node.carryAll()).isZero();
        assertThat(node.unknowns.list()).singleElement().satisfies(unknown -> {
            assertThat(unknown.id()).isEqualTo(id);
            assertThat(unknown.forPeople()).isTrue();
            assertThat(unknown.enquiries()).isEqualTo(2);
            assertThat(unknown.cause()).isEqualTo(Reply.Cause.UNSEEN_CODE);
        });
    }

    @Test
    void alarmsNobodyBeforeAnAnswerIsDue() {
        node.post(room.notice(BANK, "L1"));
        Reply inProcess =
                new Reply.Unknown(Reply.Cause.IN_PROCESS, "a clerk has it", room.clock.instant().plus(Duration.ofHours(4)));
        room.bank.sends.add(line -> {
            line.depart();
            line.deliver();
            return line.replied(inProcess);
        });
        for (int i = 0; i < 20; i++) {
            room.bank.asks.add(says(inProcess));
        }
        node.carryAll();
        for (int i = 0; i < 6; i++) {
            room.clock.pass(Duration.ofMinutes(10));
            assertThat(node.carryAll()).isEqualTo(1);
        }
        assertThat(node.unknowns.list()).singleElement().satisfies(unknown -> {
            assertThat(unknown.forPeople()).isFalse();
            assertThat(unknown.enquiries()).isZero();
            assertThat(unknown.expectedBy()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        });
    }

    @Test
    void asksWhenTheCarrierBreaksAfterTheDeparture() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            line.depart();
            line.deliver();
            throw new IllegalStateException("a bug in a codec");
        });
        node.carryAll();

        assertThat(room.state(id)).isEqualTo("UNKNOWN");
        room.clock.pass(Duration.ofSeconds(10));
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.bank.received).hasSize(1);
    }

    @Test
    void doesNotBelieveAReplyWithoutADeparture() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> line.replied(ScriptedBank.ACCEPTED));

        node.carryAll();

        assertThat(room.state(id)).isEqualTo("POSTED");
        assertThat(room.answered).isEmpty();
    }

    // --- order

    @Test
    void keepsTheOrderOfASubjectAndMixesSubjects() {
        MessageId first = node.post(room.notice(BANK, "L1"));
        node.post(room.notice(BANK, "L1"));
        MessageId other = node.post(room.notice(BANK, "L2"));
        MessageId elsewhere = node.post(room.notice(OTHER_BANK, "L1"));

        assertThat(node.lease(BANK, 10)).extracting(OutboxRow::id).containsExactlyInAnyOrder(first, other);
        assertThat(node.lease(OTHER_BANK, 10)).extracting(OutboxRow::id).containsExactly(elsewhere);
        assertThat(node.lease(BANK, 10)).isEmpty();
    }

    // --- breaker

    @Test
    void leavesAFailingPartnerAloneForAWhileWithoutCostOfBudget() {
        room.breaker = new DeliveryRules.Breaker(100, 2, Duration.ofSeconds(60), 1);
        MessageId[] ids = new MessageId[4];
        for (int i = 0; i < 4; i++) {
            ids[i] = node.post(room.notice(BANK, "L" + i));
        }
        room.bank.sends.addAll(List.of(unreachable(), unreachable()));
        node.carryAll();
        node.carryAll();
        assertThat(node.gates.of(BANK).room()).isZero();
        assertThat(node.carryAll()).as("open: nothing is even leased").isZero();

        OutboxRow leased = node.lease(BANK, 1).get(0);
        node.errand.run(leased, room.bank);
        assertThat(room.attempts(leased.id())).as("a row leased a moment too early pays nothing").isZero();
        assertThat(room.bank.received).isEmpty();

        room.clock.pass(Duration.ofSeconds(61));
        assertThat(node.gates.of(BANK).room()).as("one attempt to see").isEqualTo(1);
        assertThat(node.carryAll()).isEqualTo(1);
        assertThat(room.bank.received).hasSize(1);
        while (node.carryAll() > 0) {
            room.clock.pass(Duration.ofSeconds(2));
        }
        assertThat(ids).allSatisfy(id -> assertThat(room.state(id)).isEqualTo("SETTLED"));
        assertThat(room.meters.get("resilience4j.circuitbreaker.state").tag("name", "demo-bank").gauges()).isNotEmpty();
    }

    @Test
    void countsAttemptsByWhatTheyCameTo() {
        node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(unreachable());
        node.carryAll();
        room.clock.pass(Duration.ofSeconds(2));
        node.carryAll();

        assertThat(room.meters.get("jinqiao.delivery.attempt").tag("result", "not-sent").timer().count()).isEqualTo(1);
        assertThat(room.meters.get("jinqiao.delivery.attempt").tag("result", "accepted").timer().count()).isEqualTo(1);
    }

    @Test
    void countsOneReplyOnlyAsOneAttempt() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            line.depart();
            line.depart();
            return line.replied(ScriptedBank.ACCEPTED);
        });
        node.carryAll();

        assertThat(room.state(id)).as("departing twice is a fault of ours").isEqualTo("UNKNOWN");
        assertThat(room.records(id)).containsExactly("about-to-send");
    }

    private int effects() {
        return room.sql.sql("SELECT count(*) FROM test_effect").query(Integer.class).single();
    }
}
