package io.jinqiao.repayment;

import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.Outcome;

/** The room's door, bean {@code repayments}: what banks tell of repayments, and which loans they tell of. Everything joins the caller's transaction. */
public interface Repayments {

    /**
     * Takes a file: each row that agrees with the ledger, or none when more are refused than are tolerated. A file that names another takes its place, whole.
     * What is wrong with the file itself is thrown by its reading.
     */
    FileResult file(IncomingFile file);

    /**
     * Takes a single report.
     *
     * @throws io.jinqiao.message.Refusal when it does not agree with the ledger
     */
    Outcome report(Incoming report);

    /**
     * One person wants loans opened: those older than the gateway, with what is still owed of them.
     *
     * @return number of the proposal
     * @throws io.jinqiao.message.Refusal with everything that is missing or wrong
     */
    long proposeOpening(ProposeOpening proposal);

    /** Another person confirms it or turns it down. @throws io.jinqiao.message.Refusal when it is the same person, it was answered, or an account is open */
    void answerOpening(long number, boolean confirmed, String by);

    /**
     * Opens what banks paid out under the terms agreed with them; without agreed terms two people open it, and somebody is told. Hands the outcome on.
     */
    Outcome disbursed(Outcome outcome);

    /** Payments that came back whole: nothing falls due of them. Hands the outcome on. */
    Outcome returned(Outcome outcome);

    /**
     * A loan is paid back, as its bank says.
     *
     * @return the message, for who keeps the loan
     * @throws io.jinqiao.message.Refusal with everything that does not agree with the ledger
     */
    Incoming settlement(Incoming settlement);

    /** A loan was paid out: from then on its bank tells of it. The same again changes nothing. */
    void opened(OpenLoan loan, String by);
}
