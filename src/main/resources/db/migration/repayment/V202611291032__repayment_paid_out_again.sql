-- What was told of a loan before it was paid out again under its number is of another loan: it is neither owed nor paid of the new one. Receipts stay receipts of their day.
CREATE OR REPLACE FUNCTION repayment_instalments_at(of_bank text, as_of date, known timestamptz)
RETURNS TABLE (account bigint, instalment smallint, due_on date, told_on date, paid_fen bigint, owed_fen bigint, owed_principal_fen bigint,
               paid_principal_fen bigint, balance bigint, paid_on date, source smallint, result smallint, file bigint, overdue boolean, late boolean)
LANGUAGE sql STABLE AS $$
    SELECT t.account, t.instalment, t.due_on, t.accounting_date,
           t.paid_principal + t.paid_overdue_principal + t.paid_interest + t.paid_overdue_interest + t.paid_penalty + t.paid_fine,
           CASE WHEN t.ended THEN 0 ELSE t.owed END, CASE WHEN t.ended THEN 0 ELSE t.unpaid_principal + t.unpaid_overdue_principal END, t.paid_principal + t.paid_overdue_principal,
           CASE WHEN t.ended THEN 0 ELSE t.balance END, t.paid_on, t.source, t.result, t.file,
           t.owed > 0 AND as_of > t.due_on AND NOT t.ended,
           CASE WHEN t.ended THEN least(as_of, t.ended_on) ELSE as_of END > t.due_on AND (t.owed > 0 OR NOT t.in_time AND (t.seen_unpaid OR coalesce(t.paid_on > t.due_on, false)))
    FROM (
        SELECT DISTINCT ON (a.id, r.instalment) r.*, a.id AS account, a.ended_on, coalesce(a.ended_on <= as_of AND a.ended_at <= known, false) AS ended,
               r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine AS owed,
               bool_or(r.accounting_date >= r.due_on
                       AND r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine > 0)
                   OVER (PARTITION BY a.id, r.instalment) AS seen_unpaid,
               bool_or(r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine = 0
                       AND coalesce(r.paid_on, r.accounting_date) <= r.due_on)
                   OVER (PARTITION BY a.id, r.instalment) AS in_time
        FROM repayment_row r
        JOIN repayment_file x ON x.id = r.file
        JOIN repayment_account a ON a.account_no = r.account_no AND a.bank = r.bank
        WHERE r.accounting_date <= as_of AND (r.accounting_date > a.balance_on OR as_of <= a.balance_on) AND x.known_from <= known AND (x.replaced_at IS NULL OR x.replaced_at > known)
          AND (of_bank IS NULL OR (a.bank = of_bank AND x.bank = of_bank))
        ORDER BY a.id, r.instalment, r.accounting_date DESC, r.file DESC
    ) t
$$;

CREATE OR REPLACE FUNCTION repayment_months(month_first date, month_last date)
RETURNS TABLE (account bigint, due_on date, balance_fen bigint, remaining integer, shortened integer, overdue integer, oldest_due date, owed_fen bigint,
               owed_principal_fen bigint, to60_fen bigint, to90_fen bigint, to180_fen bigint, longer_fen bigint, fell_fen bigint, paid_fen bigint,
               prepaid_fen bigint, paid_after_due boolean, paid_on date, told_on date, message_id text)
LANGUAGE sql STABLE AS $$
    SELECT a.id, g.due_on, coalesce(g.balance, a.balance_fen),
           coalesce(g.term, a.months) - coalesce(g.instalment, greatest(0, ((extract(year FROM a.balance_on) - extract(year FROM a.first_due)) * 12 + extract(month FROM a.balance_on) - extract(month FROM a.first_due))::integer
               + (repayment_due_in(a.first_due, a.disbursed_on, a.balance_on) <= a.balance_on)::integer)),
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
               sum(i.paid_principal + i.paid_overdue_principal - greatest(i.before[5], i.planned_paid[2], 0))
                   FILTER (WHERE i.source = 2 AND i.paid_on BETWEEN month_first AND month_last)::bigint AS prepaid,
               bool_or(i.owed = 0 AND i.paid_on > i.due_on AND NOT i.in_time) FILTER (WHERE i.due_on BETWEEN month_first AND month_last) AS paid_after_due,
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
                                 r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine,
                                 r.paid_principal + r.paid_overdue_principal])
                           FILTER (WHERE r.accounting_date < month_first) OVER (PARTITION BY r.bank, r.account_no, r.instalment) AS before,
                       max(ARRAY[r.accounting_date - date '2000-01-01', r.paid_principal + r.paid_overdue_principal])
                           FILTER (WHERE r.source <> 2) OVER (PARTITION BY r.bank, r.account_no, r.instalment) AS planned_paid,
                       bool_or(r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine = 0
                               AND coalesce(r.paid_on, r.accounting_date) <= r.due_on) OVER (PARTITION BY r.bank, r.account_no, r.instalment) AS in_time
                FROM repayment_row r JOIN repayment_file x ON x.id = r.file JOIN repayment_account o ON o.bank = r.bank AND o.account_no = r.account_no COLLATE "C"
                WHERE r.accounting_date <= month_last AND (r.accounting_date > o.balance_on OR month_last <= o.balance_on) AND x.stands AND x.replaced_at IS NULL
                ORDER BY r.bank, r.account_no, r.instalment, r.accounting_date DESC, r.file DESC
            ) t
        ) i
        GROUP BY i.bank, i.account_no
    ) g ON g.account_no = a.account_no AND g.bank = a.bank
    WHERE a.disbursed_on <= month_last
$$;

