package io.jinqiao.adapter.channel;

import io.jinqiao.signing.SigningRoom;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts the roots and shows nothing. */
final class TestTls {
    private TestTls() {}

    static SSLSocketFactory trusting(SigningRoom room, String alias) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(room.keys().tls(alias).trustStore());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context.getSocketFactory();
    }
}
