package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.adapter.descriptor.WireForm.SecurityForm;
import java.util.ArrayList;
import java.util.List;

/**
 * A key of ours or a certificate of theirs that a partner's folder names by alias, and what for.
 *
 * @param inForce false: only a profile uses it that no message may claim at present
 */
public record NamedIdentity(String alias, boolean ours, Purpose purpose, boolean inForce) {

    public enum Purpose {
        SIGNS,
        /** The receiver's half of digital envelopes. */
        SEALS,
        /** Shown on connections we open. */
        CONNECTS_OUT,
        /** Shown on connections they open. */
        CONNECTS_IN
    }

    /** Everything a folder names, in its order; one alias several times when it serves several purposes. */
    public static List<NamedIdentity> of(Dialect dialect) {
        List<NamedIdentity> all = new ArrayList<>();
        PartnerDescriptor partner = dialect.descriptor();
        for (Channel channel : partner.channels()) {
            Purpose purpose = channel.direction() == Channel.Direction.OUT ? Purpose.CONNECTS_OUT : Purpose.CONNECTS_IN;
            if (channel.ourIdentity() != null) {
                all.add(new NamedIdentity(channel.ourIdentity(), true, purpose, true));
            }
            channel.theirIdentities().forEach(alias -> all.add(new NamedIdentity(alias, false, purpose, true)));
        }
        for (Profile profile : partner.signing().profiles().values()) {
            boolean inForce = partner.signing().accepted().contains(profile.name());
            if (profile.profile().signs()) {
                all.add(new NamedIdentity(profile.ourKey(), true, Purpose.SIGNS, inForce));
            }
            profile.theirCertificates().forEach(alias -> all.add(new NamedIdentity(alias, false, Purpose.SIGNS, inForce)));
        }
        SecurityForm security = dialect.security();
        if (security != null) {
            all.add(new NamedIdentity(security.ourKey(), true, Purpose.SIGNS, true));
            security.theirCertificates().forEach(alias -> all.add(new NamedIdentity(alias, false, Purpose.SIGNS, true)));
        }
        SealingForm form = dialect.sealing();
        if (form != null) {
            all.add(new NamedIdentity(form.ourKey(), true, Purpose.SEALS, true));
            all.add(new NamedIdentity(form.theirCertificate(), false, Purpose.SEALS, true));
        }
        return all;
    }
}
