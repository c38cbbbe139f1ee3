package io.jinqiao.adapter.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.stereotype.Component;

/** Where the partners' server listens, decided once at start: the configured port, or a free one when that is 0. */
@Component
public class Listening {
    private final String host;
    private final int port;

    Listening(PartnersDoor door) {
        this.host = door.host();
        this.port = door.port() == 0 ? free() : door.port();
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
