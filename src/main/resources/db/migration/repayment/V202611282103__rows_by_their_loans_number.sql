-- Rows are known by the bank and its number of the loan, as they were told: so a file goes by COPY straight into the ledger and is judged where it lies.
CREATE TABLE repayment_told (
    file                    bigint   NOT NULL,
    paid_principal          bigint   NOT NULL,
    paid_overdue_principal  bigint   NOT NULL,
    paid_interest           bigint   NOT NULL,
    paid_overdue_interest   bigint   NOT NULL,
    paid_penalty            bigint   NOT NULL,
    paid_fine               bigint   NOT NULL,
    unpaid_principal        bigint   NOT NULL,
    unpaid_overdue_principal bigint  NOT NULL,
    unpaid_interest         bigint   NOT NULL,
    unpaid_overdue_interest bigint   NOT NULL,
    unpaid_penalty          bigint   NOT NULL,
    unpaid_fine             bigint   NOT NULL,
    balance                 bigint   NOT NULL,
    line                    integer  NOT NULL,
    due_on                  date     NOT NULL,
    accounting_date         date     NOT NULL,
    instalment              smallint NOT NULL,
    remaining_months        smallint NOT NULL,
    result                  smallint NOT NULL,
    bank                    text     NOT NULL,
    account_no              text     COLLATE "C" NOT NULL,
    source                  smallint,
    paid_on                 date,
    host_serial             text
);
INSERT INTO repayment_told
SELECT r.file, r.paid_principal, r.paid_overdue_principal, r.paid_interest, r.paid_overdue_interest, r.paid_penalty, r.paid_fine, r.unpaid_principal,
       r.unpaid_overdue_principal, r.unpaid_interest, r.unpaid_overdue_interest, r.unpaid_penalty, r.unpaid_fine, r.balance, r.line, r.due_on, r.accounting_date,
       r.instalment, r.remaining_months, r.result, a.bank, a.account_no, r.source, r.paid_on, r.host_serial
FROM repayment_row r JOIN repayment_account a ON a.id = r.account;
DROP TABLE repayment_row;
ALTER TABLE repayment_told RENAME TO repayment_row;
-- Nothing here is unique: a row that stands twice in its file is noticed when the file is judged, and goes back.
CREATE INDEX repayment_row_of_loan ON repayment_row (account_no, accounting_date, instalment);
CREATE INDEX repayment_row_of_file ON repayment_row (file);

-- Numbers of loans are compared byte by byte, in both tables.
CREATE INDEX repayment_account_number ON repayment_account (account_no COLLATE "C");

-- The first accounting date any row of the file tells of; the last is that of the file, at most 30 days later.
ALTER TABLE repayment_file ADD COLUMN first_day date;
UPDATE repayment_file SET first_day = accounting_date - 30;
ALTER TABLE repayment_file ALTER COLUMN first_day SET NOT NULL;
CREATE INDEX repayment_file_replaced ON repayment_file (bank) WHERE replaced_at IS NOT NULL;

-- Each instalment told of, as it stood at the end of a day by what was known at a moment. Overdue begins the day after the due day.
CREATE OR REPLACE FUNCTION repayment_instalments(as_of date, known timestamptz)
RETURNS TABLE (account bigint, instalment smallint, due_on date, told_on date, paid_fen bigint, owed_fen bigint, owed_principal_fen bigint,
               paid_principal_fen bigint, balance bigint, paid_on date, source smallint, result smallint, file bigint, overdue boolean, late boolean)
LANGUAGE sql STABLE AS $$
    SELECT t.account, t.instalment, t.due_on, t.accounting_date,
           t.paid_principal + t.paid_overdue_principal + t.paid_interest + t.paid_overdue_interest + t.paid_penalty + t.paid_fine,
           t.owed, t.unpaid_principal + t.unpaid_overdue_principal, t.paid_principal + t.paid_overdue_principal,
           t.balance, t.paid_on, t.source, t.result, t.file,
           t.owed > 0 AND as_of > t.due_on,
           as_of > t.due_on AND (t.seen_unpaid OR coalesce(t.paid_on > t.due_on, false)) AND NOT (t.owed = 0 AND coalesce(t.paid_on <= t.due_on, false))
    FROM (
        SELECT DISTINCT ON (a.id, r.instalment) r.*, a.id AS account,
               r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine AS owed,
               bool_or(r.accounting_date >= r.due_on
                       AND r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine > 0)
                   OVER (PARTITION BY a.id, r.instalment) AS seen_unpaid
        FROM repayment_row r
        JOIN repayment_file x ON x.id = r.file
        JOIN repayment_account a ON a.account_no = r.account_no AND a.bank = r.bank
        WHERE r.accounting_date <= as_of AND x.known_from <= known AND (x.replaced_at IS NULL OR x.replaced_at > known)
        ORDER BY a.id, r.instalment, r.accounting_date DESC, r.file DESC
    ) t
$$;
