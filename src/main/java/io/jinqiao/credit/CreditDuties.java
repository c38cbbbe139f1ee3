package io.jinqiao.credit;

import java.util.Optional;

/** Who reports, who tells people and who answers objections of one loan: one person enters the agreement, another confirms. Every call joins the caller's transaction. */
public interface CreditDuties {
    /**
     * @param by log-in name
     * @return number of the proposal
     * @throws io.jinqiao.message.Refusal for an account of no bank that is reported, one that is open already, or a change of the reporter the Center would not follow
     */
    long propose(AgreeDuties what, String by);

    /**
     * @param by another person's log-in name
     * @return name of the file that tells the Center the account is handed over; nothing when it need not be told, or when it was turned down
     * @throws io.jinqiao.message.Refusal for the same person, or when the Center would not follow now
     */
    Optional<String> answer(long number, boolean confirmed, String by);
}
