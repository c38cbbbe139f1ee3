package io.jinqiao.repayment.store;

import static io.jinqiao.repayment.store.Sums.DUE;
import static io.jinqiao.repayment.store.Sums.REST;
import static io.jinqiao.repayment.store.Sums.of;
import static io.jinqiao.repayment.store.Sums.paidAhead;

import io.jinqiao.repayment.model.Fault;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a row {@code t}, beside what was told before and after it, as text. */
final class FaultSql {
    /** Number of the file or report that told otherwise. */
    static final String TOLD_BY = "CASE WHEN fault IN (" + Fault.KNOWN.ordinal() + ", " + Fault.LATER.ordinal() + ") THEN (SELECT x.file_no FROM repayment_row r"
            + " JOIN repayment_file x ON x.id = r.file WHERE r.account_no = j.account_no AND r.bank = :bank AND r.file <> :file AND x.stands AND x.replaced_at IS NULL"
            + " AND CASE WHEN fault = " + Fault.KNOWN.ordinal() + " THEN r.instalment = j.instalment AND r.accounting_date = j.accounting_date ELSE r.accounting_date > j.accounting_date END"
            + " ORDER BY r.accounting_date, x.single, r.file DESC LIMIT 1) END";

    /** Of the loan after the day. */
    private static final String STOOD = "CASE WHEN t.aside THEN t.before ELSE t.balance END";

    /** The first that fits. */
    static final String FAULT = Stream.of(
                    when(Fault.ACCOUNT, "t.account IS NULL"),
                    when(Fault.ENDED, "t.accounting_date > t.ended_on AND t.balance + t.unpaid_principal + t.unpaid_overdue_principal + t.unpaid_interest + t.unpaid_overdue_interest"
                            + " + t.unpaid_penalty + t.unpaid_fine > 0"),
                    when(Fault.ACCOUNTING_DATE, "t.accounting_date NOT BETWEEN :day - 30 AND :day OR t.accounting_date <= t.balance_on"),
                    when(Fault.PAID_ON, "t.paid_on NOT BETWEEN t.disbursed_on AND t.accounting_date"),
                    when(Fault.INSTALMENT, "t.instalment > t.instalments OR t.due_on <> t.cut AND t.due_on <> t.expected OR t.accounting_date < t.due_on - 31"),
                    when(Fault.TWICE, "t.twice"),
                    when(Fault.KNOWN, "t.known"),
                    when(Fault.BALANCE_GREW, "t.balance > t.before AND NOT t.aside"),
                    when(Fault.PAID_SHRANK, "t.newly < 0 OR t.shrank AND NOT t.aside"),
                    when(Fault.REST_SHRANK, of("t", REST) + " < t.rest_before"),
                    when(Fault.ARREARS, of("t", DUE) + " < t.due_before - " + paidAhead("t", "t.owed_before")),
                    when(Fault.UNPAID, "t.unpaid_principal + t.unpaid_overdue_principal > t.balance"),
                    when(Fault.SUM, "NOT (t.aside OR coalesce(t.sums, t.before - t.newly = t.balance))"),
                    when(Fault.LATER, "t.later <> STOOD - t.later_newly - least(t.later_loose, greatest(STOOD - t.later_newly - t.later, 0)) OR t.next_less".replace("STOOD", STOOD)),
                    when(Fault.INTEREST, "t.paid_interest + t.paid_overdue_interest + t.unpaid_interest + t.unpaid_overdue_interest > t.two_years"),
                    // the whole loan at the penalty rate since the due day, and two years' interest for whatever else there is
                    when(Fault.PENALTY, "t.paid_penalty + t.paid_fine + t.unpaid_penalty + t.unpaid_fine > 0 AND t.paid_penalty + t.paid_fine + t.unpaid_penalty + t.unpaid_fine"
                            + " > t.two_years * (1 + t.penalty_times::float8 * greatest(0, t.accounting_date - t.due_on) / 720)"))
            .collect(Collectors.joining(" ", "CASE ", " END"));

    private static String when(Fault fault, String condition) {
        return "WHEN " + condition + " THEN " + fault.ordinal();
    }

    private FaultSql() {}
}
