package io.jinqiao.repayment;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The door to deductions at banks whose ledger the centre leads (扣款), bean {@code deductions}. Everything joins the caller's transaction.
 *
 * <p>A bank has at most one open run, of whichever source: the database refuses the second.
 */
public interface Deductions {

    /**
     * Opens a run and tells the bank.
     *
     * @throws io.jinqiao.message.Refusal with everything wrong: a ledger the bank leads, an unknown loan, an instalment that is paid or of which something else is
     *     owed, a mandate that is not in force, another open run
     */
    Outcome run(DeductInstalments command);

    /** What the bank answered to an order. A run whose orders were all refused is closed. */
    Outcome answered(Answered order);

    /**
     * What came of an order: posted to the ledger, line by line. What was deducted beyond what was owed is kept as paid twice.
     *
     * @throws io.jinqiao.message.Refusal when a line was told before, is none of the order, or its money was not used as the waterfall says
     */
    Outcome result(Incoming result);

    /**
     * One person wants a run closed whose bank does not tell in time what came of it, with a reason. Instalments of it are not ordered again before their result is
     * told, or it is closed with the bank's answer; that may follow later.
     *
     * @param document number of the bank's written answer that nothing was deducted nor will be; null: it gave none
     * @return number of the proposal
     * @throws io.jinqiao.message.Refusal when no such run is open, it is not late, or one waits for its answer
     */
    long proposeClosing(String runNo, String reason, @Nullable String document, String by);

    /**
     * Another person agrees or does not. Of a closed run nothing is awaited, and the bank may have another; a result it tells all the same is booked.
     *
     * @throws io.jinqiao.message.Refusal when it is the same person, or it was answered
     */
    void answerClosing(long number, boolean confirmed, String by);

    /** Money that was deducted and is counted nowhere as paid. */
    enum Gap {
        /** beyond what was owed */
        PAID_TWICE,
        /** a result told of it, a corrected file of its bank does not */
        NOT_IN_LEDGER
    }

    /** What became of that money. */
    enum TwiceOutcome {
        RETURNED,
        /** taken as principal paid ahead, as the borrower agreed */
        PREPAID,
        /** it was never deducted; the bank told it by mistake */
        BANK_ERRED
    }

    /**
     * One person says what became of money that is counted nowhere as paid.
     *
     * @param document number of the document that shows it, 1 to 64 characters
     * @throws io.jinqiao.message.Refusal when there is nothing of the kind open
     */
    void settle(Gap gap, String orderNo, int lineNo, TwiceOutcome outcome, String document, String by);

    /** Another person confirms it; turned down, it is open again. @throws io.jinqiao.message.Refusal when it is the same person, or nobody said anything */
    void confirm(Gap gap, String orderNo, int lineNo, boolean confirmed, String by);

    /** @throws io.jinqiao.message.Refusal for an unknown loan, or a number that is taken */
    void registerMandate(RegisterMandate command);

    /** From this day on the mandate is in force no more. @throws io.jinqiao.message.Refusal when there is none in force */
    void endMandate(PartnerId bank, String mandateNo, LocalDate on, String by);
}
