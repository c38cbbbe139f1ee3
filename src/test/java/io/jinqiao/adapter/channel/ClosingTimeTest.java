package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stopping: a partner's request is answered, or was never taken; nobody hears that an address is gone. */
class ClosingTimeTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    private OpenDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new OpenDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void answersWhatIsBeingWorkedOnAndEndsTheConnection() throws Exception {
        CountDownLatch goOn = door.holdAnswers();
        try (SSLSocket served = door.connect()) {
            OpenDoor.send(served, "/partners/icbc", HELLO);
            await().atMost(Duration.ofMinutes(1)).until(() -> door.seen.size() == 1);
            CompletableFuture<Boolean> left = CompletableFuture.supplyAsync(() -> door.visitors.leave(Duration.ofMinutes(1)));
            await().atMost(Duration.ofMinutes(1)).until(this::nobodyIsLetIn);
            goOn.countDown();
            assertThat(OpenDoor.headers(served)).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            assertThat(served.getInputStream().readAllBytes()).isEqualTo(HELLO);
            assertThat(left.get(2, TimeUnit.MINUTES)).as("everybody left").isTrue();
        }
    }

    @Test
    void endsAConnectionThatRestsWithoutAWord() throws Exception {
        try (SSLSocket resting = door.connect()) {
            OpenDoor.send(resting, "/partners/icbc", HELLO);
            OpenDoor.answer(resting);
            assertThat(door.visitors.leave(Duration.ofMinutes(1))).as("everybody left").isTrue();
            assertThat(resting.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        CountDownLatch goOn = door.holdAnswers();
        try (SSLSocket served = door.connect()) {
            OpenDoor.send(served, "/partners/icbc", HELLO);
            await().atMost(Duration.ofMinutes(1)).until(() -> door.seen.size() == 1);
            assertThat(door.visitors.leave(Duration.ofMillis(50))).isFalse();
            goOn.countDown();
        }
    }

    private boolean nobodyIsLetIn() {
        try (SSLSocket late = door.connect()) {
            OpenDoor.send(late, "/partners/icbc", HELLO);
            OpenDoor.headers(late);
            return false;
        } catch (Exception e) {
            return true;
        }
    }
}
