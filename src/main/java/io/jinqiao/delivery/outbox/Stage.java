package io.jinqiao.delivery.outbox;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an outbound message got. Who works on it is another matter: see {@link Lease}. */
sealed interface Stage {

    /** Surely nothing is under way. @param attempts made so far */
    record Posted(int attempts, Instant due) implements Stage {}

    /** "About to send" is committed: from here on nobody may say it did not leave, but its owner. */
    record Departed(int attempts) implements Stage {}

    /**
     * Asked about, never re-sent.
     *
     * @param enquiries those that count against the rule
     * @param due of the next enquiry; null when they are used up and people must decide
     */
    record Unknown(int attempts, Reply.Unknown known, Instant since, int enquiries, @Nullable Instant due)
            implements Stage {}

    /** The outcome is known and recorded, its effects failed. @param reply accepted or rejected */
    record Answered(Reply reply, int tries, Instant due) implements Stage {
        public Answered {
            requireDefinite(reply);
        }
    }

    /** Done. @param reply accepted or rejected */
    record Settled(Reply reply) implements Stage {
        public Settled {
            requireDefinite(reply);
        }
    }

    /** Surely nothing is under way, and nothing will be until people let it go. */
    record Held(int attempts, FailureCode code, String detail, Instant since) implements Stage {}

    private static void requireDefinite(Reply reply) {
        if (reply.isUnknown()) {
            throw new IllegalArgumentException("unknown is not settled");
        }
    }
}
