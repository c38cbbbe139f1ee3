package io.jinqiao.credit.desk;

import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import java.time.YearMonth;

/** Where the facts come from. */
public interface CreditFacts {
    /** Every loan this centre reports, as it stood at the end of a month, in any order; one at a time, so that a million need no memory. */
    void each(YearMonth month, Sink sink);

    /** The same of one loan. @param account its identifier */
    default void one(YearMonth month, String account, Sink sink) {
        each(month, new Sink() {
            @Override
            public void accept(LoanFacts loan, MonthFacts standing) {
                if (loan.account().account().equals(account)) {
                    sink.accept(loan, standing);
                }
            }

            @Override
            public void unknown(String number, String what) {
                if (number.equals(account)) {
                    sink.unknown(number, what);
                }
            }
        });
    }

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
