package io.jinqiao.repayment;

/** Who pays the contributions of a borrower. Two of them are known to stop after the loan was paid out. */
public enum Contributor {
    /** an employer */
    EMPLOYED,
    /** the person alone (灵活就业人员) */
    FLEXIBLE,
    /** a company that lends its people out (劳务派遣) */
    LABOUR_AGENCY
}
