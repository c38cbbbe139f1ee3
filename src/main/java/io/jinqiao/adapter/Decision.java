package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.delivery.Inbox;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.SessionOpening;
import io.jinqiao.message.StatusEnquiry;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Last stage inward: is it the first of its kind? Then the business decides. Record, inbox row, effects, outbox rows and the stored
 * answer are one commit; the answer leaves after it.
 */
@Component
class Decision {
    private final Business business;
    private final Inbox inbox;
    private final Journal journal;
    private final Pen pen;
    private final Repeats repeats;
    private final Sessions sessions;
    private final KeptReplies kept;
    private final CommitPoints points;
    private final Clock clock;
    private final IdGenerator ids;

    Decision(
            Business business,
            Inbox inbox,
            Journal journal,
            Pen pen,
            Repeats repeats,
            Sessions sessions,
            KeptReplies kept,
            CommitPoints points,
            Clock clock,
            IdGenerator ids) {
        this.business = business;
        this.inbox = inbox;
        this.journal = journal;
        this.pen = pen;
        this.repeats = repeats;
        this.sessions = sessions;
        this.kept = kept;
        this.points = points;
        this.clock = clock;
        this.ids = ids;
    }

    WireAnswer decide(Decoded decoded) {
        Inbox.Candidate candidate = decoded.candidate();
        WireAnswer answer = business.inOneCommit(decide -> {
            WireAnswer given = given(decoded, candidate, decide);
            points.reached(Point.INBOUND_BEFORE_COMMIT);
            return given;
        });
        decoded.arrived().timings().done("commit");
        points.reached(Point.INBOUND_COMMITTED);
        return answer;
    }

    private WireAnswer given(Decoded decoded, Inbox.Candidate candidate, Function<Incoming, Outcome> decide) {
        Inbox.Admission admission = inbox.admit(candidate);
        decoded.arrived().timings().done("inbox");
        if (admission instanceof Inbox.Admission.Same same) {
            return again(decoded, same.answer());
        }
        if (admission instanceof Inbox.Admission.Repeat repeat) {
            return rewrap(decoded, candidate, repeat.answer());
        }
        if (admission instanceof Inbox.Admission.First) {
            return first(decoded, candidate, decide);
        }
        throw new Refusal(
                admission instanceof Inbox.Admission.Conflict ? FailureCode.KEY_CONFLICT : FailureCode.NONCE_REUSED);
    }

    private WireAnswer first(Decoded decoded, Inbox.Candidate candidate, Function<Incoming, Outcome> decide) {
        Reply reply;
        Unsigned unsigned;
        if (decoded.message() instanceof StatusEnquiry enquiry) {
            reply = became(decoded, enquiry);
            unsigned = dialect(decoded)
                    .answerEnquiry(
                            decoded.framed(), enquiry.originalOperation(), reply, ids.next(), clock.instant());
        } else {
            reply = decoded.message() instanceof SessionOpening
                    ? sessions.give(dialect(decoded), clock.instant())
                    : decide.apply(decoded.incoming()).reply();
            decoded.arrived().timings().done("business");
            unsigned = dialect(decoded).answer(decoded.framed(), reply, ids.next(), clock.instant());
        }
        return conclude(decoded, candidate, unsigned, kept.write(decoded.arrived().partner(), decoded.message(), reply), null);
    }

    /** The same content in a new envelope: the same reply, newly signed, linked to the first answer. */
    private WireAnswer rewrap(Decoded decoded, Inbox.Candidate candidate, StoredAnswer stored) {
        Unsigned unsigned = dialect(decoded)
                .answer(decoded.framed(), kept.read(stored.reply()), ids.next(), clock.instant());
        return conclude(decoded, candidate, unsigned, stored.reply(), stored.record());
    }

    /** The same bytes, a moment after their first answer. */
    private WireAnswer again(Decoded decoded, StoredAnswer stored) {
        Repeats.Again again = repeats.of(dialect(decoded), decoded.framed(), stored);
        journal.append(Entries.received(decoded, stored.record()), received -> answered(decoded, again.bytes(), again.seal(), received));
        return again.wire();
    }

    private WireAnswer conclude(
            Decoded decoded,
            Inbox.Candidate candidate,
            Unsigned unsigned,
            String reply,
            @Nullable RecordId repeats) {
        Pen.SignedAnswer answer = pen.answer(dialect(decoded), unsigned);
        byte[] bytes = answer.wire().body();
        decoded.arrived().timings().done("answer");
        journal.append(
                Entries.received(decoded, repeats),
                received -> answered(decoded, bytes, answer.seal(), received),
                record -> inbox.answering(candidate, new StoredAnswer(record, bytes, reply)));
        decoded.arrived().timings().done("record");
        return answer.wire();
    }

    private io.jinqiao.evidence.JournalEntry answered(
            Decoded decoded, byte[] bytes, Pen.@Nullable Seal seal, RecordId received) {
        return Entries.answered(
                decoded.arrived(),
                decoded.framed().glimpse(),
                decoded.message().subject(),
                bytes,
                seal,
                clock.instant(),
                received);
    }

    private Reply became(Decoded decoded, StatusEnquiry enquiry) {
        StoredAnswer stored =
                inbox.find(decoded.arrived().partner(), new MessageId(enquiry.originalMessageId()));
        return stored == null
                ? new Reply.Rejected(java.util.List.of(io.jinqiao.message.Problem.of(FailureCode.MESSAGE_UNKNOWN)))
                : kept.read(stored.reply());
    }

    private static Dialect dialect(Decoded decoded) {
        return decoded.arrived().dialect();
    }
}
