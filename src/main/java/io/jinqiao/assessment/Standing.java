package io.jinqiao.assessment;

import io.jinqiao.message.Incoming;
import io.jinqiao.message.PartnerId;
import java.util.List;

/**
 * The room's door, bean {@code standing}: may this bank take new applications (承办资格)? Decided by the centre's committee, entered by
 * one person and confirmed by another, never by software alone.
 */
public interface Standing {

    /**
     * Gate at intake: hands the message on when the bank may take new applications. Anything else than a new application or an applicant
     * check passes: what has its acceptance number runs on to payoff.
     *
     * @throws io.jinqiao.message.Refusal {@code NO_STANDING}, {@code STANDING_CAPPED}, or {@code STORE_UNAVAILABLE} when it cannot be known
     */
    Incoming check(Incoming incoming);

    /** @return number of the proposal */
    long propose(ProposeStanding proposal);

    /**
     * @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED} when the same person proposed it, {@code ALREADY_ANSWERED}; {@code STANDING_LAPSED} when it waited too long,
     *     {@code STANDING_NOTICE} when it takes something from the bank before the notice is over; turning it down is always possible
     */
    void confirm(ConfirmStanding confirmation);

    /** Proposals nobody answered yet that have not lapsed, oldest first. */
    List<StandingDecision> open();

    /** Every decision about a bank, latest first. */
    List<StandingDecision> history(PartnerId bank);
}
