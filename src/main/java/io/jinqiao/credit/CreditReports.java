package io.jinqiao.credit;

import io.jinqiao.message.PartnerId;
import java.time.YearMonth;
import java.util.List;

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

    /**
     * A month that was told otherwise than the facts are now is told again, as a correction (212).
     *
     * @param account identifier (账户标识码)
     * @return name of the file
     * @throws io.jinqiao.message.Refusal with why it cannot be
     */
    String correct(String account, YearMonth month, String by);

    /**
     * Tells before the month's end that all arrears came in (event 40), or that nothing is owed any more (event 20).
     *
     * @param account identifier (账户标识码)
     * @return name of the file
     * @throws io.jinqiao.message.Refusal when neither happened since the Center was told last, or it cannot be told
     */
    String paid(String account, String by);

    /** A rule in words. @param record number of the type of record @return none for an id nobody knows */
    List<RuleText> explain(String record, String rule);

    /** What the core system knows of a borrower; takes the place of what it told before. @throws io.jinqiao.message.Refusal for a code the Center does not know */
    void profile(PartnerId bank, String applicationNo, PersonProfile profile, String by);
}
