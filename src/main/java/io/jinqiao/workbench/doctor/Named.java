package io.jinqiao.workbench.doctor;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.CertificateFiles;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Certificates in words, and the names in them. */
final class Named {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private Named() {}

    static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    static String fingerprint(X509Certificate certificate) {
        return Digest.of(CertificateFiles.der(certificate)).hex();
    }

    static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }

    static String certificate(X509Certificate certificate) {
        return subject(certificate) + ", SHA-256 " + fingerprint(certificate);
    }

    /** Names and addresses a server certificate is for. */
    static List<String> hosts(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(n -> n.get(0).equals(DNS) || n.get(0).equals(ADDRESS))
                            .map(n -> String.valueOf(n.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** RFC 6125: a star stands for one whole first label. */
    static boolean covers(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        if (pattern.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(pattern.substring(1));
        }
        return pattern.equals(wanted);
    }
}
