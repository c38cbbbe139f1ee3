package io.jinqiao.adapter;

import io.jinqiao.signing.Keys;
import io.jinqiao.signing.PinnedCertificates;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stops the start while a partner's folder names a key or certificate that nobody configured. */
@Component
class IdentitiesAtStart {
    /** @throws IllegalStateException naming every missing one */
    IdentitiesAtStart(Catalogue catalogue, Keys keys, PinnedCertificates certificates) {
        List<String> missing = NamedIdentities.missing(catalogue.all(), keys.aliases(), certificates.aliases());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not configured: " + String.join("; ", missing));
        }
    }
}
