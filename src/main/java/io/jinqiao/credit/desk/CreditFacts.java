package io.jinqiao.credit.desk;

import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
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

    /**
     * The latest payment of a loan in a month that is not over, and how the loan stands with it: as its bank told last.
     *
     * @param account its identifier
     * @throws io.jinqiao.message.Refusal when nothing was paid in the month, or its bank has not told everything up to that day
     */
    default Payment latestPayment(YearMonth month, String account) {
        throw new Refusal(Problem.at("account", FailureCode.CREDIT_FACTS_MISSING, "payment"));
    }

    /** @param standing on the day it was paid @param amount all that was paid on that day */
    record Payment(LoanFacts loan, MonthFacts standing, Money amount) {}

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
