package io.jinqiao.credit.desk;

import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import java.time.YearMonth;
import java.util.function.BiConsumer;

/** Where the facts come from. */
public interface CreditFacts {
    /** Every loan this centre reports, as it stood at the end of a month, in any order; one at a time, so that a million need no memory. */
    void each(YearMonth month, BiConsumer<LoanFacts, MonthFacts> sink);
}
