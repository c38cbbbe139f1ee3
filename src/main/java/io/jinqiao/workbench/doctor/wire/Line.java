package io.jinqiao.workbench.doctor.wire;

import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.signing.TlsIdentity;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The way to one partner, a new connection for each thing that is tried. Nothing is tried twice by itself. */
public final class Line {
    private static final int OK = 200;
    /** Longest pause inside an answer whose end nobody can tell. */
    private static final int QUIET_MILLIS = 2000;
    /** How long a handshake may take at least; between machines that are busy it is no sign of anything to wait. */
    private static final int HANDSHAKE_MILLIS = 8000;
    /** How long a connection nobody speaks on is watched for being closed. */
    private static final int WATCH_MILLIS = 3000;

    private final Endpoint endpoint;
    private final @Nullable TlsIdentity identity;
    private final int connectMillis;
    private final int patienceMillis;
    private final @Nullable LengthPrefix prefix;
    private final int limit;

    /**
     * @param identity null: we have no certificate to show
     * @param patience for an answer
     * @param prefix of frames; null for HTTP
     * @param limit most bytes of an answer that are read
     */
    public Line(
            Endpoint endpoint,
            @Nullable TlsIdentity identity,
            Duration connect,
            Duration patience,
            @Nullable LengthPrefix prefix,
            int limit) {
        this.endpoint = endpoint;
        this.identity = identity;
        this.connectMillis = (int) connect.toMillis();
        this.patienceMillis = (int) patience.toMillis();
        this.prefix = prefix;
        this.limit = limit;
    }

    /** Whether the port takes a connection. @return null when it does */
    public @Nullable Fault reach() {
        try (Socket socket = plain()) {
            return null;
        } catch (IOException e) {
            return Fault.of(e);
        }
    }

    public Handshake shake() {
        Observer observer = new Observer(identity);
        try (Socket plain = plain()) {
            SSLSocket socket = secured(plain, observer);
            return observer.seen(null, socket.getSession().getProtocol());
        } catch (IOException e) {
            return observer.seen(Fault.of(e), "");
        }
    }

    /** A handshake, then silence on our side: a server that dislikes our certificate says so now under TLS 1.3. */
    public Handshake shakeAndListen() {
        Observer observer = new Observer(identity);
        try (Socket plain = plain()) {
            SSLSocket socket = secured(plain, observer);
            socket.setSoTimeout(WATCH_MILLIS);
            String protocol = socket.getSession().getProtocol();
            try {
                int first = socket.getInputStream().read();
                return observer.seen(first < 0 ? Fault.of(new EOFException("closed after the handshake")) : null, protocol);
            } catch (SocketTimeoutException nothingWrong) {
                return observer.seen(null, protocol);
            }
        } catch (IOException e) {
            return observer.seen(Fault.of(e), "");
        }
    }

    /** Whether the other side ends a connection on which nothing was said. */
    public boolean closedUnasked() {
        try (Socket socket = plain()) {
            socket.setSoTimeout(WATCH_MILLIS);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stays) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether the port answers plain HTTP; asks for nothing. */
    public boolean speaksPlainHttp() {
        try (Socket socket = plain()) {
            socket.setSoTimeout(WATCH_MILLIS);
            socket.getOutputStream().write(("OPTIONS * HTTP/1.1\r\nHost: " + endpoint + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(5);
            return new String(start, StandardCharsets.US_ASCII).equals("HTTP/");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the port answers an empty frame in the clear with another frame. */
    public boolean speaksPlainFrames() {
        if (prefix == null) {
            return false;
        }
        try (Socket socket = plain()) {
            socket.setSoTimeout(WATCH_MILLIS);
            socket.getOutputStream().write(prefix.bytes(""));
            byte[] header = socket.getInputStream().readNBytes(prefix.headerLength());
            return header.length == prefix.headerLength() && prefix.announced(header) != LengthPrefix.NO_HEADER;
        } catch (IOException e) {
            return false;
        }
    }

    /** The same way with TLS, although it was agreed without, and nothing of ours to show. */
    public Line secured() {
        Endpoint tls = new Endpoint(endpoint.host(), endpoint.port(), endpoint.path(), endpoint.http(), true);
        return new Line(tls, null, Duration.ofMillis(connectMillis), Duration.ofMillis(patienceMillis), prefix, limit);
    }

    /** How long the other side may keep silent in a handshake. */
    public Duration handshakePatience() {
        return Duration.ofMillis(Math.max(connectMillis, HANDSHAKE_MILLIS));
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Sends one request and reads what comes. */
    public Crossing call(WireCall call) {
        boolean left = false;
        try (Socket plain = plain()) {
            Socket socket = endpoint.tls() ? secured(plain, new Observer(identity)) : plain;
            socket.setSoTimeout(patienceMillis);
            left = true;
            OutputStream out = socket.getOutputStream();
            out.write(endpoint.http() ? http(call) : call.body());
            out.flush();
            return endpoint.http() ? new HttpReading(socket.getInputStream(), limit).read() : frame(socket);
        } catch (IOException e) {
            return new Crossing.Nothing(Fault.of(e), left);
        }
    }

    private byte[] http(WireCall call) {
        String path = endpoint.path() + call.path();
        StringBuilder head = new StringBuilder("POST " + (path.isEmpty() ? "/" : path) + " HTTP/1.1\r\nHost: " + endpoint + "\r\n");
        call.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(call.body().length).append("\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(call.body());
        return all.toByteArray();
    }

    /** Everything that comes, whatever the header announces: what it counts is one of the questions. */
    private Crossing frame(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        try {
            for (int n = in.read(block); n >= 0 && came.size() < limit; n = in.read(block)) {
                came.write(block, 0, n);
                socket.setSoTimeout(whole(came.toByteArray()) ? QUIET_MILLIS / 10 : QUIET_MILLIS);
            }
        } catch (SocketTimeoutException e) {
            if (came.size() == 0) {
                throw e;
            }
        }
        if (came.size() == 0) {
            throw new EOFException("the connection ended without an answer");
        }
        return new Crossing.Answer(OK, Map.of(), came.toByteArray(), null);
    }

    private boolean whole(byte[] came) {
        return prefix != null && came.length >= prefix.headerLength() && came.length - prefix.headerLength() >= prefix.announced(came);
    }

    private Socket plain() throws IOException {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(endpoint.host());
        }
        Socket socket = new Socket();
        try {
            socket.connect(address, connectMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private SSLSocket secured(Socket plain, Observer observer) throws IOException {
        SSLSocket socket = (SSLSocket)
                observer.context().getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
        socket.setSoTimeout((int) handshakePatience().toMillis());
        socket.startHandshake();
        return socket;
    }
}
