package io.jinqiao.signing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A configured key or certificate that cannot be used; the message says what is wrong, without the password. */
public final class KeyUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final Why why;

    public enum Why {
        FILE_MISSING,
        PASSWORD_WRONG,
        /** Not a key store, or a broken one. */
        UNREADABLE,
        /** A key store without the one private key and its certificate, or no place named at all. */
        NO_KEY,
        /** A good one where none of its kind may lie. */
        FORBIDDEN
    }

    KeyUnusable(Why why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    KeyUnusable(String alias, Why why, String message) {
        this(why, "jinqiao.keys." + alias + ": " + message, null);
    }

    /** One that tells everything; it is as the first of them. */
    static KeyUnusable all(List<KeyUnusable> problems) {
        String told = problems.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
        return new KeyUnusable(problems.get(0).why, told, null);
    }

    public Why why() {
        return why;
    }
}
