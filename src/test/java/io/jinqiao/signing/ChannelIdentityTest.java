package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.support.TestIdentities;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChannelIdentityTest {
    private static SigningRoom bank;
    private static SigningRoom centre;

    @BeforeAll
    static void open() {
        bank = TestIdentities.room("icbc");
        centre = TestIdentities.room("centre");
    }

    @AfterAll
    static void close() {
        bank.close();
        centre.close();
    }

    /** A real handshake: the chain the JDK shows is the one that is checked. */
    @Test
    void knowsThePartnerByTheCertificateOfTheConnection() throws Exception {
        List<X509Certificate> shown = handshake();
        Verdict verdict = check(List.of("icbc-tls-client"), shown);
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.fingerprint()).isNotBlank();
        assertThat(verdict.revocation()).startsWith("good crl=");
        assertThat(code(List.of("icbc-tls-client-expired", "icbc-tls-client"), shown)).isNull();
        assertThat(code(List.of("otherbank-tls-client"), shown)).isEqualTo(FailureCode.CHANNEL_IDENTITY_MISMATCH);
        assertThat(check(List.of("otherbank-tls-client"), shown).certificate()).isEqualTo(shown.get(0).getEncoded());
    }

    @Test
    void refusesEachOtherCertificateForItsOwnReason() {
        assertThat(code(List.of("icbc-tls-client"), List.of())).isEqualTo(FailureCode.CHANNEL_IDENTITY_MISMATCH);
        assertThat(pinnedItself("icbc-tls-client-revoked")).isEqualTo(FailureCode.CERTIFICATE_REVOKED);
        assertThat(pinnedItself("icbc-tls-client-expired")).isEqualTo(FailureCode.CERTIFICATE_EXPIRED);
        assertThat(pinnedItself("icbc-tls-server")).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
        assertThat(pinnedItself("icbc-sm2-sign")).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
    }

    private static FailureCode pinnedItself(String alias) {
        return code(List.of(alias), List.of(centre.certificates().get(alias)));
    }

    private static FailureCode code(List<String> aliases, List<X509Certificate> peer) {
        Verdict verdict = check(aliases, peer);
        return verdict.problem() == null ? null : verdict.problem().code();
    }

    private static Verdict check(List<String> aliases, List<X509Certificate> peer) {
        return centre.channelIdentity().check(aliases, peer, Instant.now());
    }

    private static List<X509Certificate> handshake() throws Exception {
        try (SSLServerSocket server = (SSLServerSocket) centre.keys()
                .tls("centre-tls-server")
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setNeedClientAuth(true);
            CompletableFuture<List<X509Certificate>> shown = CompletableFuture.supplyAsync(() -> accept(server));
            try (SSLSocket client = (SSLSocket) bank.keys()
                            .tls("icbc-tls-client")
                            .context()
                            .getSocketFactory()
                            .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                    OutputStream out = client.getOutputStream()) {
                out.write(1);
                out.flush();
                return shown.get();
            }
        }
    }

    private static List<X509Certificate> accept(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.getInputStream().read();
            return Arrays.stream(socket.getSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
