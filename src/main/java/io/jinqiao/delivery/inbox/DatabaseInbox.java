package io.jinqiao.delivery.inbox;

import io.jinqiao.delivery.Inbox;
import io.jinqiao.evidence.Along;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The inbox in PostgreSQL: what is "once" is said by its unique constraints, not by looking first. */
@Component
final class DatabaseInbox implements Inbox {
    /** Winners that roll back between two looks leave the field open again; more rounds than this mean something else is wrong. */
    private static final int ROUNDS = 8;

    private final JdbcTemplate sql;
    private final Journal journal;

    DatabaseInbox(JdbcTemplate sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    @Override
    public @Nullable StoredAnswer answered(PartnerId partner, Digest rawBytes) {
        return one(Statements.ANSWER_TO_BYTES, partner.value(), rawBytes.bytes());
    }

    @Override
    public Admission admit(Candidate candidate) {
        for (int round = 0; round < ROUNDS; round++) {
            if (take(candidate)) {
                return new Admission.First();
            }
            Admission taken = whoWasFirst(candidate);
            if (taken != null) {
                return taken;
            }
        }
        throw new IllegalStateException("message " + candidate.id() + " is neither new nor known");
    }

    /** One statement for everything a new message needs. Waits for others that hold its number or key and have not committed. */
    private boolean take(Candidate candidate) {
        byte[] raw = candidate.rawBytes().bytes();
        return 1
                == sql.update(
                        Statements.TAKE,
                        candidate.partner().value(),
                        candidate.id().value(),
                        candidate.operation().id(),
                        candidate.businessKey(),
                        candidate.content().bytes(),
                        raw,
                        candidate.partner().value(),
                        raw);
    }

    /** @return null when the one in the way has rolled back meanwhile */
    private @Nullable Admission whoWasFirst(Candidate candidate) {
        oneAtATime(candidate);
        StoredAnswer same = answered(candidate.partner(), candidate.rawBytes());
        if (same != null) {
            return new Admission.Same(same);
        }
        Taken number = taken(Statements.BY_NUMBER, candidate.partner().value(), candidate.id().value());
        Taken key = number != null ? null : byKey(candidate);
        return switch (Precedent.of(candidate, number, key)) {
            case NOBODY -> null;
            case SAME_NUMBER -> repeat(candidate, Objects.requireNonNull(number));
            case NUMBER_REUSED -> new Admission.NumberReused();
            case SAME_CONTENT -> takeNumberOnly(candidate, Objects.requireNonNull(key)) ? repeat(candidate, key) : null;
            case CONFLICT -> new Admission.Conflict();
        };
    }

    /**
     * Waits, until our commit holding others off, for who has the same bytes in hand. Such a one may have taken nothing that {@link #take} waits for: its key
     * or its number was taken before both of us.
     */
    private void oneAtATime(Candidate candidate) {
        sql.query(Statements.ORDER_OF_BYTES, row -> {}, candidate.partner().value(), candidate.rawBytes().hex());
    }

    private @Nullable Taken byKey(Candidate candidate) {
        return taken(
                Statements.BY_KEY, candidate.partner().value(), candidate.operation().id(), candidate.businessKey());
    }

    private boolean takeNumberOnly(Candidate candidate, Taken first) {
        return 1
                == sql.update(
                        Statements.TAKE_NUMBER,
                        candidate.partner().value(),
                        candidate.id().value(),
                        candidate.operation().id(),
                        candidate.content().bytes(),
                        candidate.rawBytes().bytes(),
                        first.messageId());
    }

    private Admission repeat(Candidate candidate, Taken first) {
        StoredAnswer answer = one(Statements.ANSWER_TO_BYTES, candidate.partner().value(), first.rawDigest());
        if (answer == null) {
            throw new IllegalStateException("message " + first.messageId() + " was admitted without an answer");
        }
        return new Admission.Repeat(answer);
    }

    @Override
    public void answered(Candidate candidate, StoredAnswer answer) {
        if (!store(candidate.partner(), candidate.rawBytes(), candidate.id(), true, answer)) {
            throw new IllegalStateException("message " + candidate.id() + " was answered twice");
        }
    }

    @Override
    public Along answering(Candidate candidate, StoredAnswer answer) {
        return new AnswerRow(candidate, answer, this);
    }

    @Override
    public StoredAnswer refused(PartnerId partner, Digest rawBytes, MessageId id, StoredAnswer answer) {
        if (store(partner, rawBytes, id, false, answer)) {
            return answer;
        }
        StoredAnswer earlier = answered(partner, rawBytes);
        if (earlier == null) {
            throw new IllegalStateException("the answer to message " + id + " vanished");
        }
        return earlier;
    }

    @Override
    public void letGo(Candidate candidate) {
        sql.update(Statements.LET_GO, candidate.partner().value(), candidate.id().value(), candidate.rawBytes().bytes());
    }

    @Override
    public boolean takenByOther(PartnerId partner, MessageId id, Digest rawBytes) {
        Taken taken = taken(Statements.BY_NUMBER, partner.value(), id.value());
        return taken != null && !Arrays.equals(taken.rawDigest(), rawBytes.bytes());
    }

    private boolean store(PartnerId partner, Digest raw, MessageId id, boolean admitted, StoredAnswer answer) {
        return 1
                == sql.update(
                        Statements.STORE_ANSWER,
                        partner.value(),
                        raw.bytes(),
                        id.value(),
                        admitted,
                        answer.record().value(),
                        answer.reply());
    }

    @Override
    public @Nullable StoredAnswer find(PartnerId partner, MessageId id) {
        StoredAnswer taken = one(Statements.ANSWER_TO_NUMBER, partner.value(), id.value());
        return taken != null ? taken : one(Statements.LAST_REFUSAL, partner.value(), id.value());
    }

    private @Nullable StoredAnswer one(String query, Object... arguments) {
        List<StoredAnswer> found = sql.query(
                query,
                (row, n) -> {
                    RecordId record = new RecordId(row.getObject("record", UUID.class));
                    return new StoredAnswer(record, journal.bytes(record), row.getString("reply"));
                },
                arguments);
        return found.isEmpty() ? null : found.get(0);
    }

    private @Nullable Taken taken(String query, @Nullable Object... arguments) {
        List<Taken> found = sql.query(
                query,
                (row, n) -> new Taken(
                        row.getString("message_id"),
                        row.getString("operation"),
                        row.getBytes("content_digest"),
                        row.getBytes("raw_digest")),
                arguments);
        return found.isEmpty() ? null : found.get(0);
    }
}
