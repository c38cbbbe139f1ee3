package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.workbench.certs.PublishedKey;
import io.jinqiao.workbench.certs.PublishedSeal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One side writes, the other reads, in the order of the gateway: seal, sign, frame; frame, verify, unseal, decode. Nothing is sent. Signs with
 * the published key where SM2 was agreed, and not at all elsewhere.
 */
final class Courier {
    private final Dialect speaker;
    private final boolean centreSpeaks;
    private final SigningProfile profile;
    private final boolean signed;

    /** @param signed false: every signature is the same text and none is verified, for trials that are about something else */
    Courier(Dialect centre, boolean centreSpeaks, boolean signed) {
        this.signed = signed;
        this.speaker = centreSpeaks ? centre : centre.mirrored();
        this.centreSpeaks = centreSpeaks;
        this.profile = centre.descriptor().signing().own().profile();
    }

    Dialect speaker() {
        return speaker;
    }

    Dialect listener() {
        return speaker.mirrored();
    }

    boolean signsSm2() {
        return profile.algorithm() == SigningProfile.Algorithm.SM2_SM3;
    }

    String userId(boolean ofTheCentre) {
        return ofTheCentre ? profile.ourUserId() : profile.theirUserId();
    }

    boolean centreSpeaks() {
        return centreSpeaks;
    }

    Unsigned request(CanonicalMessage message, MessageId id, Instant at) {
        return speaker.request(message, id, at);
    }

    /** The bytes of a request, signed over what it says. */
    byte[] bytes(Unsigned request) {
        Unsigned sealed = sealed(request);
        return finish(sealed, sealed.signingInput(), userId(centreSpeaks));
    }

    Unsigned sealed(Unsigned request) {
        return request.toSeal() == null ? request : speaker.sealedRequest(request, PublishedSeal.seal(order(), request.toSeal()));
    }

    /** The bytes of a request with a signature over any bytes under any user id. */
    byte[] finish(Unsigned sealed, byte[] signed, String userId) {
        return speaker.finishRequest(sealed, sign(signed, userId)).body();
    }

    /** @throws Refusal with what is wrong outside, or with the signature */
    Framed open(Operation operation, byte[] body, Map<String, String> headers) {
        Framed framed = listener().open(new WireRequest("", path(operation), headers, body, false, List.of(), null));
        if (!verifies(framed.signingInput(), framed.signature(), userId(centreSpeaks))) {
            throw new Refusal(FailureCode.SIGNATURE_INVALID);
        }
        return framed.sealed() == null ? framed : listener().unsealed(framed, PublishedSeal.open(order(), framed.sealed()));
    }

    /** @throws Refusal with everything that is wrong */
    CanonicalMessage read(Operation operation, byte[] body) {
        return listener().decode(open(operation, body, Map.of()));
    }

    Unsigned answer(Framed request, Reply reply) {
        Unsigned answer = listener().answer(request, reply, request.id(), request.sentAt());
        return answer.toSeal() == null ? answer : listener().sealedAnswer(answer, PublishedSeal.seal(order(), answer.toSeal()));
    }

    byte[] bytesOfAnswer(Unsigned sealed) {
        return listener().finishAnswer(sealed, sign(sealed.signingInput(), userId(!centreSpeaks))).body();
    }

    /** @throws Refusal when the answer cannot be read or its signature is none */
    FramedReply openAnswer(byte[] body) {
        FramedReply framed = speaker.openReply(200, Map.of(), body);
        if (!verifies(framed.signingInput(), framed.signature(), userId(!centreSpeaks))) {
            throw new Refusal(FailureCode.SIGNATURE_INVALID);
        }
        return framed.sealed() == null ? framed : speaker.unsealed(framed, PublishedSeal.open(order(), framed.sealed()));
    }

    boolean verifies(byte[] input, @Nullable String signature, String userId) {
        return !signed || !signsSm2() || signature != null && PublishedKey.verifies(input, signature, userId);
    }

    private String sign(byte[] input, String userId) {
        return signed && signsSm2() ? PublishedKey.sign(input, userId, profile) : profile.signs() ? "unsigned" : "";
    }

    private Order order() {
        return java.util.Objects.requireNonNull(speaker.sealing()).profile().order();
    }

    /** Where the request knocks. */
    String path(Operation operation) {
        String gate = centreSpeaks ? "" : speaker.descriptor().channel(Channel.Direction.IN).map(Channel::path).orElse("");
        String code = speaker.descriptor().operation(operation).map(rule -> rule.code()).orElse("");
        return code.startsWith("/") ? gate + code : gate;
    }
}
