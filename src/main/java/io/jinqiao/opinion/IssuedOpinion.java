package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One sealed opinion and where it stands.
 *
 * @param format {@code pdf}; {@code ofd} later
 * @param digest of the sealed file
 * @param copiesPrinted as the branch reported
 */
public record IssuedOpinion(
        String opinionNo,
        int version,
        PartnerId bank,
        String applicationNo,
        String format,
        Digest digest,
        LocalDate validTo,
        Instant issuedAt,
        Standing standing,
        boolean delivered,
        int copiesPrinted) {

    /** Whether a contract may still be signed on it. */
    public enum Standing {
        IN_FORCE,
        SUPERSEDED,
        REVOKED
    }
}
