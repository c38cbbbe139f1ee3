package io.jinqiao.delivery.inbox;

import io.jinqiao.delivery.Inbox.Candidate;
import org.jspecify.annotations.Nullable;

/** What a message is to those before it that hold its number or its business key. */
enum Precedent {
    /** Whoever stood in the way has rolled back. */
    NOBODY,
    /** Its number was used for the same content. */
    SAME_NUMBER,
    /** Its number was used for something else. */
    NUMBER_REUSED,
    /** Its key is taken by the same content under another number. */
    SAME_CONTENT,
    /** Its key is taken by other content. */
    CONFLICT;

    /** The number is asked first: a reused number is told as such, whatever the key says. */
    static Precedent of(Candidate candidate, @Nullable Taken number, @Nullable Taken key) {
        if (number != null) {
            return number.isOf(candidate) ? SAME_NUMBER : NUMBER_REUSED;
        }
        if (key == null) {
            return NOBODY;
        }
        return key.isOf(candidate) ? SAME_CONTENT : CONFLICT;
    }
}
