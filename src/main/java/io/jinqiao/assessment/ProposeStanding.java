package io.jinqiao.assessment;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param cap required when capped, else null
 * @param effectiveFrom from when it holds, by the time of the trade; not before now
 * @param document reference of the committee's decision, 1 to 200 characters
 * @param by log-in name of who enters it
 */
public record ProposeStanding(
        PartnerId bank, Kind kind, @Nullable Cap cap, Instant effectiveFrom, String document, String reason, String by) {
    public enum Kind {
        ACTIVE,
        CAPPED,
        SUSPENDED,
        ENDED
    }

    /**
     * How much a capped bank may take in from the effective time on.
     *
     * @param applications how many; null: no limit by count
     * @param amount sum of the amounts applied for; null: no limit by amount
     */
    public record Cap(@Nullable Integer applications, @Nullable Money amount) {}
}
