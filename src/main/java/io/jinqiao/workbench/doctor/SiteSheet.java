package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.NamedIdentity.Purpose;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.FileRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.ServiceHours;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** One page for both sides' firewall and certificate people, Chinese and English. What only people know is left to be filled in. */
final class SiteSheet {
    private static final String BLANK = "__________";

    private final PartnerDescriptor partner;
    private final List<NamedIdentity> named;
    private final Papers papers;
    private final Setup setup;
    private final StringBuilder page = new StringBuilder();

    private SiteSheet(PartnerDescriptor partner, List<NamedIdentity> named, Papers papers, Setup setup) {
        this.partner = partner;
        this.named = named;
        this.papers = papers;
        this.setup = setup;
    }

    /** @throws IllegalArgumentException when the folder cannot be read */
    static String of(Setup setup, String partner, List<String> ourAddresses, List<String> contacts) {
        List<Symptom> wrong = new java.util.ArrayList<>();
        Folder folder = Folder.read(setup, partner, wrong);
        if (folder == null) {
            throw new IllegalArgumentException(wrong.stream().map(s -> String.join(" ", s.facts())).collect(Collectors.joining("\n")));
        }
        List<NamedIdentity> named = NamedIdentity.of(folder.dialect());
        try (Papers papers = new Papers(setup, named)) {
            return new SiteSheet(folder.dialect().descriptor(), named, papers, setup).page(ourAddresses, contacts);
        }
    }

    private String page(List<String> ourAddresses, List<String> contacts) {
        line("# 网络与证书登记单 / Site sheet: " + partner.chineseTitle() + " / " + partner.title());
        line("");
        line("环境 / environment: " + Forms.word(partner.environment()) + "；规范 / specification: " + partner.specification().title() + " " + partner.specification().version());
        connections(ourAddresses.isEmpty() ? BLANK : String.join(", ", ourAddresses));
        certificates();
        userIds();
        ServiceHours hours = partner.serviceHours();
        line("");
        line("## 服务时间 / Service hours");
        line("");
        line(hours.from().equals(hours.to()) ? "全天 / around the clock" : hours.from() + "–" + hours.to() + " " + hours.zone());
        line("");
        line("## 联系人 / Contacts");
        line("");
        (contacts.isEmpty() ? List.of("中心 / the centre: " + BLANK, "对方 / the partner: " + BLANK) : contacts).forEach(c -> line("- " + c));
        return page.toString();
    }

    private void connections(String ourAddresses) {
        line("");
        line("## 连接 / Connections");
        line("");
        line("| 方向 / direction | 源地址 / from | 目的 / to | 端口 / port | 协议 / protocol |");
        line("|---|---|---|---|---|");
        for (Channel channel : partner.channels()) {
            if (channel.direction() == Channel.Direction.OUT) {
                outward(channel, ourAddresses);
            } else {
                String port = channel.kind().equals("tcp")
                        ? channel.address().substring(channel.address().lastIndexOf(':') + 1)
                        : setup.environment().getProperty("jinqiao.partners.port", "8443");
                String path = channel.path().isEmpty() ? "" : " " + channel.path();
                row("对方→中心 / partner → centre", BLANK, BLANK, port, protocol(channel, channel.ourIdentity() != null) + path);
            }
        }
        files(ourAddresses);
    }

    private void outward(Channel channel, String ourAddresses) {
        try {
            Endpoint to = Endpoint.of(channel);
            row("中心→对方 / centre → partner", ourAddresses, to.host() + " " + addresses(to.host()), "" + to.port(), protocol(channel, to.tls()) + " " + to.path());
        } catch (IllegalArgumentException e) {
            row("中心→对方 / centre → partner", ourAddresses, channel.address(), BLANK, protocol(channel, true));
        }
    }

    private void files(String ourAddresses) {
        partner.files().values().stream().map(FileRule::server).filter(Objects::nonNull).distinct().forEach(server -> {
            int colon = server.address().lastIndexOf(':');
            row("中心→对方 / centre → partner", ourAddresses, server.address().substring(0, colon), server.address().substring(colon + 1), "SFTP, " + server.user() + ", host key " + server.hostKey());
        });
    }

    private static String addresses(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).map(InetAddress::getHostAddress).distinct().collect(Collectors.joining(", ", "(", ")"));
        } catch (UnknownHostException e) {
            return "(" + BLANK + ")";
        }
    }

    private static String protocol(Channel channel, boolean tls) {
        String spoken = channel.kind().equals("tcp") ? "TCP" : "HTTP/1.1";
        return tls ? spoken + ", TLS 1.2 / 1.3, 双向证书 / certificates both ways" : spoken + ", 无 TLS / without TLS";
    }

    private void certificates() {
        line("");
        line("## 证书 / Certificates");
        line("");
        line("| 谁的 / whose | 别名 / alias | 用途 / for | 主体 / subject | 序列号 / serial | 有效期至 / until | SHA-256 |");
        line("|---|---|---|---|---|---|---|");
        named.stream().filter(NamedIdentity::inForce).distinct().forEach(identity -> {
            X509Certificate certificate = identity.ours()
                    ? papers.keys().containsKey(identity.alias()) ? Objects.requireNonNull(papers.keys().get(identity.alias())).certificate() : null
                    : papers.certificates().get(identity.alias());
            String whose = identity.ours() ? "中心 / centre" : "对方 / partner";
            if (certificate == null) {
                row(whose, identity.alias(), purpose(identity.purpose()), BLANK, BLANK, BLANK, BLANK);
            } else {
                row(whose, identity.alias(), purpose(identity.purpose()), Named.subject(certificate), Named.serial(certificate), certificate.getNotAfter().toInstant().toString(), Named.fingerprint(certificate));
            }
        });
    }

    private static String purpose(Purpose purpose) {
        return switch (purpose) {
            case SIGNS -> "签名 / signatures";
            case SEALS -> "数字信封 / envelopes";
            case CONNECTS_OUT -> "中心→对方的连接 / connections centre → partner";
            case CONNECTS_IN -> "对方→中心的连接 / connections partner → centre";
        };
    }

    private void userIds() {
        line("");
        line("## 签名 / Signatures");
        line("");
        line("| profile | 算法 / algorithm | 形式 / form | 中心的 SM2 用户标识 / centre's SM2 user id | 对方的 / partner's |");
        line("|---|---|---|---|---|");
        partner.signing().profiles().values().stream().sorted(java.util.Comparator.comparing(Profile::name)).filter(p -> partner.signing().accepted().contains(p.name())).forEach(p -> {
            boolean sm2 = p.profile().algorithm() == Algorithm.SM2_SM3;
            row(
                    p.name(),
                    Forms.word(p.profile().algorithm()),
                    p.profile().signs() ? Forms.word(p.profile().form()) + " " + Forms.word(p.profile().text()) : "–",
                    sm2 ? "`" + p.profile().ourUserId() + "`" : "–",
                    sm2 ? "`" + p.profile().theirUserId() + "`" : "–");
        });
    }

    private void row(String... cells) {
        line("| " + Arrays.stream(cells).map(c -> c.replace("|", "\\|").strip()).collect(Collectors.joining(" | ")) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
