package io.jinqiao.signing;

import org.jspecify.annotations.Nullable;

/** A configured key that cannot be used; the message says what is wrong, without the password. */
public final class KeyUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final Why why;

    public enum Why {
        FILE_MISSING,
        PASSWORD_WRONG,
        /** Not a key store, or a broken one. */
        UNREADABLE,
        /** A key store without the one private key and its certificate, or no place named at all. */
        NO_KEY
    }

    KeyUnusable(Why why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
