package io.jinqiao.signing.certificate;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.CryptoProvider;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A revocation list with its entries by serial number; looking one up in the parsed list would walk through all of them. */
public final class IndexedCrl {
    private static final int CRL_SIGN = 6;
    private static final int KEPT = 1024;

    private final X509CRL list;
    private final Instant thisUpdate;
    private final Instant nextUpdate;
    private final String words;
    private final Map<BigInteger, X509CRLEntry> entries;
    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

    public IndexedCrl(X509CRL list) {
        this.list = list;
        // read once: the parsed list makes its dates anew each time, and every message asks for them
        this.thisUpdate = list.getThisUpdate().toInstant();
        this.nextUpdate = list.getNextUpdate().toInstant();
        this.words = "crl=" + Digest.of(encoded(list)).hex() + " thisUpdate=" + thisUpdate + " nextUpdate=" + nextUpdate;
        this.entries = list.getRevokedCertificates() == null
                ? Map.of()
                : list.getRevokedCertificates().stream()
                        .collect(Collectors.toMap(X509CRLEntry::getSerialNumber, Function.identity(), IndexedCrl::earlier));
    }

    public static boolean usable(X509CRL list) {
        return CrlScope.usable(list);
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    public Instant nextUpdate() {
        return nextUpdate;
    }

    /** Whether this list was made by the issuer of the certificate, for certificates of its kind. Answers are kept. */
    public boolean speaksFor(KnownCertificate certificate, KnownCertificate issuer) {
        if (answers.size() >= KEPT) {
            answers.clear();
        }
        return answers.computeIfAbsent(
                certificate.fingerprint() + issuer.fingerprint(),
                pair -> madeBy(issuer.certificate()) && CrlScope.covers(list, certificate.certificate()));
    }

    /** When the certificate was revoked; empty when it was not. */
    public Optional<Instant> revokedAt(X509Certificate certificate) {
        return Optional.ofNullable(entries.get(certificate.getSerialNumber()))
                .map(entry -> entry.getRevocationDate().toInstant());
    }

    public String words() {
        return words;
    }

    /** A list that names a certificate twice revokes it from the first of its dates on. */
    private static X509CRLEntry earlier(X509CRLEntry a, X509CRLEntry b) {
        return a.getRevocationDate().before(b.getRevocationDate()) ? a : b;
    }

    private boolean madeBy(X509Certificate issuer) {
        boolean[] usage = issuer.getKeyUsage();
        boolean named = list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        if (!named || usage == null || !usage[CRL_SIGN]) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey(), CryptoProvider.bouncyCastle());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] encoded(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a parsed list has an encoding", e);
        }
    }
}
