package io.jinqiao.console.rest;

import io.jinqiao.console.BadRequest;
import io.jinqiao.console.ConsoleProperties;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.EventFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened, in order, at least once. A reader keeps the cursor of the last page it has worked through and asks for what comes
 * after; with {@code wait} an empty page is held back until something happens, for a bounded time and a bounded number of readers.
 */
@RestController
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "events")
class EventFeed {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final EventFacts events;
    private final Duration longest;
    private final Semaphore waiting = new Semaphore(32);

    EventFeed(EventFacts events, ConsoleProperties properties) {
        this.events = events;
        this.longest = properties.longPoll();
    }

    /** @param next cursor for the next request; the one asked with when there was nothing */
    record Page(List<EventFacts.Event> events, String next) {}

    @GetMapping("/api/v1/events")
    @Operation(summary = "事件流 / the event feed: after = cursor (exclusive), wait = seconds an empty page may be held back")
    CompletableFuture<Page> after(
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "0") int wait) {
        BigInteger cursor = cursor(after);
        int rows = Asked.between("size", size, 1, 1000);
        long until = System.nanoTime() + Math.min(longest.toNanos(), Duration.ofSeconds(Asked.between("wait", wait, 0, 60)).toNanos());
        Page first = page(cursor, rows);
        if (!first.events.isEmpty() || wait == 0 || !waiting.tryAcquire()) {
            return CompletableFuture.completedFuture(first);
        }
        CompletableFuture<Page> answer = new CompletableFuture<>();
        answer.whenComplete((page, failure) -> waiting.release());
        lookAgain(cursor, rows, until, answer);
        return answer;
    }

    private void lookAgain(BigInteger cursor, int rows, long until, CompletableFuture<Page> answer) {
        Executor later = CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(
                        () -> {
                            Page page = page(cursor, rows);
                            if (!page.events.isEmpty() || System.nanoTime() >= until) {
                                answer.complete(page);
                            } else if (!answer.isDone()) {
                                lookAgain(cursor, rows, until, answer);
                            }
                        },
                        later)
                .exceptionally(failure -> {
                    answer.completeExceptionally(failure);
                    return null;
                });
    }

    private Page page(BigInteger cursor, int rows) {
        List<EventFacts.Event> found = events.after(cursor, rows);
        return new Page(found, found.isEmpty() ? cursor.toString() : found.get(found.size() - 1).cursor());
    }

    private static BigInteger cursor(String text) {
        if (!text.matches("[0-9]{1,38}")) {
            throw new BadRequest(Problem.at("after", FailureCode.FIELD_WRONG_FORM, "0-9"));
        }
        return new BigInteger(text);
    }
}
