package io.jinqiao.delivery;

import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Reply;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who carries a leased row to its partner: implemented by {@code adapter}, called by the dispatcher without a transaction.
 * Everything about wires is behind it; everything about when, how often and what next is in front of it.
 */
public interface Carrier {

    /**
     * One attempt. The order is fixed: map, encode, sign; {@link Departure#aboutToSend} with the journal record; then, and only if that
     * returned, the first byte; then the attempt with the record of what came, not yet written.
     *
     * <p>Throwing before the departure means: nothing left (a passing {@link io.jinqiao.message.Refusal} costs no retry budget, a
     * definite one holds the row for people). Throwing after it means: unknown.
     */
    Attempt send(Parcel parcel, Departure departure);

    /**
     * Asks what became of an earlier message, by a status enquiry under a message id of its own. The departure is there for the enquiry's
     * own "about to send". The reply is about the original message.
     */
    Attempt enquire(Parcel original, Departure departure);

    /**
     * @param id the message's id, the same for every attempt
     * @param attempt counts from 1; for an enquiry it counts the enquiries
     */
    record Parcel(Outgoing outgoing, MessageId id, int attempt) {}

    /** The last gate before the first byte. */
    @FunctionalInterface
    interface Departure {
        /**
         * Commits "about to send": the given record and the mark on the outbox row, together. Call once.
         *
         * @param record writes the journal record; runs inside the transaction
         * @throws LeaseLost when another node has taken the row over: send nothing, let it pass through
         */
        RecordId aboutToSend(Supplier<RecordId> record);
    }

    /** The row is no longer ours. */
    final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LeaseLost(MessageId id) {
            super("the lease of message " + id + " is lost");
        }
    }

    /**
     * What one attempt came to. Its record is written by the dispatcher in the same commit as the settlement and its effects; it may run
     * again in a new transaction when that one is rolled back.
     */
    sealed interface Attempt {
        /** The partner answered, or the outcome is unknown. @param record writes REPLY_RECEIVED or NOTHING_CAME */
        record Replied(Reply reply, Supplier<RecordId> record) implements Attempt {}

        /**
         * Surely nothing left the house, or the partner says that it took nothing and asks for it again: may be sent again.
         *
         * @param code why; passing ones cost retry budget, definite ones hold the row for people
         * @param detail for people; no personal data
         * @param record writes NOTHING_CAME, or their answer, when "about to send" was committed; else null
         */
        record NotSent(FailureCode code, String detail, @Nullable Supplier<RecordId> record) implements Attempt {}

        /**
         * The partner's service hours do not allow it now, or evidence is shut: costs no retry budget. Only before the departure.
         */
        record NotNow(Instant notBefore, String why) implements Attempt {}

        /**
         * Only from an enquiry: the partner says, in a verified reply, that it never received the message. It goes out again under the same
         * id when the rule of its operation allows, else people decide.
         */
        record NeverArrived(Supplier<RecordId> record) implements Attempt {}
    }
}
