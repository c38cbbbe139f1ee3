package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import java.time.Instant;

/** First stage: bytes for a partner we know; nothing of them was read. */
record Arrived(Dialect dialect, WireRequest request, Digest digest, Instant at, String trace, Timings timings) {

    PartnerId partner() {
        return dialect.descriptor().partner();
    }
}
