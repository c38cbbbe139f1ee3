package io.jinqiao.credit;

import java.util.Optional;

/** Taking back what should never have been told, and changing identifiers: one person proposes, another confirms. Every call joins the caller's transaction. */
public interface CreditChanges {
    /**
     * @param by log-in name
     * @return number of the proposal
     * @throws io.jinqiao.message.Refusal when the Center would refuse it, or one of the account is open already
     */
    long propose(ChangeReported what, String by);

    /**
     * @param by another person's log-in name
     * @return name of the file for the Center; nothing when it was turned down
     * @throws io.jinqiao.message.Refusal for the same person, or when the Center would refuse it now
     */
    Optional<String> answer(long number, boolean confirmed, String by);
}
