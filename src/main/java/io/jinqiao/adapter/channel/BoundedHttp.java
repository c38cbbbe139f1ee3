package io.jinqiao.adapter.channel;

import io.jinqiao.delivery.CommitPoints;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.function.ToIntFunction;

/** The pipeline of a partner's connection: TLS with a client certificate, HTTP, bounded bodies, then Camel on a worker thread. */
final class BoundedHttp extends ChannelInitializer<Channel> {
    private static final int MAX_INITIAL_LINE = 2048;
    private static final int MAX_HEADERS = 16384;
    private static final int MAX_CHUNK = 8192;

    private final PartnersDoor door;
    private final SslContext tls;
    private final EventExecutorGroup workers;
    private final ToIntFunction<String> limitOfPath;
    private final CommitPoints points;
    private final Visitors visitors;
    private final ChannelHandler camel;
    private final BodyBudget budget;

    BoundedHttp(
            PartnersDoor door,
            SslContext tls,
            EventExecutorGroup workers,
            ToIntFunction<String> limitOfPath,
            CommitPoints points,
            Visitors visitors,
            ChannelHandler camel) {
        this.door = door;
        this.tls = tls;
        this.workers = workers;
        this.limitOfPath = limitOfPath;
        this.points = points;
        this.visitors = visitors;
        this.camel = camel;
        this.budget = new BodyBudget(door.memory().toBytes());
    }

    @Override
    protected void initChannel(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast("tls", tls.newHandler(channel.alloc()));
        pipeline.addLast("requests", new StrictRequests(MAX_INITIAL_LINE, MAX_HEADERS, MAX_CHUNK));
        pipeline.addLast("answers", new HttpResponseEncoder());
        pipeline.addLast("one-by-one", new FlowControlHandler());
        pipeline.addLast("bounded", new BoundedBody(limitOfPath, door.bodyTimeout(), door.idleTimeout(), points, budget));
        pipeline.addLast(workers, "camel", camel);
        visitors.enter(channel);
    }
}
