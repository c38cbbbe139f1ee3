package io.jinqiao.adapter;

import static io.jinqiao.adapter.PipeInMemory.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.samples.SampleMoney;
import io.jinqiao.adapter.samples.SamplePeople;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.delivery.Inbox.Admission;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.signing.PublicKeys;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.Verdict;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The inward pipe in one piece, between a channel and the journal: who is let in, what is decided, what is told and what is written down. */
class ReceptionTest {
    private static final Verdict GOOD = new Verdict(null, false, null, null, "good crl=1");
    private static final Verdict BAD = new Verdict(Problem.of(FailureCode.SIGNATURE_INVALID), false, null, null, null);

    private final Dialect icbc = ShippedFolders.dialect("icbc");
    private final PipeInMemory pipe = new PipeInMemory();
    private final List<Point> reached = new ArrayList<>();
    private final List<Outgoing> posted = new ArrayList<>();
    private final List<String> traces = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Verdict verdict = GOOD;
    private final Reception reception = reception();

    private Reception reception() {
        Catalogue catalogue = new OneFolder();
        Sessions sessions = NoTickets.sessions();
        Repeats repeats = new Repeats(pipe.pen, ShippedFolders.CLOCK, pipe.ids);
        Checks checks = new Checks((aliases, peer, at) -> GOOD, new Judge(new Signatures(), new PublicKeys(new String[0])), NothingSealed.sealing(), NothingSealed.envelopes(), sessions);
        return new Reception(
                catalogue,
                checks,
                new Decision(pipe, pipe, pipe, pipe.pen, repeats, sessions, new KeptReplies(new NobodysData()), reached::add, ShippedFolders.CLOCK, pipe.ids),
                new Refusals(pipe, pipe, pipe, pipe.pen, repeats, reached::add, ShippedFolders.CLOCK, pipe.ids),
                new Strangers(pipe, pipe),
                pipe,
                outgoing -> {
                    posted.add(outgoing);
                    return new MessageId("OUT1");
                },
                new InService(catalogue, pipe),
                new StageMetrics(meters),
                ShippedFolders.CLOCK,
                pipe.ids);
    }

    private WireRequest letter() {
        return letter(SamplePeople.existingHome());
    }

    private WireRequest letter(CanonicalMessage message) {
        return new Letters(icbc).of(message);
    }

    private static WireRequest to(String partner, String method, WireRequest request) {
        return new WireRequest(method, partner, request.path(), request.headers(), request.body(), false, List.of(), null);
    }

    @Test
    void decidesOnceRecordsBothSidesAndKeepsTheAnswerInOneCommit() {
        WireAnswer answer = reception.receive(letter());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(pipe.decided).singleElement().satisfies(incoming -> {
            assertThat(incoming.message()).isEqualTo(SamplePeople.existingHome());
            assertThat(incoming.partner()).isEqualTo(new PartnerId("icbc"));
            assertThat(incoming.receivedAt()).isEqualTo(ShippedFolders.CLOCK.instant());
        });
        assertThat(pipe.commits).isEqualTo(1);
        assertThat(pipe.records).extracting(JournalEntry::kind).containsExactly(JournalEntry.Kind.RECEIVED, JournalEntry.Kind.ANSWERED);
        JournalEntry received = pipe.records.get(0);
        assertThat(received.verdict()).isEqualTo("accepted");
        assertThat(received.revocation()).isEqualTo("good crl=1");
        assertThat(received.answers()).isNull();
        assertThat(pipe.records.get(1).bytes()).isEqualTo(answer.body());
        assertThat(pipe.records.get(1).subject()).isEqualTo(SamplePeople.existingHome().subject());
        assertThat(pipe.records.get(1).answers().value().getLeastSignificantBits()).isEqualTo(1);
        assertThat(pipe.answers).singleElement().satisfies(kept -> {
            assertThat(kept.bytes()).isEqualTo(answer.body());
            assertThat(kept.reply()).startsWith("accepted {");
            assertThat(kept.record().value().getLeastSignificantBits()).isEqualTo(2);
        });
        assertThat(reached).containsExactly(Point.INBOUND_BEFORE_COMMIT, Point.INBOUND_COMMITTED);
    }

    @Test
    void carriesOneTraceThroughTheExchangeAndForgetsItAfterwards() {
        reception.receive(letter());
        assertThat(traces).hasSize(1).doesNotContainNull();
        assertThat(pipe.records).extracting(JournalEntry::traceId).containsOnly(traces.get(0));
        assertThat(MDC.get("trace")).isNull();
    }

