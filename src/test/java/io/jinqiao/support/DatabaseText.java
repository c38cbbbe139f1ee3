package io.jinqiao.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that lies in the tables of a database, as text; bytes as hexadecimal digits. */
public final class DatabaseText {
    private final JdbcTemplate sql;

    public DatabaseText(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Tables in which one of the words stands, as text or as UTF-8 or UTF-16 bytes: {@code table: word}. */
    public List<String> tablesThatTell(String... words) {
        List<String> found = new ArrayList<>();
        for (String table : sql.queryForList("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", String.class)) {
            for (String word : words) {
                Boolean tells = sql.queryForObject(
                        "SELECT EXISTS (SELECT 1 FROM " + table + " t WHERE position(? IN t::text) > 0"
                                + " OR position(? IN t::text) > 0 OR position(? IN t::text) > 0)",
                        Boolean.class,
                        word,
                        HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)),
                        HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_16BE)));
                if (Boolean.TRUE.equals(tells)) {
                    found.add(table + ": " + word);
                }
            }
        }
        return found;
    }
}
