package io.jinqiao.signing.certificate;

import io.jinqiao.signing.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Paths from a certificate to a configured root (RFC 5280 by Bouncy Castle's PKIX). Found paths are kept, refusals are not. */
public final class Chains {
    private static final int KEPT = 256;
    private static final int KEY_CERT_SIGN = 5;

    private final Set<TrustAnchor> roots;
    private final List<X509Certificate> between;
    private final Map<String, List<KnownCertificate>> found = new ConcurrentHashMap<>();

    /** @param anchors self-issued ones are trusted; the others only help to find the way */
    public Chains(Collection<X509Certificate> anchors) {
        this.roots = anchors.stream()
                .filter(Chains::selfIssued)
                .filter(Chains::mayIssue) // PKIX itself asks nothing of a root
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toUnmodifiableSet());
        this.between = List.copyOf(anchors); // roots among them do no harm
    }

    /** From the certificate itself to the root, all of them valid at that instant; empty when there is no such path. */
    public Optional<List<KnownCertificate>> path(KnownCertificate leaf, Instant at) {
        List<KnownCertificate> known = found.get(leaf.fingerprint());
        if (known != null && validAt(known, at)) {
            return Optional.of(known);
        }
        Optional<List<KnownCertificate>> path = build(leaf.certificate(), at).filter(p -> validAt(p, at));
        path.filter(p -> found.size() < KEPT).ifPresent(p -> found.put(leaf.fingerprint(), p));
        return path;
    }

    int kept() {
        return found.size();
    }

    private Optional<List<KnownCertificate>> build(X509Certificate leaf, Instant at) {
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        try {
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX", CryptoProvider.bouncyCastle()).build(parameters(leaf, at));
            List<KnownCertificate> path = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(c -> path.add(KnownCertificate.of((X509Certificate) c)));
            path.add(KnownCertificate.of(result.getTrustAnchor().getTrustedCert()));
            return Optional.of(List.copyOf(path));
        } catch (CertPathBuilderException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PKIX cannot be asked", e);
        }
    }

    private PKIXBuilderParameters parameters(X509Certificate leaf, Instant at) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(leaf);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
        List<X509Certificate> store = new ArrayList<>(between);
        store.add(leaf);
        parameters.addCertStore(CertStore.getInstance(
                "Collection", new CollectionCertStoreParameters(store), CryptoProvider.bouncyCastle()));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false); // revocation is asked separately, with its own grace and its own words
        return parameters;
    }

    private static boolean validAt(List<KnownCertificate> path, Instant at) {
        return path.stream().allMatch(c -> c.validity().contains(at));
    }

    /** Whether this is a certificate authority's certificate. */
    public static boolean mayIssue(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && usage != null && usage[KEY_CERT_SIGN];
    }

    private static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
