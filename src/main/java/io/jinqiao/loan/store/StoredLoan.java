package io.jinqiao.loan.store;

import io.jinqiao.loan.model.Loan;

/** @param version of the row it was read from; a change is written only onto this version */
public record StoredLoan(Loan loan, int version) {}
