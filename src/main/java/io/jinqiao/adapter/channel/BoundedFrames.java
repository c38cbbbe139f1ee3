package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.delivery.CommitPoints;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a stream of bytes into messages behind their headers, however they were split or merged on the way, and never holds more than one of
 * them and what came with it. One request is worked on at a time, the next is not even read: answers cannot change places. A header that is
 * none, a length over the limit and a message that does not end are handed on as far as they came, to be recorded and answered; then the
 * connection ends, since nobody knows where the next message would begin.
 */
final class BoundedFrames extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedFrames.class);
    /** Of a header that is none, so much is kept. */
    private static final int NONSENSE_KEPT = 1024;

    private static final long THROWN_AWAY_AT_MOST = 64L << 20;
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final TcpGate gate;
    private final LengthPrefix prefix;
    private final CommitPoints points;
    private final BodyBudget budget;

    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    private int budgeted;
    private boolean busy;
    private boolean ending;
    private boolean sayingNothingMore;
    private long thrownAway;
    private final Deadline deadline = new Deadline();

    BoundedFrames(TcpGate gate, CommitPoints points, BodyBudget budget) {
        this.gate = gate;
        this.prefix = gate.prefix();
        this.points = points;
        this.budget = budget;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        deadline.set(ctx, gate.idleTimeout(), ctx::close);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (ending) {
                throwAway(ctx, bytes.readableBytes());
            } else if (budget.take(bytes.readableBytes())) {
                keep(ctx, bytes);
                next(ctx);
            } else {
                LOG.warn("no memory left for a request from {}", Peer.address(ctx));
                ctx.close();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void throwAway(ChannelHandlerContext ctx, int bytes) {
        thrownAway += bytes;
        if (thrownAway > THROWN_AWAY_AT_MOST) {
            ctx.close();
        }
    }

    private void keep(ChannelHandlerContext ctx, ByteBuf bytes) {
        boolean first = held.readableBytes() == 0 && !busy;
        budgeted += bytes.readableBytes();
        if (held == Unpooled.EMPTY_BUFFER) {
            held = ctx.alloc().heapBuffer();
        }
        held.discardSomeReadBytes().writeBytes(bytes);
        if (first) {
            deadline.set(ctx, gate.frameTimeout(), () -> incomplete(ctx));
        }
    }

    /** Hands on the next message when it is there. */
    private void next(ChannelHandlerContext ctx) {
        int header = prefix.headerLength();
        if (busy || held.readableBytes() < header) {
            return;
        }
        long announced = prefix.announced(ByteBufUtil.getBytes(held, held.readerIndex(), header));
        if (announced == LengthPrefix.NO_HEADER) {
            last(ctx, Math.min(held.readableBytes(), NONSENSE_KEPT), false);
        } else if (header + announced > gate.limit()) {
            last(ctx, header, true);
        } else if (held.readableBytes() >= header + announced) {
            handOn(ctx, (int) (header + announced), false);
        }
    }

    /** The stream ended, or its time did, in the middle of a message or between two. */
    private void incomplete(ChannelHandlerContext ctx) {
        if (busy) {
            sayingNothingMore = true;
        } else if (held.readableBytes() == 0 || ending) {
            ctx.close();
        } else {
            last(ctx, held.readableBytes(), false);
        }
    }

    private void last(ChannelHandlerContext ctx, int bytes, boolean truncated) {
        ending = true;
        handOn(ctx, bytes, truncated);
    }

    private void handOn(ChannelHandlerContext ctx, int bytes, boolean truncated) {
        busy = true;
        deadline.cancel();
        ctx.channel().config().setAutoRead(false);
        byte[] body = new byte[bytes];
        held.readBytes(body);
        ctx.fireChannelRead(new WireRequest(gate.partner(), "", Map.of(), body, truncated, Peer.chain(ctx), Peer.address(ctx)));
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!(message instanceof WireAnswer answer)) {
            LOG.error("no answer to {}", Peer.address(ctx));
            ReferenceCountUtil.release(message);
            promise.tryFailure(new IllegalStateException("no answer"));
            ctx.close();
            return;
        }
        ChannelPromise written = promise.unvoid();
        written.addListener(done -> points.reached(CommitPoints.Point.INBOUND_ANSWER_WRITTEN));
        written.addListener(done -> answered(ctx));
        ctx.write(Unpooled.wrappedBuffer(answer.body()), written);
    }

    private void answered(ChannelHandlerContext ctx) {
        busy = false;
        if (!ctx.channel().isActive()) {
            return;
        }
        ctx.channel().config().setAutoRead(true);
        if (ending) {
            // the sender reads its answer before the connection is reset under it
            giveBack(held.readableBytes());
            held.skipBytes(held.readableBytes());
            deadline.set(ctx, LINGER, ctx::close);
            return;
        }
        giveBack(budgeted - held.readableBytes());
        deadline.set(ctx, held.readableBytes() == 0 ? gate.idleTimeout() : gate.frameTimeout(), () -> incomplete(ctx));
        next(ctx);
        if (sayingNothingMore && !busy) {
            incomplete(ctx);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == Visitors.CLOSING_TIME) {
            leave(ctx);
            return;
        }
        if (event instanceof ChannelInputShutdownEvent) {
            incomplete(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    private void leave(ChannelHandlerContext ctx) {
        if (busy) {
            ending = true;
        } else if (!ending) {
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        deadline.cancel();
        giveBack(budgeted);
        held.release();
        held = Unpooled.EMPTY_BUFFER;
        ctx.fireChannelInactive();
    }

    /** Failed handshakes, broken connections: nothing was understood, so nothing is recorded. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable fault) {
        LOG.info("connection from {} ended: {}", Peer.address(ctx), Peer.cause(fault).toString());
        ctx.close();
    }

    private void giveBack(int bytes) {
        budget.giveBack(bytes);
        budgeted -= bytes;
    }
}
