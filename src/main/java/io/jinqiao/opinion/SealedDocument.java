package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was just sealed.
 *
 * @param format {@code pdf} or {@code ofd}
 * @param device what held the key
 * @param certificate SHA-256 of the seal's certificate
 * @param sealId number of the electronic seal (GB/T 38540); null for a file without one
 * @param effective false: a demonstration without legal effect
 */
record SealedDocument(
        String format,
        byte[] bytes,
        Digest digest,
        Instant at,
        String reason,
        String device,
        Digest certificate,
        @Nullable String sealId,
        boolean effective) {}
