package io.jinqiao.credit.report;

import java.util.List;
import java.util.Set;

/**
 * A loan with what must be known before it: who borrowed, what secures it, who agreed to being reported.
 *
 * @param consented parts, as {@link AccountFacts#parts()} names them, whose written consent is on file
 */
public record LoanFacts(AccountFacts account, PersonFacts borrower, List<ContractFacts> contracts, Set<String> consented) {
    public LoanFacts {
        consented = Set.copyOf(consented);
    }
}
