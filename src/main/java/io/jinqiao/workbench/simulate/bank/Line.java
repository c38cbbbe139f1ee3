package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.workbench.simulate.OwnSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A TLS server on the loopback interface that shows its certificate, wants one, and lets in only the one that was agreed. */
public final class Line implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final SSLContext tls;
    private final X509Certificate admitted;
    private final Framing framing;
    private final Counter desk;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int wanted;
    private @Nullable SSLServerSocket server;

    public Line(SSLContext tls, X509Certificate admitted, Framing framing, int port, Counter desk) {
        this.tls = tls;
        this.admitted = admitted;
        this.framing = framing;
        this.wanted = port;
        this.desk = desk;
    }

    public void open() {
        SSLServerSocket socket = OwnSocket.bound(tls, wanted);
        server = socket;
        start(() -> accept(socket), "simulated-line");
    }

    public int port() {
        return server == null ? wanted : server.getLocalPort();
    }

    private void accept(SSLServerSocket socket) {
        while (closing.getCount() > 0) {
            try {
                SSLSocket connection = (SSLSocket) socket.accept();
                start(() -> converse(connection), "simulated-call");
            } catch (IOException ended) {
                // closed, or somebody whose connection never stood
            }
        }
    }

    private void converse(SSLSocket connection) {
        open.add(connection);
        try (connection) {
            connection.setSoTimeout(PATIENCE);
            connection.startHandshake();
            if (!Arrays.equals(encoded(connection), admitted.getEncoded())) {
                return;
            }
            converse(connection.getInputStream(), connection.getOutputStream());
        } catch (IOException | java.security.cert.CertificateEncodingException ended) {
            // the caller gave up, or was not let in
        } finally {
            open.remove(connection);
        }
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        try {
            Packet packet = framing.read(in);
            while (packet != null && say(desk.take(packet), out) && framing.goesOn()) {
                packet = framing.read(in);
            }
        } catch (NotUnderstood wrong) {
            say(desk.refuse(wrong), out);
        } catch (NotSpoken wrong) {
            out.write(wrong.answer());
            out.flush();
        }
    }

    private static byte[] encoded(SSLSocket connection) throws IOException, java.security.cert.CertificateEncodingException {
        return connection.getSession().getPeerCertificates()[0].getEncoded();
    }

    /** @return whether the connection may go on */
    private boolean say(Spoken spoken, OutputStream out) throws IOException {
        if (spoken.packet() == null || waited(spoken)) {
            return false;
        }
        byte[] bytes = framing.bytes(spoken.packet());
        out.write(bytes, 0, spoken.how() == Spoken.How.HALF ? bytes.length / 2 : bytes.length);
        if (spoken.how() == Spoken.How.TWICE) {
            out.write(bytes);
        }
        out.flush();
        return spoken.how() != Spoken.How.HALF;
    }

    /** @return whether the line was closed meanwhile */
    private boolean waited(Spoken spoken) {
        try {
            return closing.await(spoken.after().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (server != null) {
                server.close();
            }
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
