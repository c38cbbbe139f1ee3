package io.jinqiao.delivery;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages whose outcome nobody here knows. Each is left only by an enquiry's result, or by a decision that one person proposes and
 * another confirms; both acts become signed evidence.
 */
public interface Unknowns {

    /** Oldest first. */
    List<UnknownMessage> list();

    Optional<UnknownMessage> find(MessageId id);

    /**
     * @param reason what the decision rests on, 1 to 500 characters
     * @throws io.jinqiao.message.Refusal with {@code NOT_UNKNOWN} when the outcome is known, {@code PROPOSAL_STANDS} when a
     *     proposal waits already
     */
    Proposal propose(MessageId id, Decision decision, String reason, String person);

    /**
     * Settles the message as proposed: decision, evidence and what follows from it are one commit.
     *
     * @throws io.jinqiao.message.Refusal with {@code DUTIES_NOT_SEPARATED} for the person who proposed, {@code PROPOSAL_GONE} when it was
     *     withdrawn or confirmed before, {@code NOT_UNKNOWN} when an answer came meanwhile
     */
    void confirm(UUID proposal, String person);

    /**
     * Takes a proposal off the table; anybody may, with a reason.
     *
     * @throws io.jinqiao.message.Refusal with {@code PROPOSAL_GONE}
     */
    void withdraw(UUID proposal, String reason, String person);

    /**
     * Has the message asked about again, at once and with a new budget of enquiries.
     *
     * @throws io.jinqiao.message.Refusal with {@code NOT_UNKNOWN}, or {@code NOBODY_TO_ASK} where the partner answers no enquiries
     */
    void askAgain(MessageId id, String person);

    enum Decision {
        ACCEPTED,
        REJECTED
    }

    /**
     * @param enquiries how many were made
     * @param nextEnquiry when the next is due; null when enquiries are used up
     * @param forPeople whether it is on the work list: enquiries are used up and no answer is expected any more
     */
    record UnknownMessage(
            MessageId id,
            PartnerId partner,
            Operation operation,
            @Nullable String subject,
            Reply.Cause cause,
            String detail,
            Instant since,
            @Nullable Instant expectedBy,
            int enquiries,
            @Nullable Instant nextEnquiry,
            boolean forPeople,
            @Nullable Proposal proposal) {}

    record Proposal(UUID id, MessageId message, Decision decision, String reason, String by, Instant at) {}
}
