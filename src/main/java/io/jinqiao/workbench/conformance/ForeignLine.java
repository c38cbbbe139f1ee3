package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.Sealing;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import io.jinqiao.workbench.doctor.wire.Crossing;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import io.jinqiao.workbench.doctor.wire.Handshake;
import io.jinqiao.workbench.doctor.wire.Line;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The centre's side of the wire to somebody else's test system: one message, one connection, no second try by itself, never outside the agreed
 * service hours and never faster than agreed.
 */
final class ForeignLine {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Dialect dialect;
    private final Endpoint endpoint;
    private final SigningRoom room;
    private final Sealing sealing;
    private final Pace pace;
    private final Clock clock;

    ForeignLine(Dialect dialect, Endpoint endpoint, SigningRoom room, Pace pace, Clock clock) {
        this.dialect = dialect;
        this.endpoint = endpoint;
        this.room = room;
        this.sealing = new Sealing(room.keys(), room.certificates(), room.trust());
        this.pace = pace;
        this.clock = clock;
    }

    /** What came of one message. */
    sealed interface Heard {
        /** Nothing was sent. */
        record Closed(Instant notBefore) implements Heard {}

        record Nothing(String why) implements Heard {}

        /** Bytes that are no answer of this wire. */
        record Unreadable(byte[] bytes, String why) implements Heard {}

        record Untrusted(byte[] bytes, String code) implements Heard {}

        record Answered(byte[] bytes, Reply reply) implements Heard {}
    }

    /** A message, signed, not sent yet. */
    record Letter(Operation operation, @Nullable Operation original, MessageId id, WireCall call) {
        Letter with(UnaryOperator<byte[]> change) {
            return new Letter(operation, original, id, new WireCall(call.path(), call.headers(), change.apply(call.body().clone())));
        }
    }

    /** The same line as if it were another time. */
    ForeignLine at(Clock other) {
        return new ForeignLine(dialect, endpoint, room, pace, other);
    }

    Clock clock() {
        return clock;
    }

    /** Why the other end is not the one that was agreed on; null when it is. */
    @Nullable String strange() {
        if (!endpoint.tls()) {
            return null;
        }
        Handshake handshake = line(Operation.STATUS_ENQUIRY).shake();
        if (handshake.fault() != null) {
            return String.valueOf(handshake.fault().words());
        }
        List<String> agreed = channel().theirIdentities();
        List<X509Certificate> pinned = agreed.stream().map(room.certificates()::get).toList();
        boolean known = !handshake.chain().isEmpty() && pinned.contains(handshake.chain().get(0));
        return known ? null : "the server shows a certificate nobody agreed on; agreed: " + agreed;
    }

    Letter write(CanonicalMessage message) {
        return write(message, clock.instant());
    }

    Letter write(CanonicalMessage message, Instant at) {
        MessageId id = number();
        Unsigned unsigned = sealing.request(dialect, dialect.request(message, id, at));
        Profile profile = dialect.descriptor().signing().named(unsigned.signType());
        String signature = profile.profile().signs() ? room.signing().sign(profile.profile(), profile.ourKey(), unsigned.signingInput()) : "";
        Operation original = message instanceof StatusEnquiry enquiry ? enquiry.originalOperation() : null;
        return new Letter(message.operation(), original, id, dialect.finishRequest(unsigned, signature));
    }

    Heard send(Letter letter) {
        PartnerDescriptor partner = dialect.descriptor();
        Instant now = clock.instant();
        if (!partner.serviceHours().open(now)) {
            return new Heard.Closed(partner.serviceHours().nextOpen(now));
        }
        pace.await();
        Crossing crossing = line(letter.operation()).call(letter.call());
        return crossing instanceof Crossing.Answer answer
                ? heard(letter, answer)
                : new Heard.Nothing(((Crossing.Nothing) crossing).fault().words());
    }

    private Heard heard(Letter letter, Crossing.Answer answer) {
        try {
            FramedReply framed = dialect.openReply(answer.status(), answer.headers(), answer.body());
            Profile profile = dialect.descriptor().signing().named(framed.signType());
            Verdict verdict = room.signing()
                    .verify(profile.profile(), profile.theirCertificates(), framed.signingInput(), framed.signature(), clock.instant());
            if (verdict.problem() != null) {
                return new Heard.Untrusted(answer.body(), verdict.problem().code().code());
            }
            FramedReply opened = sealing.open(dialect, framed);
            Reply reply = letter.original() == null
                    ? dialect.decodeReply(letter.operation(), letter.id(), opened)
                    : dialect.decodeEnquiryReply(letter.original(), letter.id(), opened);
            return new Heard.Answered(answer.body(), reply);
        } catch (Refusal refusal) {
            return new Heard.Unreadable(answer.body(), Findings.words(refusal.problems()));
        }
    }

    private Line line(Operation operation) {
        PartnerDescriptor partner = dialect.descriptor();
        LengthPrefix prefix = partner.frame() == null ? null : new LengthPrefix(partner.frame(), partner.charset());
        String ours = channel().ourIdentity();
        return new Line(
                endpoint,
                ours == null ? null : room.keys().tls(ours),
                channel().connectTimeout(),
                partner.operation(operation).map(rule -> rule.replyTimeout()).orElse(channel().replyTimeout()),
                prefix,
                partner.limits().reply() + 1);
    }

    private Channel channel() {
        return dialect.descriptor().channel(Channel.Direction.OUT).orElseThrow();
    }

    /** Told from any number of business by its beginning. */
    static MessageId number() {
        byte[] random = new byte[9];
        RANDOM.nextBytes(random);
        return new MessageId("TEST-" + HexFormat.of().withUpperCase().formatHex(random));
    }
}
