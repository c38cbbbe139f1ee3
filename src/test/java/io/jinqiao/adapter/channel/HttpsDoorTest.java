package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.Gateway;
import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.message.Outcome;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import io.netty.util.concurrent.NonStickyEventExecutorGroup;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The partners' server with its real route template, TLS and pipeline; behind it a gateway that echoes. */
class HttpsDoorTest {
    private static final int LIMIT = 1000;
    private static final int MEMORY = 5_000;
    private static final Path TEMPLATE = Path.of("routes/channels/http-in.camel.yaml");
    private static final List<WireRequest> SEEN = new CopyOnWriteArrayList<>();

    private static SigningRoom centre;
    private static SigningRoom bank;
    private static SigningRoom other;
    private static DefaultCamelContext camel;
    private static NonStickyEventExecutorGroup workers;
    private static int port;

    @BeforeAll
    static void open() throws Exception {
        centre = TestIdentities.room("centre");
        bank = TestIdentities.room("icbc");
        other = TestIdentities.room("otherbank");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        PartnersDoor door = new PartnersDoor(
                "localhost", port, "centre-tls-server", 4, DataSize.ofBytes(MEMORY), Duration.ofSeconds(6), Duration.ofSeconds(30), LIMIT);
        workers = new NonStickyEventExecutorGroup(new UnorderedThreadPoolEventExecutor(4));
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("gateway", new Echo());
        camel.getRegistry().bind("wireBinding", new WireBinding());
        camel.getRegistry().bind("partnersServer", new PartnersServer(camel, door, port, centre.keys(), workers, path -> LIMIT, point -> {}));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromBytes(TEMPLATE.toString(), Files.readAllBytes(TEMPLATE)));
        camel.start();
        camel.addRouteFromTemplate("in", "http-in", Map.of("host", "localhost", "port", port));
    }

    @AfterAll
    static void close() {
        camel.stop();
        workers.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
        centre.close();
        bank.close();
        other.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void handsOnTheExactBytesAndTheCertificateOfTheConnection() throws Exception {
        byte[] body = {'{', (byte) 0xff, 0, '\r', '\n', '}'};
        try (SSLSocket socket = connect(bank, "icbc-tls-client")) {
            send(socket, "/partners/icbc/api/x/V1?a=b", body);
            assertThat(answer(socket)).isEqualTo(body);
        }
        WireRequest request = SEEN.get(0);
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.partner()).isEqualTo("icbc");
        assertThat(request.path()).isEqualTo("/partners/icbc/api/x/V1");
        assertThat(request.headers()).containsEntry("x-own", "Some Value");
        assertThat(request.truncated()).isFalse();
        assertThat(request.peer().get(0)).isEqualTo(bank.keys().get("icbc-tls-client").certificate());
    }

    @Test
    void letsNobodyInWithoutACertificate() {
        assertThatThrownBy(() -> {
                    try (SSLSocket socket = (SSLSocket)
                            TestTls.trusting(bank, "icbc-tls-client").createSocket("localhost", port)) {
                        send(socket, "/partners/icbc", new byte[0]);
                        answer(socket);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(SEEN).isEmpty();
    }

    @Test
    void refusesAnExpiredCertificateInTheHandshake() {
        assertThatThrownBy(() -> {
                    try (SSLSocket socket = connect(bank, "icbc-tls-client-expired")) {
                        send(socket, "/partners/icbc", new byte[0]);
                        answer(socket);
                    }
                })
                .isInstanceOfAny(SSLException.class, IOException.class);
        assertThat(SEEN).isEmpty();
    }

    @Test
    void cutsAnOversizedBodyAndStillAnswers() throws Exception {
        byte[] body = new byte[200 * LIMIT];
        Arrays.fill(body, (byte) 'x');
        try (SSLSocket socket = connect(bank, "icbc-tls-client")) {
            send(socket, "/partners/icbc", body);
            assertThat(answer(socket)).hasSize(LIMIT + 1);
        }
        assertThat(SEEN.get(0).truncated()).isTrue();
        assertThat(SEEN.get(0).body()).hasSize(LIMIT + 1);
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        try (SSLSocket socket = connect(bank, "icbc-tls-client")) {
            send(socket, "/partners/icbc", new byte[LIMIT]);
            assertThat(answer(socket)).hasSize(LIMIT);
        }
        assertThat(SEEN.get(0).truncated()).isFalse();
    }

    @Test
    void answersManyRequestsOfOneConnectionInTheirOrder() throws Exception {
        try (SSLSocket socket = connect(bank, "icbc-tls-client")) {
            for (int i = 0; i < 20; i++) {
                send(socket, "/partners/icbc", ("number " + i).getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(new String(answer(socket), StandardCharsets.UTF_8)).isEqualTo("number " + i);
            }
        }
    }

    @Test
    void endsAConnectionWhoseRequestDoesNotArrive() throws Exception {
        try (SSLSocket socket = connect(bank, "icbc-tls-client")) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /partners/icbc HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(SEEN).isEmpty();
    }

    @Test
    void turnsRequestsAwayWhileOthersHoldAllMemoryAndTakesThemAgainAfterwards() throws Exception {
        byte[] body = new byte[LIMIT];
        List<SSLSocket> half = new ArrayList<>();
        for (int i = 0; i < MEMORY / LIMIT; i++) {
            SSLSocket socket = connect(bank, "icbc-tls-client");
            half.add(socket);
            socket.getOutputStream().write(head("/partners/icbc", LIMIT + 1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> status(body) == 503);
        for (SSLSocket socket : half) {
            socket.close();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> status(body) == 200);
    }

    private static int status(byte[] body) throws Exception {
        try (SSLSocket socket = connect(bank, "icbc-tls-client")) {
            send(socket, "/partners/icbc", body);
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
        }
    }

    @Test
    void handsOnWhatIsSentToAnAddressNobodyKnows() throws Exception {
        try (SSLSocket socket = connect(other, "otherbank-tls-client")) {
            send(socket, "/somewhere/else", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer(socket)).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(SEEN.get(0).partner()).isEqualTo("else");
    }

    private static SSLSocket connect(SigningRoom room, String alias) throws Exception {
        SSLSocket socket =
                (SSLSocket) room.keys().tls(alias).context().getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(20_000);
        socket.startHandshake();
        return socket;
    }

    private static void send(SSLSocket socket, String path, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head(path, body.length));
        out.write(body);
        out.flush();
    }

    private static byte[] head(String path, int length) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Own: Some Value\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Body of the next answer. */
    private static byte[] answer(SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before an answer");
            }
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?si).*content-length: (\\d+).*", "$1");
        return in.readNBytes(Integer.parseInt(length));
    }

    /** Answers with what it got. */
    public static final class Echo implements Gateway {
        @Override
        public WireAnswer receive(WireRequest request) {
            SEEN.add(request);
            return new WireAnswer(200, Map.of("Content-Type", "text/plain"), request.body());
        }

        @Override
        public Outcome post(Outcome outcome) {
            return outcome;
        }
    }
}
