package io.jinqiao.opinion.verify;

import io.jinqiao.message.Digest;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.signing.TestTimeStamps;
import java.time.Instant;

/** Time-stamps of an invented authority under the root of {@link SesPeople}. */
final class Stamps {
    private static final TestTimeStamps AUTHORITY = new TestTimeStamps(SesPeople.ROOT);

    private Stamps() {}

    static byte[] token(byte[] signature, Instant at) throws Exception {
        return AUTHORITY.token(Digest.of(signature).bytes(), at);
    }
}
