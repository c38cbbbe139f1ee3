package io.jinqiao.adapter.descriptor;

import io.jinqiao.message.Operation;
import java.time.Duration;

/**
 * How one operation travels with this partner.
 *
 * @param code what the wire calls it: the path after the channel's address, or a transaction code
 * @param enabled false: agreed, but switched off; refused in both directions
 * @param maxRequest largest request body in bytes, either way
 * @param replyTimeout how long to wait for the answer to it, outward
 * @param askedByRepeating whether what became of it is asked by the same message under the same number: for a question that changes nothing
 */
public record OperationRule(
        Operation operation, String code, boolean enabled, int maxRequest, Duration replyTimeout, boolean askedByRepeating, Retry retry, Enquiry enquiry) {

    /**
     * Sending again what surely never left.
     *
     * @param budget from the first attempt; after it a person decides
     * @param first wait before the second attempt, multiplied by {@code factor} each time up to {@code most}
     */
    public record Retry(Duration budget, Duration first, double factor, Duration most) {}

    /**
     * Asking what became of a message whose outcome is unknown.
     *
     * @param after wait before the first question, multiplied by {@code factor} each time up to {@code most}
     * @param giveUp from the first attempt to send; after it a person decides
     */
    public record Enquiry(Duration after, double factor, Duration most, Duration giveUp) {}
}
