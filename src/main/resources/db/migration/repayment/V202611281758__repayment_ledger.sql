-- Loans that are paid back: what each was paid out under. Nothing here names a person.
CREATE TABLE repayment_account (
    id            bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank          text          NOT NULL,
    account_no    text          NOT NULL,
    contract_no   text,
    application_no text,
    amount_fen    bigint        NOT NULL CHECK (amount_fen > 0),
    method        text          NOT NULL,
    months        integer       NOT NULL CHECK (months BETWEEN 1 AND 360),
    instalments   smallint      NOT NULL CHECK (instalments BETWEEN 1 AND 360),
    annual_rate   numeric(7, 5) NOT NULL,
    disbursed_on  date          NOT NULL,
    first_due     date          NOT NULL CHECK (first_due > disbursed_on),
    repricing_day text          NOT NULL,
    straddling    text          NOT NULL,
    penalty_base  text          NOT NULL,
    penalty_times numeric(6, 4) NOT NULL,
    day_count     text          NOT NULL,
    grace_days    integer       NOT NULL,
    balance_fen   bigint        NOT NULL CHECK (balance_fen BETWEEN 0 AND amount_fen),
    balance_on    date          NOT NULL,
    opened_at     timestamptz   NOT NULL,
    opened_by     text          NOT NULL,
    confirmed_by  text,
    CONSTRAINT repayment_account_once UNIQUE (bank, account_no)
);

-- Loans that one person wants opened and another confirms.
CREATE TABLE repayment_opening (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank        text        NOT NULL,
    accounts    jsonb       NOT NULL,
    loans       integer     NOT NULL,
    amount_fen  bigint      NOT NULL,
    balance_fen bigint      NOT NULL,
    reason      text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL
);
CREATE TABLE repayment_opening_answer (
    number      bigint      PRIMARY KEY REFERENCES repayment_opening,
    confirmed   boolean     NOT NULL,
    answered_by text        NOT NULL,
    answered_at timestamptz NOT NULL
);

-- Files and single reports. What a row says is known from known_from until its file was replaced: no row is ever changed.
CREATE TABLE repayment_file (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank            text        NOT NULL,
    file_no         text        NOT NULL,
    single          boolean     NOT NULL,
    name            text        NOT NULL,
    message_id      text        NOT NULL,
    accounting_date date        NOT NULL,
    corrects        bigint      REFERENCES repayment_file,
    rows            bigint      NOT NULL DEFAULT 0,
    refused         bigint      NOT NULL DEFAULT 0,
    stands          boolean     NOT NULL,
    known_from      timestamptz NOT NULL,
    replaced_at     timestamptz,
    CHECK (stands OR replaced_at IS NULL)
);
CREATE UNIQUE INDEX repayment_file_once ON repayment_file (bank, file_no, single) WHERE stands;
CREATE INDEX repayment_file_day ON repayment_file (bank, accounting_date);

-- What a bank told of one instalment of one loan on one accounting date. Words are kept by their number in the enumeration.
CREATE TABLE repayment_row (
    file                    bigint   NOT NULL,
    account                 bigint   NOT NULL,
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
    paid_on                 date,
    instalment              smallint NOT NULL,
    remaining_months        smallint NOT NULL,
    source                  smallint,
    result                  smallint NOT NULL,
    host_serial             text
);
CREATE UNIQUE INDEX repayment_row_of_loan ON repayment_row (account, accounting_date, instalment, file);
CREATE INDEX repayment_row_of_file ON repayment_row USING brin (file);

-- Rows that were sent back, the first ten thousand of a file.
CREATE TABLE repayment_refused (
    file      bigint  NOT NULL REFERENCES repayment_file,
    line      bigint  NOT NULL,
    field     text,
    code      text    NOT NULL,
    arguments text[]  NOT NULL
);
CREATE INDEX repayment_refused_file ON repayment_refused (file);

-- Files that were not here at their cut-off.
CREATE TABLE repayment_missing (
    bank            text        NOT NULL,
    accounting_date date        NOT NULL,
    noticed_at      timestamptz NOT NULL,
    arrived_at      timestamptz,
    PRIMARY KEY (bank, accounting_date)
);

