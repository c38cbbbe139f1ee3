package io.jinqiao.credit;

import io.jinqiao.message.PartnerId;
import java.time.YearMonth;

/** Reporting to the credit reference system. */
public interface CreditReports {
    /**
     * Has all loans told for a month; the run itself goes on elsewhere, and goes on after a process died. Joins the caller's transaction.
     *
     * @param by log-in name
     * @return number of the run
     * @throws io.jinqiao.message.Refusal when this house does not report, the month is not over, or another run is not
     */
    long start(YearMonth month, String by);

    /** What the core system knows of a borrower; takes the place of what it told before. @throws io.jinqiao.message.Refusal for a code the Center does not know */
    void profile(PartnerId bank, String applicationNo, PersonProfile profile, String by);
}
