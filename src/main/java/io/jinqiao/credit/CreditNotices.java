package io.jinqiao.credit;

import java.time.LocalDate;

/** Telling people before something adverse is told of them. Every call joins the caller's transaction. */
public interface CreditNotices {
    /** @throws io.jinqiao.message.Refusal when nobody owes such a notice, or the step cannot follow */
    void step(NoticeStep step);

    /**
     * One person wants a record to leave although the notice cannot be delivered.
     *
     * @return number of the proposal
     * @throws io.jinqiao.message.Refusal when the notice can still be delivered, or one is open already
     */
    long proposeRelease(String account, LocalDate episode, String person, String reason, String by);

    /** Another person answers. @throws io.jinqiao.message.Refusal for the same person, or too early */
    void answerRelease(long number, boolean confirmed, String by);
}
