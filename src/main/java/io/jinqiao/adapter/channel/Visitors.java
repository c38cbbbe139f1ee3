package io.jinqiao.adapter.channel;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;

/**
 * The connections partners have open. At closing time nobody new is let in, who is being served still gets the answer, and the others are
 * sent away: a request is answered or was never taken.
 */
final class Visitors {
    /** Fired through every pipeline; the handler that gathers requests ends the connection once nothing is owed to it. */
    static final Object CLOSING_TIME = new Object() {
        @Override
        public String toString() {
            return "closing time";
        }
    };

    private final ChannelGroup present = new DefaultChannelGroup("partners", GlobalEventExecutor.INSTANCE);
    private volatile boolean closing;

    /** To be called when the pipeline stands, so that closing time is heard in it. */
    void enter(Channel visitor) {
        present.add(visitor);
        if (closing) {
            visitor.close();
        }
    }

    /** @return whether everybody left in time */
    boolean leave(Duration patience) {
        closing = true;
        for (Channel visitor : present) {
            visitor.parent().close();
            visitor.pipeline().fireUserEventTriggered(CLOSING_TIME);
        }
        return present.newCloseFuture().awaitUninterruptibly(patience.toMillis());
    }
}
