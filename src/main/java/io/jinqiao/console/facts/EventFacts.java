package io.jinqiao.console.facts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to loans: the feed in its order, and one loan's story. */
@Component
public class EventFacts {
    private static final String SELECT =
            "SELECT position, id, type, at, acceptance_no, subject, partner, message_id, officer, detail FROM loan_fact_event ";

    private final JdbcClient db;

    EventFacts(JdbcClient db) {
        this.db = db;
    }

    /**
     * One event.
     *
     * @param cursor read on with {@code after} this
     * @param id unique; the same event may be delivered again
     * @param subject the bank's number of the application
     * @param by who caused it; null when a message or the time did
     * @param detail a JSON object of words and numbers, no personal data
     */
    public record Event(
            String cursor,
            String id,
            String type,
            ZonedDateTime time,
            String loan,
            String subject,
            String partner,
            @Nullable String message,
            @Nullable String by,
            @JsonRawValue String detail) {}

    /** In the order of the feed: nothing ever appears before a cursor already given. @param cursor exclusive */
    public List<Event> after(BigInteger cursor, int limit) {
        return db.sql(SELECT + "WHERE position > ? ORDER BY position LIMIT ?")
                .params(new java.math.BigDecimal(cursor), limit)
                .query(EventFacts::event)
                .list();
    }

    public List<Event> ofLoan(String acceptanceNo) {
        return db.sql(SELECT + "WHERE acceptance_no = ? ORDER BY id LIMIT 500").param(acceptanceNo).query(EventFacts::event).list();
    }

    public List<Event> latest(int limit) {
        return db.sql(SELECT + "ORDER BY position DESC LIMIT ?").param(limit).query(EventFacts::event).list();
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getBigDecimal("position").toBigInteger().toString(),
                row.getString("id"),
                row.getString("type"),
                Shown.surelyAt(row, "at"),
                row.getString("acceptance_no"),
                row.getString("subject"),
                row.getString("partner"),
                row.getString("message_id"),
                row.getString("officer"),
                row.getString("detail"));
    }
}
