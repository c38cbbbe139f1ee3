package io.jinqiao.opinion;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything a verification may lean on; never taken from the document. What is empty leaves its step unchecked.
 *
 * @param anchors self-issued ones are trusted, the others are intermediates
 * @param lists revocation lists, each believed only when its issuer signed it
 * @param developmentAccepted whether development certificates pass
 * @param organisations who may have sealed: part of the seal's name, or the organisation of the certificate of a PDF
 * @param records by the number of the opinion; null when no records are at hand
 * @param now of the check
 * @param today business day of the check
 */
public record VerificationBasis(
        List<X509Certificate> anchors,
        List<X509CRL> lists,
        boolean developmentAccepted,
        Set<String> organisations,
        @Nullable Function<String, Optional<OpinionRecord>> records,
        Instant now,
        LocalDate today) {
    public VerificationBasis {
        anchors = List.copyOf(anchors);
        lists = List.copyOf(lists);
        organisations = Set.copyOf(organisations);
    }
}
