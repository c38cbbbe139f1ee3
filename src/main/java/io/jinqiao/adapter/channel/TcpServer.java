package io.jinqiao.adapter.channel;

import io.jinqiao.delivery.CommitPoints;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.EventExecutorGroup;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.handlers.ServerChannelHandler;
import org.jspecify.annotations.Nullable;

/** The pipeline of a partner's TCP connection, given to Camel's netty: TLS if there is any, bounded messages, then Camel on a worker thread. */
final class TcpServer extends ServerInitializerFactory {
    private final TcpGate gate;
    private final @Nullable SslContext tls;
    private final EventExecutorGroup workers;
    private final CommitPoints points;
    private final BodyBudget budget;
    private final Visitors visitors;
    private final @Nullable NettyConsumer camel;

    /** @param tls null: plain TCP */
    TcpServer(
            TcpGate gate,
            @Nullable SslContext tls,
            EventExecutorGroup workers,
            CommitPoints points,
            BodyBudget budget,
            Visitors visitors) {
        this(gate, tls, workers, points, budget, visitors, null);
    }

    private TcpServer(
            TcpGate gate,
            @Nullable SslContext tls,
            EventExecutorGroup workers,
            CommitPoints points,
            BodyBudget budget,
            Visitors visitors,
            @Nullable NettyConsumer camel) {
        this.gate = gate;
        this.tls = tls;
        this.workers = workers;
        this.points = points;
        this.budget = budget;
        this.visitors = visitors;
        this.camel = camel;
    }

    @Override
    public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
        return new TcpServer(gate, tls, workers, points, budget, visitors, consumer);
    }

    @Override
    protected void initChannel(Channel channel) {
        // who has said everything still gets its answer
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        ChannelPipeline pipeline = channel.pipeline();
        if (tls != null) {
            pipeline.addLast("tls", tls.newHandler(channel.alloc()));
        }
        pipeline.addLast("bounded", new BoundedFrames(gate, points, budget));
        pipeline.addLast(workers, "camel", new ServerChannelHandler(camel));
        visitors.enter(channel);
    }
}
