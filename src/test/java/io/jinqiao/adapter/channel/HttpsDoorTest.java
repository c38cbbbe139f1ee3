package io.jinqiao.adapter.channel;

import static io.jinqiao.adapter.channel.OpenDoor.LIMIT;
import static io.jinqiao.adapter.channel.OpenDoor.MEMORY;
import static io.jinqiao.adapter.channel.OpenDoor.answer;
import static io.jinqiao.adapter.channel.OpenDoor.head;
import static io.jinqiao.adapter.channel.OpenDoor.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.WireRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What partners send over HTTPS, and what a stranger may try. */
class HttpsDoorTest {
    private static OpenDoor door;

    @BeforeAll
    static void open() throws Exception {
        door = new OpenDoor();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @BeforeEach
    void forget() {
        door.seen.clear();
    }

    @Test
    void handsOnTheExactBytesAndTheCertificateOfTheConnection() throws Exception {
        byte[] body = {'{', (byte) 0xff, 0, '\r', '\n', '}'};
        try (SSLSocket socket = door.connect()) {
            send(socket, "/partners/icbc/api/x/V1?a=b", body);
            assertThat(answer(socket)).isEqualTo(body);
        }
        WireRequest request = door.seen.get(0);
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.partner()).isEqualTo("icbc");
        assertThat(request.path()).isEqualTo("/partners/icbc/api/x/V1");
        assertThat(request.headers()).containsEntry("x-own", "Some Value");
        assertThat(request.truncated()).isFalse();
        assertThat(request.peer().get(0)).isEqualTo(door.bank.keys().get("icbc-tls-client").certificate());
    }

    @Test
    void letsNobodyInWithoutACertificate() {
        assertThatThrownBy(() -> {
                    try (SSLSocket socket = (SSLSocket)
                            TestTls.trusting(door.bank, "icbc-tls-client").createSocket("localhost", door.port())) {
                        send(socket, "/partners/icbc", new byte[0]);
                        answer(socket);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(door.seen).isEmpty();
    }

    @Test
    void refusesAnExpiredCertificateInTheHandshake() {
        assertThatThrownBy(() -> {
                    try (SSLSocket socket = door.connect(door.bank, "icbc-tls-client-expired")) {
                        send(socket, "/partners/icbc", new byte[0]);
                        answer(socket);
                    }
                })
                .isInstanceOfAny(SSLException.class, IOException.class);
        assertThat(door.seen).isEmpty();
    }

    @Test
    void cutsAnOversizedBodyAndStillAnswers() throws Exception {
        byte[] body = new byte[200 * LIMIT];
        Arrays.fill(body, (byte) 'x');
        try (SSLSocket socket = door.connect()) {
            send(socket, "/partners/icbc", body);
            assertThat(answer(socket)).hasSize(LIMIT + 1);
        }
        assertThat(door.seen.get(0).truncated()).isTrue();
        assertThat(door.seen.get(0).body()).hasSize(LIMIT + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3 << 20})
    void answersAnAnnouncedLengthBeyondAllReasonBeforeItsBytesAreThere(int come) throws Exception {
        try (SSLSocket socket = door.connect()) {
            socket.getOutputStream().write(head("/partners/icbc", 1_000_000_000));
            socket.getOutputStream().write(new byte[come]);
            socket.getOutputStream().flush();
            assertThat(OpenDoor.headers(socket)).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            assertThat(socket.getInputStream().read()).as("the end of the connection").isEqualTo(-1);
        }
        assertThat(door.seen).singleElement().satisfies(request -> {
            assertThat(request.truncated()).isTrue();
            assertThat(request.body()).isEmpty();
        });
    }

    @Test
    void asksNobodyForABodyThatIsTooLarge() throws Exception {
        String asks = "POST /partners/icbc HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + (LIMIT + 1) + "\r\n\r\n";
        try (SSLSocket socket = door.connect()) {
            socket.getOutputStream().write(asks.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(OpenDoor.headers(socket)).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
        }
        assertThat(door.seen.get(0).truncated()).isTrue();
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        try (SSLSocket socket = door.connect()) {
            send(socket, "/partners/icbc", new byte[LIMIT]);
            assertThat(answer(socket)).hasSize(LIMIT);
        }
        assertThat(door.seen.get(0).truncated()).isFalse();
    }

    @Test
    void answersManyRequestsOfOneConnectionInTheirOrder() throws Exception {
        try (SSLSocket socket = door.connect()) {
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
        try (OpenDoor hasty = new OpenDoor(Duration.ofSeconds(1)); SSLSocket socket = hasty.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("POST /partners/icbc HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(hasty.seen).isEmpty();
        }
    }

    @Test
    void turnsRequestsAwayWhileOthersHoldAllMemoryAndTakesThemAgainAfterwards() throws Exception {
        byte[] body = new byte[LIMIT];
        List<SSLSocket> half = new ArrayList<>();
        for (int i = 0; i < MEMORY / LIMIT; i++) {
            SSLSocket socket = door.connect();
            half.add(socket);
            socket.getOutputStream().write(head("/partners/icbc", LIMIT + 1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> status(body) == 503);
        for (SSLSocket socket : half) {
            socket.close();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> status(body) == 200);
    }

    private static int status(byte[] body) throws Exception {
        try (SSLSocket socket = door.connect()) {
            send(socket, "/partners/icbc", body);
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(9));
        }
    }

    @Test
    void handsOnWhatIsSentToAnAddressNobodyKnows() throws Exception {
        try (SSLSocket socket = door.connect(door.other, "otherbank-tls-client")) {
            send(socket, "/somewhere/else", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer(socket)).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(door.seen.get(0).partner()).isEqualTo("else");
    }
}
