package io.jinqiao.pipe;

import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.simulate.Reception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A line to the database that can be cut and mended. */
final class DatabaseLine {
    private final int target;
    private final int port;
    private Reception reception;

    DatabaseLine(int target) {
        this.target = target;
        this.port = DevelopmentHouse.freePort();
        this.reception = listen();
    }

    int port() {
        return port;
    }

    /** From now on every connection is refused, and those that stood are gone. */
    synchronized void cut() {
        reception.close();
    }

    synchronized void mend() {
        reception = listen();
    }

    private Reception listen() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Reception.open(socket, "database-line", this::pump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pump(Socket near) throws IOException {
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread back = new Thread(() -> pump(far, near), "database-line-back");
            back.setDaemon(true);
            back.start();
            near.getInputStream().transferTo(far.getOutputStream());
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // either side ended
        }
    }
}
