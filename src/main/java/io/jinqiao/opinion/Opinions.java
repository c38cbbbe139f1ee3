package io.jinqiao.opinion;

import io.jinqiao.message.Answered;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.RevokeOpinion;
import java.util.Optional;

/**
 * The room's door, bean {@code opinions}: approval opinions from sealing to revocation. Everything that changes runs in the
 * caller's transaction.
 */
public interface Opinions {

    /**
     * Seals an approved loan and adds the {@code approval-opinion} for the bank to the outcome; a rejected one passes unchanged. The
     * opinion in force before is superseded. The same approval again gives the same document.
     *
     * @throws io.jinqiao.message.Refusal when the number was used for another approval, or a name cannot be printed
     */
    Outcome issue(DecidedLoan decided);

    /**
     * Revokes the opinion in force and tells the bank.
     *
     * @throws io.jinqiao.message.Refusal when none is in force
     */
    Outcome revoke(RevokeOpinion command);

    /** The borrower takes the application back: an opinion in force loses its force. Hands the message on. */
    Incoming withdrawn(Incoming withdrawal);

    /**
     * The branch printed an opinion ({@code opinion-printed}): counts the copies.
     *
     * @throws io.jinqiao.message.Refusal when there is no such opinion for that bank and application, or it is not in force
     */
    Outcome printed(Incoming printed);

    /** The bank answered to an opinion or its revocation; hands the answer on. */
    Answered answered(Answered answered);

    /**
     * Gate at intake: every text of the application that will stand on the opinion can be printed. Hands the message on.
     *
     * @throws io.jinqiao.message.Refusal naming each field with characters the font lacks
     */
    Incoming requirePrintable(Incoming incoming);

    /** Whether the font has every character of {@code text}. */
    boolean printable(String text);

    Optional<IssuedOpinion> find(String opinionNo);

    /** The sealed file, exactly as sent. */
    Optional<byte[]> document(String opinionNo);

    /**
     * The sealed file of one format, exactly as made.
     *
     * @param format {@code pdf} or {@code ofd}
     * @return empty when none was made in that format
     */
    Optional<byte[]> document(String opinionNo, String format);
}
