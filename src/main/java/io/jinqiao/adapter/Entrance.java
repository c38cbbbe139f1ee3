package io.jinqiao.adapter;

import io.jinqiao.adapter.Transport.Crossing;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.SealingForm.SessionForm;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.message.SessionOpening;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens a session with a partner before something can be sent to it. What is said for that is recorded like everything else; a message that
 * waits for it has surely not left.
 */
@Component
class Entrance {
    private final Sessions sessions;
    private final Transport transport;
    private final Pen pen;
    private final Replies replies;
    private final Journal journal;
    private final Business business;
    private final Clock clock;
    private final IdGenerator ids;
    private final Map<PartnerId, Object> doors = new ConcurrentHashMap<>();

    Entrance(
            Sessions sessions,
            Transport transport,
            Pen pen,
            Replies replies,
            Journal journal,
            Business business,
            Clock clock,
            IdGenerator ids) {
        this.sessions = sessions;
        this.transport = transport;
        this.pen = pen;
        this.replies = replies;
        this.journal = journal;
        this.business = business;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param token to go in with; null when there is none, then {@code instead} says what became of the message that wanted one */
    record Way(@Nullable String token, @Nullable Attempt instead) {
        static final Way FREE = new Way(null, null);
    }

    Way in(Errand errand) {
        SessionForm form = Sessions.wanted(errand.dialect(), errand.message().operation());
        if (form == null) {
            return Way.FREE;
        }
        synchronized (doors.computeIfAbsent(errand.partner(), partner -> new Object())) {
            String token = sessions.token(errand.partner(), clock.instant());
            return token == null ? opened(errand, form) : new Way(token, null);
        }
    }

    private Way opened(Errand errand, SessionForm form) {
        Dialect dialect = errand.dialect();
        SessionOpening opening = new SessionOpening(form.caller());
        Errand first = new Errand(dialect, opening, ids.next(), null, errand.trace(), new Timings());
        Pen.SignedCall call = pen.request(dialect, dialect.request(opening, first.id(), clock.instant()));
        RecordId sent = recorded(() -> journal.append(Entries.aboutToSend(first, call, clock.instant())));
        Crossing crossing = transport.carry(first.partner(), first.id(), call.wire(), dialect.descriptor().operations().get(opening.operation()).replyTimeout());
        Instant at = clock.instant();
        Attempt came = replies.toMessage(first, new Replies.Crossed(sent, crossing, at));
        if (came instanceof Attempt.Replied replied) {
            recorded(replied.record());
            return replied.reply() instanceof Reply.Accepted accepted ? kept(first, accepted, at) : closed(FailureCode.PARTNER_SESSION, told(replied.reply()));
        }
        Attempt.NotSent never = (Attempt.NotSent) came;
        recorded(java.util.Objects.requireNonNull(never.record()));
        return closed(never.code(), never.detail());
    }

    private Way kept(Errand first, Reply.Accepted accepted, Instant at) {
        SessionOpening.Answer answer = SessionOpening.Answer.of(accepted.content());
        if (!answer.expiresAt().isAfter(at)) {
            return closed(FailureCode.PARTNER_SESSION, "the session was over before it began");
        }
        sessions.keep(first.partner(), answer, at);
        return new Way(answer.token(), null);
    }

    private static Way closed(FailureCode code, String detail) {
        return new Way(null, new Attempt.NotSent(code, detail, null));
    }

    private RecordId recorded(Supplier<RecordId> record) {
        return business.inOneCommit(nobody -> record.get());
    }

    /** No words of the partner. */
    private static String told(Reply reply) {
        return reply.fold(
                accepted -> "",
                rejected -> "refused: " + rejected.problems().get(0).code().code(),
                unknown -> "no answer to rely on: " + unknown.cause());
    }
}
