package io.jinqiao.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StandInCoreTest {

    @Test
    @Timeout(300)
    void pausesBeforeItAsksAgainWhenItsCallerIsRefused() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger paused = new AtomicInteger();
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StandInCore[] core = new StandInCore[1];
        refusing.createContext("/", exchange -> {
            if (asked.incrementAndGet() == 5) {
                core[0].stop();
            }
            exchange.sendResponseHeaders(401, 2);
            exchange.getResponseBody().write("{}".getBytes());
            exchange.close();
        });
        refusing.start();
        try {
            Api api = new Api("http://127.0.0.1:" + refusing.getAddress().getPort(), "withdrawn");
            core[0] = new StandInCore(api, api, paused::incrementAndGet);
            core[0].run();
        } finally {
            refusing.stop(0);
        }
        assertThat(asked).hasValue(5);
        assertThat(paused).hasValue(5);
    }

    @Test
    @Timeout(300)
    void decidesAgainWhereItWasWhenTheGatewayWentAwayInTheMiddle() throws Exception {
        List<String> decisions = new CopyOnWriteArrayList<>();
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StandInCore[] core = new StandInCore[1];
        gateway.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (!path.endsWith("/events")) {
                decisions.add(path);
                if (decisions.size() == 1) {
                    exchange.close();
                    return;
                }
            }
            if (path.endsWith("/decision")) {
                core[0].stop();
            }
            byte[] page = "{\"events\":[{\"type\":\"attachments-complete\",\"loan\":\"L1\",\"cursor\":\"7\"}]}".getBytes();
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        gateway.start();
        try {
            Api api = new Api("http://127.0.0.1:" + gateway.getAddress().getPort(), "core");
            core[0] = new StandInCore(api, api, () -> {});
            core[0].run();
        } finally {
            gateway.stop(0);
        }
        assertThat(decisions).endsWith("/api/v1/loans/L1/review", "/api/v1/loans/L1/review", "/api/v1/loans/L1/decision").hasSizeGreaterThan(3);
    }
}
