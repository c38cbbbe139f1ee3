package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP as the standard wants it is told so at once, the connection ends, and nothing behind it is taken for a request. */
class MalformedHttpTest {
    private static final String GOOD = "POST /partners/icbc HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
    private static final String START = "POST /partners/icbc HTTP/1.1\r\nHost: x\r\n";

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

    static Stream<Arguments> nonsense() {
        String chunked = START + "Transfer-Encoding: chunked\r\n";
        return Stream.of(
                nonsense("no request line", "hello\r\n\r\n", 400),
                nonsense("bytes of another protocol", "\0\1\2\3\r\n\r\n", 400),
                nonsense("a request line without a version", "POST /partners/icbc\r\nHost: x\r\n\r\n", 400),
                nonsense("another version", "POST / HTTP/3.7\r\nHost: x\r\n\r\n", 505),
                nonsense("a request line without end", "POST /" + "a".repeat(5000) + " HTTP/1.1\r\nHost: x\r\n\r\n", 414),
                nonsense("a header without a colon", START + "nonsense\r\n\r\n", 400),
                nonsense("a blank before the colon", START + "Content-Length : 4\r\n\r\nabcd", 400),
                nonsense("a NUL in a header", START + "X-One: a\0b\r\n\r\n", 400),
                nonsense("headers too large", START + "X-Large: " + "b".repeat(200_000) + "\r\n\r\n", 431),
                nonsense("no host", "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400),
                nonsense("two hosts", START + "Host: y\r\nContent-Length: 0\r\n\r\n", 400),
                nonsense("two lengths", START + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", 400),
                nonsense("a length twice", START + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd", 400),
                nonsense("two lengths in one", START + "Content-Length: 4, 5\r\n\r\nabcde", 400),
                nonsense("a negative length", START + "Content-Length: -1\r\n\r\n", 400),
                nonsense("a length with a sign", START + "Content-Length: +4\r\n\r\nabcd", 400),
                nonsense("a length that is no number", START + "Content-Length: four\r\n\r\nabcd", 400),
                nonsense("a length beyond all numbers", START + "Content-Length: 99999999999999999999\r\n\r\nabcd", 400),
                nonsense("both a length and chunks", chunked + "Content-Length: 4\r\n\r\n0\r\n\r\n", 400),
                nonsense("a coding we do not know", START + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400),
                nonsense("chunked but not last", START + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400),
                nonsense("chunked twice", chunked + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
                nonsense("nearly chunked", START + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400),
                nonsense("chunks in HTTP/1.0", chunked.replace("1.1", "1.0") + "\r\n0\r\n\r\n", 400),
                nonsense("a chunk without a size", chunked + "\r\nzz\r\nabc\r\n0\r\n\r\n", 400),
                nonsense("a negative chunk", chunked + "\r\n-1\r\n\r\n0\r\n\r\n", 400),
                nonsense("a chunk longer than its size", chunked + "\r\n3\r\nabcdef\r\n0\r\n\r\n", 400),
                nonsense("a size without end", chunked + "\r\n" + "1".repeat(100_000) + "\r\n", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void isRefusedAtOnceAndTheConnectionEnds(String what, byte[] bytes, int status) throws Exception {
        try (SSLSocket socket = door.connect()) {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            String headers = OpenDoor.headers(socket);
            assertThat(headers).startsWith("HTTP/1.1 " + status).containsIgnoringCase("connection: close");
            assertThat(everythingElse(socket)).doesNotContain("HTTP/1.1 200");
        }
        assertThat(door.seen).as("requests that were taken").isEmpty();
    }

    @Test
    void theRequestBeforeTheNonsenseIsAnsweredFirst() throws Exception {
        try (SSLSocket socket = door.connect()) {
            socket.getOutputStream().write((GOOD + "nonsense\r\n\r\n" + GOOD).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(OpenDoor.headers(socket)).startsWith("HTTP/1.1 200");
            assertThat(OpenDoor.headers(socket)).startsWith("HTTP/1.1 400");
        }
        assertThat(door.seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"})
    void everyMethodReachesTheGatewayUnderItsName(String method) throws Exception {
        try (SSLSocket socket = door.connect()) {
            String request = method + " /partners/icbc HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi";
            socket.getOutputStream().write((request + GOOD).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (method.equals("HEAD")) {
                assertThat(OpenDoor.headers(socket)).containsIgnoringCase("content-length: 2");
            } else {
                assertThat(OpenDoor.answer(socket)).isEqualTo("hi".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(OpenDoor.headers(socket)).as("the next answer").startsWith("HTTP/1.1 200");
        }
        assertThat(door.seen.get(0).method()).isEqualTo(method);
        assertThat(door.seen.get(1).method()).isEqualTo("POST");
    }

    private static Arguments nonsense(String what, String bytes, int status) {
        // were a second request hidden behind it, it would be seen
        return Arguments.of(what, (bytes + GOOD).getBytes(StandardCharsets.ISO_8859_1), status);
    }

    private static String everythingElse(SSLSocket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
