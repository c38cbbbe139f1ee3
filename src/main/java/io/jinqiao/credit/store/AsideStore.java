package io.jinqiao.credit.store;

import io.jinqiao.credit.ledger.EarlierMonths;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Records that wait, and why. */
@Repository
public class AsideStore {
    private final JdbcTemplate sql;

    public AsideStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param rule id of the rule it breaks @param item the offending tag, or who must be told */
    public record Aside(String account, YearMonth month, String rule, String item) {}

    /** Sets records aside; what is known keeps the moment since when it waits. */
    public void add(List<Aside> asides, Instant at) {
        sql.batchUpdate("INSERT INTO credit_aside (account, month, rule, item, since) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", asides, 1000, (statement, aside) -> {
            statement.setString(1, aside.account());
            statement.setObject(2, aside.month().atDay(1));
            statement.setString(3, aside.rule());
            statement.setString(4, aside.item());
            statement.setTimestamp(5, Timestamp.from(at));
        });
    }

    /** Takes away what was said of these accounts and month: they are sent, or it is said anew. */
    public void clear(Collection<String> accounts, YearMonth month) {
        sql.update("DELETE FROM credit_aside WHERE month = ? AND account = ANY (?)", month.atDay(1), accounts.toArray(String[]::new));
    }

    /** Loans of a month that wait because of one rule. */
    public long waiting(YearMonth month, String rule) {
        Long waiting = sql.queryForObject("SELECT count(DISTINCT account) FROM credit_aside WHERE month = ? AND rule = ?", Long.class, month.atDay(1), rule);
        return waiting == null ? 0 : waiting;
    }

    /** Loans of a month that wait, whatever for. */
    public long waiting(YearMonth month) {
        Long waiting = sql.queryForObject("SELECT count(DISTINCT account) FROM credit_aside WHERE month = ?", Long.class, month.atDay(1));
        return waiting == null ? 0 : waiting;
    }

    /** Months before one, and not before another, of which something was not told, the oldest first. */
    public List<YearMonth> between(YearMonth from, YearMonth month) {
        return sql.query(
                "SELECT DISTINCT month FROM credit_aside WHERE month >= ? AND month < ? ORDER BY 1",
                (row, i) -> YearMonth.from(row.getDate("month").toLocalDate()),
                from.atDay(1), month.atDay(1));
    }

    /** Whether something of a month waits only for another record of its account: for an answer, or for an earlier month. */
    public boolean moves(YearMonth month) {
        return Boolean.TRUE.equals(sql.queryForObject("SELECT EXISTS (SELECT FROM credit_aside WHERE month = ? AND rule IN ('UNDERWAY', 'EARLIER'))", Boolean.class, month.atDay(1)));
    }

    /** What of earlier months of some accounts was not told, by account. */
    public Map<String, List<EarlierMonths.Waiting>> earlier(Collection<String> accounts, YearMonth month) {
        Map<String, List<EarlierMonths.Waiting>> found = new HashMap<>();
        sql.query(
                "SELECT account, month, rule, item FROM credit_aside WHERE account = ANY (?) AND month < ? ORDER BY month",
                row -> {
                    found.computeIfAbsent(row.getString("account"), first -> new ArrayList<>())
                            .add(new EarlierMonths.Waiting(YearMonth.from(row.getDate("month").toLocalDate()), row.getString("rule"), row.getString("item")));
                },
                accounts.toArray(String[]::new), month.atDay(1));
        return found;
    }

    public List<Aside> all() {
        return sql.query(
                "SELECT account, month, rule, item FROM credit_aside ORDER BY month, account, rule, item",
                (row, i) -> new Aside(row.getString("account"), YearMonth.from(row.getDate("month").toLocalDate()), row.getString("rule"), row.getString("item")));
    }
}
