package io.jinqiao.adapter;

import static io.jinqiao.adapter.PipeInMemory.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.samples.SamplePeople;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** How a message is refused: on record or with "try again", never "rejected" without a record. */
class RefusalsTest {
    private static final Verdict GOOD = new Verdict(null, false, null, null, null);
    private static final Verdict BAD = new Verdict(Problem.of(FailureCode.SIGNATURE_INVALID), false, null, null, null);
    private static final List<Problem> CONFLICT = List.of(Problem.of(FailureCode.KEY_CONFLICT));

    private final Dialect icbc = ShippedFolders.dialect("icbc");
    private final PipeInMemory pipe = new PipeInMemory();
    private final List<Point> reached = new ArrayList<>();
    private final Refusals refusals = new Refusals(
            pipe,
            pipe,
            pipe,
            pipe.pen,
            new Repeats(pipe.pen, ShippedFolders.CLOCK, pipe.ids),
            reached::add,
            ShippedFolders.CLOCK,
            pipe.ids);

    private Trail arrived() {
        return new Trail(PipeInMemory.arrived(icbc, new Letters(icbc).of(SamplePeople.existingHome())));
    }

    /** A message that was read and whose sender was judged so. */
    private Trail opened(Verdict verdict) {
        Trail trail = arrived();
        Identified identified = trail.reached(new Identified(trail.arrived));
        trail.reached(new Opened(identified, icbc.open(trail.arrived.request())));
        trail.judged(verdict);
        return trail;
    }

    /** The same, and read to its end. */
    private Trail decoded() {
        Trail trail = opened(GOOD);
        Framed framed = trail.framed();
        Verified verified = new Verified(new Opened(new Identified(trail.arrived), framed), GOOD);
        trail.reached(new Decoded(verified, icbc.decode(framed)));
        return trail;
    }

    @Test
    void recordsTheMessageAndItsRefusalInOneCommitAndKeepsTheAnswerOfAProvenSender() {
        WireAnswer answer = refusals.answer(decoded(), CONFLICT);
        assertThat(said(answer)).contains(FailureCode.KEY_CONFLICT.code());
        assertThat(pipe.records).extracting(JournalEntry::kind).containsExactly(JournalEntry.Kind.RECEIVED, JournalEntry.Kind.ANSWERED);
        assertThat(pipe.records.get(0).codes()).isEqualTo(FailureCode.KEY_CONFLICT.code());
        assertThat(pipe.records.get(0).verdict()).isEqualTo("refused");
        assertThat(pipe.records.get(1).bytes()).isEqualTo(answer.body());
        assertThat(pipe.records.get(1).subject()).isEqualTo(SamplePeople.existingHome().subject());
        assertThat(pipe.refusals).singleElement().satisfies(kept -> {
            assertThat(kept.bytes()).isEqualTo(answer.body());
            assertThat(kept.reply()).isEqualTo("rejected " + FailureCode.KEY_CONFLICT.code());
            assertThat(kept.record().value().getLeastSignificantBits()).as("the record of the answer").isEqualTo(2);
        });
        assertThat(pipe.commits).isEqualTo(1);
        assertThat(reached).containsExactly(Point.INBOUND_REFUSAL_COMMITTED);
    }

    @Test
    void keepsNoAnswerForASenderThatIsNotProven() {
        refusals.answer(opened(BAD), List.of(Problem.of(FailureCode.SIGNATURE_INVALID)));
        assertThat(pipe.refusals).isEmpty();
        assertThat(pipe.records).hasSize(2);
    }

    @Test
    void keepsNoAnswerThatMayBeAnotherOneLater() {
        refusals.answer(decoded(), List.of(Problem.of(FailureCode.BUSY)));
        assertThat(pipe.refusals).isEmpty();
        assertThat(pipe.records).hasSize(2);
    }

    @Test
    void givesTheAnswerOfAnEqualMessageThatWasFaster() {
        pipe.faster = PipeInMemory.answer("the other answer", "rejected " + FailureCode.KEY_CONFLICT.code());
        assertThat(said(refusals.answer(decoded(), CONFLICT))).isEqualTo("the other answer");
    }

    @Test
    void givesBytesThatWereAnsweredTheirAnswerWhateverIsWrongWithThemNow() {
        pipe.before = PipeInMemory.answer("the first answer", "accepted {}");
        assertThat(said(refusals.answer(opened(BAD), CONFLICT))).isEqualTo("the first answer");
        assertThat(pipe.records.get(0).codes()).isNull();
        assertThat(pipe.records.get(0).answers()).isEqualTo(pipe.before.record());
        assertThat(pipe.records.get(1).bytes()).isEqualTo("the first answer".getBytes(StandardCharsets.UTF_8));
        assertThat(pipe.refusals).isEmpty();
    }

    @Test
    void givesNoStoredAnswerToAConnectionThatIsNotThePartners() {
        pipe.before = PipeInMemory.answer("the first answer", "accepted {}");
        WireAnswer answer = refusals.answer(arrived(), List.of(Problem.of(FailureCode.CHANNEL_IDENTITY_MISMATCH)));
        assertThat(said(answer)).contains(FailureCode.CHANNEL_IDENTITY_MISMATCH.code());
    }

    @Test
    void saysTryAgainWithoutTryingToWriteWhenNothingCanBeWritten() {
        WireAnswer answer = refusals.answer(decoded(), List.of(Problem.of(FailureCode.STORE_UNAVAILABLE)));
        assertThat(said(answer)).contains(FailureCode.STORE_UNAVAILABLE.code());
        assertThat(pipe.commits).isZero();
        assertThat(pipe.records).isEmpty();
    }

    @Test
    void saysTryAgainInsteadOfRejectedWhenTheRefusalCannotBeRecorded() {
        pipe.appendFails = new DataAccessResourceFailureException("gone");
        WireAnswer answer = refusals.answer(decoded(), CONFLICT);
        assertThat(said(answer)).contains(FailureCode.STORE_UNAVAILABLE.code()).doesNotContain(FailureCode.KEY_CONFLICT.code());
        assertThat(pipe.records).isEmpty();
        assertThat(reached).isEmpty();
    }

    @Test
    void isNeverDefiniteWithoutARecordWhateverKeptItFromBeingWritten() {
        pipe.appendFails = new Refusal(FailureCode.KEY_CONFLICT);
        WireAnswer answer = refusals.answer(decoded(), List.of(Problem.of(FailureCode.MESSAGE_OUTSIDE_WINDOW)));
        assertThat(said(answer)).contains(FailureCode.INTERNAL.code()).contains("the-trace");
        assertThat(said(answer)).doesNotContain(FailureCode.KEY_CONFLICT.code()).doesNotContain(FailureCode.MESSAGE_OUTSIDE_WINDOW.code());
    }
}
