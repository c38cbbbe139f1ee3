-- Loans as they stood at the end of a month, for whoever reports them. One pass over the rows: what was told until the month began stands beside what was told
-- until it ended. Loans nobody told of yet are there too, with what they were opened with.
CREATE FUNCTION repayment_months(month_first date, month_last date)
RETURNS TABLE (account bigint, due_on date, balance_fen bigint, remaining integer, shortened integer, overdue integer, oldest_due date, owed_fen bigint,
               owed_principal_fen bigint, to60_fen bigint, to90_fen bigint, to180_fen bigint, longer_fen bigint, fell_fen bigint, paid_fen bigint,
               prepaid_fen bigint, paid_after_due boolean, paid_on date, told_on date, message_id text)
LANGUAGE sql STABLE AS $$
    SELECT a.id, g.due_on, coalesce(g.balance, a.balance_fen),
           coalesce(g.term, a.months) - coalesce(g.instalment, (SELECT count(*)::integer FROM generate_series(a.first_due, a.balance_on, interval '1 month'))),
           greatest(0, coalesce(g.term_before - g.term, 0)),
           coalesce(g.overdue, 0), g.oldest_due, coalesce(g.owed, 0), coalesce(g.owed_principal, 0), coalesce(g.to60, 0), coalesce(g.to90, 0),
           coalesce(g.to180, 0), coalesce(g.longer, 0), coalesce(g.fell, 0), coalesce(g.paid, 0), coalesce(g.prepaid, 0), coalesce(g.paid_after_due, false),
           g.paid_on, g.told_on, g.message_id
    FROM repayment_account a LEFT JOIN (
        SELECT i.bank, i.account_no,
               max(i.due_on) FILTER (WHERE i.due_on BETWEEN month_first AND month_last) AS due_on,
               (max(ARRAY[i.accounting_date - date '2000-01-01', -i.balance]))[2] * -1 AS balance,
               max(i.instalment)::integer AS instalment,
               (max(ARRAY[i.instalment, i.instalment + i.remaining_months]))[2]::integer AS term,
               (max(ARRAY[i.before[2], i.before[3]]) FILTER (WHERE i.before IS NOT NULL))[2]::integer AS term_before,
               count(*) FILTER (WHERE i.late)::integer AS overdue, min(i.due_on) FILTER (WHERE i.late) AS oldest_due,
               sum(i.owed) FILTER (WHERE i.late)::bigint AS owed, sum(i.owed_principal) FILTER (WHERE i.late)::bigint AS owed_principal,
               sum(i.owed_principal) FILTER (WHERE i.late AND month_last - i.due_on BETWEEN 31 AND 60)::bigint AS to60,
               sum(i.owed_principal) FILTER (WHERE i.late AND month_last - i.due_on BETWEEN 61 AND 90)::bigint AS to90,
               sum(i.owed_principal) FILTER (WHERE i.late AND month_last - i.due_on BETWEEN 91 AND 180)::bigint AS to180,
               sum(i.owed_principal) FILTER (WHERE i.late AND month_last - i.due_on > 180)::bigint AS longer,
               sum(i.planned) FILTER (WHERE i.due_on BETWEEN month_first AND month_last)::bigint AS fell,
               sum(greatest(0, i.paid - coalesce(i.before[4], 0)))::bigint AS paid,
               sum(i.paid_principal) FILTER (WHERE i.source = 2 AND i.paid_on BETWEEN month_first AND month_last)::bigint AS prepaid,
               bool_or(i.owed = 0 AND i.paid_on > i.due_on) FILTER (WHERE i.due_on BETWEEN month_first AND month_last) AS paid_after_due,
               max(i.paid_on) FILTER (WHERE i.paid_on <= month_last) AS paid_on, max(i.accounting_date) AS told_on,
               (max(ARRAY[i.accounting_date::text, i.message_id]))[2] AS message_id
        FROM (
            SELECT t.*, t.owed > 0 AND month_last > t.due_on AS late
            FROM (
                SELECT DISTINCT ON (r.bank, r.account_no, r.instalment) r.*, x.message_id,
                       r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine AS paid,
                       r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine AS owed,
                       r.unpaid_principal + r.unpaid_overdue_principal AS owed_principal,
                       r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest
                           + r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest AS planned,
                       max(ARRAY[r.accounting_date - date '2000-01-01', r.instalment::bigint, r.instalment + r.remaining_months,
                                 r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine])
                           FILTER (WHERE r.accounting_date < month_first) OVER (PARTITION BY r.bank, r.account_no, r.instalment) AS before
                FROM repayment_row r JOIN repayment_file x ON x.id = r.file
                WHERE r.accounting_date <= month_last AND x.stands AND x.replaced_at IS NULL
                ORDER BY r.bank, r.account_no, r.instalment, r.accounting_date DESC, r.file DESC
            ) t
        ) i
        GROUP BY i.bank, i.account_no
    ) g ON g.account_no = a.account_no AND g.bank = a.bank
    WHERE a.disbursed_on <= month_last
