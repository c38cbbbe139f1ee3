package io.jinqiao.workbench.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port that neither takes nor refuses connections, as behind a firewall that drops: its queue is full and nobody empties it. */
final class Blackhole {
    private static Blackhole made;

    private final ServerSocket socket = new ServerSocket(0, 1);
    private final List<Socket> waiting = new ArrayList<>();

    private Blackhole() throws IOException {
        while (fill()) {
            if (waiting.size() > 64) {
                throw new IOException("the queue never fills");
            }
        }
    }

    private boolean fill() throws IOException {
        Socket next = new Socket();
        try {
            next.connect(new InetSocketAddress("localhost", socket.getLocalPort()), 300);
            waiting.add(next);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    static synchronized int port() throws IOException {
        if (made == null) {
            made = new Blackhole();
        }
        return made.socket.getLocalPort();
    }

    /** A port nobody listens on, below those that are handed out to clients. */
    static int closedPort() throws IOException {
        for (int port = 20011; port < 32000; port += 17) {
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IOException("no free port");
    }
}
