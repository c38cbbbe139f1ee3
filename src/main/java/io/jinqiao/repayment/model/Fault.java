package io.jinqiao.repayment.model;

import io.jinqiao.message.FailureCode;

/** What is wrong with a row that is right in itself, in the order in which it is looked for. The first that fits is told. */
public enum Fault {
    ACCOUNT("loanAccountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN),
    ENDED("accountingDate", FailureCode.REPAYMENT_LOAN_ENDED),
    ACCOUNTING_DATE("accountingDate", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE),
    PAID_ON("paidOn", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE),
    INSTALMENT("instalment", FailureCode.REPAYMENT_INSTALMENT_UNEXPECTED),
    TWICE("instalment", FailureCode.REPAYMENT_ROW_TWICE),
    KNOWN("instalment", FailureCode.REPAYMENT_ROW_KNOWN),
    BALANCE_GREW("balance", FailureCode.REPAYMENT_BALANCE_GREW),
    PAID_SHRANK("paid.principal", FailureCode.REPAYMENT_PAID_SHRANK),
    REST_SHRANK("paid.interest", FailureCode.REPAYMENT_PAID_SHRANK),
    ARREARS("unpaid.principal", FailureCode.REPAYMENT_ARREARS_VANISHED),
    UNPAID("unpaid.principal", FailureCode.REPAYMENT_UNPAID_IMPLAUSIBLE),
    SUM("balance", FailureCode.REPAYMENT_SUM_WRONG),
    LATER("balance", FailureCode.REPAYMENT_CONTRADICTS_LATER),
    INTEREST("paid.interest", FailureCode.REPAYMENT_INTEREST_IMPLAUSIBLE),
    PENALTY("unpaid.penalty", FailureCode.REPAYMENT_PENALTY_IMPLAUSIBLE),
    MONTH_UNKNOWN("instalment", FailureCode.REPAYMENT_MONTH_UNKNOWN),
    MONTH_PAID("paid.principal", FailureCode.REPAYMENT_MONTH_DIFFERS),
    MONTH_UNPAID("unpaid.principal", FailureCode.REPAYMENT_MONTH_DIFFERS),
    MONTH_BALANCE("balance", FailureCode.REPAYMENT_MONTH_DIFFERS),
    /** nothing is wrong with it, but with another row of the same loan */
    SIBLING("loanAccountNo", FailureCode.REPAYMENT_OTHER_ROW_REFUSED);

    private final String field;
    private final FailureCode code;

    Fault(String field, FailureCode code) {
        this.field = field;
        this.code = code;
    }

    /** In our words. */
    public String field() {
        return field;
    }

    public FailureCode code() {
        return code;
    }
}