$$;

CREATE VIEW repayment_fact_month AS
SELECT m.month, a.bank AS partner, a.account_no, a.application_no, a.contract_no, a.amount_fen, a.method, a.months, a.disbursed_on, a.first_due,
       t.due_on, t.balance_fen, t.remaining, t.shortened, t.overdue, coalesce(m.last - t.oldest_due, 0) AS days, t.owed_fen, t.owed_principal_fen,
       t.to60_fen, t.to90_fen, t.to180_fen, t.longer_fen, t.fell_fen, t.paid_fen, t.prepaid_fen, t.paid_after_due, t.paid_on, t.told_on, t.message_id
FROM (
    SELECT g::date AS month, (g + interval '1 month - 1 day')::date AS last
    FROM generate_series(
        date_trunc('month', (SELECT min(disbursed_on) FROM repayment_account)::timestamp),
        (SELECT max(accounting_date) FROM repayment_file WHERE stands)::timestamp, interval '1 month') g
) m
CROSS JOIN LATERAL repayment_months(m.month, m.last) t
JOIN repayment_account a ON a.id = t.account;
COMMENT ON VIEW repayment_fact_month IS 'Each loan at the end of each month, from the month it was paid out to that of the latest accounting date; ask for one month';
COMMENT ON COLUMN repayment_fact_month.month IS 'first day of the month';
COMMENT ON COLUMN repayment_fact_month.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_month.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_month.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_month.contract_no IS 'JKHTBH';
COMMENT ON COLUMN repayment_fact_month.amount_fen IS 'amount paid out (DKFFE)';
COMMENT ON COLUMN repayment_fact_month.method IS 'how it is paid back';
COMMENT ON COLUMN repayment_fact_month.months IS 'term agreed';
COMMENT ON COLUMN repayment_fact_month.disbursed_on IS 'day it was paid out';
COMMENT ON COLUMN repayment_fact_month.first_due IS 'due day of instalment 1';
COMMENT ON COLUMN repayment_fact_month.due_on IS 'day an instalment fell due in the month; null: none that was told of';
COMMENT ON COLUMN repayment_fact_month.balance_fen IS 'principal still owed (DKYE)';
COMMENT ON COLUMN repayment_fact_month.remaining IS 'months after the latest instalment told of';
COMMENT ON COLUMN repayment_fact_month.shortened IS 'months by which the term became shorter in the month';
COMMENT ON COLUMN repayment_fact_month.overdue IS 'instalments overdue at its end';
COMMENT ON COLUMN repayment_fact_month.days IS 'days since the oldest of them was due; 0: none';
COMMENT ON COLUMN repayment_fact_month.owed_fen IS 'owed of overdue instalments, all parts';
COMMENT ON COLUMN repayment_fact_month.owed_principal_fen IS 'of that principal';
COMMENT ON COLUMN repayment_fact_month.to60_fen IS 'of that overdue for 31 to 60 days';
COMMENT ON COLUMN repayment_fact_month.to90_fen IS 'for 61 to 90 days';
COMMENT ON COLUMN repayment_fact_month.to180_fen IS 'for 91 to 180 days';
COMMENT ON COLUMN repayment_fact_month.longer_fen IS 'for more than 180 days';
COMMENT ON COLUMN repayment_fact_month.fell_fen IS 'principal and interest that fell due in the month';
COMMENT ON COLUMN repayment_fact_month.paid_fen IS 'paid in the month, all parts';
COMMENT ON COLUMN repayment_fact_month.prepaid_fen IS 'principal of instalments paid in the month by prepayment';
COMMENT ON COLUMN repayment_fact_month.paid_after_due IS 'the month''s instalment was paid, but after its day';
COMMENT ON COLUMN repayment_fact_month.paid_on IS 'day of the latest payment until its end; null: none';
COMMENT ON COLUMN repayment_fact_month.told_on IS 'accounting date of the latest row; null: nobody told of it yet';
COMMENT ON COLUMN repayment_fact_month.message_id IS 'file or message with the latest row, in the journal; null: nobody told of it yet';
