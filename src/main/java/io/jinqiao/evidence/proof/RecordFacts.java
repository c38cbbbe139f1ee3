package io.jinqiao.evidence.proof;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a journal record states, with digests in place of contents. Its text is what the chain proves.
 *
 * @param at whole microseconds
 * @param body SHA-256 of the exact bytes on the wire
 * @param input SHA-256 of the exact bytes under the signature; null when there was none
 * @param certificate SHA-256 of the DER in hexadecimal digits
 * @param timings JSON object, exactly as stored
 * @param key data key of the encrypted content
 */
public record RecordFacts(
        UUID id,
        String node,
        Instant at,
        String kind,
        @Nullable String partner,
        @Nullable String operation,
        @Nullable String messageId,
        @Nullable String subject,
        String verdict,
        @Nullable String codes,
        long bodySize,
        byte[] body,
        @Nullable Long inputSize,
        byte @Nullable [] input,
        @Nullable String signature,
        @Nullable String profile,
        @Nullable String certificate,
        @Nullable String revocation,
        @Nullable UUID answers,
        String traceId,
        String timings,
        UUID key,
        @Nullable String stored) {
    public static final String TITLE = "jinqiao-record-1";

    public byte[] text() {
        return new ProofText(TITLE)
                .line("id", id)
                .line("node", node)
                .line("at", at)
                .line("kind", kind)
                .line("partner", partner)
                .line("operation", operation)
                .line("message", messageId)
                .line("subject", subject)
                .line("verdict", verdict)
                .line("codes", codes)
                .line("body-size", bodySize)
                .line("body-sha256", Sha256.hex(body))
                .line("input-size", inputSize)
                .line("input-sha256", input == null ? null : Sha256.hex(input))
                .line("signature", signature)
                .line("profile", profile)
                .line("certificate-sha256", certificate)
                .line("revocation", revocation)
                .line("answers", answers)
                .line("trace", traceId)
                .line("timings", timings)
                .line("key", key)
                .line("stored", stored)
                .bytes();
    }

    public static Map<String, String> read(byte[] text) {
        return ProofText.read(TITLE, text);
    }
}
