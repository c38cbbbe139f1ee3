package io.jinqiao.workbench.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.workbench.development.DevelopmentHouse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private static final int TIMES = 300;

    /** Each time the thread that waits for calls may be late to wake up. */
    @Test
    void whoeverComesNextFindsThePortFreeAndAllCallersHungUpOn() throws IOException {
        int port = DevelopmentHouse.freePort();
        for (int i = 0; i < TIMES; i++) {
            Reception reception = Reception.open(bound(port), "reception-test", caller -> caller.getInputStream().transferTo(caller.getOutputStream()));
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
                caller.getOutputStream().write('a');
                assertThat(caller.getInputStream().read()).isEqualTo('a');
                reception.close();
                assertThat(ended(caller)).isTrue();
            }
        }
    }

    private static boolean ended(Socket caller) {
        try {
            return caller.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
