package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns as this room's types. */
final class Rows {
    private Rows() {}

    /** The texts of an array that are there, each once. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.stream((String[]) array.getArray()).filter(Objects::nonNull).distinct().toList();
    }

    static List<String> messages(@Nullable String... ids) {
        return Stream.of(ids).filter(Objects::nonNull).distinct().toList();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** The centre's date at an instant. */
    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, WorkingCalendar.ZONE);
    }
}
