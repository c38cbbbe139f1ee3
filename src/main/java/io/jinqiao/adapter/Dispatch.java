package io.jinqiao.adapter;

import io.jinqiao.adapter.Transport.Crossing;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** The outward pipe: map, encode, sign, commit "about to send", cross, and understand what came. */
@Component
class Dispatch implements Carrier {
    private static final Duration SOON = Duration.ofSeconds(2);
    /** A certificate is changed by people. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final Transport transport;
    private final Pen pen;
    private final Replies replies;
    private final Sealing sealing;
    private final Entrance entrance;
    private final Sessions sessions;
    private final Journal journal;
    private final StageMetrics metrics;
    private final CommitPoints points;
    private final PartnerStops stops;
    private final Clock clock;
    private final IdGenerator ids;

    Dispatch(
            Catalogue catalogue,
            Transport transport,
            Pen pen,
            Replies replies,
            Sealing sealing,
            Entrance entrance,
            Sessions sessions,
            Journal journal,
            StageMetrics metrics,
            CommitPoints points,
            PartnerStops stops,
            Clock clock,
            IdGenerator ids) {
        this.catalogue = catalogue;
        this.transport = transport;
        this.pen = pen;
        this.replies = replies;
        this.sealing = sealing;
        this.entrance = entrance;
        this.sessions = sessions;
        this.journal = journal;
        this.metrics = metrics;
        this.points = points;
        this.stops = stops;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Attempt send(Parcel parcel, Departure departure) {
        CanonicalMessage message = parcel.outgoing().message();
        Errand errand = errand(parcel, message, parcel.id());
        return go(errand, departure, crossed -> replies.toMessage(errand, crossed));
    }

    @Override
    public Attempt enquire(Parcel original, Departure departure) {
        Operation operation = original.outgoing().message().operation();
        Errand own = errand(original, original.outgoing().message(), original.id());
        if (own.dialect().descriptor().answersAsFiles()) {
            return look(own, departure);
        }
        if (repeats(own)) {
            return go(own, departure, crossed -> replies.toMessage(own, crossed));
        }
        StatusEnquiry enquiry = new StatusEnquiry(original.id().value(), operation);
        Errand errand = errand(original, enquiry, ids.next());
        return go(errand, departure, crossed -> replies.toEnquiry(errand, operation, crossed));
    }

    /** The same question under the same number is counted once there, and gets the answer it got. */
    private static boolean repeats(Errand errand) {
        return errand.dialect().descriptor().operation(errand.message().operation()).map(OperationRule::askedByRepeating).orElse(false);
    }

    /** Where answers come as files nothing is asked: we look whether one lies there by now. */
    private Attempt look(Errand errand, Departure departure) {
        NotNowReason reason = closed(errand.dialect());
        if (reason != null) {
            return new Attempt.NotNow(reason.until(), reason.why());
        }
        Crossing crossing = transport.look(errand.partner(), errand.id());
        Attempt.Replied found = (Attempt.Replied) replies.toMessage(errand, new Replies.Crossed(null, crossing, clock.instant()));
        RecordId written = departure.aboutToSend(found.record());
        return new Attempt.Replied(found.reply(), () -> written);
    }

    private Attempt go(Errand errand, Departure departure, Function<Replies.Crossed, Attempt> understand) {
        MDC.put("trace", errand.trace());
        try {
            NotNowReason reason = closed(errand.dialect());
            if (reason != null) {
                return new Attempt.NotNow(reason.until(), reason.why());
            }
            Entrance.Way way = entrance.in(errand);
            if (way.instead() != null) {
                return way.instead();
            }
            Unsigned unsigned = request(errand, way.token());
            errand.timings().done("encode");
            Pen.SignedCall call = pen.request(errand.dialect(), unsigned);
            errand.timings().done("sign");
            RecordId sent = departure.aboutToSend(() -> journal.append(Entries.aboutToSend(errand, call, clock.instant())));
            errand.timings().done("record");
            Crossing crossing = transport.carry(errand.partner(), errand.id(), call.wire(), replyTimeout(errand));
            points.reached(Point.OUTBOUND_BYTES_SENT);
            errand.timings().done("wire");
            Attempt attempt = understand.apply(new Replies.Crossed(sent, crossing, clock.instant()));
            errand.timings().done("understand");
            stopWhereRefused(errand, attempt);
            return inSession(errand, way.token(), attempt);
        } finally {
            metrics.exchange(
                    "out", errand.partner(), errand.message().operation().id(), "attempted", errand.timings());
            MDC.remove("trace");
        }
    }

    /** Every further word would be refused too, and may lock our user. */
    private void stopWhereRefused(Errand errand, Attempt attempt) {
        if (attempt instanceof Attempt.Replied replied && replied.reply() instanceof Reply.Rejected rejected) {
            rejected.problems().stream()
                    .filter(problem -> problem.code() == FailureCode.PARTNER_ACCESS_REFUSED)
                    .findFirst()
                    .ifPresent(problem -> stops.stop(errand.partner(), problem.code().code() + " " + String.join(" ", problem.arguments()), PartnerStops.GATEWAY));
        }
    }

    private Unsigned request(Errand errand, @Nullable String token) {
        Unsigned unsigned = errand.dialect().request(errand.message(), errand.id(), clock.instant());
        return token == null ? unsigned : unsigned.inSession(token);
    }

    /** A partner that refuses the session has not looked at the message: it goes again, in another one. */
    private Attempt inSession(Errand errand, @Nullable String token, Attempt attempt) {
        if (token == null || !(attempt instanceof Attempt.Replied replied) || !Sessions.over(replied.reply())) {
            return attempt;
        }
        sessions.forget(errand.partner(), token);
        return new Attempt.NotSent(FailureCode.PARTNER_SESSION, "the session was over", replied.record());
    }

    private record NotNowReason(Instant until, String why) {}

    private @Nullable NotNowReason closed(Dialect dialect) {
        PartnerDescriptor partner = dialect.descriptor();
        Instant now = clock.instant();
        if (!transport.open()) {
            return new NotNowReason(now.plus(SOON), "the channels are not open yet");
        }
        if (!journal.open()) {
            return new NotNowReason(now.plus(SOON), "evidence cannot be written");
        }
        if (!partner.serviceHours().open(now)) {
            return new NotNowReason(partner.serviceHours().nextOpen(now), "outside the partner's service hours");
        }
        FailureCode unfit = sealing.unfit(dialect, now);
        if (unfit != null) {
            return new NotNowReason(now.plus(LATER), "the partner's encryption certificate: " + unfit.code());
        }
        return null;
    }

    private Errand errand(Parcel parcel, CanonicalMessage message, MessageId id) {
        Dialect dialect = catalogue
                .partner(parcel.outgoing().partner())
                .orElseThrow(() -> new IllegalStateException("no folder for partner " + parcel.outgoing().partner()));
        return new Errand(
                dialect, message, id, parcel.outgoing().message().subject(), ids.next().value(), new Timings());
    }

    private static Duration replyTimeout(Errand errand) {
        return errand.dialect()
                .descriptor()
                .operation(errand.message().operation())
                .map(OperationRule::replyTimeout)
                .orElseThrow();
    }
}
