package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.PortTaken;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ListeningTest {
    @Test
    void findsOutBeforeAnythingElseIsOpenedThatThePartnersPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> new Listening(door(port)))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("" + port)
                    .hasMessageContaining("jinqiao.partners.port");
        }
    }

    private static PartnersDoor door(int port) {
        return new PartnersDoor(
                "localhost", port, "key", 1, DataSize.ofBytes(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1);
    }
}
