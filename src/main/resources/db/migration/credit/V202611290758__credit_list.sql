-- Loans a bank reports itself: how each stands at a month's end as it is known here, and as the bank told the Center. Values of the Center's items AcctStatus, RpyStatus, AcctBal, OverdPrd, TotOverd.
CREATE TABLE credit_list (
    partner         text   NOT NULL,
    month           date   NOT NULL,
    loan_account_no text   NOT NULL,
    ours            text[],
    theirs          text[],
    PRIMARY KEY (partner, month, loan_account_no)
);
CREATE INDEX credit_list_differs ON credit_list (month, partner) WHERE ours IS DISTINCT FROM theirs;

CREATE TABLE credit_list_taken (
    partner  text        NOT NULL,
    month    date        NOT NULL,
    lines    bigint      NOT NULL,
    taken_by text        NOT NULL,
    taken_at timestamptz NOT NULL,
    PRIMARY KEY (partner, month)
);

CREATE VIEW credit_fact_list AS
SELECT partner, month, loan_account_no, ours, theirs FROM credit_list;
COMMENT ON VIEW credit_fact_list IS 'Loans a bank reports itself, at a month''s end: AcctStatus, RpyStatus, AcctBal, OverdPrd, TotOverd as known here and as the bank told the Center';
COMMENT ON COLUMN credit_fact_list.partner IS 'bank';
COMMENT ON COLUMN credit_fact_list.month IS 'first day of the month';
COMMENT ON COLUMN credit_fact_list.loan_account_no IS 'the bank''s number of the loan';
COMMENT ON COLUMN credit_fact_list.ours IS 'as known here; null: not known, or not to be reported by the bank';
COMMENT ON COLUMN credit_fact_list.theirs IS 'as the bank''s list says; null: it does not';

CREATE VIEW credit_fact_list_taken AS
SELECT t.partner, t.month, t.lines, t.taken_by, t.taken_at,
       (SELECT count(*) FROM credit_list l WHERE l.partner = t.partner AND l.month = t.month AND l.ours IS DISTINCT FROM l.theirs) AS differing
FROM credit_list_taken t;
COMMENT ON VIEW credit_fact_list_taken IS 'Monthly lists of banks that report themselves';
COMMENT ON COLUMN credit_fact_list_taken.partner IS 'bank';
COMMENT ON COLUMN credit_fact_list_taken.month IS 'first day of the month';
COMMENT ON COLUMN credit_fact_list_taken.lines IS 'loans it tells of';
COMMENT ON COLUMN credit_fact_list_taken.taken_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_list_taken.taken_at IS 'when; an earlier one counts no more';
COMMENT ON COLUMN credit_fact_list_taken.differing IS 'loans that stand otherwise, or on one side only';