-- Each instalment told of, as it stood at the end of a day by what was known at a moment. Overdue begins the day after the due day.
CREATE FUNCTION repayment_instalments(as_of date, known timestamptz)
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
        SELECT DISTINCT ON (r.account, r.instalment) r.*,
               r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine AS owed,
               bool_or(r.accounting_date >= r.due_on
                       AND r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine > 0)
                   OVER (PARTITION BY r.account, r.instalment) AS seen_unpaid
        FROM repayment_row r
        JOIN repayment_file x ON x.id = r.file
        WHERE r.accounting_date <= as_of AND x.known_from <= known AND (x.replaced_at IS NULL OR x.replaced_at > known)
        ORDER BY r.account, r.instalment, r.accounting_date DESC, r.file DESC
    ) t
$$;

-- Each loan told of. Consecutive: the longest run of instalments overdue now. Cumulative: every instalment that was ever late, the cured ones too.
CREATE FUNCTION repayment_loans(as_of date, known timestamptz)
RETURNS TABLE (account bigint, overdue integer, consecutive integer, cumulative integer, owed_fen bigint, owed_principal_fen bigint,
               balance bigint, oldest_due date, days integer, told_on date, paid_principal_fen bigint)
LANGUAGE sql STABLE AS $$
    SELECT g.account, sum(g.overdue)::integer, max(CASE WHEN g.run_overdue THEN g.overdue ELSE 0 END)::integer, sum(g.late)::integer,
           sum(g.owed_fen)::bigint, sum(g.owed_principal_fen)::bigint,
           (max(ARRAY[g.told_on - date '2000-01-01', -g.balance]))[2] * -1,
           min(g.oldest_due), coalesce(as_of - min(g.oldest_due), 0), max(g.told_on), sum(g.paid_principal_fen)::bigint
    FROM (
        SELECT i.account, i.overdue AS run_overdue, count(*) FILTER (WHERE i.overdue) AS overdue, count(*) FILTER (WHERE i.late) AS late,
               coalesce(sum(i.owed_fen) FILTER (WHERE i.overdue), 0) AS owed_fen,
               coalesce(sum(i.owed_principal_fen) FILTER (WHERE i.overdue), 0) AS owed_principal_fen,
               (max(ARRAY[i.told_on - date '2000-01-01', -i.balance]))[2] * -1 AS balance,
               min(i.due_on) FILTER (WHERE i.overdue) AS oldest_due, max(i.told_on) AS told_on, sum(i.paid_principal_fen) AS paid_principal_fen
        FROM (
            SELECT t.*, t.instalment - row_number() OVER (PARTITION BY t.account, t.overdue ORDER BY t.instalment) AS run
            FROM repayment_instalments(as_of, known) t
        ) i
        GROUP BY i.account, i.overdue, i.run
    ) g
    GROUP BY g.account
$$;

CREATE VIEW repayment_fact_instalment AS
SELECT a.bank AS partner, a.account_no, a.application_no, i.instalment, i.due_on, i.told_on, i.paid_fen, i.owed_fen, i.owed_principal_fen, i.paid_on,
       (ARRAY['bank-account', 'fund-balance', 'prepayment', 'guarantor', 'developer', 'bank', 'other'])[i.source + 1] AS source,
       (ARRAY['paid', 'partly-paid', 'insufficient-funds', 'account-closed', 'account-frozen', 'account-mismatch', 'mandate-missing', 'other'])[i.result + 1]
           AS result,
       i.overdue, i.late, CASE WHEN i.late AND i.owed_fen = 0 THEN i.paid_on END AS cured_on, d.day AS as_of, f.message_id
