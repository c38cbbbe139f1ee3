package io.jinqiao.delivery.outbox;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Reply;
import java.time.Instant;

/** What can happen to an outbound message. */
sealed interface Event {

    /** "About to send" is being committed. */
    record Departs() implements Event {}

    /** Its owner knows that nothing left. */
    record NotSent(FailureCode code, String detail) implements Event {}

    /** Nobody tried. */
    record NotNow(Instant notBefore) implements Event {}

    /** An answer to it or to an enquiry about it. @param effectsDone whether what follows from it is in the same commit */
    record Replied(Reply reply, boolean effectsDone) implements Event {}

    /** The partner never received it and says so. */
    record NeverArrived() implements Event {}

    /** Whoever worked on it is gone. */
    record LeaseExpired() implements Event {}

    /** What follows from its outcome was done. */
    record EffectsDone() implements Event {}

    record EffectsFailed() implements Event {}

    /** Two people decided. @param reply accepted or rejected */
    record Decided(Reply reply) implements Event {}

    /** A person wants it asked about again. */
    record AskAgain() implements Event {}

    /** People let it go again. */
    record Released() implements Event {}
}
