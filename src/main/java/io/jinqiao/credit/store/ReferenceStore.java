package io.jinqiao.credit.store;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Persons and contracts the Center was told of. */
@Repository
public class ReferenceStore {
    private final JdbcTemplate sql;

    public ReferenceStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Accepted, or on its way. @param record 110 or 510 @param key of ours */
    public boolean known(String record, String key) {
        Boolean known = sql.queryForObject(
                """
                SELECT EXISTS (SELECT 1 FROM credit_reference WHERE record = ? AND key = ?)
                    OR EXISTS (SELECT 1 FROM credit_row WHERE account = ? AND type = ? AND refused IS NULL)
                """,
                Boolean.class, record, key, key, record);
        return Boolean.TRUE.equals(known);
    }
}
