package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.PortTaken;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.PartnerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the partners' server listens, decided once at start: the configured port, or a free one when that is 0. */
@Component
public class Listening {
    private final String host;
    private final int port;
    private final boolean anyPort;
    private final Map<PartnerId, Integer> free = new HashMap<>();

    Listening(PartnersDoor door) {
        this.host = door.host();
        this.anyPort = door.port() == 0;
        this.port = door.port() == 0 ? free() : door.port();
        PortTaken.requireFree(host, port, "jinqiao.partners.port");
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** Where a partner that speaks TCP reaches us: the port of its folder, or a free one when that is 0 or the partners' server takes one. */
    public synchronized int port(PartnerId partner, Channel tcp) {
        int configured = Integer.parseInt(tcp.address().substring(tcp.address().lastIndexOf(':') + 1));
        return anyPort || configured == 0 ? free.computeIfAbsent(partner, p -> free()) : configured;
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
