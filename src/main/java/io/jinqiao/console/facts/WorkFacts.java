package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for people. */
@Component
public class WorkFacts {
    private final JdbcClient db;

    WorkFacts(JdbcClient db) {
        this.db = db;
    }

    /** A message whose outcome nobody here knows, as the delivery room describes it. */
    public record Unknown(
            String messageId,
            String partner,
            String operation,
            @Nullable String subject,
            String cause,
            @Nullable String detail,
            ZonedDateTime since,
            @Nullable ZonedDateTime expectedBy,
            int enquiries,
            @Nullable ZonedDateTime nextEnquiry,
            boolean forPeople,
            @Nullable UUID record,
            @Nullable UUID proposal,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable ZonedDateTime proposedAt) {}

    /** @param kind {@code partner} or {@code message} */
    public record Stop(
            String kind,
            String partner,
            @Nullable String messageId,
            @Nullable UUID record,
            String reason,
            String by,
            ZonedDateTime since) {}

    /** Messages people must decide about; one that is still being asked about does not wait for them. */
    public int unknownCount() {
        return db.sql("SELECT count(*) FROM delivery_fact_unknown WHERE for_people OR proposal IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    public int stopCount() {
        return db.sql("SELECT count(*) FROM delivery_fact_stop").query(Integer.class).single();
    }

    public List<Unknown> unknowns() {
        return db.sql("SELECT * FROM delivery_fact_unknown ORDER BY since LIMIT 200").query(WorkFacts::unknown).list();
    }

    public List<Stop> stops() {
        return db.sql("SELECT * FROM delivery_fact_stop ORDER BY kind DESC, since LIMIT 200").query(WorkFacts::stop).list();
    }

    private static Unknown unknown(ResultSet row, int number) throws SQLException {
        return new Unknown(
                row.getString("message_id"),
                row.getString("partner"),
                row.getString("operation"),
                row.getString("subject"),
                row.getString("cause"),
                row.getString("detail"),
                Shown.surelyAt(row, "since"),
                Shown.at(row, "expected_by"),
                row.getInt("enquiries"),
                Shown.at(row, "next_enquiry"),
                row.getBoolean("for_people"),
                row.getObject("record", UUID.class),
                row.getObject("proposal", UUID.class),
                row.getString("decision"),
                row.getString("reason"),
                row.getString("proposed_by"),
                Shown.at(row, "proposed_at"));
    }

    private static Stop stop(ResultSet row, int number) throws SQLException {
        return new Stop(
                row.getString("kind"),
                row.getString("partner"),
                row.getString("message_id"),
                row.getObject("record", UUID.class),
                row.getString("reason"),
                row.getString("stopped_by"),
                Shown.surelyAt(row, "since"));
    }
}
