-- A closed accounting date whose rows a correction, or a file that came late, changed: its books were compared as they are no longer.
ALTER TABLE repayment_day DROP CONSTRAINT repayment_day_state_check;
ALTER TABLE repayment_day ADD CONSTRAINT repayment_day_state_check CHECK (state IN ('waiting', 'matched', 'differs', 'explained', 'reopened'));
ALTER TABLE repayment_day ADD COLUMN reopened_at timestamptz;

CREATE OR REPLACE VIEW repayment_fact_day AS
SELECT d.bank AS partner, d.day, d.state, d.items, d.matched, d.comparisons, d.compared_at, d.closed_at,
       (SELECT count(*) FROM repayment_difference f WHERE f.bank = d.bank AND f.day = d.day) AS differences,
       (SELECT count(*) FROM repayment_difference f WHERE f.bank = d.bank AND f.day = d.day AND f.confirmed_by IS NULL) AS open,
       (SELECT array_agg(s.message_id ORDER BY s.part) FROM repayment_statement s WHERE s.bank = d.bank AND s.day = d.day) AS message_ids,
       d.reopened_at
FROM repayment_day d;
COMMENT ON COLUMN repayment_fact_day.state IS 'waiting for parts, matched, differs, explained by two people, reopened by what came later';
COMMENT ON COLUMN repayment_fact_day.reopened_at IS 'when a file or report last changed the day after it was closed; null: none did';

COMMENT ON COLUMN repayment_fact_record.promise_became IS 'kept or broken by the ledger; null: not known yet';

-- What was paid of an instalment before its loan was opened here is in the balance it was opened with: it did not come in afterwards.
CREATE OR REPLACE VIEW repayment_fact_receipt AS
SELECT a.bank AS partner, a.account_no, a.application_no, p.instalment, p.accounting_date, p.interest_fen, p.penalty_fen, p.message_id
FROM repayment_account a
CROSS JOIN LATERAL (
    SELECT t.instalment, t.accounting_date, t.interest - lag(t.interest, 1, CASE WHEN t.before THEN t.interest ELSE 0 END) OVER w AS interest_fen,
           t.penalty - lag(t.penalty, 1, CASE WHEN t.before THEN t.penalty ELSE 0 END) OVER w AS penalty_fen, t.message_id
    FROM (SELECT DISTINCT ON (r.accounting_date, r.instalment) r.accounting_date, r.instalment, r.paid_interest + r.paid_overdue_interest AS interest,
                 r.paid_penalty AS penalty, x.message_id, r.due_on <= a.balance_on AND coalesce(r.paid_on <= a.balance_on, false) AS before
          FROM repayment_row r JOIN repayment_file x ON x.id = r.file
          WHERE r.account_no = a.account_no AND r.bank = a.bank AND x.stands AND x.replaced_at IS NULL
          ORDER BY r.accounting_date, r.instalment, r.file DESC) t
    WINDOW w AS (PARTITION BY t.instalment ORDER BY t.accounting_date)
) p
WHERE p.interest_fen <> 0 OR p.penalty_fen <> 0;
