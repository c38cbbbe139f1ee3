package io.jinqiao.credit.report;

import java.util.List;

/** A loan with what must be known before it: who borrowed, what secures it. */
public record LoanFacts(AccountFacts account, PersonFacts borrower, List<ContractFacts> contracts) {}
