package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The keys and certificates that partners' folders name by alias: each must be configured before the first message. */
final class NamedIdentities {
    private final Set<String> keys;
    private final Set<String> certificates;
    private final List<String> missing = new ArrayList<>();

    private NamedIdentities(Set<String> keys, Set<String> certificates) {
        this.keys = keys;
        this.certificates = certificates;
    }

    /** @return one line for each alias that is named and not configured */
    static List<String> missing(Collection<Dialect> partners, Set<String> keys, Set<String> certificates) {
        NamedIdentities check = new NamedIdentities(keys, certificates);
        partners.stream().map(Dialect::descriptor).forEach(check::partner);
        partners.forEach(check::sealing);
        return check.missing.stream().distinct().toList();
    }

    private void partner(PartnerDescriptor partner) {
        for (Channel channel : partner.channels()) {
            if (channel.ourIdentity() != null) {
                key(partner, channel.ourIdentity());
            }
            channel.theirIdentities().forEach(alias -> certificate(partner, alias));
        }
        for (Profile profile : partner.signing().profiles().values()) {
            if (profile.profile().signs()) {
                key(partner, profile.ourKey());
            }
            profile.theirCertificates().forEach(alias -> certificate(partner, alias));
        }
    }

    private void sealing(Dialect dialect) {
        SealingForm form = dialect.sealing();
        if (form != null) {
            key(dialect.descriptor(), form.ourKey());
            certificate(dialect.descriptor(), form.theirCertificate());
        }
    }

    private void key(PartnerDescriptor partner, String alias) {
        if (!keys.contains(alias)) {
            missing.add("jinqiao.keys." + alias + ".path (adapters/" + partner.partner() + "/adapter.yaml signs or connects with it)");
        }
    }

    private void certificate(PartnerDescriptor partner, String alias) {
        if (!certificates.contains(alias)) {
            missing.add("jinqiao.certificates." + alias + " (adapters/" + partner.partner() + "/adapter.yaml expects it)");
        }
    }
}
