package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.netty.NettyConstants;
import org.apache.camel.component.netty.http.DefaultNettyHttpBinding;
import org.apache.camel.component.netty.http.NettyHttpConfiguration;
import org.apache.camel.support.DefaultMessage;

/** A request becomes a {@link WireRequest} and a {@link WireAnswer} a response: bytes as they are, no header turned into anything. */
final class WireBinding extends DefaultNettyHttpBinding {

    @Override
    public Message toCamelMessage(FullHttpRequest http, Exchange exchange, NettyHttpConfiguration configuration) {
        BoundedRequest request = (BoundedRequest) http;
        Message message = new DefaultMessage(exchange);
        message.setBody(new WireRequest(
                request.asked(),
                partnerOf(path(request.uri())),
                path(request.uri()),
                headers(request),
                ByteBufUtil.getBytes(request.content()),
                request.truncated(),
                request.peer(),
                request.remoteAddress()));
        return message;
    }

    @Override
    public HttpResponse toNettyResponse(Message message, NettyHttpConfiguration configuration) {
        WireAnswer answer = message.getBody() instanceof WireAnswer wire && message.getExchange().getException() == null
                ? wire
                : new WireAnswer(500, Map.of(), new byte[0]);
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(answer.body()));
        answer.headers().forEach(response.headers()::set);
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        Exchange exchange = message.getExchange();
        boolean close = HttpHeaderValues.CLOSE
                .toString()
                .equals(exchange.getProperty(HttpHeaderNames.CONNECTION.toString(), String.class));
        response.headers()
                .set(HttpHeaderNames.CONNECTION, close ? HttpHeaderValues.CLOSE : HttpHeaderValues.KEEP_ALIVE);
        exchange.setProperty(NettyConstants.NETTY_CLOSE_CHANNEL_WHEN_COMPLETE, close);
        return response;
    }

    /** The part after {@code /partners/}, else the last part of an address nobody knows; at most 64 characters. */
    static String partnerOf(String path) {
        String[] parts = path.split("/");
        String name = parts.length > 2 && parts[1].equals("partners")
                ? parts[2]
                : parts.length == 0 ? "" : parts[parts.length - 1];
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static Map<String, String> headers(FullHttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(h -> headers.putIfAbsent(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
        return headers;
    }
}
