package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.workbench.simulate.OwnSocket;
import io.jinqiao.workbench.simulate.Reception;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A TLS server on the loopback interface that shows its certificate, wants one, and lets in only the one that was agreed. */
public final class Line implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final SSLContext tls;
    private final X509Certificate admitted;
    private final Framing framing;
    private final Counter desk;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int wanted;
    private @Nullable Reception reception;

    public Line(SSLContext tls, X509Certificate admitted, Framing framing, int port, Counter desk) {
        this.tls = tls;
        this.admitted = admitted;
        this.framing = framing;
        this.wanted = port;
        this.desk = desk;
    }

    public void open() {
        reception = Reception.open(OwnSocket.bound(tls, wanted), "simulated-line", caller -> converse((SSLSocket) caller));
    }

    public int port() {
        return reception == null ? wanted : reception.port();
    }

    private void converse(SSLSocket caller) throws IOException {
        caller.setSoTimeout(PATIENCE);
        caller.startHandshake();
        if (caller.getSession().getPeerCertificates()[0].equals(admitted)) {
            converse(caller.getInputStream(), caller.getOutputStream());
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

    @Override
    public void close() {
        closing.countDown();
        if (reception != null) {
            reception.close();
        }
    }
}
