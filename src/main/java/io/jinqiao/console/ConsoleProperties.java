package io.jinqiao.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param lockOut when log-in is refused although the password may be right
 * @param idempotencyKept how long the answer to an idempotency key is kept
 * @param longPoll longest wait of a request for events
 */
@ConfigurationProperties("jinqiao.console")
public record ConsoleProperties(
        @DefaultValue LockOut lockOut,
        @DefaultValue("7d") Duration idempotencyKept,
        @DefaultValue("20s") Duration longPoll) {

    /**
     * @param failures wrong passwords in a row until the lock
     * @param lasts length of the lock
     */
    public record LockOut(@DefaultValue("5") int failures, @DefaultValue("15m") Duration lasts) {}
}
