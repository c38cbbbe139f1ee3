package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealedValue;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.ToSign;
import io.jinqiao.signing.TimeStamps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seal as its maker made it, with the key of whoever may use it. Safe for use by many threads when the key is. */
public final class ElectronicSeal implements SealUse {
    private final Seal seal;
    private final byte[] data;
    private final SesKey key;
    private final @Nullable TimeStamps timeStamps;

    /** @param timeStamps asked for a token over each signature; null for none */
    public ElectronicSeal(Seal seal, SesKey key, @Nullable TimeStamps timeStamps) {
        this.seal = seal;
        this.data = seal.encoded();
        this.key = key;
        this.timeStamps = timeStamps;
    }

    @Override
    public byte[] data() {
        return data;
    }

    @Override
    public byte[] signature(byte[] dataHash, String description, Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        SealedValue value = SealedValue.made(new ToSign(seal, second, Octets.of(dataHash), description, List.of()), key);
        if (timeStamps == null) {
            return value.encoded();
        }
        byte[] digest = io.jinqiao.message.Digest.of(value.signature().bytes()).bytes();
        return value.withTimeStamp(timeStamps.token(digest)).encoded();
    }
}
