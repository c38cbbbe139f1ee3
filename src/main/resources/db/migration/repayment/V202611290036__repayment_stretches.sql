-- What a loan owed day by day, as stretches in which nothing changes, for those who need an average over days; read only, nothing is stored for it.
CREATE VIEW repayment_fact_stretch AS
SELECT a.bank AS partner, a.account_no, a.application_no, s.from_on, s.until, s.balance_fen, s.overdue, s.oldest_due, s.next_due, s.message_id
FROM repayment_account a
CROSS JOIN LATERAL (
    WITH told AS (
        SELECT DISTINCT ON (r.accounting_date, r.instalment) r.accounting_date, r.instalment, r.due_on, r.balance, x.message_id,
               r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine > 0 AS owing
        FROM repayment_row r JOIN repayment_file x ON x.id = r.file
        WHERE r.account_no = a.account_no AND r.bank = a.bank AND x.stands AND x.replaced_at IS NULL
        ORDER BY r.accounting_date, r.instalment, r.file DESC
    ), owed AS (
        SELECT o.due_on, greatest(o.accounting_date, o.due_on + 1) AS from_on, o.until
        FROM (SELECT t.*, lead(t.accounting_date, 1, 'infinity') OVER (PARTITION BY t.instalment ORDER BY t.accounting_date) AS until FROM told t) o
        WHERE o.owing AND greatest(o.accounting_date, o.due_on + 1) < o.until
    ), marks AS (
        SELECT a.balance_on AS day UNION SELECT accounting_date FROM told UNION SELECT from_on FROM owed UNION SELECT until FROM owed WHERE until < 'infinity'
    )
    SELECT m.day AS from_on, lead(m.day, 1, 'infinity') OVER (ORDER BY m.day) AS until, coalesce(b.balance, a.balance_fen) AS balance_fen,
           (SELECT count(*) FROM owed o WHERE o.from_on <= m.day AND o.until > m.day)::integer AS overdue,
           (SELECT min(o.due_on) FROM owed o WHERE o.from_on <= m.day AND o.until > m.day) AS oldest_due,
           (coalesce((SELECT max(t.due_on) FROM told t WHERE t.accounting_date <= m.day) + make_interval(months => greatest(1, a.months / a.instalments)),
                     CASE WHEN a.first_due >= a.balance_on THEN a.first_due ELSE a.balance_on + interval '1 month' END))::date AS next_due,
           b.message_id
    FROM marks m
    LEFT JOIN LATERAL (SELECT t.balance, t.message_id FROM told t WHERE t.accounting_date <= m.day ORDER BY t.accounting_date DESC, t.balance LIMIT 1) b ON true
    WHERE m.day >= a.balance_on
) s
WHERE s.balance_fen > 0;
COMMENT ON VIEW repayment_fact_stretch IS 'Each loan that is owed, as stretches of days in which balance and instalments overdue stay as they are, by what stands now';
COMMENT ON COLUMN repayment_fact_stretch.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_stretch.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_stretch.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_stretch.from_on IS 'first day';
COMMENT ON COLUMN repayment_fact_stretch.until IS 'day after the last; infinity: it goes on';
COMMENT ON COLUMN repayment_fact_stretch.balance_fen IS 'principal still owed (DKYE)';
COMMENT ON COLUMN repayment_fact_stretch.overdue IS 'instalments owed after their due day';
COMMENT ON COLUMN repayment_fact_stretch.oldest_due IS 'due day of the oldest of them; null: none';
COMMENT ON COLUMN repayment_fact_stretch.next_due IS 'due day of the first instalment nothing was told of, as of the first day; past it nobody knows how the loan stands';
COMMENT ON COLUMN repayment_fact_stretch.message_id IS 'file or message that told the balance, in the journal; null: what the loan was opened with';

-- What came in, by accounting date: what a row says was paid of an instalment, less what the row before said.
CREATE VIEW repayment_fact_receipt AS
SELECT a.bank AS partner, a.account_no, a.application_no, p.instalment, p.accounting_date, p.interest_fen, p.penalty_fen, p.message_id
FROM repayment_account a
CROSS JOIN LATERAL (
    SELECT t.instalment, t.accounting_date, t.interest - lag(t.interest, 1, 0::bigint) OVER w AS interest_fen, t.penalty - lag(t.penalty, 1, 0::bigint) OVER w AS penalty_fen,
           t.message_id
    FROM (SELECT DISTINCT ON (r.accounting_date, r.instalment) r.accounting_date, r.instalment, r.paid_interest + r.paid_overdue_interest AS interest,
                 r.paid_penalty AS penalty, x.message_id
          FROM repayment_row r JOIN repayment_file x ON x.id = r.file
          WHERE r.account_no = a.account_no AND r.bank = a.bank AND x.stands AND x.replaced_at IS NULL
          ORDER BY r.accounting_date, r.instalment, r.file DESC) t
    WINDOW w AS (PARTITION BY t.instalment ORDER BY t.accounting_date)
) p
WHERE p.interest_fen <> 0 OR p.penalty_fen <> 0;
COMMENT ON VIEW repayment_fact_receipt IS 'Interest that came in, by accounting date, loan and instalment; below zero where a bank took back what it had told';
COMMENT ON COLUMN repayment_fact_receipt.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_receipt.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_receipt.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_receipt.instalment IS 'from 1 (DQQC)';
COMMENT ON COLUMN repayment_fact_receipt.accounting_date IS 'JZRQ';
COMMENT ON COLUMN repayment_fact_receipt.interest_fen IS 'interest and overdue interest';
COMMENT ON COLUMN repayment_fact_receipt.penalty_fen IS 'penalty interest';
COMMENT ON COLUMN repayment_fact_receipt.message_id IS 'file or message that told it, in the journal';
