package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How columns become what people read. */
public final class Shown {
    /** The centre's office hours and every date on a page are Chinese standard time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Shown() {}

    public static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }

    static @Nullable ZonedDateTime at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at(at.toInstant());
    }

    static ZonedDateTime surelyAt(ResultSet row, String column) throws SQLException {
        return at(row.getTimestamp(column).toInstant());
    }
}
