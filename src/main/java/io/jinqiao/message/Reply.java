package io.jinqiao.message;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The three outcomes of a message. There is no fourth, and "unknown" is not a failure. */
public sealed interface Reply {

    /** Taken. @param content what the answer says: numbers given, findings; empty when nothing */
    record Accepted(Content.Group content) implements Reply {}

    /** Definitely not taken, for these reasons; never empty. */
    record Rejected(List<Problem> problems) implements Reply {
        public Rejected {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejection needs a reason");
            }
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nobody here knows whether it was taken.
     *
     * @param expectedBy before this instant "in process" alarms nobody; null when an answer was due already
     */
    record Unknown(Cause cause, String detail, @Nullable Instant expectedBy) implements Reply {}

    enum Cause {
        SILENT,
        UNREADABLE,
        UNTRUSTED,
        UNSEEN_CODE,
        IN_PROCESS,
        CRASHED
    }

    /** Java 17 has no pattern switch; one fold keeps every caller exhaustive. */
    default <T> T fold(
            Function<Accepted, T> accepted, Function<Rejected, T> rejected, Function<Unknown, T> unknown) {
        if (this instanceof Accepted a) {
            return accepted.apply(a);
        }
        return this instanceof Rejected r ? rejected.apply(r) : unknown.apply((Unknown) this);
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    default boolean isUnknown() {
        return this instanceof Unknown;
    }
}
