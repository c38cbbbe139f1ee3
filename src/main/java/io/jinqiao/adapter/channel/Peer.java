package io.jinqiao.adapter.channel;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Who is at the other end of a connection. */
final class Peer {
    private Peer() {}

    static @Nullable String address(ChannelHandlerContext ctx) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress().getHostAddress()
                : null;
    }

    /** Its certificate and those above it; empty when it showed none. */
    static List<X509Certificate> chain(ChannelHandlerContext ctx) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        List<X509Certificate> chain = new ArrayList<>();
        if (tls != null) {
            try {
                for (var certificate : tls.engine().getSession().getPeerCertificates()) {
                    chain.add((X509Certificate) certificate);
                }
            } catch (SSLPeerUnverifiedException e) {
                return List.of();
            }
        }
        return chain;
    }

    /** What a decoder choked on, not that it did. */
    static Throwable cause(Throwable fault) {
        return fault instanceof DecoderException && fault.getCause() != null ? fault.getCause() : fault;
    }
}
