package io.jinqiao.loan.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing goes on.
 *
 * @param returnNo number of the return; null when waiting for funds
 * @param dueOn last day to hand in; null when waiting for funds
 */
public record Pause(
        Reason reason, LocalDate since, String words, @Nullable String returnNo, @Nullable LocalDate dueOn) {
    public enum Reason {
        RETURNED,
        WAITING_FOR_FUNDS
    }
}
