package io.jinqiao.adapter.channel;

import io.jinqiao.delivery.CommitPoints;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers one request at a time, never more than its limit and one byte. What is beyond is read and thrown away for a while, so that
 * the sender comes to read its answer; after that the answer goes out at once and the connection ends. A length that announces more than
 * that is answered before a byte of it is read. One request is worked on at a time on each connection, the next is not even read: answers
 * cannot change places.
 */
final class BoundedBody extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedBody.class);
    private static final long THROWN_AWAY_AT_MOST = 64L << 20;

    private final ToIntFunction<String> limitOfPath;
    private final Duration bodyTimeout;
    private final Duration idleTimeout;
    private final CommitPoints points;
    private final BodyBudget budget;

    private @Nullable HttpRequest head;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;
    private int limit;
    private long seen;
    private int held;
    private boolean headersOnly;
    private boolean working;
    private boolean ending;
    private boolean ended;
    private final Deadline deadline = new Deadline();

    BoundedBody(ToIntFunction<String> limitOfPath, Duration bodyTimeout, Duration idleTimeout, CommitPoints points, BodyBudget budget) {
        this.limitOfPath = limitOfPath;
        this.bodyTimeout = bodyTimeout;
        this.idleTimeout = idleTimeout;
        this.points = points;
        this.budget = budget;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        closeAfter(ctx, bodyTimeout);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (!ended && message instanceof HttpObject part) {
                read(ctx, part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(ChannelHandlerContext ctx, HttpObject part) {
        HttpResponseStatus fault = StrictRequests.fault(part);
        if (fault != null) {
            LOG.info("no HTTP request from {}: {}", Peer.address(ctx), fault);
            end(ctx, fault, "This is not a request as HTTP/1.1 wants it; nothing was taken.");
            return;
        }
        if (part instanceof HttpRequest request) {
            begin(ctx, request);
        }
        if (part instanceof HttpContent content && head != null) {
            take(ctx, content);
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        head = request;
        headersOnly = request.method().equals(HttpMethod.HEAD);
        seen = 0;
        limit = limitOfPath.applyAsInt(request.uri());
        long announced = HttpUtil.getContentLength(request, 0L);
        boolean asksFirst = HttpUtil.is100ContinueExpected(request);
        if (announced > limit + (asksFirst ? 0 : THROWN_AWAY_AT_MOST)) {
            seen = announced;
            ending = true;
            handOn(ctx);
            return;
        }
        body = ctx.alloc().heapBuffer((int) Math.max(0, Math.min(announced, Math.min(limit + 1L, 16384))));
        closeAfter(ctx, bodyTimeout);
        if (asksFirst) {
            ctx.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    private void take(ChannelHandlerContext ctx, HttpContent content) {
        int size = content.content().readableBytes();
        seen += size;
        int kept = Math.min(limit + 1 - body.readableBytes(), size);
        if (!budget.take(kept)) {
            LOG.warn("no memory left for a request from {}", Peer.address(ctx));
            end(ctx, HttpResponseStatus.SERVICE_UNAVAILABLE, "Busy; send the same message again later.");
            return;
        }
        held += kept;
        body.writeBytes(content.content(), kept);
        boolean whole = content instanceof LastHttpContent;
        if (whole || seen > limit + THROWN_AWAY_AT_MOST) {
            ending |= !whole;
            handOn(ctx);
        }
    }

    private void end(ChannelHandlerContext ctx, HttpResponseStatus status, String text) {
        ended = true;
        deadline.cancel();
        release();
        LastWords.say(ctx, status, text);
    }

    private void release() {
        budget.giveBack(held);
        held = 0;
        body.release();
        body = Unpooled.EMPTY_BUFFER;
    }

    private void handOn(ChannelHandlerContext ctx) {
        deadline.cancel();
        ctx.channel().config().setAutoRead(false);
        working = true;
        BoundedRequest request = new BoundedRequest(head, body, seen > limit, Peer.chain(ctx), Peer.address(ctx));
        head = null;
        body = Unpooled.EMPTY_BUFFER;
        ctx.fireChannelRead(request);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isContinue(message)) {
            if (message instanceof FullHttpResponse response) {
                finish(response);
            }
            promise = promise.unvoid();
            promise.addListener(done -> answered(ctx));
            promise.addListener(done -> points.reached(CommitPoints.Point.INBOUND_ANSWER_WRITTEN));
        }
        ctx.write(message, promise);
    }

    private void finish(FullHttpResponse response) {
        if (ending) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        if (headersOnly) {
            response.content().clear();
        }
    }

    private void answered(ChannelHandlerContext ctx) {
        working = false;
        budget.giveBack(held);
        held = 0;
        if (ending) {
            ended = true;
            leave(ctx);
        } else if (ctx.channel().isActive()) {
            closeAfter(ctx, idleTimeout);
            ctx.channel().config().setAutoRead(true);
        }
    }

    private void leave(ChannelHandlerContext ctx) {
        if (seen > limit) {
            LastWords.said(ctx);
        } else {
            ctx.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event != Visitors.CLOSING_TIME) {
            ctx.fireUserEventTriggered(event);
        } else if (working) {
            ending = true;
        } else if (!ended) {
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        deadline.cancel();
        release();
        ctx.fireChannelInactive();
    }

    /** Failed handshakes, broken connections: nothing was understood, so nothing is recorded. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable fault) {
        LOG.info("connection from {} ended: {}", Peer.address(ctx), Peer.cause(fault).toString());
        ctx.close();
    }

    private void closeAfter(ChannelHandlerContext ctx, Duration time) {
        deadline.set(ctx, time, ctx::close);
    }

    private static boolean isContinue(Object message) {
        return message instanceof HttpResponse response
                && response.status().equals(HttpResponseStatus.CONTINUE);
    }
}
