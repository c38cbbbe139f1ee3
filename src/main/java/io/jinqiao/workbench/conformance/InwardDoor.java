package io.jinqiao.workbench.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.simulate.Reception;
import io.jinqiao.workbench.simulate.mirror.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Where a bank's test system calls us while conformance runs: the folder's inward channel on a port of its own, with the agreed TLS. */
final class InwardDoor implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int PATIENCE = 30_000;

    private final ExecutorService threads = Executors.newCachedThreadPool(InwardDoor::daemon);
    private final Function<WireRequest, WireAnswer> desk;
    private final int limit;
    private final @Nullable HttpsServer http;
    private final @Nullable Reception stream;

    private InwardDoor(Channel channel, @Nullable FrameForm frame, SigningRoom room, int port, int limit, Function<WireRequest, WireAnswer> desk) {
        this.desk = desk;
        this.limit = limit;
        try {
            this.http = frame == null ? https(channel, room, port) : null;
            this.stream = frame == null ? null : Reception.open(frames(channel, room, port), "conformance-door", caller -> converse(caller, new Frames(frame)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    /**
     * @param frame null for HTTP
     * @param port 0: any
     * @param limit most bytes of a request
     */
    static InwardDoor open(Channel channel, @Nullable FrameForm frame, SigningRoom room, int port, int limit, Function<WireRequest, WireAnswer> desk) {
        return new InwardDoor(channel, frame, room, port, limit, desk);
    }

    int port() {
        return http != null ? http.getAddress().getPort() : java.util.Objects.requireNonNull(stream).port();
    }

    private HttpsServer https(Channel channel, SigningRoom room, int port) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(port), BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(room.keys().tls(java.util.Objects.requireNonNull(channel.ourIdentity())).context()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters agreed = getSSLContext().getDefaultSSLParameters();
                agreed.setNeedClientAuth(true);
                parameters.setSSLParameters(agreed);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            byte[] body = exchange.getRequestBody().readNBytes(limit + 1);
            List<X509Certificate> peer = chain(((HttpsExchange) exchange).getSSLSession().getPeerCertificates());
            WireAnswer answer = desk.apply(new WireRequest("", exchange.getRequestURI().getRawPath(), headers, body, body.length > limit, peer, null));
            answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static ServerSocket frames(Channel channel, SigningRoom room, int port) throws IOException {
        String identity = channel.ourIdentity();
        if (identity == null) {
            return new ServerSocket(port, BACKLOG);
        }
        SSLServerSocket server = (SSLServerSocket) room.keys().tls(identity).context().getServerSocketFactory().createServerSocket(port, BACKLOG);
        server.setNeedClientAuth(true);
        return server;
    }

    private void converse(Socket caller, Frames frames) throws IOException {
        caller.setSoTimeout(PATIENCE);
        byte[] frame = frames.read(caller.getInputStream());
        List<X509Certificate> peer = caller instanceof SSLSocket tls ? chain(tls.getSession().getPeerCertificates()) : List.of();
        while (frame != null) {
            WireAnswer answer = desk.apply(new WireRequest("", "", Map.of(), frame, frame.length > limit, peer, null));
            caller.getOutputStream().write(answer.body());
            caller.getOutputStream().flush();
            frame = frames.read(caller.getInputStream());
        }
    }

    private static List<X509Certificate> chain(Certificate[] shown) {
        return Arrays.stream(shown).map(X509Certificate.class::cast).toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "conformance-door");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        if (http != null) {
            http.stop(0);
        }
        if (stream != null) {
            stream.close();
        }
        threads.shutdownNow();
    }
}
