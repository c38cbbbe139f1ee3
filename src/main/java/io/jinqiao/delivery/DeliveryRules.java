package io.jinqiao.delivery;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.time.Duration;
import java.time.Instant;

/** How often, how soon and how long: from the partners' descriptors, implemented by {@code adapter}. */
public interface DeliveryRules {

    Rule rule(PartnerId partner, Operation operation);

    Breaker breaker(PartnerId partner);

    /** The next instant at which the partner takes this operation: {@code now} itself within its service hours. */
    default Instant openFrom(PartnerId partner, Operation operation, Instant now) {
        return now;
    }

    /**
     * @param attemptLimit longest time one attempt may take, connecting and waiting for the answer included; the lease outlives it
     * @param retries how often a message that surely did not leave is tried again before the partner is stopped
     * @param firstBackOff wait before the first retry; doubles for each further one
     * @param longestBackOff bound of the doubling
     * @param firstEnquiry wait before the first enquiry about an unknown outcome; longer than bytes can be under way
     * @param nextEnquiry wait before each further one; doubles up to {@code longestEnquiryWait}
     * @param enquiries how many before people decide; those before an answer is due ("in process") do not count
     * @param resendNeverArrived whether a message the partner says it never received goes out again by itself
     */
    record Rule(
            Duration attemptLimit,
            int retries,
            Duration firstBackOff,
            Duration longestBackOff,
            Duration firstEnquiry,
            Duration nextEnquiry,
            Duration longestEnquiryWait,
            int enquiries,
            boolean resendNeverArrived) {
        public static final Rule DEFAULT = new Rule(
                Duration.ofSeconds(30),
                8,
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofMinutes(10),
                10,
                true);
    }

    /**
     * When a partner that fails again and again is left alone for a while.
     *
     * @param failures percent of the last {@code calls} attempts that must fail, 1 to 100
     * @param calls how many attempts are looked at; none is judged before so many
     * @param rest how long it is left alone before one attempt is made
     * @param parallel how many attempts of one node may be under way with it at once
     */
    record Breaker(int failures, int calls, Duration rest, int parallel) {
        public static final Breaker DEFAULT = new Breaker(50, 10, Duration.ofSeconds(15), 4);
    }
}
