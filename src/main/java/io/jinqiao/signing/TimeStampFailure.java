package io.jinqiao.signing;

import org.jspecify.annotations.Nullable;

/** No time-stamp could be got, or a time-stamp does not prove what it should. */
public final class TimeStampFailure extends RuntimeException {
    public TimeStampFailure(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
