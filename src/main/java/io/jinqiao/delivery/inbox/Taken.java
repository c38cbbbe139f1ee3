package io.jinqiao.delivery.inbox;

import io.jinqiao.delivery.Inbox.Candidate;
import java.util.Arrays;

/** A message that took its number, and its business key if it has one. */
record Taken(String messageId, String operation, byte[] contentDigest, byte[] rawDigest) {

    /** Whether the candidate says the same again. */
    boolean isOf(Candidate candidate) {
        return operation.equals(candidate.operation().id())
                && Arrays.equals(contentDigest, candidate.content().bytes());
    }
}
