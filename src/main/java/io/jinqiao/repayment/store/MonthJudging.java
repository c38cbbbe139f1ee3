package io.jinqiao.repayment.store;

import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.model.Fault;
import io.jinqiao.repayment.store.Judging.Judged;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Holds a file of a month against what the days told: principal and interest of each instalment, paid and unpaid, and the balance, by the accounting date of its
 * row. Penalties grow from day to day and are not compared. Its rows leave the ledger again, whatever comes out.
 */
@Repository
public class MonthJudging {
    private static final String SUM = "%1$s.%2$s_principal + %1$s.%2$s_overdue_principal + %1$s.%2$s_interest + %1$s.%2$s_overdue_interest";
    private static final String TOLD = " FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = s.account_no AND r.bank = :bank AND x.stands"
            + " AND x.replaced_at IS NULL AND r.accounting_date <= s.accounting_date AND r.accounting_date > a.balance_on";
    private static final String FAULTS = """
            INSERT INTO staged_fault (place, line, account_no, fault, should, told_by)
            SELECT place, line, account_no, fault, CASE fault WHEN %d THEN told_paid WHEN %d THEN told_unpaid ELSE told_balance END, CASE fault WHEN %d THEN balance_by ELSE told_by END
            FROM (SELECT s.ctid AS place, s.line, s.account_no, l.paid AS told_paid, l.unpaid AS told_unpaid, l.told_by, b.balance AS told_balance, b.told_by AS balance_by,
                         CASE WHEN a.id IS NULL THEN %d WHEN l.paid IS NULL THEN %d WHEN l.paid <> %s THEN %d WHEN l.unpaid <> %s THEN %d WHEN b.balance <> s.balance THEN %d END AS fault
                  FROM repayment_row s
                  LEFT JOIN repayment_account a ON a.account_no = s.account_no AND a.bank = :bank
                  LEFT JOIN LATERAL (SELECT %s AS paid, %s AS unpaid, x.file_no AS told_by %s AND r.instalment = s.instalment
                                     ORDER BY r.accounting_date DESC, r.file DESC LIMIT 1) l ON true
                  LEFT JOIN LATERAL (SELECT r.balance, x.file_no AS told_by %s ORDER BY r.accounting_date DESC, r.balance LIMIT 1) b ON true
                  WHERE s.file = :file) j
            WHERE fault IS NOT NULL
            """.formatted(
                    Fault.MONTH_PAID.ordinal(), Fault.MONTH_UNPAID.ordinal(), Fault.MONTH_BALANCE.ordinal(), Fault.ACCOUNT.ordinal(), Fault.MONTH_UNKNOWN.ordinal(),
                    SUM.formatted("s", "paid"), Fault.MONTH_PAID.ordinal(), SUM.formatted("s", "unpaid"), Fault.MONTH_UNPAID.ordinal(), Fault.MONTH_BALANCE.ordinal(),
                    SUM.formatted("r", "paid"), SUM.formatted("r", "unpaid"), TOLD, TOLD);

    private final JdbcClient jdbc;
    private final Judging judging;
    private final LeftOut leftOut;

    public MonthJudging(JdbcClient jdbc, Judging judging, LeftOut leftOut) {
        this.jdbc = jdbc;
        this.judging = judging;
        this.leftOut = leftOut;
    }

    /** @param missing loans the days told of and the month does not */
    public record Month(Judged rows, LeftOut.Some missing) {}

    public Month judge(PartnerId bank, long file, LocalDate day) {
        jdbc.sql(JudgingSql.STAGED_FAULT).update();
        long refused = jdbc.sql(FAULTS).param("bank", bank.value()).param("file", file).update();
        LeftOut.Some missing = leftOut.ofTheMonth(bank, file, day);
        jdbc.sql("DELETE FROM repayment_row WHERE file = ?").param(file).update();
        return new Month(new Judged(refused, judging.faulty()), missing);
    }
}
