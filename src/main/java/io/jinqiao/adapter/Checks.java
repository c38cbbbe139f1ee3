package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.ChannelIdentity;
import io.jinqiao.signing.Freshness;
import io.jinqiao.signing.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stages of a request before anything is decided. Each takes the stage before it, so that none can be left out. */
@Component
class Checks {
    private final ChannelIdentity channelIdentity;
    private final Judge judge;
    private final Sealing sealing;
    private final EnvelopeSignatures envelopes;
    private final Sessions sessions;

    Checks(ChannelIdentity channelIdentity, Judge judge, Sealing sealing, EnvelopeSignatures envelopes, Sessions sessions) {
        this.channelIdentity = channelIdentity;
        this.judge = judge;
        this.sealing = sealing;
        this.envelopes = envelopes;
        this.sessions = sessions;
    }

    /** Who holds the connection, now: even a stored answer is for its owner only. */
    Identified identify(Arrived arrived) {
        List<String> theirs = arrived.dialect()
                .descriptor()
                .channel(Channel.Direction.IN)
                .map(Channel::theirIdentities)
                .orElse(List.of());
        if (!theirs.isEmpty()) {
            channelIdentity
                    .check(theirs, arrived.request().peer(), arrived.at())
                    .requireAccepted();
        }
        arrived.timings().done("channel");
        return new Identified(arrived);
    }

    Opened open(Identified identified) {
        Arrived arrived = identified.arrived();
        Framed framed = arrived.dialect().open(arrived.request());
        arrived.timings().done("open");
        return new Opened(identified, framed);
    }

    /** @return the verdict, good or bad; only a good one becomes the next stage */
    Verdict judge(Opened opened) {
        Arrived arrived = opened.arrived();
        Framed framed = opened.framed();
        Verdict verdict = envelopes.refusal(arrived.dialect(), arrived.request().body(), arrived.at());
        if (verdict == null) {
            var profile = arrived.dialect().descriptor().signing().named(framed.signType());
            verdict = judge.verify(profile, framed.signingInput(), framed.signature(), arrived.at());
        }
        arrived.timings().done("verify");
        return verdict;
    }

    Verified accept(Opened opened, Verdict verdict) {
        verdict.requireAccepted();
        return new Verified(opened, verdict);
    }

    /** Takes the content out of its digital envelope, where there is one; only now, when the sender is proven. */
    Verified unseal(Verified verified) {
        if (verified.framed().sealed() == null) {
            return verified;
        }
        Framed framed = sealing.open(verified.arrived().dialect(), verified.framed());
        verified.arrived().timings().done("unseal");
        return new Verified(new Opened(verified.opened().identified(), framed), verified.verdict());
    }

    Decoded decode(Verified verified) {
        Arrived arrived = verified.arrived();
        Optional<Problem> stale = Freshness.check(
                verified.framed().sentAt(), arrived.at(), arrived.dialect().descriptor().freshness());
        if (stale.isPresent()) {
            throw new Refusal(stale.get());
        }
        sessions.require(arrived.dialect(), verified.framed(), arrived.at());
        InService.requireInward(arrived.dialect(), verified.framed().operation());
        Decoded decoded = new Decoded(verified, arrived.dialect().decode(verified.framed()));
        arrived.timings().done("decode");
        return decoded;
    }
}
