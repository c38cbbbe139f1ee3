package io.jinqiao.workbench.doctor.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a TLS handshake showed; nothing was believed or refused on our side.
 *
 * @param fault why it did not stand; null when it did
 * @param protocol such as {@code TLSv1.3}; empty when it did not get so far
 * @param chain what the server showed, leaf first; empty when it did not get so far
 * @param asked whether the server asked for our certificate
 * @param shown whether we showed one
 */
public record Handshake(@Nullable Fault fault, String protocol, List<X509Certificate> chain, boolean asked, boolean shown) {
    public Handshake {
        chain = List.copyOf(chain);
    }
}
