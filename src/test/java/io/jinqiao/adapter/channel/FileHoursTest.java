package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.descriptor.ServiceHours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FileHoursTest {
    private static final ServiceHours DAY = new ServiceHours(ZoneId.of("Asia/Shanghai"), LocalTime.of(8, 30), LocalTime.of(17, 0));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T20:00:00Z")); // 04:00 there
    private final FileHours strategy = new FileHours("somebank", DAY, new Watch());

    private final class Watch extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @Test
    void connectsToNobodyOutsideServiceHoursAndLooksByItselfWhenTheyOpen() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (java.net.ServerSocket server = new java.net.ServerSocket(0);
                DefaultCamelContext camel = new DefaultCamelContext()) {
            Thread listener = new Thread(() -> count(server, connections));
            listener.setDaemon(true);
            listener.start();
            CountingHours counting = new CountingHours();
            camel.getRegistry().bind("hours", counting);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("sftp:gjj@localhost:" + server.getLocalPort() + "/out?password=x&autoCreate=false&delay=20&initialDelay=0&pollStrategy=#hours"
                            + "&connectTimeout=1000&maximumReconnectAttempts=0&strictHostKeyChecking=no").to("mock:none");
                }
            });
            camel.start();
            Awaitility.await().until(() -> counting.asked.get() > 5);
            assertThat(connections).hasValue(0);
            now.set(Instant.parse("2026-11-28T01:00:00Z")); // 09:00
            Awaitility.await().until(() -> connections.get() > 0);
            assertThat(camel.getEndpoints()).anyMatch(SftpEndpoint.class::isInstance);
        }
    }

    @Test
    void isOpenFromTheFirstMomentToTheLast() {
        assertThat(openAt("2026-11-28T00:29:59Z")).isFalse();
        assertThat(openAt("2026-11-28T00:30:00Z")).isTrue();
        assertThat(openAt("2026-11-28T08:59:59Z")).isTrue();
        assertThat(openAt("2026-11-28T09:00:00Z")).isFalse();
    }

    /** What the unit test says of the strategy holds for the gateway only if its route asks it. */
    @Test
    void everyRouteThatFetchesAsksForTheHours() throws Exception {
        assertThat(Files.readString(Path.of("routes/channels/file-in.camel.yaml"))).contains("pollStrategy: \"#file-hours-{{partner}}-{{kind}}\"");
    }

    private boolean openAt(String at) {
        now.set(Instant.parse(at));
        return strategy.begin(null, null);
    }

    private static void count(java.net.ServerSocket server, AtomicInteger connections) {
        while (!server.isClosed()) {
            try (java.net.Socket caller = server.accept()) {
                connections.incrementAndGet();
            } catch (java.io.IOException closed) {
                // the test is over
            }
        }
    }

    private final class CountingHours extends org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy {
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public boolean begin(org.apache.camel.Consumer consumer, org.apache.camel.Endpoint endpoint) {
            asked.incrementAndGet();
            return strategy.begin(consumer, endpoint);
        }
    }
}
