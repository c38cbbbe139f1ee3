package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.workbench.check.SampleName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One sample of one partner: a message and its answer, as canonical content and as bytes.
 *
 * @param form ending of the files that hold bytes of the wire, such as {@code json}
 */
record Sample(String partner, Path folder, String name, String form) {
    private static final String REQUEST = ".request.";


    static Stream<Sample> all() {
        try (Stream<Path> partners = Files.list(Path.of("adapters"))) {
            return partners.filter(p -> Files.isDirectory(p.resolve("samples"))).toList().stream().flatMap(Sample::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Sample> of(Path partner) {
        Path folder = partner.resolve("samples");
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.contains(REQUEST))
                    .sorted()
                    .map(f -> new Sample(
                            partner.getFileName().toString(),
                            folder,
                            f.substring(0, f.indexOf(REQUEST)),
                            f.substring(f.indexOf(REQUEST) + REQUEST.length())))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dialect centre() {
        return ShippedFolders.dialect(partner);
    }

    Dialect speaker() {
        return centreSpeaks() ? centre() : centre().mirrored();
    }

    Dialect listener() {
        return speaker().mirrored();
    }

    boolean centreSpeaks() {
        return SampleName.of(name).centreSpeaks();
    }

    String path() {
        return SampleName.of(name).path(centre().descriptor());
    }

    WireRequest request() {
        return new WireRequest(partner, path(), Map.of(), requestBytes(), false, List.of(), null);
    }

    /** The request with its envelopes open, the digital one with the published key. */
    Framed framed() {
        Framed framed = listener().open(request());
        return framed.sealed() == null ? framed : listener().unsealed(framed, VectorSeal.open(framed.sealed()));
    }

    /** Their answer, its digital envelope opened with the published key. */
    FramedReply framedReply(byte[] body) {
        FramedReply framed = speaker().openReply(200, Map.of(), body);
        return framed.sealed() == null ? framed : speaker().unsealed(framed, VectorSeal.open(framed.sealed()));
    }

    /** The request as stored: in the stored digital envelope, when its content is the stored one to the byte. */
    Unsigned sealedRequest(Unsigned request) {
        if (request.toSeal() == null) {
            return request;
        }
        assertThat(new String(request.toSeal(), StandardCharsets.UTF_8)).isEqualTo(text(".plain"));
        return speaker().sealedRequest(request, listener().open(request()).sealed());
    }

    /** The answer as stored, in the same way. */
    Unsigned sealedAnswer(Unsigned answer) {
        if (answer.toSeal() == null) {
            return answer;
        }
        assertThat(new String(answer.toSeal(), StandardCharsets.UTF_8)).isEqualTo(text(".reply.plain"));
        return listener().sealedAnswer(answer, speaker().openReply(200, Map.of(), replyBytes()).sealed());
    }

    Unsigned sealedAfresh(Unsigned answer) {
        return answer.toSeal() == null ? answer : listener().sealedAnswer(answer, VectorSeal.seal(answer.toSeal()));
    }

    Text signatureText() {
        return centre().descriptor().signing().own().profile().text();
    }

    byte[] requestBytes() {
        return bytes(REQUEST + form);
    }

    byte[] replyBytes() {
        return bytes(".reply." + form);
    }

    /** The request was changed on the wire so that nobody can read it as a message. */
    boolean faulty() {
        return !Files.exists(folder.resolve(name + ".canonical.json"));
    }

    Content.Group canonical() {
        return CanonicalJson.read(text(".canonical.json"));
    }

    Reply reply() {
        return Replies.read(CanonicalJson.read(text(".reply.canonical.json")));
    }

    String text(String ending) {
        return new String(bytes(ending), StandardCharsets.UTF_8);
    }

    byte[] bytes(String ending) {
        try {
            return Files.readAllBytes(folder.resolve(name + ending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String userId(boolean ofTheCentre) {
        var profile = centre().descriptor().signing().own().profile();
        return ofTheCentre ? profile.ourUserId() : profile.theirUserId();
    }

    @Override
    public String toString() {
        return partner + " " + name;
    }
}
