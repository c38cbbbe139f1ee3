package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Glimpse;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.JournalEntry.Kind;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the journal keeps of each thing on a wire. */
final class Entries {
    private Entries() {}

    /** A request that was understood and taken. @param repeats the record of the answer it gets again; null for a first word */
    static JournalEntry received(Decoded decoded, @Nullable RecordId repeats) {
        Arrived arrived = decoded.arrived();
        return request(
                arrived,
                decoded.framed().glimpse(),
                decoded.framed(),
                decoded.verified().verdict(),
                decoded.message(),
                null,
                repeats);
    }

    /** A request that was refused, however far it came; or a repeat found on the way to a refusal, then without problems. */
    static JournalEntry received(Trail trail, List<Problem> problems, @Nullable RecordId repeats) {
        Glimpse glimpse = trail.glimpse();
        return request(
                trail.arrived, glimpse, trail.framed(), trail.verdict(), trail.message(), codes(problems), repeats);
    }

    private static JournalEntry request(
            Arrived arrived,
            Glimpse glimpse,
            @Nullable Framed framed,
            @Nullable Verdict verdict,
            @Nullable CanonicalMessage message,
            @Nullable String codes,
            @Nullable RecordId repeats) {
        return new JournalEntry(
                arrived.at(),
                Kind.RECEIVED,
                arrived.partner(),
                id(glimpse.operation()),
                glimpse.id(),
                message == null ? null : message.subject(),
                arrived.request().body(),
                codes != null ? "refused" : verdict == null ? "none" : verdict.word(),
                codes,
                framed == null ? null : framed.signingInput(),
                framed == null ? null : framed.signature(),
                framed == null ? null : theirWords(arrived.dialect(), framed.signType()),
                verdict == null ? null : verdict.certificate(),
                verdict == null ? null : verdict.revocation(),
                repeats,
                arrived.trace(),
                arrived.timings().soFar());
    }

    /** Our answer. @param subject the application it belongs to */
    static JournalEntry answered(
            Arrived arrived,
            Glimpse glimpse,
            @Nullable String subject,
            byte[] bytes,
            Pen.@Nullable Seal seal,
            Instant at,
            RecordId request) {
        return new JournalEntry(
                at,
                Kind.ANSWERED,
                arrived.partner(),
                id(glimpse.operation()),
                glimpse.id(),
                subject,
                bytes,
                "none",
                null,
                seal == null ? null : seal.input(),
                seal == null ? null : seal.signature(),
                seal == null ? null : seal.profile(),
                seal == null || seal.certificate().length == 0 ? null : seal.certificate(),
                null,
                request,
                arrived.trace(),
                arrived.timings().soFar());
    }

    /** Our request, just before it leaves. */
    static JournalEntry aboutToSend(Errand errand, Pen.SignedCall call, Instant at) {
        return new JournalEntry(
                at,
                Kind.ABOUT_TO_SEND,
                errand.partner(),
                errand.message().operation().id(),
                errand.id(),
                errand.subject(),
                call.wire().body(),
                "none",
                null,
                call.seal().input(),
                call.seal().signature(),
                call.seal().profile(),
                call.seal().certificate().length == 0 ? null : call.seal().certificate(),
                null,
                null,
                errand.trace(),
                errand.timings().soFar());
    }

    /** What came back. @param framed null when it could not be read */
    static JournalEntry reply(
            Errand errand,
            @Nullable RecordId sent,
            byte[] bytes,
            @Nullable FramedReply framed,
            @Nullable Verdict verdict,
            @Nullable String codes,
            Instant at) {
        return new JournalEntry(
                at,
                Kind.REPLY_RECEIVED,
                errand.partner(),
                errand.message().operation().id(),
                errand.id(),
                errand.subject(),
                bytes,
                verdict == null ? "refused" : verdict.word(),
                codes,
                framed == null ? null : framed.signingInput(),
                framed == null ? null : framed.signature(),
                framed == null ? null : theirWords(errand.dialect(), framed.signType()),
                verdict == null ? null : verdict.certificate(),
                verdict == null ? null : verdict.revocation(),
                sent,
                errand.trace(),
                errand.timings().soFar());
    }

    static JournalEntry nothingCame(Errand errand, @Nullable RecordId sent, String codes, Instant at) {
        return new JournalEntry(
                at,
                Kind.NOTHING_CAME,
                errand.partner(),
                errand.message().operation().id(),
                errand.id(),
                errand.subject(),
                new byte[0],
                "none",
                codes,
                null,
                null,
                null,
                null,
                null,
                sent,
                errand.trace(),
                errand.timings().soFar());
    }

    /** A request to an address that belongs to nobody. */
    static JournalEntry stranger(WireRequest request, String codes, Instant at, String trace) {
        return new JournalEntry(
                at, Kind.RECEIVED, null, null, null, null, request.body(), "refused", codes, null, null, null, null, null,
                null, trace, Map.of());
    }

    static JournalEntry toStranger(byte[] bytes, Instant at, String trace, RecordId request) {
        return new JournalEntry(
                at, Kind.ANSWERED, null, null, null, null, bytes, "none", null, null, null, null, null, null, request,
                trace, Map.of());
    }

    static @Nullable String codes(List<Problem> problems) {
        return problems.isEmpty()
                ? null
                : problems.stream().map(p -> p.code().code()).distinct().collect(Collectors.joining(" "));
    }

    private static @Nullable String id(@Nullable Operation operation) {
        return operation == null ? null : operation.id();
    }

    private static @Nullable String theirWords(Dialect dialect, String signType) {
        Profile profile = dialect.descriptor().signing().profiles().get(signType);
        return profile == null ? null : profile.profile().theirWords();
    }
}