FROM (SELECT max(accounting_date) AS day FROM repayment_file WHERE stands) d
CROSS JOIN LATERAL repayment_instalments(d.day, 'infinity') i
JOIN repayment_account a ON a.id = i.account
JOIN repayment_file f ON f.id = i.file;
COMMENT ON VIEW repayment_fact_instalment IS 'Each instalment told of, as of the latest accounting date any bank told';
COMMENT ON COLUMN repayment_fact_instalment.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_instalment.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_instalment.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_instalment.instalment IS 'from 1 (DQQC)';
COMMENT ON COLUMN repayment_fact_instalment.due_on IS 'due day';
COMMENT ON COLUMN repayment_fact_instalment.told_on IS 'accounting date of the latest row about it';
COMMENT ON COLUMN repayment_fact_instalment.paid_fen IS 'paid so far, all parts';
COMMENT ON COLUMN repayment_fact_instalment.owed_fen IS 'still owed of it, all parts';
COMMENT ON COLUMN repayment_fact_instalment.owed_principal_fen IS 'principal still owed of it';
COMMENT ON COLUMN repayment_fact_instalment.paid_on IS 'day of the last payment';
COMMENT ON COLUMN repayment_fact_instalment.source IS 'where the last payment came from';
COMMENT ON COLUMN repayment_fact_instalment.result IS 'what became of the deduction';
COMMENT ON COLUMN repayment_fact_instalment.overdue IS 'owed after its due day';
COMMENT ON COLUMN repayment_fact_instalment.late IS 'was overdue at some time, cured or not';
COMMENT ON COLUMN repayment_fact_instalment.cured_on IS 'day on which a late instalment was paid in full';
COMMENT ON COLUMN repayment_fact_instalment.as_of IS 'accounting date all this is of';
COMMENT ON COLUMN repayment_fact_instalment.message_id IS 'file or message with the latest row, in the journal';

CREATE VIEW repayment_fact_loan AS
SELECT a.bank AS partner, a.account_no, a.application_no, a.amount_fen, l.balance AS balance_fen, l.overdue, l.consecutive, l.cumulative,
       CASE WHEN l.overdue = 0 THEN '0' WHEN l.overdue < 3 THEN '1-2' WHEN l.overdue < 6 THEN '3-5' ELSE '6+' END AS band,
       l.days, l.days >= 90 AS ninety_days, l.owed_fen, l.owed_principal_fen, CASE WHEN l.overdue > 0 THEN l.balance ELSE 0 END AS balance_at_risk_fen,
       l.oldest_due, l.told_on, d.day AS as_of
FROM (SELECT max(accounting_date) AS day FROM repayment_file WHERE stands) d
CROSS JOIN LATERAL repayment_loans(d.day, 'infinity') l
JOIN repayment_account a ON a.id = l.account;
COMMENT ON VIEW repayment_fact_loan IS 'Each loan a bank told of, as of the latest accounting date any bank told; its messages are in repayment_fact_instalment';
COMMENT ON COLUMN repayment_fact_loan.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_loan.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_loan.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_loan.amount_fen IS 'amount paid out (DKFFE)';
COMMENT ON COLUMN repayment_fact_loan.balance_fen IS 'principal still owed (DKYE)';
COMMENT ON COLUMN repayment_fact_loan.overdue IS 'instalments overdue now';
COMMENT ON COLUMN repayment_fact_loan.consecutive IS 'longest run of instalments overdue now (连续期数)';
COMMENT ON COLUMN repayment_fact_loan.cumulative IS 'instalments that were ever overdue (累计期数, LJYQQS)';
COMMENT ON COLUMN repayment_fact_loan.band IS '0, 1-2, 3-5, 6+ instalments overdue now';
COMMENT ON COLUMN repayment_fact_loan.days IS 'days since the oldest overdue instalment was due; 0: none';
COMMENT ON COLUMN repayment_fact_loan.ninety_days IS '90 days or more';
COMMENT ON COLUMN repayment_fact_loan.owed_fen IS 'owed of overdue instalments, all parts';
COMMENT ON COLUMN repayment_fact_loan.owed_principal_fen IS 'principal owed of overdue instalments';
COMMENT ON COLUMN repayment_fact_loan.balance_at_risk_fen IS 'whole balance of a loan with an overdue instalment; else 0';
COMMENT ON COLUMN repayment_fact_loan.oldest_due IS 'due day of the oldest overdue instalment';
COMMENT ON COLUMN repayment_fact_loan.told_on IS 'accounting date of the latest row about the loan';
COMMENT ON COLUMN repayment_fact_loan.as_of IS 'accounting date all this is of';

CREATE VIEW repayment_fact_file AS
SELECT f.id, f.bank AS partner, f.file_no, f.single, f.name, f.message_id, f.accounting_date, c.file_no AS corrects, f.rows, f.refused, f.stands, f.known_from,
       f.replaced_at
