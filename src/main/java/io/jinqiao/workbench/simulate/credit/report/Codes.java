package io.jinqiao.workbench.simulate.credit.report;

/** The sheet's code tables for persons (section 4), codes only. */
final class Codes {
    static final Form ACCOUNT_TYPE = Form.oneOf("D1 R1 R2 R3 R4 C1");
    static final Form LINE = Form.oneOf("1 2 3 4 5 6");
    static final Form LINE_DETAIL = Form.oneOf("11 12 13 91 99 21 31 32 33 41 42 51 52 53 61 62 63 64 71 81 82 92 A1 B1");
    static final Form FUND_SOURCE = Form.oneOf("1 2 21 22 23 24 4 8");
    static final Form TRANCHES = Form.oneOf("0 1 2");
    static final Form REPAY_MODE = Form.oneOf("11 12 13 14 15 19 21 22 23 29 90");
    static final Form REPAY_FREQUENCY = Form.oneOf("01 02 03 04 05 06 07 08 12 13 14 99");
    static final Form GUARANTEE_MODE = Form.oneOf("1 2 3 4 5 6 7");
    /** The table has 0, 1 and 9; a rule tests 2 as well. */
    static final Form OTHER_GUARANTEE = Form.oneOf("0 1 2 9");
    static final Form YES_NO = Form.oneOf("0 1");
    static final Form LOAN_FORM = Form.oneOf("1 5 9");
    static final Form FIRST_HOME = Form.oneOf("01 02 03 04");
    static final Form ACCOUNT_STATUS = Form.oneOf("1 2 3 41 42 6 8");
    static final Form FIVE_CATEGORIES = Form.oneOf("1 2 3 4 5 9");
    static final Form REPAY_STATUS = Form.oneOf("* N M 1 2 3 4 5 6 7 B C D Z G #");
    static final Form TRANSACTION = Form.oneOf("1 2 3 4 5 8 11 12 13 14 15 16 17");
    static final Form PERSON_ID = Form.oneOf("10 1 2 20 5 6 8 9 A B C X");
    /** Persons' and organisations' together; which of them is for whom is a rule of its own. */
    static final Form ANY_ID = Form.oneOf("10 1 2 20 30 5 6 8 9 A B C X");
    static final Form PARTY = Form.oneOf("1 2");
    static final Form LIABLE_AS = Form.oneOf("1 2 9");
    static final Form REPORT_POINT = Form.oneOf("10 20 30 31 32 40");
    static final Form MARRIAGE = Form.oneOf("10 20 21 22 23 30 40 90 91 99");
    static final Form EMPLOYMENT = Form.oneOf("11 13 17 21 24 27 31 37 51 54 70 80 90 91 99");
    static final Form EDUCATION = Form.oneOf("10 20 30 40 60 70 80 90 91 99");
    static final Form DEGREE = Form.oneOf("1 2 3 4 5 9");
    static final Form RESIDENCE = Form.oneOf("1 2 3 4 5 6 7 9 11 12");
    static final Form CUSTOMER = Form.oneOf("11 12 13 20 30 40 50 60 90");
    static final Form CURRENCY = value -> value.matches("[A-Z]{3}") ? null : Form.TYPE;

    private Codes() {}
}
