package io.jinqiao.message;

/** Where the money of a repayment came from (还款来源). Who paid decides whether a cure counts for a bank. */
public enum PaymentSource {
    /** repayment account of the borrower (HKZH) */
    BANK_ACCOUNT,
    /** fund balance under a mandate (公积金提取还款, A.15 code 05) */
    FUND_BALANCE,
    /** the borrower's own prepayment (A.15 code 03) */
    PREPAYMENT,
    GUARANTOR,
    /** under the stage guarantee */
    DEVELOPER,
    /** the bank itself paid */
    BANK,
    OTHER
}
