package io.jinqiao.credit.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** Persons and contracts the Center was told of: accepted, or on their way. */
@Repository
public class ReferenceStore {
    private final JdbcTemplate sql;

    public ReferenceStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Those of some contracts the Center was told of. */
    public Set<String> contracts(Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.queryForList(
                        """
                        SELECT key FROM credit_reference WHERE record = '510' AND key = ANY (?)
                        UNION SELECT account FROM credit_row WHERE account = ANY (?) AND type = '510' AND refused IS NULL
                        """,
                        String.class, keys.toArray(String[]::new), keys.toArray(String[]::new)));
    }

    /** Those of some contracts whose beginning the Center accepted under an earlier day. */
    public Set<String> toldBefore(LocalDate day, Collection<String> keys) {
        return new HashSet<>(sql.queryForList(
                "SELECT key FROM credit_reference WHERE record = '510' AND event = '10' AND key = ANY (?) AND reported < ?", String.class, keys.toArray(String[]::new), day));
    }

    /** Those of some contracts whose end the Center was told of. */
    public Set<String> ended(Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.queryForList(
                        """
                        SELECT key FROM credit_reference WHERE record = '510' AND event = '20' AND key = ANY (?)
                        UNION SELECT account FROM credit_row WHERE account = ANY (?) AND type = '510' AND event = '20' AND refused IS NULL
                        """,
                        String.class, keys.toArray(String[]::new), keys.toArray(String[]::new)));
    }

    /** Those of some persons of whom something was told under this day of report: the Center takes a day's change once. */
    public Set<String> changedOn(LocalDate reported, Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.queryForList(
                        """
                        SELECT person FROM credit_reference WHERE person = ANY (?) AND reported >= ? AND event = '20'
                        UNION SELECT person FROM credit_row WHERE person = ANY (?) AND reported >= ? AND event = '20' AND refused IS NULL
                        """,
                        String.class, keys.toArray(String[]::new), reported, keys.toArray(String[]::new), reported));
    }

    /** Whether this is a contract the Center accepted. */
    public boolean isContract(String key) {
        return Boolean.TRUE.equals(sql.queryForObject("SELECT EXISTS (SELECT FROM credit_reference WHERE record = '510' AND key = ?)", Boolean.class, key));
    }

    /** Of some persons, those the Center was told of: when the latest of what it was told was learnt. */
    public Map<String, LocalDate> persons(Collection<String> keys) {
        Map<String, LocalDate> told = new HashMap<>();
        if (!keys.isEmpty()) {
            sql.query(
                    """
                    SELECT person, max(updated) FROM (
                        SELECT person, updated FROM credit_reference WHERE person = ANY (?)
                        UNION ALL SELECT person, updated FROM credit_row WHERE person = ANY (?) AND refused IS NULL) t
                    GROUP BY person
                    """,
                    (RowCallbackHandler) row -> told.put(row.getString(1), row.getObject(2, LocalDate.class)),
                    keys.toArray(String[]::new), keys.toArray(String[]::new));
        }
        return told;
    }
}
