package io.jinqiao.signing;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/** What certificates are checked against at present, for whoever keeps proof of it. */
public interface TrustMaterial {

    /** The configured roots and intermediates. */
    List<X509Certificate> anchors();

    /** The newest list of each source; the same object until one is read anew. */
    List<X509CRL> lists();
}
