package io.jinqiao.credit.store;

import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.ledger.AccountHistory;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What the Center accepted of accounts. */
@Repository
public class HistoryStore {
    private final JdbcTemplate sql;

    public HistoryStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * @param history with the latest record only: whole enough for a record that is newer and tells of no special transaction
     * @param adverse whether that record told something adverse
     */
    public record Latest(AccountHistory history, boolean adverse) {}

    /** The known ones of some accounts. */
    public Map<String, Latest> latest(Collection<String> accounts) {
        Map<String, Latest> found = new HashMap<>();
        sql.query(
                "SELECT account, type, reported, event, month, classified, closed, transferred, adverse FROM credit_account WHERE account = ANY (?)",
                row -> {
                    AccountHistory history = new AccountHistory(row.getString("type"), List.of(accepted(row, Set.of())), row.getBoolean("transferred"));
                    found.put(row.getString("account"), new Latest(history, row.getBoolean("adverse")));
                },
                (Object) accounts.toArray(String[]::new));
        return found;
    }

    /** Everything of one account. */
    public AccountHistory whole(String account) {
        List<AccountHistory> known = sql.query(
                "SELECT type, transferred FROM credit_account WHERE account = ?", (row, i) -> AccountHistory.corrected(row.getString("type"), records(account), row.getBoolean("transferred")), account);
        return known.isEmpty() ? AccountHistory.none("") : known.get(0);
    }

    private List<Accepted> records(String account) {
        return sql.query(
                "SELECT reported, event, month, classified, closed, specials FROM credit_accepted WHERE account = ? ORDER BY number",
                (row, i) -> accepted(row, Set.of((String[]) row.getArray("specials").getArray())),
                account);
    }

    /** Those of some accounts with a record under way: sent, not answered yet. */
    public Set<String> underWay(Collection<String> accounts) {
        return new HashSet<>(sql.queryForList(
                "SELECT DISTINCT account FROM credit_row WHERE account = ANY (?) AND refused IS NULL", String.class, (Object) accounts.toArray(String[]::new)));
    }

    /** Of some accounts those whose record of this very month, or what closes them, is under way. */
    public Set<String> beingTold(Collection<String> accounts, YearMonth month) {
        return new HashSet<>(sql.queryForList(
                "SELECT DISTINCT account FROM credit_row WHERE account = ANY (?) AND refused IS NULL AND (month = ? OR closed)",
                String.class, accounts.toArray(String[]::new), Date.valueOf(month.atDay(1))));
    }

    /** Nobody else asks for a record of this account until the caller's transaction ends. */
    public void oneAtATime(String account) {
        sql.query("SELECT pg_advisory_xact_lock(hashtextextended('credit ' || ?, 0))", row -> {}, account);
    }

    private static Accepted accepted(ResultSet row, Set<String> specials) throws SQLException {
        LocalDate month = day(row.getDate("month"));
        return new Accepted(
                row.getDate("reported").toLocalDate(),
                row.getString("event"),
                month == null ? null : YearMonth.from(month),
                day(row.getDate("classified")),
                row.getBoolean("closed"),
                specials);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
