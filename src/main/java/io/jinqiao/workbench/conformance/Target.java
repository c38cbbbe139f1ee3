package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.PartnerDescriptor.Environment;
import io.jinqiao.message.Digest;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.DevelopmentMarker;
import io.jinqiao.signing.Keys;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;

/** Somebody else's system, and whether it may be tried at all. */
final class Target {
    private final Dialect dialect;
    private final Set<String> productionHosts;
    private final Set<String> uatKeys;

    /**
     * @param productionHosts as the folder lists them
     * @param uatKeys alike, SHA-256 of certificates issued to us for their test system
     */
    Target(Dialect dialect, Set<String> productionHosts, Set<String> uatKeys) {
        this.dialect = dialect;
        this.productionHosts = productionHosts;
        this.uatKeys = uatKeys;
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

    /**
     * A key is one of development, or the folder says that it was issued for their test system; whatever else it is, it may be the one of
     * production.
     *
     * @throws IllegalArgumentException naming the first key of ours that is neither
     */
    void requireTestKeys(Keys keys) {
        boolean uat = dialect.descriptor().environment() == Environment.UAT;
        for (NamedIdentity identity : NamedIdentity.of(dialect)) {
            if (!identity.ours() || !keys.aliases().contains(identity.alias())) {
                continue;
            }
            X509Certificate certificate = keys.get(identity.alias()).certificate();
            String fingerprint = Digest.of(CertificateFiles.der(certificate)).hex();
            if (!DevelopmentMarker.isOn(certificate) && !(uat && uatKeys.contains(fingerprint))) {
                throw new IllegalArgumentException("密钥 " + identity.alias() + " 既无开发标记，也未作为 UAT 密钥列入目录，不用它测试；若确由对方为测试环境签发，"
                        + "environment 写 uat 并在 adapter.yaml 的 conformance.uat-keys 中加入 " + fingerprint + " / the key " + identity.alias()
                        + " has no development marker and is not listed as a UAT key: it is not used for conformance. If the bank issued it for its test system, say"
                        + " environment: uat and add " + fingerprint + " to conformance.uat-keys of adapter.yaml");
            }
        }
    }

    private static Channel channel(PartnerDescriptor partner) {
        return partner.channel(Channel.Direction.OUT)
                .orElseThrow(() -> new IllegalArgumentException("目录没有外联通道 / the folder has no outward channel"));
    }

    private static Endpoint parsed(String against, Channel agreed) {
        boolean tcp = agreed.kind().equals("tcp");
        String given = against.toLowerCase(Locale.ROOT);
        boolean url = given.startsWith("https://") || given.startsWith("http://");
        if (tcp && url || !tcp && !url) {
            throw new IllegalArgumentException(tcp
                    ? "该合作方的通道是 TCP：--against 写 主机:端口，不带 https:// / this partner speaks TCP: --against takes host:port, such as test.bank.example:9701, not " + against
                    : "该合作方的通道是 HTTP：--against 写 https://主机:端口 / this partner speaks HTTP: --against takes https://host:port, such as https://test.bank.example:8443, not " + against);
        }
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
