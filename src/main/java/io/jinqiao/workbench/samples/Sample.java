package io.jinqiao.workbench.samples;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Reply;
import io.jinqiao.rulebook.Source;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.workbench.certs.PublishedSeal;
import io.jinqiao.workbench.check.SampleName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One sample of one partner: a message and its answer, as canonical content and as bytes.
 *
 * @param centre the partner's language as the centre speaks it
 * @param files of the partner's folder, by path below it
 * @param form ending of the files that hold bytes of the wire, such as {@code json}
 */
public record Sample(Dialect centre, Map<String, Source> files, String name, String form) {
    /** When the samples were written: what is due in four hours is due four hours after it. */
    public static final Clock CLOCK = Clock.fixed(SampleWriter.START, ZoneOffset.UTC);

    private static final String FOLDER = "samples/";
    private static final String REQUEST = ".request.";
    private static final String REPLY = ".reply.";

    /** Every sample of a folder, in order. */
    public static List<Sample> of(Dialect centre, Map<String, Source> files) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(FOLDER) && path.contains(REQUEST))
                .sorted()
                .map(path -> new Sample(
                        centre,
                        files,
                        path.substring(FOLDER.length(), path.indexOf(REQUEST)),
                        path.substring(path.indexOf(REQUEST) + REQUEST.length())))
                .toList();
    }

    public String partner() {
        return centre.descriptor().partner().value();
    }

    public Dialect speaker() {
        return centreSpeaks() ? centre : centre.mirrored();
    }

    public Dialect listener() {
        return speaker().mirrored();
    }

    public boolean centreSpeaks() {
        return SampleName.of(name).centreSpeaks();
    }

    public String path() {
        return SampleName.of(name).path(centre.descriptor());
    }

    public WireRequest request() {
        return new WireRequest(partner(), path(), Map.of(), requestBytes(), false, List.of(), null);
    }

    /** The request with its envelopes open, the digital one with the published key. */
    public Framed framed() {
        Framed framed = listener().open(request());
        return framed.sealed() == null ? framed : listener().unsealed(framed, PublishedSeal.open(order(), framed.sealed()));
    }

    /** Their answer, its digital envelope opened with the published key. */
    public FramedReply framedReply(byte[] body) {
        FramedReply framed = speaker().openReply(200, Map.of(), body);
        return framed.sealed() == null ? framed : speaker().unsealed(framed, PublishedSeal.open(order(), framed.sealed()));
    }

    /**
     * The request as stored: in the stored digital envelope, when its content is the stored one to the byte.
     *
     * @throws IllegalStateException when it is another content
     */
    public Unsigned sealedRequest(Unsigned request) {
        if (request.toSeal() == null) {
            return request;
        }
        requireSame(".plain", request.toSeal());
        return speaker().sealedRequest(request, Objects.requireNonNull(listener().open(request()).sealed()));
    }

    /** The answer as stored, in the same way. */
    public Unsigned sealedAnswer(Unsigned answer) {
        if (answer.toSeal() == null) {
            return answer;
        }
        requireSame(".reply.plain", answer.toSeal());
        return listener().sealedAnswer(answer, Objects.requireNonNull(speaker().openReply(200, Map.of(), replyBytes()).sealed()));
    }

    private void requireSame(String ending, byte[] plain) {
        String difference = FirstDifference.between(bytes(ending), plain, centre.descriptor().charset());
        if (difference != null) {
            throw new IllegalStateException(difference);
        }
    }

    /** The answer in a digital envelope of its own, where there is one. */
    public Unsigned sealedAfresh(Unsigned answer) {
        return answer.toSeal() == null ? answer : listener().sealedAnswer(answer, PublishedSeal.seal(order(), answer.toSeal()));
    }

    private Order order() {
        return Objects.requireNonNull(centre.sealing()).profile().order();
    }

    public SigningProfile profile() {
        return centre.descriptor().signing().own().profile();
    }

    public byte[] requestBytes() {
        return bytes(REQUEST + form);
    }

    public byte[] replyBytes() {
        return bytes(REPLY + form);
    }

    /** The request was changed on the wire so that nobody can read it as a message. */
    public boolean faulty() {
        return !has(".canonical.json");
    }

    public Content.Group canonical() {
        return CanonicalJson.read(text(".canonical.json"));
    }

    public Reply reply() {
        return Replies.read(CanonicalJson.read(text(".reply.canonical.json")));
    }

    public boolean has(String ending) {
        return files.containsKey(FOLDER + name + ending);
    }

    public String text(String ending) {
        return new String(bytes(ending), StandardCharsets.UTF_8);
    }

    public byte[] bytes(String ending) {
        Source source = files.get(FOLDER + name + ending);
        if (source == null) {
            throw new IllegalStateException("no file " + FOLDER + name + ending);
        }
        return source.bytes();
    }

    /** The SM2 user id in this side's signatures. */
    public String userId(boolean ofTheCentre) {
        return ofTheCentre ? profile().ourUserId() : profile().theirUserId();
    }

    @Override
    public String toString() {
        return partner() + " " + name;
    }
}
