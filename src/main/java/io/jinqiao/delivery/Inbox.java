package io.jinqiao.delivery;

import io.jinqiao.evidence.Along;
import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import org.jspecify.annotations.Nullable;

/** Keeps "once": which bytes were answered how, which business keys are taken, which message numbers were used. */
public interface Inbox {

    /**
     * The answer already given to exactly these bytes at this address, however old; null when they are new. Asked before anything is refused; a pipe that
     * verified without complaint may skip it, since {@link #admit} looks too.
     */
    @Nullable StoredAnswer answered(PartnerId partner, Digest rawBytes);

    /**
     * Takes the message number and the business key, inside the caller's transaction: of several at once the first wins, the
     * others wait for its commit.
     */
    Admission admit(Candidate candidate);

    /** Stores the answer of an admitted message, in the same transaction as its effects. */
    void answered(Candidate candidate, StoredAnswer answer);

    /** As {@link #answered(Candidate, StoredAnswer)}, to be written together with the answer's record. */
    Along answering(Candidate candidate, StoredAnswer answer);

    /**
     * Stores a definite refusal for exactly these bytes; takes neither business key nor message number. In the transaction of the refusal's
     * record.
     *
     * @return the answer that stands for these bytes: the given one, or that of an equal message a moment earlier
     */
    StoredAnswer refused(PartnerId partner, Digest rawBytes, MessageId id, StoredAnswer answer);

    /**
     * Gives number and key of an admitted message back, in its transaction: it was looked at and refused whole, and may come again with other content. Its
     * refusal is stored with {@link #refused}.
     */
    void letGo(Candidate candidate);

    /** Whether this number was taken by other bytes than these. */
    boolean takenByOther(PartnerId partner, MessageId id, Digest rawBytes);

    /** What became of a message, for a partner's status enquiry; null when it never arrived. */
    @Nullable StoredAnswer find(PartnerId partner, MessageId id);

    /**
     * @param rawBytes digest of the bytes as sent, the address they were sent to included where a channel has one
     * @param businessKey null for pure questions, which are always first
     * @param content digest of the canonical message
     */
    record Candidate(
            PartnerId partner,
            Operation operation,
            MessageId id,
            Digest rawBytes,
            @Nullable String businessKey,
            Digest content) {}

    /**
     * @param record journal record of the answer
     * @param bytes exact bytes of the answer
     * @param reply canonical reply, as text: {@code accepted {json}} or {@code rejected code code}
     */
    record StoredAnswer(io.jinqiao.evidence.RecordId record, byte[] bytes, String reply) {}

    /** Why a message may or may not have effects. */
    sealed interface Admission {
        record First() implements Admission {}

        /** Exactly these bytes were answered, or refused, a moment ago: give these bytes again. Nothing was taken. */
        record Same(StoredAnswer answer) implements Admission {}

        /**
         * Same content in another envelope, under the same message number or a new one: give the same answer anew and store that with {@link
         * Inbox#answered(Candidate, StoredAnswer)}.
         */
        record Repeat(StoredAnswer answer) implements Admission {}

        /** Same key, other content. Nothing was taken. */
        record Conflict() implements Admission {}

        /** Message number used before with other content. Nothing was taken. */
        record NumberReused() implements Admission {}
    }
}
