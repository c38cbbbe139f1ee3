package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.PartnerDescriptor.Environment;
import io.jinqiao.signing.DevelopmentMarker;
import io.jinqiao.signing.Keys;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import java.util.Locale;
import java.util.Set;

/** Somebody else's system, and whether it may be tried at all. */
final class Target {
    private final Dialect dialect;
    private final Set<String> productionHosts;

    /** @param productionHosts as the folder lists them */
    Target(Dialect dialect, Set<String> productionHosts) {
        this.dialect = dialect;
        this.productionHosts = productionHosts;
    }

    /** @throws IllegalArgumentException in one sentence, when it is no address, or one that is never tried */
    Endpoint endpoint(String against) {
        PartnerDescriptor partner = dialect.descriptor();
        if (partner.environment() == Environment.PROD) {
            throw new IllegalArgumentException("目录的 environment 是 prod，不对生产系统做符合性测试 / the folder's environment is prod: production is not tried");
        }
        Endpoint endpoint = parsed(against, channel(partner));
        String host = plain(endpoint.host());
        if (productionHosts.stream().anyMatch(listed -> plain(listed).equals(host))) {
            throw new IllegalArgumentException("目录把 " + host + " 列为生产主机，不对其测试 / the folder lists " + host + " as a production host: it is not tried");
        }
        return endpoint;
    }

    /** @throws IllegalArgumentException when a key of ours that would be used is not one of development */
    void requireDevelopmentKeys(Keys keys) {
        for (NamedIdentity identity : NamedIdentity.of(dialect)) {
            if (identity.ours() && keys.aliases().contains(identity.alias()) && !DevelopmentMarker.isOn(keys.get(identity.alias()).certificate())) {
                throw new IllegalArgumentException("密钥 " + identity.alias() + " 没有开发标记，不用它测试 / the key " + identity.alias()
                        + " has no development marker: only development keys are used for conformance");
            }
        }
    }

    private static Channel channel(PartnerDescriptor partner) {
        return partner.channel(Channel.Direction.OUT)
                .orElseThrow(() -> new IllegalArgumentException("目录没有外联通道 / the folder has no outward channel"));
    }

    private static Endpoint parsed(String against, Channel agreed) {
        String address = against.startsWith("tcp://") ? against.substring("tcp://".length()) : against;
        String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        try {
            return Endpoint.of(new Channel(
                    agreed.direction(), agreed.kind(), bare, agreed.ourIdentity(), agreed.theirIdentities(), agreed.connectTimeout(), agreed.replyTimeout()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("不是该合作方通道（" + agreed.kind() + "）的地址 / no address for this partner's channel (" + agreed.kind() + "): " + against, e);
        }
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
