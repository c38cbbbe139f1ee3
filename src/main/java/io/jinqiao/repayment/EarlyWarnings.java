package io.jinqiao.repayment;

import java.util.List;

/**
 * The door to early warning (贷后预警), bean {@code earlyWarnings}: which loans that owe nothing overdue soon may, and what shows it. Everything joins the
 * caller's transaction.
 */
public interface EarlyWarnings {

    /** @throws io.jinqiao.message.Refusal with every line of an unknown loan, or of a month that is not over */
    void contributions(List<TellContribution> told, String by);

    /** @throws io.jinqiao.message.Refusal for an unknown loan, months in the wrong order, or a number that is taken */
    void registerPledge(RegisterPledge command);

    /**
     * Looks at every loan of a bank, by what is known until now; nothing when nothing was told since and it is the same day. Warnings of which the sign is no
     * longer there end, and so do all of a loan that became overdue. Hands the command on.
     */
    CollectionRound look(CollectionRound round);

    /** @throws io.jinqiao.message.Refusal when there is no such warning, it is over, or the day has passed */
    void note(NoteWarning command);
}
