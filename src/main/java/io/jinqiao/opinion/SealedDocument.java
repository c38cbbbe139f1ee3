package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import java.time.Instant;

/**
 * A file that was just sealed.
 *
 * @param device what held the key
 * @param certificate SHA-256 of the seal's certificate
 * @param effective false: a demonstration without legal effect
 */
record SealedDocument(
        byte[] bytes, Digest digest, Instant at, String reason, String device, Digest certificate, boolean effective) {}
