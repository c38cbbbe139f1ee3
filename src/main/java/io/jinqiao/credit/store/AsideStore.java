package io.jinqiao.credit.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
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

    /** Months before one of which somebody's notice or consent is still waited for, the oldest first. */
    public List<YearMonth> olderThan(YearMonth month, String... rules) {
        return sql.query(
                "SELECT DISTINCT month FROM credit_aside WHERE month < ? AND rule = ANY (?) ORDER BY month",
                (row, i) -> YearMonth.from(row.getDate("month").toLocalDate()),
                month.atDay(1), rules);
    }

    public List<Aside> all() {
        return sql.query(
                "SELECT account, month, rule, item FROM credit_aside ORDER BY month, account, rule, item",
                (row, i) -> new Aside(row.getString("account"), YearMonth.from(row.getDate("month").toLocalDate()), row.getString("rule"), row.getString("item")));
    }
}
