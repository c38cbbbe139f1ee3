package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.Transport.Crossing;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.adapter.descriptor.FrameForm.Counts;
import io.jinqiao.adapter.descriptor.FrameForm.Written;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.support.TestIdentities;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.util.concurrent.NonStickyEventExecutorGroup;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's TCP server with its real route template and pipeline, and our client; behind the server a gateway that echoes. */
class TcpDoorTest {
    private static final int LIMIT = 1000;
    private static final List<WireRequest> SEEN = new java.util.concurrent.CopyOnWriteArrayList<>();
    private static final LengthPrefix DIGITS = prefix("0", Written.DIGITS_THEN_BLANKS, 6, Counts.MESSAGE);
    private static final LengthPrefix BINARY = prefix("", Written.BINARY, 4, Counts.HEADER_AND_MESSAGE);
    private static final Duration SOON = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static SigningRoom centre;
    private static SigningRoom bank;
    private static SigningRoom other;
    private static DefaultCamelContext camel;
    private static NonStickyEventExecutorGroup workers;
    private static int plain;
    private static int binary;
    private static int secured;
    private static int tight;
    private static int hasty;

    @BeforeAll
    static void open() throws Exception {
        centre = TestIdentities.room("centre");
        bank = TestIdentities.room("icbc");
        other = TestIdentities.room("otherbank");
        workers = new NonStickyEventExecutorGroup(new UnorderedThreadPoolEventExecutor(4));
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("gateway", new Echo());
        Path template = Path.of("routes/channels/tcp-in.camel.yaml");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromBytes(template.toString(), Files.readAllBytes(template)));
        camel.start();
        plain = gate("plain", DIGITS, null, 100_000);
        binary = gate("binary", BINARY, null, 100_000);
        secured = gate("secured", DIGITS, new JdkSslContext(centre.keys().tls("centre-tls-server").context(), false, ClientAuth.REQUIRE), 100_000);
        tight = gate("tight", DIGITS, null, 500);
        hasty = gate("hasty", DIGITS, null, 100_000, new Visitors(), SOON);
    }

    private static int gate(String partner, LengthPrefix prefix, @Nullable JdkSslContext tls, long memory) throws Exception {
        return gate(partner, prefix, tls, memory, new Visitors());
    }

    private static int gate(String partner, LengthPrefix prefix, @Nullable JdkSslContext tls, long memory, Visitors visitors)
            throws Exception {
        return gate(partner, prefix, tls, memory, visitors, PATIENCE);
    }

    private static int gate(String partner, LengthPrefix prefix, @Nullable JdkSslContext tls, long memory, Visitors visitors, Duration perMessage)
            throws Exception {
        TcpGate gate = new TcpGate(partner, prefix, LIMIT, perMessage, PATIENCE);
        camel.getRegistry().bind("tcp-server-" + partner, new TcpServer(gate, tls, workers, point -> {}, new BodyBudget(memory), visitors));
        int port = DevelopmentHouse.freePort();
        camel.addRouteFromTemplate(partner, "tcp-in", Map.of("partner", partner, "host", "localhost", "port", port));
        return port;
    }

    @AfterAll
    static void close() {
        camel.stop();
        workers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        centre.close();
        bank.close();
        other.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void answersManyRequestsOfOneConnectionMergedIntoOnePacketInTheirOrder() throws Exception {
        try (Socket socket = connect(plain)) {
            StringBuilder merged = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                merged.append("05     no.").append(i / 10).append(i % 10);
            }
            write(socket, merged.toString());
            for (int i = 0; i < 50; i++) {
                assertThat(read(socket, 12)).isEqualTo("05     no." + i / 10 + i % 10);
            }
        }
        assertThat(SEEN).hasSize(50).allSatisfy(r -> {
            assertThat(r.partner()).isEqualTo("plain");
            assertThat(r.truncated()).isFalse();
        });
    }

    @Test
    void putsAMessageTogetherThatCameByteByByte() throws Exception {
        try (Socket socket = connect(plain)) {
            socket.setTcpNoDelay(true);
            for (char c : "03     abc02     de".toCharArray()) {
                write(socket, "" + c);
            }
            assertThat(read(socket, 19)).isEqualTo("03     abc02     de");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET / HTTP/1.1', 14, false",
        "'1', 1, false",
        "'13     abc', 10, false",
        "'0abc   abc', 10, false",
        "'0999999abc', 7, true",
        "'0994   abc', 7, true"
    })
    void handsOnAHeaderThatIsNoneOrTooLargeAnswersAndEndsTheConnection(String sent, int seen, boolean truncated) throws Exception {
        try (Socket socket = connect(hasty)) {
            write(socket, sent);
            assertThat(read(socket, seen)).isEqualTo(sent.substring(0, seen));
            writeIfItStands(socket, "03     abc");
            assertThat(ended(socket)).isTrue();
        }
        assertThat(SEEN).singleElement().satisfies(r -> assertThat(r.truncated()).isEqualTo(truncated));
    }

    @Test
    void takesAMessageOfExactlyTheLimit() throws Exception {
        String largest = "0993   " + "x".repeat(993);
        try (Socket socket = connect(plain)) {
            write(socket, largest);
            assertThat(read(socket, LIMIT)).isEqualTo(largest);
        }
        assertThat(SEEN.get(0).truncated()).isFalse();
    }

    @Test
    void handsOnAMessageThatDoesNotEndInTimeAndEndsTheConnection() throws Exception {
        try (Socket socket = connect(hasty)) {
            write(socket, "06     abcde");
            assertThat(read(socket, 12)).isEqualTo("06     abcde");
            assertThat(ended(socket)).isTrue();
        }
    }

    @Test
    void handsOnAMessageWhoseSenderStoppedInTheMiddle() throws Exception {
        try (Socket socket = connect(plain)) {
            write(socket, "06     abc");
            socket.shutdownOutput();
            assertThat(read(socket, 10)).isEqualTo("06     abc");
            assertThat(ended(socket)).isTrue();
        }
    }

    @Test
    void answersWhoHasSaidEverythingAndStoppedSending() throws Exception {
        try (Socket socket = connect(plain)) {
            write(socket, "03     abc");
            socket.shutdownOutput();
            assertThat(read(socket, 10)).isEqualTo("03     abc");
            assertThat(ended(socket)).isTrue();
        }
        assertThat(SEEN).hasSize(1);
    }

    @Test
    void aLengthOneTooShortMakesTheNextHeaderNoneAndEndsTheConnection() throws Exception {
        try (Socket socket = connect(hasty)) {
            write(socket, "02     abc");
            assertThat(read(socket, 9)).isEqualTo("02     ab");
            assertThat(read(socket, 1)).isEqualTo("c");
            assertThat(ended(socket)).isTrue();
        }
        assertThat(SEEN).hasSize(2);
    }

    @Test
    void aLengthOfAThousandMillionsCostsNothing() throws Exception {
        try (Socket socket = connect(binary)) {
            socket.getOutputStream().write(new byte[] {(byte) 0x3b, (byte) 0x9a, (byte) 0xca, 0, 'x'});
            assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0x3b, 0x9a, 0xca, 0);
            assertThat(ended(socket)).isTrue();
        }
        assertThat(SEEN).singleElement().satisfies(r -> assertThat(r.truncated()).isTrue());
        try (Socket socket = connect(binary)) {
            socket.getOutputStream().write(new byte[] {0, 0, 0, 5, 'y'});
            assertThat(socket.getInputStream().readNBytes(5)).containsExactly(0, 0, 0, 5, 'y');
        }
    }

    @Test
    void closesAConnectionThatBringsMoreThanTheMemoryThereIsAndTakesTheNext() throws Exception {
        try (Socket socket = connect(tight)) {
            write(socket, "0900   " + "x".repeat(600));
            assertThat(ended(socket)).isTrue();
        }
        assertThat(SEEN).isEmpty();
        for (int i = 0; i < 100; i++) {
            try (Socket socket = connect(tight)) {
                write(socket, "03     abc");
                assertThat(read(socket, 10)).isEqualTo("03     abc");
            }
        }
    }

    @Test
    void letsNobodyInAtClosingTimeAndEndsWhatRests() throws Exception {
        Visitors visitors = new Visitors();
        int evening = gate("evening", DIGITS, null, 100_000, visitors);
        try (Socket resting = connect(evening)) {
            write(resting, "03     abc");
            assertThat(read(resting, 10)).isEqualTo("03     abc");
            assertThat(visitors.leave(PATIENCE)).as("everybody left").isTrue();
            assertThat(ended(resting)).isTrue();
        }
        await().atMost(PATIENCE).until(() -> nobodyIsLetIn(evening));
    }

    @Test
    void asksForTheCertificateOfTheConnectionAndHandsItOn() throws Exception {
        try (SSLSocket socket = secured(bank, "icbc-tls-client")) {
            write(socket, "03     abc02     de");
            assertThat(read(socket, 19)).isEqualTo("03     abc02     de");
        }
        assertThat(SEEN.get(0).peer().get(0)).isEqualTo(bank.keys().get("icbc-tls-client").certificate());
        assertThatThrownBy(() -> {
                    try (Socket socket = TestTls.trusting(bank, "icbc-tls-client").createSocket("localhost", secured)) {
                        write(socket, "03     abc");
                        if (socket.getInputStream().read() < 0) {
                            throw new IOException("ended");
                        }
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void ourClientCarriesARequestAndItsAnswer() throws Exception {
        assertThat(((Crossing.Answer) carry(client(plain, null, LIMIT), "03     abc")).body()).asString().isEqualTo("03     abc");
        SSLContext ours = centre.keys().tls("centre-tls-client").context();
        TcpClient trusting = new TcpClient(
                address(secured), ours, List.of(centre.keys().get("centre-tls-server").certificate()), PATIENCE, DIGITS, LIMIT);
        assertThat(((Crossing.Answer) carry(trusting, "03     abc")).body()).asString().isEqualTo("03     abc");
    }

    @Test
    void ourClientKnowsThatNothingLeftWhenTheConnectionDoesNotStand() throws Exception {
        assertThat(carry(client(DevelopmentHouse.freePort(), null, LIMIT), "03     abc")).isInstanceOf(Crossing.NeverLeft.class);
        SSLContext ours = centre.keys().tls("centre-tls-client").context();
        TcpClient pinning = new TcpClient(
                address(secured), ours, List.of(other.keys().get("otherbank-tls-client").certificate()), PATIENCE, DIGITS, LIMIT);
        assertThat(carry(pinning, "03     abc")).isInstanceOf(Crossing.NeverLeft.class);
        assertThat(SEEN).isEmpty();
    }

    @Test
    void ourClientDoesNotKnowWhenNoWholeAnswerComes() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertThat(carry(client(silent.getLocalPort(), null, LIMIT), "03     abc", SOON)).isInstanceOf(Crossing.Silence.class);
        }
        assertThat(answered("")).isInstanceOf(Crossing.Silence.class);
        assertThat(((Crossing.Answer) answered("09     abc")).body()).asString().isEqualTo("09     abc");
        assertThat(((Crossing.Answer) answered("what?")).body()).asString().isEqualTo("what?");
        assertThat(((Crossing.Answer) answered("0994   abc")).truncated()).isTrue();
        assertThat(((Crossing.Answer) answered("03     abcde")).body()).asString().isEqualTo("03     abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"09     abc", "09"})
    void ourClientKeepsWhatCameOfAnAnswerThatDoesNotEnd(String begun) throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        Crossing.Answer answer = (Crossing.Answer) answered(begun, Duration.ofSeconds(4), told::await, told::countDown);
        assertThat(answer.body()).asString().isEqualTo(begun);
        assertThat(answer.truncated()).isTrue();
    }

    private interface Wait {
        void await() throws InterruptedException;
    }

    /** What our client makes of a server that says this and ends. */
    private static Crossing answered(String says) throws Exception {
        return answered(says, PATIENCE, () -> {}, () -> {});
    }

    private static Crossing answered(String says, Duration replyTimeout, Wait beforeItEnds, Runnable whenCarried) throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Thread speaking = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().readNBytes(10);
                    write(socket, says);
                    beforeItEnds.await();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            speaking.start();
            Crossing crossing = carry(client(server.getLocalPort(), null, LIMIT), "03     abc", replyTimeout);
            whenCarried.run();
            speaking.join();
            return crossing;
        }
    }

    private static Crossing carry(TcpClient client, String request) {
        return carry(client, request, PATIENCE);
    }

    private static Crossing carry(TcpClient client, String request, Duration replyTimeout) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(request.getBytes(StandardCharsets.US_ASCII));
        Passage passage = Passage.begin(replyTimeout);
        try {
            client.process(exchange);
        } catch (IOException e) {
            return passage.left ? new Crossing.Silence(e.toString()) : new Crossing.NeverLeft(e.toString());
        } finally {
            Passage.end();
        }
        return passage.answer;
    }

    private static TcpClient client(int port, @Nullable SSLContext tls, int limit) {
        return new TcpClient(address(port), tls, List.of(), Duration.ofSeconds(5), DIGITS, limit);
    }

    private static InetSocketAddress address(int port) {
        return InetSocketAddress.createUnresolved("localhost", port);
    }

    private static LengthPrefix prefix(String flag, Written written, int width, Counts counts) {
        return new LengthPrefix(new FrameForm(flag, written, width, counts), StandardCharsets.US_ASCII);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(120_000);
        return socket;
    }

    private static SSLSocket secured(SigningRoom room, String alias) throws Exception {
        SSLSocket socket = (SSLSocket) room.keys().tls(alias).context().getSocketFactory().createSocket("localhost", secured);
        socket.setSoTimeout(120_000);
        return socket;
    }

    private static boolean nobodyIsLetIn(int port) {
        try (Socket late = connect(port)) {
            return ended(late);
        } catch (IOException e) {
            return true;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The other side may have ended the connection already. */
    private static void writeIfItStands(Socket socket, String text) throws IOException {
        try {
            write(socket, text);
        } catch (SocketException ended) {
            assertThat(ended(socket)).isTrue();
        }
    }

    private static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    /** Ended or reset: either way nothing more is said. */
    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Answers with what it got. */
    public static final class Echo implements io.jinqiao.adapter.Gateway {
        @Override
        public io.jinqiao.adapter.WireAnswer receive(WireRequest request) {
            SEEN.add(request);
            return new io.jinqiao.adapter.WireAnswer(200, Map.of(), request.body());
        }

        @Override
        public io.jinqiao.message.Outcome post(io.jinqiao.message.Outcome outcome) {
            return outcome;
        }
    }
}
