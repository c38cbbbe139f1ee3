package io.jinqiao.adapter;

import io.jinqiao.message.Digest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they came from a channel, before any parser saw them.
 *
 * @param method of HTTP channels, as it stood in the request; POST for others
 * @param partner name the channel was opened for (from its descriptor), or the last part of an address nobody knows
 * @param path request path of HTTP channels, with the leading slash; empty for others
 * @param headers names in lower case
 * @param body at most the descriptor's limit plus one byte; {@code truncated} says the rest was thrown away
 * @param peer certificate chain the peer showed on the connection, leaf first; empty when it showed none
 */
public record WireRequest(
        String method,
        String partner,
        String path,
        Map<String, String> headers,
        byte[] body,
        boolean truncated,
        List<X509Certificate> peer,
        @Nullable String remoteAddress) {

    /** What asks for something in the only way there is. */
    public WireRequest(
            String partner,
            String path,
            Map<String, String> headers,
            byte[] body,
            boolean truncated,
            List<X509Certificate> peer,
            @Nullable String remoteAddress) {
        this("POST", partner, path, headers, body, truncated, peer, remoteAddress);
    }

    boolean posted() {
        return method.equals("POST");
    }

    /**
     * What makes this the same request as another: the bytes, and for HTTP the path they were sent to, which the signature covers too. The
     * same bytes sent elsewhere ask for something else.
     */
    Digest asSent() {
        return path.isEmpty() ? Digest.of(body) : Digest.of((path + '\0').getBytes(StandardCharsets.UTF_8), body);
    }
}
