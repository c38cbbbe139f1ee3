package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.TestIdentities;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LineTest {
    private final BankKeys keys = new BankKeys(TestIdentities.made());

    @Test
    void saysThatOnlyPostIsSpokenHere() throws Exception {
        try (Line line = new Line(keys.tls("ccb-tls-server"), keys.certificate("centre-tls-client"), new HttpFraming(), 0, new Nobody())) {
            line.open();
            HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(keys.tls("centre-tls-client")).build();
            HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(URI.create("https://localhost:" + line.port() + "/")).GET().build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).contains("POST");
        }
    }

    /** At whose desk nothing may arrive. */
    private static final class Nobody implements Counter {
        @Override
        public Spoken take(Packet packet) {
            throw new AssertionError("a packet");
        }

        @Override
        public Spoken refuse(NotUnderstood wrong) {
            throw new AssertionError(wrong);
        }
    }
}
