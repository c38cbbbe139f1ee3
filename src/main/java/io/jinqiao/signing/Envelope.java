package io.jinqiao.signing;

/**
 * A message nobody but its recipient reads.
 *
 * @param wrappedKey SM4 key encrypted for the recipient's SM2 key
 * @param iv 16 bytes for CBC, 12 for GCM
 * @param ciphertext for GCM with the tag behind it
 */
public record Envelope(byte[] wrappedKey, byte[] iv, byte[] ciphertext) {}
