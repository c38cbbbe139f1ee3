package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.PinnedCertificates;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stops the start while a partner's folder names a key or certificate that nobody configured, or one of another usage for envelopes. */
@Component
class IdentitiesAtStart {
    /** @throws IllegalStateException naming every missing or unfit one */
    IdentitiesAtStart(Catalogue catalogue, Keys keys, PinnedCertificates certificates) {
        List<String> missing = NamedIdentities.missing(catalogue.all(), keys.aliases(), certificates.aliases());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not configured: " + String.join("; ", missing));
        }
        List<String> unfit = catalogue.all().stream()
                .flatMap(partner -> unfit(partner, keys, certificates).stream())
                .toList();
        if (!unfit.isEmpty()) {
            throw new IllegalStateException("not fit for digital envelopes: " + String.join("; ", unfit));
        }
    }

    /** A key that signs must not open envelopes: whoever lends it for one lends it for the other. */
    private static List<String> unfit(Dialect partner, Keys keys, PinnedCertificates certificates) {
        SealingForm form = partner.sealing();
        if (form == null) {
            return List.of();
        }
        List<String> unfit = new ArrayList<>();
        if (!fit(keys.get(form.ourKey()).certificate())) {
            unfit.add("jinqiao.keys." + form.ourKey());
        }
        if (!fit(certificates.get(form.theirCertificate()))) {
            unfit.add("jinqiao.certificates." + form.theirCertificate());
        }
        return unfit.stream()
                .map(alias -> alias + " (adapters/" + partner.descriptor().partner() + "/adapter.yaml; an SM2 certificate with "
                        + CertificateUsage.KEY_WRAPPING.needed() + " and not the one for signatures)")
                .toList();
    }

    private static boolean fit(X509Certificate certificate) {
        return certificate.getPublicKey().getAlgorithm().equals("EC") && CertificateUsage.KEY_WRAPPING.allowedBy(certificate);
    }
}
