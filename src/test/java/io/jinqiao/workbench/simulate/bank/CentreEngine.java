package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.Envelope;
import io.jinqiao.signing.EnvelopeFailure;
import io.jinqiao.signing.Envelopes;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.samples.Replies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The product's own mapping, codec, signing and sealing as the centre uses them, without channels, journal and database. */
final class CentreEngine {
    private static final SigningRoom ROOM = TestIdentities.room("centre");
    private static final Envelopes ENVELOPES = new Envelopes(new SecureRandom());

    private final Dialect dialect;
    private final Framing framing;

    CentreEngine(Dialect dialect) {
        this.dialect = dialect;
        this.framing = Objects.requireNonNull(Family.of(dialect.descriptor().partner().value())).framing();
    }

    /** A signed request as the bank's line would hand it over. */
    Packet ask(CanonicalMessage message, MessageId id) throws NotUnderstood, IOException {
        Unsigned open = dialect.request(message, id, Instant.now());
        Unsigned unsigned = open.toSeal() == null ? open : dialect.sealedRequest(open, seal(open.toSeal()));
        return packet(dialect.finishRequest(unsigned, signature(unsigned)));
    }

    private Packet packet(WireCall call) throws NotUnderstood, IOException {
        String type = call.headers().entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("content-type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return framing.goesOn() ? framing.read(new ByteArrayInputStream(call.body())) : new Packet(call.path(), type, call.body());
    }

    Reply read(Operation operation, MessageId id, Packet answer) {
        return dialect.decodeReply(operation, id, verified(answer));
    }

    Reply readEnquiry(Operation original, MessageId enquiry, Packet answer) {
        return dialect.decodeEnquiryReply(original, enquiry, verified(answer));
    }

    private FramedReply verified(Packet answer) {
        byte[] bytes = framing.goesOn() ? framing.bytes(answer) : answer.body();
        FramedReply framed = dialect.openReply(200, Map.of("content-type", answer.contentType()), bytes);
        Profile profile = dialect.descriptor().signing().named(framed.signType());
        requireGood(profile, framed.signingInput(), String.valueOf(framed.signature()));
        return framed.sealed() == null ? framed : dialect.unsealed(framed, open(framed.sealed()));
    }

    /** Takes a request of the bank and answers as told. */
    Packet take(Packet packet, Reply reply) {
        Framed framed = open(packet);
        Unsigned open = dialect.answer(framed, reply, framed.id(), Instant.now());
        Unsigned unsigned = open.toSeal() == null ? open : dialect.sealedAnswer(open, seal(open.toSeal()));
        WireAnswer answer = dialect.finishAnswer(unsigned, signature(unsigned));
        byte[] body = framing.goesOn() ? Arrays.copyOfRange(answer.body(), 7, answer.body().length) : answer.body();
        return new Packet("", String.valueOf(answer.headers().get("Content-Type")), body);
    }

    CanonicalMessage understood(Packet packet) {
        return dialect.decode(open(packet));
    }

    private Framed open(Packet packet) {
        byte[] bytes = framing.goesOn() ? framing.bytes(packet) : packet.body();
        Framed framed = dialect.open(new WireRequest(
                dialect.descriptor().partner().value(), packet.path(), Map.of("content-type", packet.contentType()), bytes, false, List.of(), null));
        requireGood(dialect.descriptor().signing().named(framed.signType()), framed.signingInput(), String.valueOf(framed.signature()));
        return framed.sealed() == null ? framed : dialect.unsealed(framed, open(framed.sealed()));
    }

    private static void requireGood(Profile profile, byte[] input, String signature) {
        var verdict = ROOM.signing().verify(profile.profile(), profile.theirCertificates(), input, signature, Instant.now());
        if (!verdict.accepted()) {
            throw new AssertionError("the centre does not verify: " + verdict.problem());
        }
    }

    private String signature(Unsigned unsigned) {
        Profile profile = dialect.descriptor().signing().named(unsigned.signType());
        return ROOM.signing().sign(profile.profile(), profile.ourKey(), unsigned.signingInput());
    }

    private Envelope seal(byte[] plain) {
        var form = Objects.requireNonNull(dialect.sealing());
        return ENVELOPES.seal(form.profile(), TestIdentities.certificate(form.theirCertificate()), plain, new byte[0]);
    }

    private byte[] open(Envelope sealed) {
        var form = Objects.requireNonNull(dialect.sealing());
        try {
            return ENVELOPES.open(form.profile(), ROOM.keys().get(form.ourKey()), sealed, new byte[0]);
        } catch (EnvelopeFailure e) {
            throw new AssertionError(e);
        }
    }

    /** Everything the folder's samples say in this direction, with its answer. */
    static List<Said> samples(String partner, Operation.Direction direction) {
        try (var files = Files.list(Path.of("adapters", partner, "samples"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".canonical.json") && !name.endsWith(".reply.canonical.json"))
                    .sorted()
                    .map(name -> Said.of(partner, name))
                    .filter(said -> said.message().operation().direction() == direction)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sample. */
    record Said(String partner, String name, CanonicalMessage message, Reply reply) {

        private static Said of(String partner, String file) {
            Operation operation = Operation.of(file.substring(0, file.indexOf('.')));
            String reply = file.replace(".canonical.json", ".reply.canonical.json");
            return new Said(
                    partner,
                    file.replace(".canonical.json", ""),
                    operation.read(group(partner, file)),
                    Replies.read(group(partner, reply)));
        }

        private static Content.Group group(String partner, String file) {
            try {
                return CanonicalJson.read(
                        Files.readString(Path.of("adapters", partner, "samples", file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return partner + " " + name;
        }
    }

    static <T> List<T> each(List<String> partners, Function<String, List<T>> of) {
        return partners.stream().flatMap(p -> of.apply(p).stream()).toList();
    }
}
