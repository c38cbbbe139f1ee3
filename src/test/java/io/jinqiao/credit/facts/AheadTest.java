package io.jinqiao.credit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    @DisplayName("every batch comes once, in the order of the source")
    void order() {
        Iterator<Integer> source = IntStream.range(0, 1000).iterator();
        List<Integer> seen = new ArrayList<>();
        try (Ahead<Integer> ahead = new Ahead<>("test", () -> source.hasNext() ? List.of(source.next()) : List.of())) {
            for (List<Integer> batch = ahead.next(); !batch.isEmpty(); batch = ahead.next()) {
                seen.addAll(batch);
            }
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }

    @Test
    @DisplayName("the next batch is fetched while the one before is used")
    void ahead() throws InterruptedException {
        CountDownLatch fetched = new CountDownLatch(2);
        try (Ahead<String> ahead = new Ahead<>("test", () -> {
            fetched.countDown();
            return List.of("a row");
        })) {
            ahead.next();
            assertThat(fetched.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    @DisplayName("a source that fails is told to the caller, not taken for the end")
    void failure() {
        try (Ahead<String> ahead = new Ahead<>("test", () -> {
            throw new SQLException("the connection is gone");
        })) {
            assertThatThrownBy(ahead::next).hasRootCauseMessage("the connection is gone");
        }
    }

    @Test
    @DisplayName("closing waits for the batch under way: nothing reads from the source afterwards")
    void closed() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean read = new AtomicBoolean();
        Ahead<String> ahead = new Ahead<>("test", () -> {
            release.await();
            read.set(true);
            return List.of();
        });
        Thread closing = new Thread(ahead::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING || !closing.isAlive());
        boolean waits = closing.isAlive();
        release.countDown();
        closing.join();
        assertThat(waits).isTrue();
        assertThat(read).isTrue();
    }
}
