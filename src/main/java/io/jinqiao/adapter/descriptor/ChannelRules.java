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
            if (tcp != framed) {
                problems.at(
                        channel.node("kind"),
                        "a channel of kind " + channel.text("kind") + " cannot carry framing " + wire.framing(),
                        tcp ? "framing: length-prefix" : "framing: http-body or http-form");
            }
        }
        Signing.Profile own = signing.profiles().get(signing.ours());
        if (own != null && !own.profile().signs() && channels.stream().anyMatch(c -> c.theirIdentities().isEmpty())) {
            problems.at(top.in("signing").node("ours"), "nothing would prove who speaks", "their-identities on every channel, or a profile that signs");
        }
    }
}
