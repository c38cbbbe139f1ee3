package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Gateway;
import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.message.Outcome;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.support.TestIdentities;
import io.netty.util.concurrent.NonStickyEventExecutorGroup;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.util.unit.DataSize;

/** The partners' server with its real route template, TLS and pipeline; behind it a gateway that echoes. */
final class OpenDoor implements AutoCloseable {
    static final int LIMIT = 1000;
    static final int MEMORY = 5_000;
    private static final Path TEMPLATE = Path.of("routes/channels/http-in.camel.yaml");

    final List<WireRequest> seen = new CopyOnWriteArrayList<>();
    final Visitors visitors = new Visitors();
    final SigningRoom bank = TestIdentities.room("icbc");
    final SigningRoom other = TestIdentities.room("otherbank");
    private final SigningRoom centre = TestIdentities.room("centre");
    private final NonStickyEventExecutorGroup workers =
            new NonStickyEventExecutorGroup(new UnorderedThreadPoolEventExecutor(4));
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final int port;
    private volatile CountDownLatch held = new CountDownLatch(0);

    OpenDoor() throws Exception {
        this(Duration.ofMinutes(3));
    }

    /** @param perRequest within which a request must have come whole */
    OpenDoor(Duration perRequest) throws Exception {
        port = DevelopmentHouse.freePort();
        PartnersDoor door = new PartnersDoor(
                "localhost", port, "centre-tls-server", 4, DataSize.ofBytes(MEMORY), perRequest, Duration.ofMinutes(3), LIMIT);
        camel.getRegistry().bind("gateway", new Echo());
        camel.getRegistry().bind("wireBinding", new WireBinding());
        camel.getRegistry()
                .bind("partnersServer", new PartnersServer(camel, door, port, centre.keys(), workers, path -> LIMIT, point -> {}, visitors));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromBytes(TEMPLATE.toString(), Files.readAllBytes(TEMPLATE)));
        camel.start();
        camel.addRouteFromTemplate("in", "http-in", Map.of("host", "localhost", "port", port));
    }

    int port() {
        return port;
    }

    /** From now on requests wait for their answer. @return lets them go on */
    CountDownLatch holdAnswers() {
        held = new CountDownLatch(1);
        return held;
    }

    SSLSocket connect(SigningRoom room, String alias) throws Exception {
        SSLSocket socket =
                (SSLSocket) room.keys().tls(alias).context().getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(120_000);
        socket.startHandshake();
        return socket;
    }

    SSLSocket connect() throws Exception {
        return connect(bank, "icbc-tls-client");
    }

    static void send(SSLSocket socket, String path, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head(path, body.length));
        out.write(body);
        out.flush();
    }

    static byte[] head(String path, int length) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Own: Some Value\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Status line and headers of the next answer. */
    static String headers(SSLSocket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before an answer");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Body of the next answer. */
    static byte[] answer(SSLSocket socket) throws IOException {
        String length = headers(socket).replaceAll("(?si).*content-length: (\\d+).*", "$1");
        return socket.getInputStream().readNBytes(Integer.parseInt(length));
    }

    @Override
    public void close() {
        held.countDown();
        camel.stop();
        workers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        centre.close();
        bank.close();
        other.close();
    }

    /** Answers with what it got. */
    public final class Echo implements Gateway {
        @Override
        public WireAnswer receive(WireRequest request) {
            seen.add(request);
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new WireAnswer(200, Map.of("Content-Type", "text/plain"), request.body());
        }

        @Override
        public Outcome post(Outcome outcome) {
            return outcome;
        }
    }
}
