package io.jinqiao.delivery;

import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.util.List;

/**
 * One visible stop per partner: while it stands nothing is sent to the partner and nothing is asked of it. Raised by people, or by the
 * gateway itself when a retry budget is used up; lifted by people only.
 */
public interface PartnerStops {
    /** Who stopped it when nobody did. */
    String GATEWAY = "gateway";

    /** Nothing changes when the partner is stopped already. @param reason for people, 1 to 500 characters */
    void stop(PartnerId partner, String reason, String person);

    /**
     * Lifts the stop and lets every held message of the partner go again with a new retry budget.
     *
     * @return how many held messages were let go
     */
    int resume(PartnerId partner, String reason, String person);

    boolean stopped(PartnerId partner);

    /** The stops that stand, oldest first. */
    List<Stop> list();

    record Stop(PartnerId partner, String reason, String by, Instant since) {}
}
