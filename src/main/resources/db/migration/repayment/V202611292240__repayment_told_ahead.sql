-- What was told of an instalment before it fell due says nothing of its due day: it is overdue when its bank told of that day, or of a later one, and had nothing
-- else to say of it. A bank that told nothing since leaves it neither paid nor overdue, as it does an instalment it never told of.
CREATE OR REPLACE FUNCTION repayment_instalments_at(of_bank text, as_of date, known timestamptz)
RETURNS TABLE (account bigint, instalment smallint, due_on date, told_on date, paid_fen bigint, owed_fen bigint, owed_principal_fen bigint,
               paid_principal_fen bigint, balance bigint, paid_on date, source smallint, result smallint, file bigint, overdue boolean, late boolean)
LANGUAGE sql STABLE AS $$
    SELECT t.account, t.instalment, t.due_on, t.accounting_date,
           t.paid_principal + t.paid_overdue_principal + t.paid_interest + t.paid_overdue_interest + t.paid_penalty + t.paid_fine,
           CASE WHEN t.ended THEN 0 ELSE t.owed END, CASE WHEN t.ended THEN 0 ELSE t.unpaid_principal + t.unpaid_overdue_principal END, t.paid_principal + t.paid_overdue_principal,
           CASE WHEN t.ended THEN 0 ELSE t.balance END, t.paid_on, t.source, t.result, t.file,
           t.missed AND as_of > t.due_on AND NOT t.ended,
           CASE WHEN t.ended THEN least(as_of, t.ended_on) ELSE as_of END > t.due_on AND (t.missed OR NOT t.in_time AND (t.seen_unpaid OR coalesce(t.paid_on > t.due_on, false)))
    FROM (
        SELECT i.*, i.owed > 0 AND (i.accounting_date >= i.due_on OR EXISTS (
                   SELECT 1 FROM repayment_file f WHERE f.bank = i.bank AND f.accounting_date >= i.due_on AND f.stands AND f.known_from <= known
                   AND (NOT f.single OR NOT EXISTS (SELECT 1 FROM repayment_file n WHERE n.bank = i.bank AND n.stands AND NOT n.single)))) AS missed
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
        ) i
    ) t
$$;
