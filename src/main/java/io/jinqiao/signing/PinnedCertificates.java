package io.jinqiao.signing;

import java.security.cert.X509Certificate;
import java.util.Set;

/** Certificates of partners by alias, read at start from {@code jinqiao.certificates.<alias>}. */
public interface PinnedCertificates {

    Set<String> aliases();

    /** @throws IllegalArgumentException when there is none */
    X509Certificate get(String alias);
}
