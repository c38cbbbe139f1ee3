package io.jinqiao.repayment.store;

import io.jinqiao.message.FileResult;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loans a file says nothing of though it should: one that a correction takes out from between other days, and one the days told of and their month does not. */
@Repository
public class LeftOut {
    private static final String PAID = "%1$s.paid_principal + %1$s.paid_overdue_principal";
    private static final String STANDING = " FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = g.account_no AND r.bank = :bank AND r.accounting_date > a.balance_on"
            + " AND x.stands AND x.replaced_at IS NULL ";
    private static final String AS_TOLD_BEFORE = " LEFT JOIN LATERAL (SELECT " + PAID.formatted("e") + " AS paid FROM repayment_row e JOIN repayment_file y ON y.id = e.file WHERE e.account_no = r.account_no"
            + " AND e.bank = :bank AND e.instalment = r.instalment AND e.accounting_date < r.accounting_date AND e.accounting_date > a.balance_on AND y.stands AND y.replaced_at IS NULL"
            + " ORDER BY e.accounting_date DESC, e.file DESC LIMIT 1) b ON true";
    /** The first day after one that is gone: as one that is told now would have to add up with what is left before it. */
    private static final String CONTRADICTED = """
            SELECT DISTINCT ON (g.account_no) g.account_no, l.told_by
            FROM (SELECT DISTINCT o.account_no, o.accounting_date AS day FROM repayment_row o WHERE o.file = :corrected
                  AND NOT EXISTS (SELECT 1 FROM repayment_row n WHERE n.file = :file AND n.account_no = o.account_no)) g
            JOIN repayment_account a ON a.account_no = g.account_no AND a.bank = :bank
            JOIN LATERAL (SELECT min(r.accounting_date) AS day %1$s AND r.accounting_date > g.day) d ON d.day IS NOT NULL
            LEFT JOIN LATERAL (SELECT r.balance %1$s AND r.accounting_date < d.day ORDER BY r.accounting_date DESC, r.balance LIMIT 1) p ON true
            CROSS JOIN LATERAL (SELECT coalesce(p.balance, a.balance_fen) AS balance) before
            JOIN LATERAL (SELECT min(r.balance) AS balance, min(r.told_by) AS told_by,
                                 coalesce(sum(%2$s - coalesce(b.paid, 0)) FILTER (WHERE b.paid IS NOT NULL OR r.due_on > a.balance_on), 0) AS newly,
                                 coalesce(sum(%2$s) FILTER (WHERE b.paid IS NULL AND r.due_on <= a.balance_on), 0) AS loose
                          FROM (SELECT DISTINCT ON (r.instalment) r.*, x.file_no AS told_by %1$s AND r.accounting_date = d.day ORDER BY r.instalment, r.file DESC) r %3$s) l ON true
            WHERE l.balance <> before.balance - l.newly - least(l.loose, greatest(before.balance - l.newly - l.balance, 0))
            ORDER BY g.account_no, g.day LIMIT %4$d
            """.formatted(STANDING, PAID.formatted("r"), AS_TOLD_BEFORE, FileResult.MOST_REFUSED);
    private static final String OF_THE_MONTH = "SELECT r.account_no, min(x.file_no) AS told_by, count(*) OVER () AS loans FROM repayment_file x JOIN repayment_row r ON r.file = x.id WHERE x.bank = :bank AND x.stands"
            + " AND x.replaced_at IS NULL AND x.accounting_date >= :first AND r.accounting_date BETWEEN :first AND :day"
            + " AND NOT EXISTS (SELECT 1 FROM repayment_account a WHERE a.account_no = r.account_no AND a.bank = :bank AND a.ended_on <= :day)"
            + " AND NOT EXISTS (SELECT 1 FROM repayment_row n WHERE n.file = :file AND n.account_no = r.account_no) GROUP BY r.account_no ORDER BY r.account_no LIMIT :most";

    private final JdbcClient jdbc;
    private final int most;

    @Autowired
    public LeftOut(JdbcClient jdbc) {
        this(jdbc, FileResult.MOST_REFUSED);
    }

    /** @param most loans that are named of a month */
    public LeftOut(JdbcClient jdbc, int most) {
        this.jdbc = jdbc;
        this.most = most;
    }

    /** @param toldBy number of the file or report that tells of it */
    public record Loan(String accountNo, String toldBy) {}

    /** Of a file that was corrected, and whose place the correction has taken: loans of later days that do not add up without it. */
    public List<Loan> contradicted(PartnerId bank, long corrected, long file) {
        return jdbc.sql(CONTRADICTED).param("bank", bank.value()).param("corrected", corrected).param("file", file).query((row, i) -> loan(row.getString(1), row.getString(2))).list();
    }

    /** @param some the first ones, by number, as many as a result lists @param count of all */
    public record Some(List<Loan> some, long count) {}

    /** Told of by a day of the month and not by the file of the month, whose rows are still there. */
    public Some ofTheMonth(PartnerId bank, long file, LocalDate day) {
        long[] all = new long[1];
        List<Loan> some = jdbc.sql(OF_THE_MONTH)
                .param("bank", bank.value())
                .param("file", file)
                .param("first", day.withDayOfMonth(1))
                .param("day", day)
                .param("most", most)
                .query((row, i) -> {
                    all[0] = row.getLong("loans");
                    return loan(row.getString(1), row.getString(2));
                })
                .list();
        return new Some(some, all[0]);
    }

    private static Loan loan(String accountNo, String toldBy) {
        return new Loan(accountNo, toldBy);
    }
}
