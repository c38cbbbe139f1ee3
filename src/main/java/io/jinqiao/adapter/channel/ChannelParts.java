package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.PinnedCertificates;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.NonStickyEventExecutorGroup;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Servers and clients as the partners' folders describe them. */
@Component
class ChannelParts {
    private final Keys keys;
    private final PinnedCertificates pinned;
    private final PartnersDoor door;
    private final NonStickyEventExecutorGroup workers;
    private final CommitPoints points;
    private final Visitors visitors;
    private final BodyBudget budget;

    ChannelParts(
            Keys keys, PinnedCertificates pinned, PartnersDoor door, NonStickyEventExecutorGroup workers, CommitPoints points, Visitors visitors) {
        this.keys = keys;
        this.pinned = pinned;
        this.door = door;
        this.workers = workers;
        this.points = points;
        this.visitors = visitors;
        this.budget = new BodyBudget(door.memory().toBytes());
    }

    WireClient httpClient(PartnerDescriptor partner, Channel channel) {
        if (channel.ourIdentity() == null) {
            throw new IllegalStateException("the outward channel of " + partner.partner() + " names no identity of ours");
        }
        return new WireClient(
                keys.tls(channel.ourIdentity()).context(), theirs(channel), channel.connectTimeout(), partner.limits().reply());
    }

    TcpClient tcpClient(PartnerDescriptor partner, Channel channel) {
        int colon = channel.address().lastIndexOf(':');
        InetSocketAddress address = InetSocketAddress.createUnresolved(
                channel.address().substring(0, colon), Integer.parseInt(channel.address().substring(colon + 1)));
        return new TcpClient(
                address,
                channel.ourIdentity() == null ? null : keys.tls(channel.ourIdentity()).context(),
                theirs(channel),
                channel.connectTimeout(),
                prefix(partner),
                partner.limits().reply());
    }

    TcpServer tcpServer(PartnerDescriptor partner, Channel channel) {
        TcpGate gate = new TcpGate(
                partner.partner().value(), prefix(partner), partner.largestRequest(), door.bodyTimeout(), door.idleTimeout());
        return new TcpServer(gate, tls(channel), workers, points, budget, visitors);
    }

    private @Nullable SslContext tls(Channel channel) {
        if (channel.ourIdentity() == null) {
            return null;
        }
        ClientAuth client = channel.theirIdentities().isEmpty() ? ClientAuth.NONE : ClientAuth.REQUIRE;
        return new JdkSslContext(keys.tls(channel.ourIdentity()).context(), false, client);
    }

    private static LengthPrefix prefix(PartnerDescriptor partner) {
        return new LengthPrefix(Objects.requireNonNull(partner.frame()), partner.charset());
    }

    private List<? extends Certificate> theirs(Channel channel) {
        return channel.theirIdentities().stream().map(pinned::get).toList();
    }
}
