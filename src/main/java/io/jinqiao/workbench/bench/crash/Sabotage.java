package io.jinqiao.workbench.bench.crash;

import java.util.Locale;

/** Ways to break the gateway on purpose, to see that the campaign notices. */
public enum Sabotage {
    NONE,
    /** The unique constraint of business keys is dropped. */
    DROP_UNIQUE,
    /** Messages go out before "about to send" is committed. */
    RECORD_LATE;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
