package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Transport.Crossing;
import io.jinqiao.adapter.codec.LengthPrefix;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * A TCP client for one partner. A connection carries one request: it is opened, written to, read until the announced length has come, and
 * closed. From the moment its connection (and TLS) stands, bytes of the request may have left.
 */
final class TcpClient implements Processor {
    private static final int OK = 200;

    private final InetSocketAddress address;
    private final @Nullable SSLContext tls;
    private final List<? extends Certificate> theirs;
    private final Duration connectTimeout;
    private final LengthPrefix prefix;
    private final int replyLimit;

    /**
     * @param address unresolved: a name is looked up for each connection
     * @param tls null: plain TCP
     * @param theirs the certificates the server may show; none: any that is trusted and names the host
     */
    TcpClient(
            InetSocketAddress address,
            @Nullable SSLContext tls,
            List<? extends Certificate> theirs,
            Duration connectTimeout,
            LengthPrefix prefix,
            int replyLimit) {
        this.address = address;
        this.tls = tls;
        this.theirs = theirs;
        this.connectTimeout = connectTimeout;
        this.prefix = prefix;
        this.replyLimit = replyLimit;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Passage passage = Passage.current();
        byte[] request = exchange.getMessage().getBody(byte[].class);
        try (Socket socket = connect()) {
            passage.left = true;
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            passage.answer = read(socket, System.nanoTime() + passage.replyTimeout.toNanos());
        }
    }

    private Socket connect() throws IOException {
        int timeout = (int) connectTimeout.toMillis();
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), timeout);
            socket.setSoTimeout(timeout);
            return tls == null ? socket : secured(socket, tls);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket plain, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true);
        if (theirs.isEmpty()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        if (!theirs.isEmpty() && !theirs.contains(socket.getSession().getPeerCertificates()[0])) {
            throw new SSLException("the server shows a certificate nobody agreed on");
        }
        return socket;
    }

    /** What came, whole or not, also when the connection broke off or nothing more came in time; nothing at all is no answer. */
    private Crossing.Answer read(Socket socket, long end) throws IOException {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        boolean left;
        try {
            left = announcesTooMuch(socket, came, end);
        } catch (IOException brokenOff) {
            if (came.size() == 0) {
                throw brokenOff;
            }
            left = true;
        }
        return new Crossing.Answer(OK, Map.of(), came.toByteArray(), left);
    }

    /** @return whether a message longer than the limit was announced, and left where it is */
    private boolean announcesTooMuch(Socket socket, ByteArrayOutputStream came, long end) throws IOException {
        take(socket, came, prefix.headerLength(), end);
        if (came.size() == 0) {
            throw new EOFException("the connection ended without an answer");
        }
        long announced = came.size() < prefix.headerLength() ? LengthPrefix.NO_HEADER : prefix.announced(came.toByteArray());
        if (announced == LengthPrefix.NO_HEADER) {
            return false;
        }
        if (came.size() + announced > replyLimit) {
            return true;
        }
        take(socket, came, (int) announced, end);
        return false;
    }

    /** So many bytes, or fewer when the connection ends. */
    private static void take(Socket socket, ByteArrayOutputStream came, int count, long end) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[Math.min(count, 8192)];
        int missing = count;
        while (missing > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("the answer did not end in time");
            }
            socket.setSoTimeout((int) left);
            int more = in.read(buffer, 0, Math.min(buffer.length, missing));
            if (more < 0) {
                return;
            }
            came.write(buffer, 0, more);
            missing -= more;
        }
    }
}
