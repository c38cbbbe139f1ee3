package io.jinqiao.credit.enquiry;

import java.util.Set;

/** What a report is asked for (查询原因), and of whom. */
public enum Purpose {
    /** 贷款审批. */
    LOAN_APPROVAL("02", Set.of(Part.BORROWER, Part.SPOUSE, Part.CO_BORROWER)),
    /** 担保资格审查. */
    GUARANTOR_CHECK("08", Set.of(Part.GUARANTOR)),
    /** 贷后管理, from disbursement until the loan ends. */
    POST_LOAN("01", Set.of(Part.BORROWER, Part.SPOUSE, Part.CO_BORROWER)),
    /** 公积金提取复核查询; whether a centre may use it, its agreement with the Center says. */
    WITHDRAWAL_REVIEW("16", Set.of(Part.BORROWER, Part.SPOUSE));

    private final String reason;
    private final Set<Part> parts;

    Purpose(String reason, Set<Part> parts) {
        this.reason = reason;
        this.parts = parts;
    }

    /** The Center's code of the reason, two digits. */
    public String reason() {
        return reason;
    }

    /** @param disbursed whether the loan is paid out and not yet paid back */
    boolean fits(Part part, boolean disbursed) {
        boolean time = switch (this) {
            case POST_LOAN -> disbursed;
            case LOAN_APPROVAL, GUARANTOR_CHECK -> !disbursed;
            case WITHDRAWAL_REVIEW -> true;
        };
        return time && parts.contains(part);
    }

    /** Whose report: their part in the business. */
    public enum Part {
        BORROWER,
        SPOUSE,
        CO_BORROWER,
        GUARANTOR
    }
}
