package io.jinqiao.loan;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The clocks of loans, bean {@code loanDeadlines}; for pages and answers to people. */
public interface LoanDeadlines {

    /** Clocks that have started, in the order of the rule file; empty for an unknown loan. */
    List<LoanDeadline> of(String acceptanceNo);

    /** The same for many loans in one query. */
    Map<String, List<LoanDeadline>> of(Collection<String> acceptanceNos);
}
