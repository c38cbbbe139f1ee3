package io.jinqiao.adapter.channel;

import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.signing.Keys;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.function.ToIntFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.component.netty.NettyServerBootstrapFactory;
import org.apache.camel.component.netty.http.HttpServerBootstrapFactory;
import org.apache.camel.component.netty.http.HttpServerConsumerChannelFactory;
import org.apache.camel.component.netty.http.NettySharedHttpServer;
import org.apache.camel.component.netty.http.NettySharedHttpServerBootstrapConfiguration;
import org.apache.camel.component.netty.http.handlers.HttpServerMultiplexChannelHandler;

/** The server that Camel's netty-http routes share: ours, since that component builds its own pipeline otherwise. */
final class PartnersServer implements NettySharedHttpServer {
    private final int port;
    private final HttpServerMultiplexChannelHandler routes = new HttpServerMultiplexChannelHandler();
    private final HttpServerBootstrapFactory bootstrap = new HttpServerBootstrapFactory(routes, false);

    PartnersServer(
            CamelContext camel,
            PartnersDoor door,
            int port,
            Keys keys,
            EventExecutorGroup workers,
            ToIntFunction<String> limitOfPath,
            CommitPoints points,
            Visitors visitors) {
        this.port = port;
        routes.init(port);
        JdkSslContext tls =
                new JdkSslContext(keys.tls(door.serverKey()).context(), false, ClientAuth.REQUIRE);
        NettySharedHttpServerBootstrapConfiguration configuration = new NettySharedHttpServerBootstrapConfiguration();
        configuration.setProtocol("http");
        configuration.setHost(door.host());
        configuration.setPort(port);
        configuration.setBacklog(1024);
        bootstrap.init(camel, configuration, new BoundedHttp(door, tls, workers, limitOfPath, points, visitors, routes));
    }

    @Override
    public void start() {
        // the first route's consumer starts it
    }

    @Override
    public void stop() {
        bootstrap.stop();
    }

    @Override
    public void setNettyServerBootstrapConfiguration(NettySharedHttpServerBootstrapConfiguration configuration) {
        throw new UnsupportedOperationException("configured by its settings");
    }

    @Override
    public void setCamelContext(CamelContext camel) {
        throw new UnsupportedOperationException("configured by its settings");
    }

    @Override
    public void setStartServer(boolean startServer) {
        throw new UnsupportedOperationException("configured by its settings");
    }

    @Override
    public void setThreadNamePattern(String pattern) {
        throw new UnsupportedOperationException("configured by its settings");
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public HttpServerConsumerChannelFactory getConsumerChannelFactory() {
        return routes;
    }

    @Override
    public NettyServerBootstrapFactory getServerBootstrapFactory() {
        return bootstrap;
    }

    @Override
    public int getConsumersSize() {
        return routes.consumers();
    }
}
