package io.jinqiao.credit.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Persons and contracts the Center was told of. */
@Repository
public class ReferenceStore {
    private final JdbcTemplate sql;

    public ReferenceStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Those of some keys that are accepted, or on their way. @param record 110 or 510 @param keys of ours */
    public Set<String> known(String record, Collection<String> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.queryForList(
                        """
                        SELECT key FROM credit_reference WHERE record = ? AND key = ANY (?)
                        UNION SELECT account FROM credit_row WHERE account = ANY (?) AND type = ? AND refused IS NULL
                        """,
                        String.class, record, keys.toArray(String[]::new), keys.toArray(String[]::new), record));
    }
}
