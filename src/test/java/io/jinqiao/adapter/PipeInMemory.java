package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.delivery.Inbox;
import io.jinqiao.evidence.Along;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands around the last stages of the pipe, written down instead of kept: every record, every stored answer, and what should fail. */
final class PipeInMemory implements Business, Journal, Inbox {
    private static final Pen PEN = pen();
    /** What the business says to everything. */
    static final Outcome TAKEN = Outcome.accepted(
            Content.group().put("acceptanceNo", "SL2026000001").put("acceptedAt", ShippedFolders.CLOCK.instant()).build());

    final List<JournalEntry> records = new ArrayList<>();
    final List<StoredAnswer> refusals = new ArrayList<>();
    /** Records of the transaction that runs, undone when it fails. */
    private final List<JournalEntry> open = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    final IdGenerator ids = () -> new MessageId("ID" + numbers.incrementAndGet());
    final Pen pen = PEN;

    /** Thrown by the next append. */
    @Nullable RuntimeException appendFails;
    /** Thrown by {@link #requireOpen}. */
    @Nullable RuntimeException closed;
    /** What these bytes got before. */
    @Nullable StoredAnswer before;
    /** An equal message was faster. */
    @Nullable StoredAnswer faster;
    Admission admission = new Admission.First();
    /** What the business was asked. */
    final List<Incoming> decided = new ArrayList<>();
    /** Answers kept for admitted messages. */
    final List<StoredAnswer> answers = new ArrayList<>();
    int commits;

    private static Pen pen() {
        SigningRoom room = TestIdentities.room("centre");
        return new Pen(room.signing(), room.keys(), NothingSealed.sealing(), NothingSealed.envelopes());
    }

    static Arrived arrived(Dialect dialect, WireRequest request) {
        return new Arrived(dialect, request, request.asSent(), ShippedFolders.CLOCK.instant(), "the-trace", new Timings());
    }

    static String said(WireAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static StoredAnswer answer(String bytes, String reply) {
        return new StoredAnswer(new RecordId(new UUID(7, 7)), bytes.getBytes(StandardCharsets.UTF_8), reply);
    }

    @Override
    public <T> T inOneCommit(Function<Function<Incoming, Outcome>, T> work) {
        open.clear();
        T result = work.apply(incoming -> {
            decided.add(incoming);
            return TAKEN;
        });
        records.addAll(open);
        commits++;
        return result;
    }

    @Override
    public boolean hearsAnswers(Operation operation) {
        return true;
    }

    @Override
    public void answered(Answered answered) {
        throw new AssertionError("nothing was asked");
    }

    @Override
    public RecordId append(JournalEntry entry) {
        if (appendFails != null) {
            throw appendFails;
        }
        open.add(entry);
        return new RecordId(new UUID(0, records.size() + open.size()));
    }

    @Override
    public List<RecordId> append(List<JournalEntry> entries) {
        return entries.stream().map(this::append).toList();
    }

    @Override
    public boolean open() {
        return closed == null;
    }

    @Override
    public void requireOpen() {
        if (closed != null) {
            throw closed;
        }
    }

    @Override
    public byte[] bytes(RecordId id) {
        throw new AssertionError("nobody reads the journal here");
    }

    @Override
    public @Nullable StoredAnswer answered(PartnerId partner, Digest rawBytes) {
        return before;
    }

    @Override
    public StoredAnswer refused(PartnerId partner, Digest rawBytes, MessageId id, StoredAnswer answer) {
        refusals.add(answer);
        return faster == null ? answer : faster;
    }

    @Override
    public Admission admit(Candidate candidate) {
        return admission;
    }

    @Override
    public void answered(Candidate candidate, StoredAnswer answer) {
        answers.add(answer);
    }

    @Override
    public Along answering(Candidate candidate, StoredAnswer answer) {
        return new Along() {
            @Override
            public String sql() {
                throw new AssertionError("there is no database here");
            }

            @Override
            public int set(java.sql.PreparedStatement statement, int first) {
                throw new AssertionError("there is no database here");
            }

            @Override
            public void alone() {
                answered(candidate, answer);
            }
        };
    }

    @Override
    public @Nullable StoredAnswer find(PartnerId partner, MessageId id) {
        return before;
    }

    @Override
    public void letGo(Candidate candidate) {
        throw new AssertionError("files are none of this pipe");
    }

    @Override
    public boolean takenByOther(PartnerId partner, MessageId id, Digest rawBytes) {
        throw new AssertionError("files are none of this pipe");
    }
}
