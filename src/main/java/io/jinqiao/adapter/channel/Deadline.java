package io.jinqiao.adapter.channel;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happens on a connection unless something else does before; one at a time. For the connection's own thread. */
final class Deadline {
    private @Nullable ScheduledFuture<?> set;

    void set(ChannelHandlerContext ctx, Duration time, Runnable then) {
        cancel();
        set = ctx.executor().schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}
