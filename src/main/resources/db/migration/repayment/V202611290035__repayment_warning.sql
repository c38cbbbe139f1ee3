-- Whether contributions of a month were paid, as the core system tells it. Told again: another row; the latest counts. Nothing here names a person.
CREATE TABLE repayment_contribution (
    account     bigint      NOT NULL REFERENCES repayment_account,
    month       date        NOT NULL CHECK (extract(day FROM month) = 1),
    contributor text        NOT NULL CHECK (contributor IN ('employed', 'flexible', 'labour-agency')),
    contributed boolean     NOT NULL,
    balance_fen bigint      CHECK (balance_fen >= 0),
    told_at     timestamptz NOT NULL,
    told_by     text        NOT NULL,
    PRIMARY KEY (account, month, told_at)
);
CREATE INDEX repayment_contribution_told ON repayment_contribution (told_at);

-- Pledges to go on contributing after the loan (贷后缴存承诺书).
CREATE TABLE repayment_pledge (
    bank          text        NOT NULL,
    pledge_no     text        NOT NULL,
    account       bigint      NOT NULL REFERENCES repayment_account,
    from_month    date        NOT NULL CHECK (extract(day FROM from_month) = 1),
    until_month   date        NOT NULL CHECK (extract(day FROM until_month) = 1 AND until_month >= from_month),
    tolerated     integer     NOT NULL CHECK (tolerated >= 0),
    document      text        NOT NULL,
    registered_by text        NOT NULL,
    registered_at timestamptz NOT NULL,
    PRIMARY KEY (bank, pledge_no)
);
CREATE INDEX repayment_pledge_of_loan ON repayment_pledge (account);

-- Signs seen of loans that owe nothing overdue. One of a kind runs for a loan; how it ended says whether it was right.
CREATE TABLE repayment_warning (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account    bigint      NOT NULL REFERENCES repayment_account,
    bank       text        NOT NULL,
    sign       text        NOT NULL,
    grade      text        NOT NULL CHECK (grade IN ('watch', 'urgent')),
    title_zh   text        NOT NULL,
    title_en   text        NOT NULL,
    facts      jsonb       NOT NULL,
    first_on   date        NOT NULL,
    first_at   timestamptz NOT NULL,
    seen_on    date        NOT NULL,
    ended_on   date,
    ended      text        CHECK (ended IN ('gone', 'overdue', 'settled')),
    note       text,
    noted_by   text,
    noted_at   timestamptz,
    noted_until date,
    CHECK ((ended_on IS NULL) = (ended IS NULL)),
    CHECK ((note IS NULL) = (noted_by IS NULL) AND (note IS NULL) = (noted_until IS NULL))
);
CREATE UNIQUE INDEX repayment_warning_one_runs ON repayment_warning (account, sign) WHERE ended IS NULL;
CREATE INDEX repayment_warning_running ON repayment_warning (bank) WHERE ended IS NULL;

-- What the last look at a bank's loans knew; the same again is no reason for another one.
CREATE TABLE repayment_look (
    bank  text        PRIMARY KEY,
    day   date        NOT NULL,
    file  bigint      NOT NULL,
    told  timestamptz NOT NULL,
    today date        NOT NULL
);

-- The instalments of one bank's loans, or of every bank's for null: the whole ledger is never computed for one bank.
CREATE FUNCTION repayment_instalments_at(of_bank text, as_of date, known timestamptz)
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
          AND (of_bank IS NULL OR (a.bank = of_bank AND x.bank = of_bank))
        ORDER BY a.id, r.instalment, r.accounting_date DESC, r.file DESC
    ) t
$$;
CREATE OR REPLACE FUNCTION repayment_instalments(as_of date, known timestamptz)
RETURNS TABLE (account bigint, instalment smallint, due_on date, told_on date, paid_fen bigint, owed_fen bigint, owed_principal_fen bigint,
               paid_principal_fen bigint, balance bigint, paid_on date, source smallint, result smallint, file bigint, overdue boolean, late boolean)
LANGUAGE sql STABLE AS $$ SELECT * FROM repayment_instalments_at(NULL, as_of, known) $$;

CREATE FUNCTION repayment_loans_at(of_bank text, as_of date, known timestamptz)
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
            FROM repayment_instalments_at(of_bank, as_of, known) t
        ) i
        GROUP BY i.account, i.overdue, i.run
    ) g
    GROUP BY g.account
$$;
CREATE OR REPLACE FUNCTION repayment_loans(as_of date, known timestamptz)
RETURNS TABLE (account bigint, overdue integer, consecutive integer, cumulative integer, owed_fen bigint, owed_principal_fen bigint,
               balance bigint, oldest_due date, days integer, told_on date, paid_principal_fen bigint)
LANGUAGE sql STABLE AS $$ SELECT * FROM repayment_loans_at(NULL, as_of, known) $$;

CREATE VIEW repayment_fact_warning AS
SELECT w.number, w.bank AS partner, a.account_no, a.application_no, w.sign, w.grade, w.title_zh, w.title_en, w.facts, w.first_on, w.first_at, w.seen_on, w.ended_on,
       w.ended, w.note, w.noted_by, w.noted_at, w.noted_until, a.balance_fen AS opened_fen, a.disbursed_on,
       (SELECT min(c.opened_on) FROM repayment_case c WHERE c.account = w.account AND c.opened_on >= w.first_on) AS overdue_on
FROM repayment_warning w JOIN repayment_account a ON a.id = w.account;
COMMENT ON VIEW repayment_fact_warning IS 'Signs that a loan which owes nothing overdue soon may (贷后预警); made of what was told, without a message of its own';
COMMENT ON COLUMN repayment_fact_warning.number IS 'ours';
COMMENT ON COLUMN repayment_fact_warning.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_warning.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_warning.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_warning.sign IS 'id of the rule';
COMMENT ON COLUMN repayment_fact_warning.grade IS 'watch, urgent';
COMMENT ON COLUMN repayment_fact_warning.title_zh IS 'the rule''s words, Chinese';
COMMENT ON COLUMN repayment_fact_warning.title_en IS 'the rule''s words, English';
COMMENT ON COLUMN repayment_fact_warning.facts IS 'what shows it; amounts in fen, months as yyyy-MM, days of instalments in their order';
COMMENT ON COLUMN repayment_fact_warning.first_on IS 'accounting date on which it was first seen';
COMMENT ON COLUMN repayment_fact_warning.first_at IS 'when it was first seen';
COMMENT ON COLUMN repayment_fact_warning.seen_on IS 'accounting date on which it was last seen';
COMMENT ON COLUMN repayment_fact_warning.ended_on IS 'accounting date on which it ended; null: it runs';
COMMENT ON COLUMN repayment_fact_warning.ended IS 'gone: the sign is no longer there; overdue: the loan became overdue; settled: it was paid off';
COMMENT ON COLUMN repayment_fact_warning.note IS 'what a collector did about it';
COMMENT ON COLUMN repayment_fact_warning.noted_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_warning.noted_at IS 'when';
COMMENT ON COLUMN repayment_fact_warning.noted_until IS 'until when it needs nobody';
COMMENT ON COLUMN repayment_fact_warning.opened_fen IS 'principal owed when the loan was opened here';
COMMENT ON COLUMN repayment_fact_warning.disbursed_on IS 'day of disbursement';
COMMENT ON COLUMN repayment_fact_warning.overdue_on IS 'accounting date of the first case of collection since; null: none';
