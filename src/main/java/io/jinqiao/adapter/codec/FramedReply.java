package io.jinqiao.adapter.codec;

import org.jspecify.annotations.Nullable;

/**
 * An answer whose envelope was read and whose content was not touched yet.
 *
 * @param signType name of the signing profile the sender claims
 * @param signingInput exact bytes under the signature
 * @param signature in text form; null when there is none
 * @param payload the content in its own encoding
 */
public record FramedReply(String signType, byte[] signingInput, @Nullable String signature, String payload) {}
