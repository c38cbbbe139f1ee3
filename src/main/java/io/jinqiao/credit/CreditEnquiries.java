package io.jinqiao.credit;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Outcome;
import java.util.List;

/** The door to enquiries at the credit reference system (信用报告查询), bean {@code creditEnquiries}. Everything joins the caller's transaction. */
public interface CreditEnquiries {

    /**
     * A person's written consent to be asked about is on file.
     *
     * @return its number
     * @throws io.jinqiao.message.Refusal when there is no such application or person, or its days do not follow each other
     */
    long authorise(GiveAuthorisation command);

    /**
     * A person took a consent back.
     *
     * @return its number
     * @throws io.jinqiao.message.Refusal when there is no such application or person, or the day is yet to come
     */
    long withdraw(WithdrawConsent command);

    /**
     * Somebody wants a report: asks, uses a fresh one again, or waits for a second person. The content of the outcome has {@code number} and {@code state}.
     *
     * @throws io.jinqiao.message.Refusal with everything the gate has against it
     */
    Outcome ask(AskForReport command);

    /** Another person agrees, or declines. @throws io.jinqiao.message.Refusal for the same person, or with what the gate has against it by now */
    Outcome agree(AgreeToEnquiry command);

    /** What the Center answered. A report nobody can read is kept as such; it throws for no content. */
    void answered(Answered answered);

    /** What a report says; that somebody looked is written down. @throws io.jinqiao.message.Refusal when there is none */
    SeenReport look(long number, String by);

    /** Users whose enquiries of today leave what is usual with them. */
    List<Unusual> unusual();

    /** @param mean of the thirty days before */
    record Unusual(String user, long today, double mean) {}
}
