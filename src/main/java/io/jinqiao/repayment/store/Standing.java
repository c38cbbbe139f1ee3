package io.jinqiao.repayment.store;

/** Rows of other files that count, as text: {@code r}, beside a row {@code s} of loan {@code a}. */
final class Standing {
    static final String REPLACED = "(SELECT id FROM repayment_file WHERE bank = :bank AND replaced_at IS NOT NULL)";
    /** What others tell of the row's loan as it was paid out last. */
    static final String ROWS = " FROM repayment_row r WHERE r.account_no = s.account_no AND r.bank = :bank AND r.accounting_date > a.balance_on AND r.file <> :file AND r.file NOT IN "
            + REPLACED + " ";

    private Standing() {}
}
