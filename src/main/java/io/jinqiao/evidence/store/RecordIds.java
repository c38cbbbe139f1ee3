package io.jinqiao.evidence.store;

import io.jinqiao.evidence.RecordId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes record ids: UUID version 7 (RFC 9562), strictly growing within this process even when the clock steps back. */
public final class RecordIds {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
    private long last;

    public RecordIds(Clock clock) {
        this.clock = clock;
    }

    public synchronized RecordId next() {
        // 48 bits of milliseconds and 12 bits that count within one
        last = Math.max(clock.millis() << 12, last + 1);
        long high = (last >>> 12) << 16 | VERSION | last & 0xfff;
        return new RecordId(new UUID(high, VARIANT | random.nextLong() >>> 2));
    }

    /** When the id was made, to the millisecond. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
