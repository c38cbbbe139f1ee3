package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jinqiao.message.Digest;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.certs.TimeStampAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TimeStampTest {
    private static final byte[] DIGEST = Digest.of("sealed".getBytes(StandardCharsets.UTF_8)).bytes();
    private static final byte[] OTHER = Digest.of("other".getBytes(StandardCharsets.UTF_8)).bytes();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static SigningRoom centre;
    private static TimeStampAuthority authority;

    @BeforeAll
    static void open() {
        centre = TestIdentities.room("centre");
        authority = TimeStampAuthority.start(TestIdentities.made(), Clock.fixed(NOW, ZoneOffset.UTC), 0);
    }

    @AfterAll
    static void close() {
        authority.close();
        centre.close();
    }

    @Test
    void provesWhenAndByWhom() {
        byte[] token = centre.timeStamps(authority.url()).token(DIGEST);
        TimeStamp stamp = TimeStamp.verified(token, DIGEST, centre.trust());
        assertThat(stamp.time()).isEqualTo(NOW);
        assertThat(stamp.authority()).isEqualTo(centre.certificates().get("tsa"));
        assertThat(stamp.revocation()).startsWith("good crl=");
    }

    @Test
    void saysWhoIssuedTheAuthoritysCertificateOfAnyTokenThatCanBeRead() {
        byte[] token = centre.timeStamps(authority.url()).token(DIGEST);

        assertThat(TimeStamp.issuerOfAuthority(token)).contains(centre.certificates().get("tsa").getIssuerX500Principal());
        assertThat(TimeStamp.issuerOfAuthority(new byte[] {1, 2, 3})).isEmpty();
    }

    @Test
    void refusesATokenOverOtherBytes() {
        byte[] token = centre.timeStamps(authority.url()).token(DIGEST);
        assertThatThrownBy(() -> TimeStamp.verified(token, OTHER, centre.trust()))
                .isInstanceOf(TimeStampFailure.class)
                .hasMessage("the time-stamp is over other bytes");
    }

    @Test
    void refusesATokenWithAnyByteChanged() {
        byte[] token = centre.timeStamps(authority.url()).token(DIGEST);
        Trust trust = Trust.of(roots(), RevocationLists::notAsked, true);
        int refused = 0;
        for (int i = 0; i < token.length; i += 41) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            refused += refuses(changed, trust) ? 1 : 0;
        }
        assertThat(refused).isEqualTo((token.length + 40) / 41);
    }

    @Test
    void refusesATokenThatDoesNotCarryTheAuthoritysCertificate() throws Exception {
        CMSSignedData token = new CMSSignedData(centre.timeStamps(authority.url()).token(DIGEST));
        CollectionStore<X509CertificateHolder> none = new CollectionStore<>(List.of());
        byte[] bare = CMSSignedData.replaceCertificatesAndCRLs(token, none, null, null).getEncoded();
        assertThatThrownBy(() -> TimeStamp.verified(bare, DIGEST, centre.trust()))
                .isInstanceOf(TimeStampFailure.class)
                .hasMessage("the authority's certificate is not in the token");
    }

    @Test
    void refusesAnAuthorityNobodyTrusts() {
        byte[] token = centre.timeStamps(authority.url()).token(DIGEST);
        Trust nobody = Trust.of(List.of(), RevocationLists::notAsked, true);
        assertThatThrownBy(() -> TimeStamp.verified(token, DIGEST, nobody))
                .isInstanceOf(TimeStampFailure.class)
                .hasMessageContaining("certificate.untrusted");
    }

    @Test
    void offlineCheckWithoutListsSaysSo() {
        byte[] token = centre.timeStamps(authority.url()).token(DIGEST);
        Trust offline = Trust.of(roots(), RevocationLists::notAsked, true);
        assertThat(TimeStamp.verified(token, DIGEST, offline).revocation()).isEqualTo("not-asked");
    }

    @Test
    void failsPlainlyWhenNobodyAnswersOrNonsenseComes() throws IOException {
        assertThatThrownBy(() -> centre.timeStamps("http://localhost:1/tsa").token(DIGEST))
                .isInstanceOf(TimeStampFailure.class)
                .hasMessageContaining("http://localhost:1/tsa");
        HttpServer nonsense = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        nonsense.createContext("/", exchange -> {
            int status = exchange.getRequestURI().getPath().equals("/500") ? 500 : 200;
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write(new byte[2]);
            exchange.close();
        });
        nonsense.start();
        String base = "http://localhost:" + nonsense.getAddress().getPort();
        assertThatThrownBy(() -> centre.timeStamps(base + "/200").token(DIGEST)).isInstanceOf(TimeStampFailure.class);
        assertThatThrownBy(() -> centre.timeStamps(base + "/500").token(DIGEST))
                .isInstanceOf(TimeStampFailure.class)
                .hasRootCauseMessage("HTTP status 500");
        nonsense.stop(0);
    }

    @Test
    void saysThatNoneIsConfigured() {
        SigningSettings.Tsa none = new SigningSettings.Tsa(null, Duration.ofSeconds(1));
        SigningSettings.Tsa blank = new SigningSettings.Tsa(" ", Duration.ofSeconds(1));
        assertThatThrownBy(() -> new HttpTimeStamps(none, centre.trust()).token(DIGEST))
                .hasMessageContaining("jinqiao.tsa.url");
        assertThatThrownBy(() -> new HttpTimeStamps(blank, centre.trust()).token(DIGEST))
                .hasMessageContaining("jinqiao.tsa.url");
    }

    private static boolean refuses(byte[] token, Trust trust) {
        try {
            TimeStamp.verified(token, DIGEST, trust);
            return false;
        } catch (TimeStampFailure e) {
            return true;
        }
    }

    private static List<X509Certificate> roots() {
        return Anchors.read(TestIdentities.made().certificate("dev-root-rsa"));
    }
}
