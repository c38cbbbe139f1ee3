package io.jinqiao.workbench.samples;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.certs.PublishedKey;
import io.jinqiao.workbench.certs.PublishedSeal;
import io.jinqiao.workbench.check.SampleName;
import io.jinqiao.signing.Envelope;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.SigningProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Writes the sample files of one partner, signed with the published key. Its numbers and times are fixed; a file whose bytes under the
 * signature are what they were keeps its signature.
 */
public final class SampleWriter {
    static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private final Path folder;
    private final String partner;
    private final String form;
    private final Dialect centre;

    /**
     * @param folder of the samples
     * @param centre the partner's language as the centre speaks it
     * @param form ending of the files that hold bytes of the wire, such as {@code json}
     */
    public SampleWriter(Path folder, Dialect centre, String form) {
        this.partner = centre.descriptor().partner().value();
        this.form = form;
        this.folder = folder;
        this.centre = centre;
    }

    /** A message and its answer. @param number of the message, in its id and its time */
    public void exchange(int number, String name, CanonicalMessage message, Reply reply) {
        exchange(stamp(number, name, message), name, message, reply);
    }

    private void exchange(Stamp stamp, String name, CanonicalMessage said, Reply reply) {
        boolean centreSpeaks = SampleName.of(name).centreSpeaks();
        CanonicalMessage message = numbered(stamp, said, centreSpeaks);
        Request request = request(stamp, name, centreSpeaks, message, Map.of());
        write(name, ".canonical.json", pretty(message.content()));
        write(name, request);
        answer(name, centreSpeaks, request, reply);
    }

    /** A message whose content was changed on the wire, answered by whoever reads it. */
    public void faulty(int number, String name, CanonicalMessage message, Map<String, String> changes) {
        faulty(stamp(number, name, message), name, message, changes);
    }

    private void faulty(Stamp stamp, String name, CanonicalMessage message, Map<String, String> changes) {
        Request request = request(stamp, name, false, numbered(stamp, message, false), changes);
        write(name, request);
        Framed framed = open(centre, request.wire());
        try {
            centre.decode(framed);
            throw new IllegalStateException(name + " is not faulty");
        } catch (io.jinqiao.message.Refusal refusal) {
            answer(name, false, request, new Reply.Rejected(refusal.problems()));
        }
    }

    /**
     * The same exchange in this folder's language: the same numbers and times. What was changed on the wire is changed in the same way as
     * long as both languages write contents alike.
     *
     * @param sound of the same operation, read by whoever reads {@code other}; its content is replaced by a faulty one's
     */
    public void again(Sample other, Sample sound) {
        Framed framed = other.framed();
        Stamp stamp = new Stamp(framed.id(), framed.sentAt());
        if (other.faulty()) {
            faulty(stamp, other.name(), sound.listener().decode(sound.framed()), Map.of(unsigned(sound.framed()), unsigned(framed)));
        } else {
            exchange(stamp, other.name(), other.listener().decode(framed), other.reply());
        }
    }

    /** The content; where the whole document is the content, what stands behind its number and its signature. */
    private static String unsigned(Framed framed) {
        String signature = framed.signature();
        int at = signature == null ? -1 : framed.payload().indexOf(signature);
        return at < 0 ? framed.payload() : framed.payload().substring(at + Objects.requireNonNull(signature).length());
    }

    private CanonicalMessage numbered(Stamp stamp, CanonicalMessage message, boolean centreSpeaks) {
        return Numbered.of(centreSpeaks ? centre : centre.mirrored(), message, stamp.id(), stamp.at());
    }

    /**
     * What a written exchange says when it is read again: a table that carries less than another leaves less.
     *
     * @throws io.jinqiao.message.Refusal when what is left is no message
     */
    public void asRead(Sample written) {
        Framed framed = written.framed();
        CanonicalMessage message = written.listener().decode(framed);
        write(written.name(), ".canonical.json", pretty(message.content()));
        if (framed.operation() != Operation.STATUS_ENQUIRY) {
            Dialect speaker = written.speaker();
            Reply reply = speaker.decodeReply(framed.operation(), framed.id(), written.framedReply(written.replyBytes()));
            write(written.name(), ".reply.canonical.json", pretty(Replies.write(reply)));
        }
    }

    private record Stamp(MessageId id, Instant at) {}

    private Stamp stamp(int number, String name, CanonicalMessage message) {
        String id = message.ownId() != null ? message.ownId().value() : SampleName.of(name).centreSpeaks() ? ours(number) : theirs(partner, number);
        return new Stamp(new MessageId(id), START.plusSeconds(number * 60L));
    }

    /** The id of a message the partner sent. */
    public static String theirs(String partner, int number) {
        return String.format("%s20261123%010d", partner.toUpperCase(Locale.ROOT), number);
    }

    /** The id of a message the centre sent. */
    public static String ours(int number) {
        return String.format("01JDB8W0M0JQ00000000%06d", number);
    }

    private record Request(String path, Unsigned unsigned, String signature, WireCall call) {
        WireRequest wire() {
            return new WireRequest("", path, Map.of(), call.body(), false, List.of(), null);
        }
    }

