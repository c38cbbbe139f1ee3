package io.jinqiao.credit.store;

import io.jinqiao.credit.file.ListLine;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What is known here, and what a bank that reports itself told, of its loans at a month's end: side by side. */
@Repository
public class ListStore {
    private final JdbcTemplate sql;

    public ListStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** A line of one bank's. */
    public record Line(String bank, ListLine content) {}

    public void ours(YearMonth month, List<Line> lines) {
        sql.batchUpdate(
                """
                INSERT INTO credit_list (partner, month, loan_account_no, ours) VALUES (?, ?, ?, ?)
                ON CONFLICT (partner, month, loan_account_no) DO UPDATE SET ours = excluded.ours
                """,
                lines, 1000, (statement, line) -> {
                    statement.setString(1, line.bank());
                    statement.setDate(2, Date.valueOf(month.atDay(1)));
                    statement.setString(3, line.content().loanAccountNo());
                    statement.setArray(4, statement.getConnection().createArrayOf("text", line.content().told().toArray()));
                });
    }

    /** Nothing the bank told of the month counts any more. */
    public void forget(String bank, YearMonth month) {
        sql.update("UPDATE credit_list SET theirs = NULL WHERE partner = ? AND month = ? AND theirs IS NOT NULL", bank, Date.valueOf(month.atDay(1)));
        sql.update("DELETE FROM credit_list WHERE partner = ? AND month = ? AND ours IS NULL", bank, Date.valueOf(month.atDay(1)));
    }

    /** @return those of the lines whose loan the bank told before: its list has it twice */
    public List<ListLine> theirs(String bank, YearMonth month, List<ListLine> lines) {
        int[][] counts = sql.batchUpdate(
                """
                INSERT INTO credit_list AS l (partner, month, loan_account_no, theirs) VALUES (?, ?, ?, ?)
                ON CONFLICT (partner, month, loan_account_no) DO UPDATE SET theirs = excluded.theirs WHERE l.theirs IS NULL
                """,
                lines, lines.size(), (statement, line) -> {
                    statement.setString(1, bank);
                    statement.setDate(2, Date.valueOf(month.atDay(1)));
                    statement.setString(3, line.loanAccountNo());
                    statement.setArray(4, statement.getConnection().createArrayOf("text", line.told().toArray()));
                });
        int[] told = Arrays.stream(counts).flatMapToInt(Arrays::stream).toArray();
        return IntStream.range(0, lines.size()).filter(i -> told[i] == 0).mapToObj(lines::get).toList();
    }

    public void taken(String bank, YearMonth month, long lines, String by, Instant at) {
        sql.update(
                """
                INSERT INTO credit_list_taken (partner, month, lines, taken_by, taken_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (partner, month) DO UPDATE SET lines = excluded.lines, taken_by = excluded.taken_by, taken_at = excluded.taken_at
                """,
                bank, Date.valueOf(month.atDay(1)), lines, by, Timestamp.from(at));
    }

    /** Banks with loans they report of a month, whose list is not here. */
    public List<String> missing(YearMonth month) {
        return sql.queryForList(
                """
                SELECT DISTINCT partner FROM credit_list l WHERE month = ? AND ours IS NOT NULL
                AND NOT EXISTS (SELECT FROM credit_list_taken t WHERE t.partner = l.partner AND t.month = l.month) ORDER BY partner
                """,
                String.class, Date.valueOf(month.atDay(1)));
    }
}
