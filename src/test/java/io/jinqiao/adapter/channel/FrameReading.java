package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.descriptor.FrameForm;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** The reader of TCP frames with any bytes, in pieces of any size. */
public final class FrameReading {
    private static final int LIMIT = 4096;
    private static final LengthPrefix PREFIX = new LengthPrefix(
            new FrameForm("0", FrameForm.Written.DIGITS_THEN_BLANKS, 6, FrameForm.Counts.MESSAGE), Charset.forName("GBK"));
    private static final TcpGate GATE = new TcpGate("somebank", PREFIX, LIMIT, Duration.ofMinutes(1), Duration.ofMinutes(1));

    private FrameReading() {}

    /** @throws IllegalStateException when a message is larger than agreed, when bytes are taken twice, or when memory is not given back */
    public static void read(byte[] bytes) {
        BodyBudget budget = new BodyBudget(1 << 20);
        EmbeddedChannel channel = new EmbeddedChannel(new BoundedFrames(GATE, point -> {}, budget));
        int taken = 0;
        for (int at = 0; at < bytes.length && channel.isOpen(); ) {
            int size = Math.min(bytes.length - at, 1 + Math.floorMod(Arrays.hashCode(bytes) + at * 31, 97));
            channel.writeInbound(Unpooled.copiedBuffer(bytes, at, size));
            at += size;
            taken += answered(channel);
        }
        channel.finishAndReleaseAll();
        channel.checkException();
        if (taken > bytes.length || budget.taken() != 0) {
            throw new IllegalStateException(taken + " of " + bytes.length + " bytes handed on, " + budget.taken() + " not given back");
        }
    }

    private static int answered(EmbeddedChannel channel) {
        int taken = 0;
        for (WireRequest request = channel.readInbound(); request != null; request = channel.readInbound()) {
            if (request.body().length > LIMIT) {
                throw new IllegalStateException("a message of " + request.body().length + " bytes");
            }
            taken += request.body().length;
            channel.writeOutbound(new WireAnswer(200, Map.of(), new byte[] {'0'}));
            channel.releaseOutbound();
        }
        return taken;
    }
}
