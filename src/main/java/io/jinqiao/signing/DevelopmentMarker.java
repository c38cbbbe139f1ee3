package io.jinqiao.signing;

import java.security.cert.X509Certificate;

/** The extension that tells a certificate was made for development. Not critical, so that TLS and OpenSSL read such certificates. */
public final class DevelopmentMarker {
    /** An arc of our own, derived from a UUID (X.667), so that no registration is needed. Its value is an ASN.1 NULL. */
    public static final String OID = "2.25.77659646111921181762935000178520236821";

    private DevelopmentMarker() {}

    public static boolean isOn(X509Certificate certificate) {
        return certificate.getExtensionValue(OID) != null;
    }
}
