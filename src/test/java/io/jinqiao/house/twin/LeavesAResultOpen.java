package io.jinqiao.house.twin;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks a rule of the house on purpose. */
public final class LeavesAResultOpen {
    private LeavesAResultOpen() {}

    public static List<String> rows(JdbcClient db) {
        return db.sql("SELECT 'row'").query(String.class).stream().toList();
    }
}
