package io.jinqiao.evidence;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a wire, with its proof.
 *
 * @param at when it happened (real clock)
 * @param kind what happened
 * @param partner whom with; null when nobody could be identified
 * @param operation canonical operation id; null when unknown
 * @param messageId number of the message (or of the message this answers); null when unreadable
 * @param subject application the message belongs to; its personal data are encrypted under this subject's key; null: the partner's key
 * @param bytes exact bytes on the wire; empty for {@link Kind#NOTHING_CAME}
 * @param verdict {@code accepted}, {@code refused}, {@code channel} (authenticated by channel only) or {@code none}
 * @param codes failure codes when refused, joined by blanks; null otherwise
 * @param signingInput exact bytes under the signature; null when there was none
 * @param signature signature as it stood in the message, text form; null when there was none
 * @param profile signing profile in words, such as {@code sm2-sm3 raw base64 uid=1234567812345678}
 * @param certificate DER of the signer's certificate; null when unknown
 * @param revocation what was known of its revocation, such as {@code good crl=<sha256> thisUpdate=<instant>}
 * @param answers the record this one answers or repeats; null for a first word
 * @param traceId joins everything done for one exchange
 * @param timings microseconds by stage, in the order of the stages
 */
public record JournalEntry(
        Instant at,
        Kind kind,
        @Nullable PartnerId partner,
        @Nullable String operation,
        @Nullable MessageId messageId,
        @Nullable String subject,
        byte[] bytes,
        String verdict,
        @Nullable String codes,
        byte @Nullable [] signingInput,
        @Nullable String signature,
        @Nullable String profile,
        byte @Nullable [] certificate,
        @Nullable String revocation,
        @Nullable RecordId answers,
        String traceId,
        Map<String, Long> timings) {

    public enum Kind {
        /** A partner's request reached us. */
        RECEIVED,
        /** What we answered to it. */
        ANSWERED,
        /** Our request, committed before its first byte leaves. */
        ABOUT_TO_SEND,
        /** What the partner answered. */
        REPLY_RECEIVED,
        /** The wait ended without an answer, or the connection failed; verdict codes say which. */
        NOTHING_CAME,
        /** A person's decision, signed by the gateway's own key. */
        DECISION
    }
}
