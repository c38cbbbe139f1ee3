package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.certs.PublishedKey;
import io.jinqiao.workbench.samples.FirstDifference;
import io.jinqiao.workbench.samples.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    static Stream<Sample> everySample() {
        return ShippedSamples.all();
    }

    static Stream<Sample> everyGoodSample() {
        return ShippedSamples.all().filter(s -> !s.faulty());
    }

    static Stream<Sample> everyFaultySample() {
        return ShippedSamples.all().filter(Sample::faulty);
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void findsTheSigningInputInTheRequestAndItsStoredSignatureVerifies(Sample s) {
        Framed framed = s.framed();
        assertSame(s.bytes(".signing-input"), framed.signingInput());
        assertThat(PublishedKey.verifies(framed.signingInput(), framed.signature(), s.userId(s.centreSpeaks()))).isTrue();
        assertThat(PublishedKey.verifies(framed.signingInput(), framed.signature(), "somebody-else")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyGoodSample")
    void readsTheRequestAsItsCanonicalContent(Sample s) {
        CanonicalMessage message = s.listener().decode(s.framed());
        assertThat(message.content()).isEqualTo(s.canonical());
    }

    @ParameterizedTest
    @MethodSource("everyGoodSample")
    void writesTheCanonicalContentAsTheRequestByteForByte(Sample s) {
        Framed framed = s.framed();
        CanonicalMessage message = framed.operation().read(s.canonical());
        Unsigned unsigned = s.sealedRequest(s.speaker().request(message, framed.id(), framed.sentAt()));
        assertSame(s.bytes(".signing-input"), unsigned.signingInput());
        assertSame(s.requestBytes(), s.speaker().finishRequest(unsigned, framed.signature()).body());
        assertThat(s.speaker().finishRequest(unsigned, framed.signature()).path()).isEqualTo(s.path());
    }

    @ParameterizedTest
    @MethodSource("everyFaultySample")
    void findsEveryFaultOfAFaultyRequestWithBothNames(Sample s) {
        Framed framed = s.framed();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> s.listener().decode(framed));
        assertThat(refusal.problems()).isEqualTo(((Reply.Rejected) s.reply()).problems());
        assertThat(refusal.problems()).allSatisfy(p -> assertThat(p.theirField()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void writesTheReplyByteForByteAndItsStoredSignatureVerifies(Sample s) {
        Framed framed = s.framed();
        Unsigned unsigned = s.sealedAnswer(answer(s, framed));
        assertSame(s.bytes(".reply.signing-input"), unsigned.signingInput());
        FramedReply stored = s.framedReply(s.replyBytes());
        assertThat(PublishedKey.verifies(unsigned.signingInput(), stored.signature(), s.userId(!s.centreSpeaks()))).isTrue();
        assertSame(s.replyBytes(), s.listener().finishAnswer(unsigned, stored.signature()).body());
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void readsTheReplyAsItsCanonicalReply(Sample s) {
        Framed framed = s.framed();
        FramedReply framedReply = s.framedReply(s.replyBytes());
        assertSame(s.bytes(".reply.signing-input"), framedReply.signingInput());
        Operation original = original(s, framed);
        Reply reply = original == null
                ? s.speaker().decodeReply(framed.operation(), framed.id(), framedReply)
                : s.speaker().decodeEnquiryReply(original, framed.id(), framedReply);
        assertThat(comparable(reply)).isEqualTo(comparable(s.reply()));
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void signsAfreshAndReadsItBack(Sample s) {
        Framed framed = s.framed();
        Unsigned unsigned = s.sealedAfresh(answer(s, framed));
        String fresh = PublishedKey.sign(unsigned.signingInput(), s.userId(!s.centreSpeaks()), s.profile());
        FramedReply read = s.framedReply(s.listener().finishAnswer(unsigned, fresh).body());
        assertThat(PublishedKey.verifies(read.signingInput(), read.signature(), s.userId(!s.centreSpeaks()))).isTrue();
    }

    static Set<String> everyPartner() {
        return ShippedSamples.all().map(Sample::partner).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("everyPartner")
    void everyAgreedOperationHasAnAcceptedSample(String partner) {
        Set<Operation> sampled = ShippedSamples.all()
                .filter(s -> s.partner().equals(partner) && s.reply().isAccepted())
                .map(s -> s.framed().operation())
                .collect(Collectors.toSet());
        assertThat(sampled).isEqualTo(ShippedFolders.dialect(partner).descriptor().operations().keySet());
    }

    @ParameterizedTest
    @MethodSource("everyPartner")
    void whatBothSidesMayBeginHasASampleOfEach(String partner) {
        for (Operation operation : ShippedFolders.dialect(partner).descriptor().operations().keySet()) {
            if (operation.direction() == Operation.Direction.BOTH) {
                assertThat(ShippedSamples.all().filter(s -> s.partner().equals(partner) && s.name().startsWith(operation.id() + ".")))
                        .as(operation.id())
                        .anyMatch(Sample::centreSpeaks)
                        .anyMatch(s -> !s.centreSpeaks());
            }
        }
    }

    @Test
    void thereIsAPartnerWithSamples() {
        assertThat(everyPartner()).isNotEmpty();
    }

    private static Unsigned answer(Sample s, Framed framed) {
        Operation original = original(s, framed);
        return original == null
                ? s.listener().answer(framed, s.reply(), framed.id(), framed.sentAt())
                : s.listener().answerEnquiry(framed, original, s.reply(), framed.id(), framed.sentAt());
    }

    private static @Nullable Operation original(Sample s, Framed framed) {
        return framed.operation() == Operation.STATUS_ENQUIRY
                ? ((StatusEnquiry) s.listener().decode(framed)).originalOperation()
                : null;
    }

    /** The wire carries the texts of problems, not their arguments; the detail of an unknown is for people. */
    private static Reply comparable(Reply reply) {
        return reply.fold(
                a -> a,
                r -> new Reply.Rejected(r.problems().stream()
                        .map(p -> new Problem(p.code(), p.field(), p.theirField(), List.of()))
                        .toList()),
                u -> new Reply.Unknown(u.cause(), "", u.expectedBy()));
    }

    private static void assertSame(byte[] expected, byte[] actual) {
        assertThat(FirstDifference.between(expected, actual, java.nio.charset.StandardCharsets.UTF_8)).isNull();
    }
}
