package io.jinqiao.workbench.simulate.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.credit.enquiry.EnquirySettings;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.MimeHeaders;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole Center on real sockets and real folders. */
class CreditCenterTest {
    private static final BankKeys KEYS = new BankKeys(TestIdentities.made());
    private static final String NAME = "D19999999H00012026100111000010";

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private CreditCenter center;

    @TempDir
    private Path work;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2026-10-01T08:30:00Z"), ZoneOffset.UTC);
        center = new CreditCenter(KEYS, work, ReportSettings.plain(), EnquirySettings.usual(), 0, clock, told::add).start();
    }

    @AfterEach
    void close() {
        center.close();
    }

    private static HttpClient client(String alias) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(KEYS.tls(alias)).build();
    }

    private HttpResponse<String> post(String alias) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + center.port() + CreditCenter.PATH))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString("<a/>"))
                .build();
        return client(alias).send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void speaksTlsWithTheCentreAndWithNobodyElse() throws Exception {
        assertThat(post("centre-tls-client").body()).contains("soap:Fault");
        assertThatThrownBy(() -> post("icbc-tls-client")).isInstanceOf(IOException.class);
    }

    @Test
    void isUnderstoodByASoapLibraryThatKnowsNothingOfIt() throws Exception {
        SOAPMessage request = MessageFactory.newInstance().createMessage();
        request.getSOAPBody()
                .addChildElement(new QName("http://ws.serviceaccept.ws.service.query.channel.pbccrc.org/", "psCreditReportQueryReq", "q"))
                .addChildElement("querymessage")
                .addTextNode("B2.0.0D18888888H0001B000000000000120261001083000D10120261001000000010000000000\r\n<Document/>{S:AAAA:S}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.writeTo(bytes);
        HttpResponse<InputStream> answer = client("centre-tls-client")
                .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + center.port() + CreditCenter.PATH))
                                .timeout(Duration.ofSeconds(60))
                                .header("Content-Type", "text/xml; charset=utf-8")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes.toByteArray()))) // in chunks
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        MimeHeaders headers = new MimeHeaders();
        headers.addHeader("Content-Type", answer.headers().firstValue("Content-Type").orElseThrow());
        String text = MessageFactory.newInstance().createMessage(headers, answer.body()).getSOAPBody().getFirstChild().getFirstChild().getTextContent();
        assertThat(text).startsWith("B2.0.0B0000000000001D18888888H0001").contains("D10220261001000000010000000000\r\n<Document><Msg><ResultCode>ABM003</ResultCode>");
    }

    @Test
    void takesAFileWhenItIsCompleteAndPutsFeedbackBeside() throws IOException {
        Files.writeString(work.resolve("in").resolve(NAME + ".txt.part"), "not yet");
        Files.writeString(work.resolve("in").resolve("D19999999H00012026100111000020.txt"), "A0501102.0.0  D19999999H00012026100108300000000000");
        Path feedback = work.resolve("out/D19999999H00012026100111000021.txt");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(feedback));
        assertThat(feedback).content().startsWith("A0722.0.0D1999999").endsWith("00000000000000");
        assertThat(work.resolve("in")).isDirectoryContaining(file -> file.toString().endsWith(".part"));
        assertThat(work.resolve("read/D19999999H00012026100111000020.txt")).exists();
        await().atMost(Duration.ofSeconds(60)).until(() -> told.contains("D19999999H00012026100111000020.txt → D19999999H00012026100111000021 taken 0, refused 0"));
    }

    @Test
    void isToldHowToBehave() throws IOException {
        CenterOrders orders = new CenterOrders(center);
        assertThat(orders.told("POST /files", java.util.Map.of("as", "delays", "times", "1"))).isEqualTo("ok");
        Files.writeString(work.resolve("in").resolve(NAME + ".txt"), "nothing");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(work.resolve("read").resolve(NAME + ".txt")));
        assertThat(work.resolve("out")).isEmptyDirectory();
        assertThat(orders.told("POST /release", java.util.Map.of())).isEqualTo("released 1");
        assertThat(work.resolve("out/D19999999H00012026100111000012.txt")).exists();
        assertThat(orders.told("GET /rules", java.util.Map.of())).contains("exercised / implemented: 1 / ", "ABH005");
        assertThat(orders.told("POST /holiday", java.util.Map.of())).isNull();
        assertThatThrownBy(() -> orders.told("POST /enquiries", java.util.Map.of("as", "sideways"))).hasMessageContaining("NOT_GZIP");
    }
}
