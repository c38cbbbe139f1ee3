package io.jinqiao.adapter.channel;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole request of at most its limit and one byte, with what the connection knows of its sender. To Camel every request is a POST, else it
 * would answer some of them itself; what was asked is kept apart.
 */
final class BoundedRequest extends DefaultFullHttpRequest {
    private final String asked;
    private final boolean truncated;
    private final List<X509Certificate> peer;
    private final @Nullable String remoteAddress;

    BoundedRequest(
            HttpRequest head, ByteBuf body, boolean truncated, List<X509Certificate> peer, @Nullable String remoteAddress) {
        super(head.protocolVersion(), HttpMethod.POST, head.uri(), body, head.headers(), new DefaultHttpHeaders());
        this.asked = head.method().name();
        this.truncated = truncated;
        this.peer = peer;
        this.remoteAddress = remoteAddress;
        setDecoderResult(head.decoderResult());
    }

    String asked() {
        return asked;
    }

    boolean truncated() {
        return truncated;
    }

    List<X509Certificate> peer() {
        return peer;
    }

    @Nullable String remoteAddress() {
        return remoteAddress;
    }
}
