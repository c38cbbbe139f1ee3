package io.jinqiao.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A verified message on its way to the business.
 *
 * @param partner who signed it
 * @param id the partner's number of it
 * @param receivedAt when its last byte arrived, by the gateway's real clock
 * @param findings what the gates on its way noticed without refusing it
 */
public record Incoming(
        PartnerId partner, MessageId id, Instant receivedAt, CanonicalMessage message, List<Finding> findings) {
    public Incoming {
        findings = List.copyOf(findings);
    }

    public Incoming(PartnerId partner, MessageId id, Instant receivedAt, CanonicalMessage message) {
        this(partner, id, receivedAt, message, List.of());
    }

    public Incoming with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Incoming(partner, id, receivedAt, message, all);
    }
}
