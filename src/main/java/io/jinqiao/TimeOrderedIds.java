package io.jinqiao;

import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.MessageId;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** 26 characters of Crockford base 32: 48 bits of milliseconds, then 80 random bits; ascending within one process. */
final class TimeOrderedIds implements IdGenerator {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_CHARACTERS = 10;
    private static final int RANDOM_CHARACTERS_PER_LONG = 8;
    private static final long FORTY_BITS = (1L << 40) - 1;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private long high;
    private long low;

    TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized MessageId next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            // the top bit stays free, so that counting up within one millisecond cannot overflow
            high = random.nextLong() & (FORTY_BITS >> 1);
            low = random.nextLong() & FORTY_BITS;
        } else if (++low > FORTY_BITS) {
            low = 0;
            high++;
        }
        StringBuilder id = new StringBuilder(26);
        append(id, lastMillis, TIME_CHARACTERS);
        append(id, high, RANDOM_CHARACTERS_PER_LONG);
        append(id, low, RANDOM_CHARACTERS_PER_LONG);
        return new MessageId(id.toString());
    }

    private static void append(StringBuilder id, long bits, int characters) {
        for (int shift = (characters - 1) * 5; shift >= 0; shift -= 5) {
            id.append(ALPHABET[(int) (bits >>> shift) & 31]);
        }
    }
}
