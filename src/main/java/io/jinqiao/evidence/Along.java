package io.jinqiao.evidence;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * One row of another room that is written together with a record: a round trip less on the hot path (see docs/decisions/0023). Whoever hands it in
 * owns the table; the journal knows nothing of what it says.
 */
public interface Along {

    /** One {@code INSERT} with {@code ?} for its arguments, the same text every time. It must fail when its row cannot be written. */
    String sql();

    /**
     * @param first index of its first argument
     * @return index after its last argument
     */
    int set(PreparedStatement statement, int first) throws SQLException;

    /** Writes it by a statement of its own, in the caller's transaction. */
    void alone();
}
