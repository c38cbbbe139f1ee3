package io.jinqiao.workbench.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the calls that come to a server socket, each on a thread of its own. */
public final class Reception implements AutoCloseable {

    /** A conversation with one caller; it ends with the caller hung up on. */
    @FunctionalInterface
    public interface Call {
        /** @throws IOException when the caller gave up, or was not let in */
        void converse(Socket caller) throws IOException;
    }

    private final ServerSocket socket;
    private final String name;
    private final Call call;
    private final Thread door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Reception(ServerSocket socket, String name, Call call) {
        this.socket = socket;
        this.name = name;
        this.call = call;
        this.door = started(this::accept, name);
    }

    /** @param socket bound already; closed with this @param name of the threads */
    public static Reception open(ServerSocket socket, String name, Call call) {
        return new Reception(socket, name, call);
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                open.add(caller);
                started(() -> converse(caller), name + "-call");
            } catch (IOException ended) {
                // closed, or a caller whose connection never stood
            }
        }
    }

    private void converse(Socket caller) {
        try (caller) {
            call.converse(caller);
        } catch (IOException ended) {
            // the caller gave up, or was not let in
        } finally {
            open.remove(caller);
        }
    }

    private static Thread started(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Hangs up on everybody. The port is free when this returns: a closed socket keeps it until the thread that waits for calls has woken up,
     * and who came next would find it taken.
     */
    @Override
    public void close() {
        try {
            socket.close();
            door.join();
            for (Socket caller : open) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
