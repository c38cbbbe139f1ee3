package io.jinqiao.credit.desk;

import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import java.time.YearMonth;

/** Where the facts come from. */
public interface CreditFacts {
    /** Every loan this centre reports, as it stood at the end of a month, in any order; one at a time, so that a million need no memory. */
    void each(YearMonth month, Sink sink);

    /** Takes one loan after another. */
    interface Sink {
        void accept(LoanFacts loan, MonthFacts month);

        /**
         * A loan of which something is not known that every record tells.
         *
         * @param account its identifier, or what there is of it
         * @param what a word for people, no value
         */
        void unknown(String account, String what);
    }
}
