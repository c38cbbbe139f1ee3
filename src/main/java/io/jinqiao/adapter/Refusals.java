package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Glimpse;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.delivery.Inbox;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The other way out of the inward pipe. Bytes that were answered before get that answer, whatever is wrong with them now. Else the
 * refusal is recorded and answered in one commit; it is kept as the answer to these bytes only when it is definite and the sender
 * is proven.
 */
@Component
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Business business;
    private final Inbox inbox;
    private final Journal journal;
    private final Pen pen;
    private final Repeats repeats;
    private final CommitPoints points;
    private final Clock clock;
    private final IdGenerator ids;

    Refusals(
            Business business,
            Inbox inbox,
            Journal journal,
            Pen pen,
            Repeats repeats,
            CommitPoints points,
            Clock clock,
            IdGenerator ids) {
        this.business = business;
        this.inbox = inbox;
        this.journal = journal;
        this.pen = pen;
        this.repeats = repeats;
        this.points = points;
        this.clock = clock;
        this.ids = ids;
    }

    WireAnswer answer(Trail trail, List<Problem> problems) {
        LOG.info("refused {} from {}: {}", trail.operation(), trail.arrived.partner(), Entries.codes(problems));
        if (Faults.nothingCanBeWritten(problems)) {
            return unrecorded(trail, problems);
        }
        try {
            return recorded(trail, problems);
        } catch (RuntimeException fault) {
            // nobody hears "rejected" unless it is on record
            return unrecorded(trail, worse(trail, fault));
        }
    }

    private WireAnswer recorded(Trail trail, List<Problem> problems) {
        WireAnswer answer = business.inOneCommit(unused -> {
            StoredAnswer stored = trail.identified() ? inbox.answered(trail.arrived.partner(), trail.arrived.digest()) : null;
            return stored == null ? refuse(trail, problems) : repeat(trail, stored);
        });
        points.reached(Point.INBOUND_REFUSAL_COMMITTED);
        return answer;
    }

    private WireAnswer refuse(Trail trail, List<Problem> problems) {
        Pen.SignedAnswer answer = sign(trail, problems);
        byte[] bytes = answer.wire().body();
        RecordId record = append(trail, problems, null, bytes, answer.seal());
        Framed framed = trail.framed();
        if (Faults.passing(problems) || !trail.proven() || framed == null || framed.sealed() != null) {
            return answer.wire();
        }
        StoredAnswer ours = new StoredAnswer(record, bytes, StoredReply.write(new Reply.Rejected(problems)));
        StoredAnswer stands =
                inbox.refused(trail.arrived.partner(), trail.arrived.digest(), framed.id(), ours);
        return stands.record().equals(record)
                ? answer.wire()
                : trail.arrived.dialect().again(stands.bytes());
    }

    private WireAnswer repeat(Trail trail, StoredAnswer stored) {
        Repeats.Again again = repeats.of(trail.arrived.dialect(), trail.framed(), stored);
        append(trail, List.of(), stored.record(), again.bytes(), again.seal());
        return again.wire();
    }

    private RecordId append(
            Trail trail, List<Problem> problems, @Nullable RecordId repeats, byte[] bytes, Pen.@Nullable Seal seal) {
        Glimpse glimpse = trail.glimpse();
        CanonicalMessage message = trail.message();
        return journal.append(
                        Entries.received(trail, problems, repeats),
                        received -> Entries.answered(
                                trail.arrived,
                                glimpse,
                                message == null ? null : message.subject(),
                                bytes,
                                seal,
                                clock.instant(),
                                received))
                .get(1);
    }

    /** A passing answer while nothing can be written: the sender tries again with the same bytes. */
    private WireAnswer unrecorded(Trail trail, List<Problem> problems) {
        return sign(trail, problems).wire();
    }

    private Pen.SignedAnswer sign(Trail trail, List<Problem> problems) {
        Dialect dialect = trail.arrived.dialect();
        Unsigned unsigned = dialect.refusal(trail.glimpse(), problems, ids.next(), clock.instant());
        return pen.answer(dialect, unsigned);
    }

    private static List<Problem> worse(Trail trail, RuntimeException fault) {
        List<Problem> problems = Faults.problems(fault, trail.arrived.trace());
        return Faults.passing(problems) ? problems : List.of(Problem.of(FailureCode.INTERNAL, trail.arrived.trace()));
    }
}