    private Request request(Stamp stamp, String name, boolean centreSpeaks, CanonicalMessage message, Map<String, String> changes) {
        Dialect speaker = centreSpeaks ? centre : centre.mirrored();
        Unsigned unsigned = speaker.request(message, stamp.id(), stamp.at());
        for (Map.Entry<String, String> change : changes.entrySet()) {
            unsigned = Spoilt.changed(unsigned, centre.descriptor().charset(), change.getKey(), change.getValue());
        }
        unsigned = sealedRequest(name, speaker, unsigned);
        String signature = PublishedKey.sign(unsigned.signingInput(), userId(centreSpeaks), profile());
        WireCall call = speaker.finishRequest(unsigned, signature);
        return new Request(call.path(), unsigned, signature, call);
    }

    private Framed open(Dialect listener, WireRequest request) {
        Framed framed = listener.open(request);
        return framed.sealed() == null ? framed : listener.unsealed(framed, PublishedSeal.open(order(), framed.sealed()));
    }

    private FramedReply openReply(Dialect speaker, byte[] body) {
        FramedReply framed = speaker.openReply(200, Map.of(), body);
        return framed.sealed() == null ? framed : speaker.unsealed(framed, PublishedSeal.open(order(), framed.sealed()));
    }

    /** Content that is what it was keeps its digital envelope. */
    private Unsigned sealedRequest(String name, Dialect speaker, Unsigned request) {
        if (request.toSeal() == null) {
            return request;
        }
        String path = SampleName.of(name).path(centre.descriptor());
        Envelope sealed = sealed(name + ".plain", request.toSeal(), () -> speaker.mirrored()
                .open(new WireRequest("", path, Map.of(), read(name + ".request." + form), false, List.of(), null))
                .sealed());
        return speaker.sealedRequest(request, sealed);
    }

    private Unsigned sealedAnswer(String name, Dialect listener, Unsigned answer) {
        if (answer.toSeal() == null) {
            return answer;
        }
        Envelope sealed = sealed(name + ".reply.plain", answer.toSeal(), () -> listener.mirrored()
                .openReply(200, Map.of(), read(name + ".reply." + form))
                .sealed());
        return listener.sealedAnswer(answer, sealed);
    }

    private Envelope sealed(String plain, byte[] bytes, Supplier<Envelope> stored) {
        if (Files.exists(folder.resolve(plain)) && Arrays.equals(read(plain), bytes)) {
            return stored.get();
        }
        write(plain, "", bytes);
        return PublishedSeal.seal(order(), bytes);
    }

    private Order order() {
        return Objects.requireNonNull(centre.sealing()).profile().order();
    }

    private SigningProfile profile() {
        return centre.descriptor().signing().own().profile();
    }

    private void answer(String name, boolean centreSpeaks, Request request, Reply reply) {
        Dialect listener = centreSpeaks ? centre.mirrored() : centre;
        Framed framed = open(listener, request.wire());
        Unsigned content = framed.operation() == Operation.STATUS_ENQUIRY
                ? listener.answerEnquiry(framed, original(listener, framed), reply, framed.id(), framed.sentAt())
                : listener.answer(framed, reply, framed.id(), framed.sentAt());
        Unsigned unsigned = sealedAnswer(name, listener, content);
        writeSigned(name + ".reply.signing-input", name + ".reply." + form, unsigned.signingInput(), () -> listener.finishAnswer(
                        unsigned, PublishedKey.sign(unsigned.signingInput(), userId(!centreSpeaks), profile()))
                .body());
        write(name, ".reply.canonical.json", pretty(Replies.write(inTheirWords(listener.mirrored(), framed, name, reply))));
    }

    /** Gates know only our names of fields; what was written has the partner's too. */
    private Reply inTheirWords(Dialect speaker, Framed framed, String name, Reply reply) {
        if (!(reply instanceof Reply.Rejected rejected)) {
            return reply;
        }
        FramedReply answer = openReply(speaker, read(name + ".reply." + form));
        Reply told = framed.operation() == Operation.STATUS_ENQUIRY
                ? speaker.decodeEnquiryReply(original(speaker.mirrored(), framed), framed.id(), answer)
                : speaker.decodeReply(framed.operation(), framed.id(), answer);
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rejected.problems().size(); i++) {
            problems.add(rejected.problems().get(i).inTheirWords(((Reply.Rejected) told).problems().get(i).theirField()));
        }
        return new Reply.Rejected(problems);
    }

    private Operation original(Dialect listener, Framed framed) {
        return ((StatusEnquiry) listener.decode(framed)).originalOperation();
    }

    private String userId(boolean centreSpeaks) {
        var profile = centre.descriptor().signing().own().profile();
        return centreSpeaks ? profile.ourUserId() : profile.theirUserId();
    }

    private void write(String name, Request request) {
        writeSigned(name + ".signing-input", name + ".request." + form, request.unsigned().signingInput(), () -> request.call().body());
    }

    private void writeSigned(String input, String signed, byte[] signingInput, Supplier<byte[]> fresh) {
        boolean stands = Files.exists(folder.resolve(input))
                && Files.exists(folder.resolve(signed))
                && Arrays.equals(read(input), signingInput);
        if (!stands) {
            write(input, "", signingInput);
            write(signed, "", fresh.get());
        }
    }

    private byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String ending, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ending), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pretty(Content.Group content) {
        try {
            var json = new com.fasterxml.jackson.databind.ObjectMapper();
            String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(CanonicalJson.write(content)));
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
