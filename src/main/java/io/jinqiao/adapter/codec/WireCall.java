package io.jinqiao.adapter.codec;

import java.util.Map;

/**
 * A finished request, ready for a channel.
 *
 * @param path to append to the channel's address; empty for channels without paths
 */
public record WireCall(String path, Map<String, String> headers, byte[] body) {}