CREATE OR REPLACE VIEW repayment_fact_stretch AS
WITH account AS NOT MATERIALIZED (
    SELECT a.*, greatest(1, a.months / a.instalments) AS every,
           (CASE WHEN a.first_due >= a.balance_on THEN a.first_due ELSE a.balance_on + interval '1 month' END)::date AS opening_due,
           EXISTS (SELECT 1 FROM repayment_row o WHERE o.bank = a.bank AND o.account_no = a.account_no COLLATE "C" AND o.accounting_date > a.balance_on
                   AND o.unpaid_principal + o.unpaid_overdue_principal + o.unpaid_interest + o.unpaid_overdue_interest + o.unpaid_penalty + o.unpaid_fine > 0) AS owed
    FROM repayment_account a
)
SELECT q.bank AS partner, q.account_no, q.application_no, q.day AS from_on, q.until, q.balance AS balance_fen, 0 AS overdue, NULL::date AS oldest_due,
       CASE WHEN q.due IS NULL THEN q.opening_due ELSE repayment_due_in(q.first_due, q.disbursed_on, (q.due + make_interval(months => q.every))::date) END AS next_due, q.message_id
FROM (SELECT d.*, max(d.due_on) OVER w AS due, max(d.opening) OVER w AS opening_due, lead(d.day, 1, 'infinity') OVER w AS until
      FROM (SELECT a.bank, a.account_no, a.application_no, a.balance_on AS day, a.balance_fen AS balance, NULL::date AS due_on, NULL::text AS message_id, a.every, a.opening_due AS opening, a.first_due, a.disbursed_on
            FROM account a WHERE NOT a.owed
            UNION ALL
            SELECT t.bank, t.account_no, t.application_no, t.accounting_date, t.balance, t.due_on, t.message_id, t.every, NULL, t.first_due, t.disbursed_on
            FROM (SELECT DISTINCT ON (a.bank, a.account_no, r.accounting_date, r.instalment) a.bank, a.account_no, a.application_no, r.accounting_date, r.balance, r.due_on, x.message_id,
                         a.every, a.balance_on, a.first_due, a.disbursed_on
                  FROM account a
                  JOIN repayment_row r ON r.bank = a.bank AND r.account_no = a.account_no COLLATE "C"
                  JOIN repayment_file x ON x.id = r.file
                  WHERE NOT a.owed AND x.stands AND x.replaced_at IS NULL
                  ORDER BY a.bank, a.account_no, r.accounting_date, r.instalment, r.file DESC) t
            WHERE t.accounting_date > t.balance_on) d
      WINDOW w AS (PARTITION BY d.bank, d.account_no ORDER BY d.day, d.due_on IS NOT NULL, d.balance DESC ROWS UNBOUNDED PRECEDING)) q
WHERE q.day < q.until AND q.balance > 0
UNION ALL
SELECT a.bank AS partner, a.account_no, a.application_no, s.from_on, s.until, s.balance_fen, s.overdue, s.oldest_due, s.next_due, s.message_id
FROM account a
CROSS JOIN LATERAL (
    WITH told AS (
        SELECT DISTINCT ON (r.accounting_date, r.instalment) r.accounting_date, r.instalment, r.due_on, r.balance, x.message_id,
               r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine > 0 AS owing
        FROM repayment_row r JOIN repayment_file x ON x.id = r.file
        WHERE r.account_no = a.account_no AND r.bank = a.bank AND r.accounting_date > a.balance_on AND x.stands AND x.replaced_at IS NULL
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
           coalesce(repayment_due_in(a.first_due, a.disbursed_on, ((SELECT max(t.due_on) FROM told t WHERE t.accounting_date <= m.day) + make_interval(months => a.every))::date),
                    a.opening_due) AS next_due,
           b.message_id
    FROM marks m
    LEFT JOIN LATERAL (SELECT t.balance, t.message_id FROM told t WHERE t.accounting_date <= m.day ORDER BY t.accounting_date DESC, t.balance LIMIT 1) b ON true
    WHERE m.day >= a.balance_on
) s
WHERE a.owed AND s.balance_fen > 0;

CREATE OR REPLACE VIEW repayment_fact_receipt AS
SELECT a.bank AS partner, a.account_no, a.application_no, p.instalment, p.accounting_date, p.interest_fen, p.penalty_fen, p.message_id
FROM repayment_account a
CROSS JOIN LATERAL (
    SELECT t.instalment, t.accounting_date, t.interest - lag(t.interest, 1, CASE WHEN t.before THEN t.interest ELSE 0 END) OVER w AS interest_fen,
           t.penalty - lag(t.penalty, 1, CASE WHEN t.before THEN t.penalty ELSE 0 END) OVER w AS penalty_fen, t.message_id
    FROM (SELECT DISTINCT ON (r.accounting_date, r.instalment) r.accounting_date, r.instalment, r.paid_interest + r.paid_overdue_interest AS interest,
                 r.paid_penalty AS penalty, x.message_id, r.accounting_date > a.balance_on AS now,
                 r.accounting_date > a.balance_on AND r.due_on <= a.balance_on AND coalesce(r.paid_on <= a.balance_on, false) AS before
          FROM repayment_row r JOIN repayment_file x ON x.id = r.file
          WHERE r.account_no = a.account_no AND r.bank = a.bank AND x.stands AND x.replaced_at IS NULL
          ORDER BY r.accounting_date, r.instalment, r.file DESC) t
    WINDOW w AS (PARTITION BY t.now, t.instalment ORDER BY t.accounting_date)
) p
WHERE p.interest_fen <> 0 OR p.penalty_fen <> 0;
