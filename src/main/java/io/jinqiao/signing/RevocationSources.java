package io.jinqiao.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of each configured revocation list: for health, metrics and alarms. */
public interface RevocationSources {
    enum Condition {
        FRESH,
        /** Next update overdue, still within the grace: an alarm. */
        OVERDUE,
        /** Beyond the grace or never read: certificates of this issuer are refused. */
        UNUSABLE
    }

    /**
     * @param location file or address
     * @param nextUpdate of the list at hand; null when none was ever read
     * @param problem why the last reading failed; null when it did not
     */
    record Source(String location, Condition condition, @Nullable Instant nextUpdate, @Nullable String problem) {}

    List<Source> sources();
}
