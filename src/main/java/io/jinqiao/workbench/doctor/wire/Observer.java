package io.jinqiao.workbench.doctor.wire;

import io.jinqiao.signing.TlsIdentity;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Sits on our side of a handshake and notes what is asked and shown. It lets every server pass: whether one may be believed is decided
 * from what was noted, and before that nothing but a handshake is exchanged with it. For one connection.
 */
final class Observer {
    private final @Nullable X509ExtendedKeyManager keys;
    private volatile List<X509Certificate> chain = List.of();
    private volatile boolean asked;
    private volatile boolean shown;

    /** @param identity null: we have nothing to show */
    Observer(@Nullable TlsIdentity identity) {
        this.keys = identity == null ? null : manager(identity);
    }

    private static X509ExtendedKeyManager manager(TlsIdentity identity) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(identity.keyStore(), identity.password());
            return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot use this key", e);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new Keys()}, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS here", e);
        }
    }

    Handshake seen(@Nullable Fault fault, String protocol) {
        return new Handshake(fault, protocol, chain, asked, shown);
    }

    /** Our key manager, overheard. */
    private final class Keys extends X509ExtendedKeyManager {
        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            asked = true;
            String alias = keys == null ? null : keys.chooseClientAlias(types, issuers, socket);
            shown = alias != null;
            return alias;
        }

        @Override
        public @Nullable String chooseEngineClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return chooseClientAlias(types, issuers, null);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return keys == null ? null : keys.getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return keys == null ? null : keys.getPrivateKey(alias);
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return keys == null ? null : keys.getClientAliases(type, issuers);
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }
    }

    /** Notes the server's chain. */
    private final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] shownByServer, String type) {
            chain = List.of(shownByServer);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shownByServer, String type, Socket socket) {
            chain = List.of(shownByServer);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shownByServer, String type, SSLEngine engine) {
            chain = List.of(shownByServer);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] ours, String type) {
            throw new IllegalStateException("we are no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] ours, String type, Socket socket) {
            throw new IllegalStateException("we are no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] ours, String type, SSLEngine engine) {
            throw new IllegalStateException("we are no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
