package io.jinqiao.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Whether the client certificate of a TLS connection belongs to the partner that is being spoken for. */
public interface ChannelIdentity {

    /**
     * Pinned, valid, made for client authentication, chained to an anchor and not revoked, all at one instant.
     *
     * @param certificateAliases client certificates registered for the partner; several while an old and a new one overlap
     * @param peer chain the connection showed, leaf first; empty when it showed none
     */
    Verdict check(List<String> certificateAliases, List<X509Certificate> peer, Instant at);
}
