package io.jinqiao.evidence;

import org.jspecify.annotations.Nullable;

/** The journal has no master key it can use; the message says where one was looked for, never what stands there. */
public final class MasterKeyUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1;

    MasterKeyUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
