package io.jinqiao.credit;

/** The door to objections (异议), bean {@code objections}. Everything joins the caller's transaction. */
public interface Objections {

    /**
     * Takes an objection in; its days run from the day it was received.
     *
     * @return its number
     * @throws io.jinqiao.message.Refusal when the Center knows no such account, the bank answers for this loan, or the Center's number is known already
     */
    String receive(ReceiveObjection command);

    /** @param by log-in name @throws io.jinqiao.message.Refusal when it may not follow */
    void act(String objectionNo, ObjectionAct act, String by);
}
