package io.jinqiao.adapter.descriptor;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.List;
import java.util.Map;

/** What channels, framing and signing must agree on, whatever each says by itself. */
final class ChannelRules {
    private static final Map<String, List<String>> FRAMINGS = Map.of(
            "http", List.of("http-body", "http-form"),
            "tcp", List.of("length-prefix"),
            "soap", List.of("soap-body"),
            "drop", List.of("file-document"));

    private final Problems problems;

    ChannelRules(Problems problems) {
        this.problems = problems;
    }

    void check(Members top, List<Channel> channels, WireForm wire, Signing signing) {
        for (Node row : top.rows("channels")) {
            Members channel = Members.of(row);
            String kind = channel.text("kind");
            List<String> framings = FRAMINGS.getOrDefault(kind, List.of());
            if (!framings.contains(wire.framing())) {
                problems.at(
                        channel.node("kind"),
                        kind + " 通道不能承载此 framing / a channel of kind " + kind + " cannot carry framing " + wire.framing(),
                        "framing: " + String.join(" or ", framings));
            }
            if (kind.equals("drop") && (channel.has("our-identity") || channel.has("their-identities"))) {
                problems.at(row, "投递的文件只能凭其签名认定来源 / nothing but their signature says by whom files were dropped", "该通道不写身份 / a channel without identities");
            }
        }
        legacy(top, channels, wire, signing);
        secured(top, wire);
        Signing.Profile own = signing.profiles().get(signing.ours());
        if (own != null && !own.profile().signs() && channels.stream().anyMatch(c -> c.theirIdentities().isEmpty())) {
            problems.at(top.in("signing").node("ours"), "无法证明对方身份 / nothing would prove who speaks", "每个通道都写 their-identities，或采用有签名的配置 / their-identities on every channel, or a profile that signs");
        }
    }

    /** The time-stamp of a stored answer is soon over: it must be given afresh. */
    private void secured(Members top, WireForm wire) {
        if (wire.soap() != null && wire.soap().security() != null && !top.text("repeat-answer").equals("rewrapped")) {
            problems.at(top.in("wire").in("soap").node("security"), "带时间戳的应答不能原样重发 / an answer with a time-stamp cannot be repeated as it was", "repeat-answer: rewrapped");
        }
    }

    /** A legacy signature, and one by a key everybody has, only beside a connection that proves who speaks. */
    private void legacy(Members top, List<Channel> channels, WireForm wire, Signing signing) {
        boolean authenticated = channels.stream().noneMatch(c -> c.theirIdentities().isEmpty());
        signing.profiles().values().forEach(profile -> {
            boolean legacy = profile.over() == Signing.Over.LEGACY;
            if (legacy && !wire.request().envelope().equals("message-head")) {
                problems.at(top.in("signing").node("profiles"), "此签名属于另一种报文形式 / " + profile.name() + " is a signature of another form", "envelope: message-head");
            }
            if ((legacy || profile.publicKey()) && !authenticated) {
                problems.at(top.in("signing").node("profiles"), "此签名单独不足以证明身份 / " + profile.name() + " proves nothing alone", "每个通道都写 their-identities / their-identities on every channel");
            }
        });
    }
}
