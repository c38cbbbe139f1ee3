package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.Sealing;
import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Glimpse;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the bank sends, in the order of the gateway: connection, envelope, signature, content. Books nothing; answers as the folder's
 * samples do, and remembers for status enquiries what it answered.
 */
final class InwardDesk {
    private final Dialect centre;
    private final SigningRoom room;
    private final Sealing sealing;
    private final Map<Operation, Reply> samples;
    private final Clock clock;
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final Map<String, Reply> given = new ConcurrentHashMap<>();

    /**
     * One message of theirs.
     *
     * @param operation null when it could not be told
     * @param problems what was wrong with it; empty for a good one
     */
    record Visit(@Nullable Operation operation, byte[] bytes, @Nullable CanonicalMessage message, List<Problem> problems) {}

    /** @param samples accepted answers by operation */
    InwardDesk(Dialect centre, SigningRoom room, Map<Operation, Reply> samples, Clock clock) {
        this.centre = centre;
        this.room = room;
        this.sealing = new Sealing(room.keys(), room.certificates(), room.trust());
        this.samples = Map.copyOf(samples);
        this.clock = clock;
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    WireAnswer take(WireRequest request) {
        Instant now = clock.instant();
        Glimpse known = centre.glimpse(request);
        try {
            requireKnown(request, now);
            Framed framed = centre.open(request);
            known = framed.glimpse();
            requireSigned(framed, now);
            Framed opened = sealing.open(centre, framed);
            known = opened.glimpse();
            CanonicalMessage message = centre.decode(opened);
            visits.add(new Visit(opened.operation(), request.body(), message, List.of()));
            return signed(answer(opened, message, now));
        } catch (Refusal refusal) {
            visits.add(new Visit(known.operation(), request.body(), null, refusal.problems()));
            return signed(centre.refusal(known, refusal.problems(), ForeignLine.number(), now));
        }
    }

    private void requireKnown(WireRequest request, Instant now) {
        List<String> agreed = centre.descriptor().channel(Channel.Direction.IN).orElseThrow().theirIdentities();
        if (!agreed.isEmpty()) {
            room.channelIdentity().check(agreed, request.peer(), now).requireAccepted();
        }
        if (request.truncated()) {
            throw new Refusal(FailureCode.FRAME_TOO_LARGE, "" + centre.descriptor().largestRequest());
        }
    }

    private void requireSigned(Framed framed, Instant now) {
        Profile profile = centre.descriptor().signing().named(framed.signType());
        Verdict verdict = room.signing().verify(profile.profile(), profile.theirCertificates(), framed.signingInput(), framed.signature(), now);
        verdict.requireAccepted();
    }

    private Unsigned answer(Framed opened, CanonicalMessage message, Instant now) {
        MessageId id = ForeignLine.number();
        if (message instanceof StatusEnquiry enquiry) {
            Reply became = given.getOrDefault(enquiry.originalMessageId(), new Reply.Rejected(List.of(Problem.of(FailureCode.MESSAGE_UNKNOWN))));
            return centre.answerEnquiry(opened, enquiry.originalOperation(), became, id, now);
        }
        Reply reply = given.computeIfAbsent(opened.id().value(), first -> samples.getOrDefault(opened.operation(), new Reply.Accepted(Content.Group.EMPTY)));
        return centre.answer(opened, reply, id, now);
    }

    private WireAnswer signed(Unsigned answer) {
        Unsigned sealed = sealing.answer(centre, answer);
        Profile profile = centre.descriptor().signing().named(sealed.signType());
        String signature = profile.profile().signs() ? room.signing().sign(profile.profile(), profile.ourKey(), sealed.signingInput()) : "";
        return centre.finishAnswer(sealed, signature);
    }
}
