package io.jinqiao.workbench.simulate;

import io.jinqiao.adapter.PortTaken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A TLS server on the loopback interface that wants a certificate of whoever calls. */
public final class OwnSocket {
    private OwnSocket() {}

    /**
     * @param port 0: any
     * @throws PortTaken when somebody else listens there
     */
    public static SSLServerSocket bound(SSLContext tls, int port) {
        try {
            SSLServerSocket socket = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
            socket.setReuseAddress(true);
            socket.setNeedClientAuth(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (BindException e) {
            throw taken(port, "--port");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    /** @param option where another port can be named */
    public static PortTaken taken(int port, String option) {
        return new PortTaken("localhost", port, option);
    }
}