    @Test
    void measuresEveryExchangeByItsEnd() {
        reception.receive(letter());
        verdict = BAD;
        reception.receive(letter());
        assertThat(meters.find("jinqiao.exchange").timers())
                .extracting(timer -> timer.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("accepted", "refused");
        assertThat(meters.find("jinqiao.exchange").timers()).extracting(Timer::count).containsOnly(1L);
    }

    @Test
    void refusesABadSignatureWithItsVerdictOnRecord() {
        verdict = BAD;
        assertThat(said(reception.receive(letter()))).contains(FailureCode.SIGNATURE_INVALID.code());
        assertThat(pipe.decided).isEmpty();
        assertThat(pipe.records.get(0).verdict()).isEqualTo("refused");
        assertThat(pipe.records.get(0).codes()).isEqualTo(FailureCode.SIGNATURE_INVALID.code());
        assertThat(pipe.refusals).as("nothing is kept for whoever is not proven").isEmpty();
    }

    @Test
    void keepsADefiniteRefusalOfAProvenSenderWhosePlaceIsTaken() {
        pipe.admission = new Admission.Conflict();
        assertThat(said(reception.receive(letter()))).contains(FailureCode.KEY_CONFLICT.code());
        assertThat(pipe.refusals).hasSize(1);
        assertThat(pipe.records.get(0).subject()).isEqualTo(SamplePeople.existingHome().subject());
        pipe.admission = new Admission.NumberReused();
        assertThat(said(reception.receive(letter()))).contains(FailureCode.NONCE_REUSED.code());
        assertThat(pipe.decided).isEmpty();
    }

    @Test
    void givesWhatWasAnsweredAMomentAgoOnceMoreAndRecordsBoth() {
        StoredAnswer stored = PipeInMemory.answer("the first answer", "accepted {}");
        pipe.admission = new Admission.Same(stored);
        assertThat(said(reception.receive(letter()))).isEqualTo("the first answer");
        assertThat(pipe.records).hasSize(2);
        assertThat(pipe.records.get(0).answers()).isEqualTo(stored.record());
        assertThat(said(new WireAnswer(200, Map.of(), pipe.records.get(1).bytes()))).isEqualTo("the first answer");
        assertThat(pipe.decided).isEmpty();
        assertThat(pipe.answers).isEmpty();
    }

    @Test
    void signsTheSameWordAnewForTheSameContentInAnotherEnvelope() {
        StoredAnswer stored = PipeInMemory.answer("the first answer", "rejected " + FailureCode.KEY_CONFLICT.code());
        pipe.admission = new Admission.Repeat(stored);
        WireAnswer answer = reception.receive(letter());
        assertThat(said(answer)).contains(FailureCode.KEY_CONFLICT.code()).isNotEqualTo("the first answer");
        assertThat(pipe.records.get(0).answers()).isEqualTo(stored.record());
        assertThat(pipe.answers).singleElement().satisfies(kept -> {
            assertThat(kept.bytes()).isEqualTo(answer.body());
            assertThat(kept.reply()).isEqualTo(stored.reply());
        });
        assertThat(pipe.decided).isEmpty();
    }

    @Test
    void saysWhatBecameOfAMessageWithoutAskingTheBusiness() {
        WireRequest enquiry = letter(new StatusEnquiry("ICBC0", Operation.LOAN_APPLICATION));
        assertThat(said(reception.receive(enquiry))).contains("\"original_status\":\"3\"");
        pipe.before = PipeInMemory.answer("", "rejected " + FailureCode.LOAN_KIND_UNSUPPORTED.code());
        assertThat(said(reception.receive(enquiry))).contains("\"original_status\":\"1\"").contains(FailureCode.LOAN_KIND_UNSUPPORTED.code());
        assertThat(pipe.decided).isEmpty();
        assertThat(pipe.answers).hasSize(2);
    }

    @Test
    void looksAtNothingWhileTheJournalIsClosed() {
        pipe.closed = new Refusal(FailureCode.EVIDENCE_UNAVAILABLE);
        assertThat(said(reception.receive(letter()))).contains(FailureCode.EVIDENCE_UNAVAILABLE.code());
        assertThat(traces).as("no signature was verified").isEmpty();
        assertThat(pipe.decided).isEmpty();
    }

    @Test
    void turnsAwayWhoeverIsNoPartnerWhateverTheAddressLooksLike() {
        for (String name : List.of("nobody", "", "ICBC", "icbc/x", "a".repeat(33))) {
            assertThat(reception.receive(to(name, "POST", letter())).status()).as(name).isEqualTo(404);
        }
        assertThat(pipe.decided).isEmpty();
        assertThat(MDC.get("trace")).isNull();
    }

    @Test
    void turnsAwayAnotherMethodOfAPartner() {
        assertThat(reception.receive(to("icbc", "GET", letter())).status()).isEqualTo(405);
        assertThat(pipe.decided).isEmpty();
    }

    @Test
    void postsWhatPartnersMustBeToldAndPassesTheOutcomeOn() {
        Outgoing notice = new Outgoing(new PartnerId("icbc"), SampleMoney.instruction());
        Outcome outcome = Outcome.accepted(Content.Group.EMPTY, notice, notice);
        assertThat(reception.post(outcome)).isSameAs(outcome);
        assertThat(posted).containsExactly(notice, notice);
    }

    @Test
    void postsNothingWhenOneOfThemIsForNobody() {
        Outgoing known = new Outgoing(new PartnerId("icbc"), SampleMoney.instruction());
        Outgoing lost = new Outgoing(new PartnerId("nobody"), SampleMoney.instruction());
        Outcome outcome = Outcome.accepted(Content.Group.EMPTY, known, lost);
        assertThatThrownBy(() -> reception.post(outcome))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::code)
                        .containsExactly(FailureCode.OPERATION_NOT_IN_SERVICE));
        assertThat(posted).isEmpty();
    }

    private final class Signatures extends VerifiesOnly {
        @Override
        public Verdict verify(
                SigningProfile profile, List<String> certificateAliases, byte[] input, @Nullable String signature, Instant at) {
            traces.add(MDC.get("trace"));
            return verdict;
        }
    }

    private final class OneFolder implements Catalogue {
        @Override
        public Collection<Dialect> all() {
            return List.of(icbc);
        }

        @Override
        public Optional<Dialect> partner(PartnerId partner) {
            return partner.value().equals("icbc") ? Optional.of(icbc) : Optional.empty();
        }
    }
}
