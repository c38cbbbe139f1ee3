package io.jinqiao.signing;

import static io.jinqiao.signing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.jinqiao.signing.RevocationLists.State;
import io.jinqiao.signing.RevocationSources.Condition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationStoreTest {
    private static final TestAuthority ROOT = TestAuthority.root("root");
    private static final Duration DAY = Duration.ofDays(1);

    private final X509Certificate leaf = ROOT.signer("leaf");

    @TempDir
    private Path home;

    @Test
    void readsFilesBelowHomeAndReadsThemAgain() throws Exception {
        put("root.crl", ROOT.crl().issue());
        try (Opened opened = open("root.crl")) {
            assertThat(opened.state(leaf)).isEqualTo(State.GOOD);
            put("root.crl", ROOT.crl().from(NOW).revoke(leaf, NOW.minus(DAY)).issue());
            assertThat(opened.state(leaf)).isEqualTo(State.GOOD);
            opened.store.refresh();
            assertThat(opened.state(leaf)).isEqualTo(State.REVOKED);
        }
    }

    @Test
    void neverGoesBackToAnOlderList() throws Exception {
        put("root.crl", ROOT.crl().revoke(leaf, NOW.minus(DAY)).issue());
        try (Opened opened = open("root.crl")) {
            put("root.crl", ROOT.crl().from(NOW.minus(DAY.multipliedBy(3))).issue());
            opened.store.refresh();
            assertThat(opened.state(leaf)).isEqualTo(State.REVOKED);
        }
    }

    @Test
    void keepsTheListsOfSeveralIssuersInOneFileApart() throws Exception {
        TestAuthority other = TestAuthority.root("other");
        put("both.crl", ROOT.crl().from(NOW.minus(DAY)).issue(), other.crl().from(NOW).issue());
        try (Opened opened = open("both.crl")) {
            assertThat(opened.store.raw()).hasSize(2);
            put(
                    "both.crl",
                    ROOT.crl().from(NOW.minusSeconds(1)).revoke(leaf, NOW.minus(DAY)).issue(),
                    other.crl().from(NOW).issue());
            opened.store.refresh();
            assertThat(opened.state(leaf)).isEqualTo(State.REVOKED);
        }
    }

    @Test
    void readsAgainByItself() throws Exception {
        put("root.crl", ROOT.crl().issue());
        try (Opened opened = open(Duration.ofMillis(20), "root.crl")) {
            put("root.crl", ROOT.crl().from(NOW).revoke(leaf, NOW.minus(DAY)).issue());
            await().atMost(Duration.ofMinutes(1)).until(() -> opened.state(leaf) == State.REVOKED);
        }
    }

    @Test
    void anAddressThatNeverAnswersIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CrlLocation location =
                    new CrlLocation("http://localhost:" + silent.getLocalPort() + "/root.crl", home, Duration.ofMillis(50));
            location.read();
            assertThat(location.problem()).contains("SocketTimeout");
            assertThat(location.lists()).isEmpty();
        }
    }

    @Test
    void keepsTheListItHasWhenReadingFailsAndSaysSo() throws Exception {
        put("root.crl", ROOT.crl().issue());
        try (Opened opened = open("root.crl")) {
            Files.writeString(home.resolve("root.crl"), "rubbish");
            opened.store.refresh();
            assertThat(opened.state(leaf)).isEqualTo(State.GOOD);
            RevocationSources.Source source = opened.store.sources().get(0);
            assertThat(source.condition()).isEqualTo(Condition.FRESH);
            assertThat(source.problem()).isNotBlank();
            put("root.crl", ROOT.crl().issue());
            opened.store.refresh();
            assertThat(opened.store.sources().get(0).problem()).isNull();
        }
    }

    @Test
    void tellsFreshFromOverdueFromUnusable() throws Exception {
        put("fresh.crl", ROOT.crl().to(NOW).issue());
        put("overdue.crl", ROOT.crl().to(NOW.minusSeconds(1)).issue());
        put("last.crl", ROOT.crl().to(NOW.minus(DAY)).issue());
        put("gone.crl", ROOT.crl().to(NOW.minus(DAY).minusSeconds(1)).issue());
        put("endless.crl", ROOT.crl().to(null).issue());
        try (Opened opened = open("fresh.crl", "overdue.crl", "last.crl", "gone.crl", "endless.crl", "missing.crl")) {
            assertThat(opened.store.sources())
                    .extracting(RevocationSources.Source::condition)
                    .containsExactly(
                            Condition.FRESH,
                            Condition.OVERDUE,
                            Condition.OVERDUE,
                            Condition.UNUSABLE,
                            Condition.UNUSABLE,
                            Condition.UNUSABLE);
            RevocationSources.Source missing = opened.store.sources().get(5);
            assertThat(missing.location()).isEqualTo("missing.crl");
            assertThat(missing.nextUpdate()).isNull();
            assertThat(missing.problem()).contains("NoSuchFile");
            assertThat(opened.store.sources().get(0).nextUpdate()).isEqualTo(NOW);
        }
    }

    @Test
    void readsAddresses() throws Exception {
        byte[] list = ROOT.crl().revoke(leaf, NOW.minus(DAY)).issue().getEncoded();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/root.crl", exchange -> {
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        server.start();
        String base = "http://localhost:" + server.getAddress().getPort();
        try (Opened opened = open(base + "/root.crl", base + "/nothing")) {
            assertThat(opened.state(leaf)).isEqualTo(State.REVOKED);
            assertThat(opened.store.sources().get(1).condition()).isEqualTo(Condition.UNUSABLE);
        } finally {
            server.stop(0);
        }
    }

    private Opened open(String... locations) {
        return open(DAY, locations);
    }

    private Opened open(Duration refresh, String... locations) {
        SigningSettings settings = new SigningSettings(
                home, Map.of(), Map.of(), new SigningSettings.Anchors(List.of()), List.of(locations), DAY, refresh, "",
                new SigningSettings.Tsa(null, DAY));
        return new Opened(new RevocationStore(settings, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    /** Moved into place, so that a reader sees the old file or the new one. */
    private void put(String name, X509CRL... lists) throws IOException, CRLException {
        StringBuilder pem = new StringBuilder();
        for (X509CRL list : lists) {
            pem.append("-----BEGIN X509 CRL-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(list.getEncoded()))
                    .append("\n-----END X509 CRL-----\n");
        }
        Path written = Files.writeString(home.resolve(name + ".new"), pem);
        Files.move(written, home.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private record Opened(RevocationStore store) implements AutoCloseable {
        State state(X509Certificate certificate) {
            return store.lists().status(certificate, ROOT.certificate, NOW).state();
        }

        @Override
        public void close() {
            store.destroy();
        }
    }
}
