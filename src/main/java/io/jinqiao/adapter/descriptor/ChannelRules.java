package io.jinqiao.adapter.descriptor;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.List;

/** What channels, framing and signing must agree on, whatever each says by itself. */
final class ChannelRules {
    private final Problems problems;

    ChannelRules(Problems problems) {
        this.problems = problems;
    }

    void check(Members top, List<Channel> channels, WireForm wire, Signing signing) {
        boolean framed = wire.framing().equals("length-prefix");
        for (Node row : top.rows("channels")) {
            Members channel = Members.of(row);
            boolean tcp = channel.text("kind").equals("tcp");
            boolean soap = channel.text("kind").equals("soap");
            if (tcp != framed || soap != (wire.soap() != null)) {
                problems.at(
                        channel.node("kind"),
                        "a channel of kind " + channel.text("kind") + " cannot carry framing " + wire.framing(),
                        tcp ? "framing: length-prefix" : soap ? "framing: soap-body" : "framing: http-body or http-form");
            }
        }
        legacy(top, channels, wire, signing);
        Signing.Profile own = signing.profiles().get(signing.ours());
        if (own != null && !own.profile().signs() && channels.stream().anyMatch(c -> c.theirIdentities().isEmpty())) {
            problems.at(top.in("signing").node("ours"), "nothing would prove who speaks", "their-identities on every channel, or a profile that signs");
        }
    }

    /** A legacy signature, and one by a key everybody has, only beside a connection that proves who speaks. */
    private void legacy(Members top, List<Channel> channels, WireForm wire, Signing signing) {
        boolean authenticated = channels.stream().noneMatch(c -> c.theirIdentities().isEmpty());
        signing.profiles().values().forEach(profile -> {
            boolean legacy = profile.over() == Signing.Over.LEGACY;
            if (legacy && !wire.request().envelope().equals("message-head")) {
                problems.at(top.in("signing").node("profiles"), profile.name() + " is a signature of another form", "envelope: message-head");
            }
            if ((legacy || profile.publicKey()) && !authenticated) {
                problems.at(top.in("signing").node("profiles"), profile.name() + " proves nothing alone", "their-identities on every channel");
            }
        });
    }
}
