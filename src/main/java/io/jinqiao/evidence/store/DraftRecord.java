package io.jinqiao.evidence.store;

import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.message.Words;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record ready to be inserted: its facts and its encrypted content, one of inline and stored. */
record DraftRecord(RecordFacts facts, byte @Nullable [] content, byte[] digest) {

    static DraftRecord of(RecordId id, String node, JournalEntry entry, UUID key, byte @Nullable [] inline, @Nullable String stored) {
        byte[] input = entry.signingInput();
        RecordFacts facts = new RecordFacts(
                id.value(),
                node,
                entry.at().truncatedTo(ChronoUnit.MICROS),
                Words.of(entry.kind()),
                entry.partner() == null ? null : entry.partner().value(),
                clean(entry.operation()),
                entry.messageId() == null ? null : clean(entry.messageId().value()),
                clean(entry.subject()),
                entry.verdict(),
                clean(entry.codes()),
                entry.bytes().length,
                Sha256.of(entry.bytes()),
                input == null ? null : (long) input.length,
                input == null ? null : Sha256.of(input),
                clean(entry.signature()),
                clean(entry.profile()),
                entry.certificate() == null ? null : Sha256.hex(Sha256.of(entry.certificate())),
                clean(entry.revocation()),
                entry.answers() == null ? null : entry.answers().value(),
                String.valueOf(clean(entry.traceId())),
                json(entry.timings()),
                key,
                stored);
        return new DraftRecord(facts, inline, Sha256.of(facts.text()));
    }

    /** What PostgreSQL cannot hold in a text, NUL and lone surrogates, becomes U+FFFD. The exact bytes are in the content. */
    private static @Nullable String clean(@Nullable String text) {
        if (text == null || text.codePoints().noneMatch(DraftRecord::unstorable)) {
            return text;
        }
        return text.codePoints()
                .map(c -> unstorable(c) ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || codePoint >= 0xd800 && codePoint <= 0xdfff;
    }

    /** Stage names are ours: letters, digits and hyphens. */
    private static String json(Map<String, Long> timings) {
        return timings.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
