package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way out, one attempt.
 *
 * @param subject the application it belongs to; for an enquiry that of the original
 */
record Errand(
        Dialect dialect,
        CanonicalMessage message,
        MessageId id,
        @Nullable String subject,
        String trace,
        Timings timings) {

    PartnerId partner() {
        return dialect.descriptor().partner();
    }
}
