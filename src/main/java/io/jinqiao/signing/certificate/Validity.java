package io.jinqiao.signing.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** From when to when a certificate is valid, both ends included. */
public record Validity(Instant notBefore, Instant notAfter) {
    public static Validity of(X509Certificate certificate) {
        return new Validity(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
    }

    public boolean contains(Instant at) {
        return !startsAfter(at) && !endedBefore(at);
    }

    public boolean startsAfter(Instant at) {
        return notBefore.isAfter(at);
    }

    public boolean endedBefore(Instant at) {
        return notAfter.isBefore(at);
    }
}
