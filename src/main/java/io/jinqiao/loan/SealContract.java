package io.jinqiao.loan;

/** The centre put its seal on the loan contract (合同盖章), which was signed by the borrower; it is in force when the loan is approved. */
public record SealContract(String acceptanceNo, String contractNo, Officer by) {}
