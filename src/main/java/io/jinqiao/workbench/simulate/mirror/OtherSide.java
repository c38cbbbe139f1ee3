package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.Sealing;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.Signing;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.PinnedCertificates;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.TlsIdentity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agreement on signatures and envelopes seen from the partner's chair. In development a certificate and its key have the same alias, so
 * the first of their certificates names the key the partner signs with, and the certificate we seal for the key that opens it.
 */
record OtherSide(Signing centre, @Nullable SealingForm seals) {

    static OtherSide of(Dialect centre) {
        return new OtherSide(centre.descriptor().signing(), centre.sealing());
    }

    Profile own() {
        return named(centre.ours());
    }

    Profile named(String name) {
        Profile agreed = centre.named(name);
        return new Profile(
                name, agreed.profile().mirrored(), agreed.over(), agreed.publicKey(), agreed.theirCertificates().get(0), List.of(agreed.ourKey()));
    }

    /** Opens what the centre sealed and seals for the centre: the two aliases stand in each other's place. */
    Sealing sealing(SigningRoom chair) {
        return new Sealing(new Exchanged(chair), new ForTheCentre(chair), chair.trust());
    }

    private String exchanged(String alias) {
        if (seals == null) {
            return alias;
        }
        return alias.equals(seals.ourKey()) ? seals.theirCertificate() : alias.equals(seals.theirCertificate()) ? seals.ourKey() : alias;
    }

    private final class Exchanged implements Keys {
        private final SigningRoom chair;

        Exchanged(SigningRoom chair) {
            this.chair = chair;
        }

        @Override
        public Set<String> aliases() {
            return chair.keys().aliases();
        }

        @Override
        public Entry get(String alias) {
            return chair.keys().get(exchanged(alias));
        }

        @Override
        public TlsIdentity tls(String alias) {
            return chair.keys().tls(alias);
        }
    }

    private final class ForTheCentre implements PinnedCertificates {
        private final SigningRoom chair;

        ForTheCentre(SigningRoom chair) {
            this.chair = chair;
        }

        @Override
        public Set<String> aliases() {
            return chair.certificates().aliases();
        }

        @Override
        public X509Certificate get(String alias) {
            return chair.certificates().get(exchanged(alias));
        }
    }
}
