package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Unknowns.Decision;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person did about a message of unknown outcome, as it is signed.
 *
 * @param verb {@code propose}, {@code confirm} or {@code withdraw}
 * @param proposedBy who proposed what is confirmed or withdrawn; null for the proposal itself
 */
record Act(
        String verb,
        UUID proposal,
        String messageId,
        PartnerId partner,
        Operation operation,
        Decision decision,
        String reason,
        String person,
        @Nullable String proposedBy,
        Instant at) {

    /** Canonical text, UTF-8: JSON with sorted members. */
    byte[] text() {
        return CanonicalJson.writeSorted(Content.group()
                        .put("act", verb)
                        .put("proposal", proposal.toString())
                        .put("message", messageId)
                        .put("partner", partner.value())
                        .put("operation", operation)
                        .put("decision", decision)
                        .put("reason", reason)
                        .put("person", person)
                        .put("proposedBy", proposedBy)
                        .put("at", at)
                        .build())
                .getBytes(StandardCharsets.UTF_8);
    }
}