FROM repayment_file f LEFT JOIN repayment_file c ON c.id = f.corrects;
COMMENT ON VIEW repayment_fact_file IS 'Files and single reports of repayments that were read to their end';
COMMENT ON COLUMN repayment_fact_file.id IS 'ours';
COMMENT ON COLUMN repayment_fact_file.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_file.file_no IS 'the bank''s number of the file or report';
COMMENT ON COLUMN repayment_fact_file.single IS 'a single report, not a file';
COMMENT ON COLUMN repayment_fact_file.name IS 'name of the file';
COMMENT ON COLUMN repayment_fact_file.message_id IS 'its message in the journal';
COMMENT ON COLUMN repayment_fact_file.accounting_date IS 'JZRQ';
COMMENT ON COLUMN repayment_fact_file.corrects IS 'number of the file it takes the place of';
COMMENT ON COLUMN repayment_fact_file.rows IS 'rows it has';
COMMENT ON COLUMN repayment_fact_file.refused IS 'rows sent back';
COMMENT ON COLUMN repayment_fact_file.stands IS 'false: more rows were refused than are tolerated, so none counts';
COMMENT ON COLUMN repayment_fact_file.known_from IS 'when its rows became known';
COMMENT ON COLUMN repayment_fact_file.replaced_at IS 'when another file took its place; null: it counts';

CREATE VIEW repayment_fact_refused AS
SELECT f.bank AS partner, f.file_no, f.message_id, r.line, r.field, r.code, r.arguments FROM repayment_refused r JOIN repayment_file f ON f.id = r.file;
COMMENT ON VIEW repayment_fact_refused IS 'Rows sent back, the first ten thousand of a file';
COMMENT ON COLUMN repayment_fact_refused.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_refused.file_no IS 'the bank''s number of the file or report';
COMMENT ON COLUMN repayment_fact_refused.message_id IS 'its message in the journal';
COMMENT ON COLUMN repayment_fact_refused.line IS 'line of the file, from 1';
COMMENT ON COLUMN repayment_fact_refused.field IS 'in our words';
COMMENT ON COLUMN repayment_fact_refused.code IS 'code of the catalogue of failures';
COMMENT ON COLUMN repayment_fact_refused.arguments IS 'what its text asks for';

CREATE VIEW repayment_fact_missing AS SELECT bank AS partner, accounting_date, noticed_at, arrived_at FROM repayment_missing;
COMMENT ON VIEW repayment_fact_missing IS 'Daily files that were not here at their cut-off';
COMMENT ON COLUMN repayment_fact_missing.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_missing.accounting_date IS 'day the file should have told of';
COMMENT ON COLUMN repayment_fact_missing.noticed_at IS 'when it was missed';
COMMENT ON COLUMN repayment_fact_missing.arrived_at IS 'when a file of that day stood after all; null: still missing';

CREATE VIEW repayment_fact_opening AS
SELECT o.number, o.bank AS partner, o.loans, o.amount_fen, o.balance_fen, o.reason, o.proposed_by, o.proposed_at, a.confirmed, a.answered_by, a.answered_at
FROM repayment_opening o LEFT JOIN repayment_opening_answer a ON a.number = o.number;
COMMENT ON VIEW repayment_fact_opening IS 'Loans one person wants opened and another confirms';
COMMENT ON COLUMN repayment_fact_opening.number IS 'of the proposal';
COMMENT ON COLUMN repayment_fact_opening.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_opening.loans IS 'how many';
COMMENT ON COLUMN repayment_fact_opening.amount_fen IS 'sum paid out';
COMMENT ON COLUMN repayment_fact_opening.balance_fen IS 'sum still owed';
COMMENT ON COLUMN repayment_fact_opening.reason IS 'why, by whoever proposed';
COMMENT ON COLUMN repayment_fact_opening.proposed_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_opening.proposed_at IS 'when';
COMMENT ON COLUMN repayment_fact_opening.confirmed IS 'null: nobody answered';
COMMENT ON COLUMN repayment_fact_opening.answered_by IS 'another person';
COMMENT ON COLUMN repayment_fact_opening.answered_at IS 'when';
