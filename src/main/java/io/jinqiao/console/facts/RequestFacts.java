package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goes before a case at a registry, and what is late: requests of branches, questions about homes, alarms. */
@Component
public class RequestFacts {
    private final JdbcClient db;

    RequestFacts(JdbcClient db) {
        this.db = db;
    }

    /** Columns as {@code mortgage_fact_request} says. */
    public record Request(
            String bank,
            String requestNo,
            String applicationNo,
            String kind,
            String origin,
            String state,
            boolean inForce,
            List<String> waitsFor,
            ZonedDateTime takenAt,
            @Nullable String checkNo,
            @Nullable String caseNo,
            @Nullable ZonedDateTime endedAt,
            @Nullable String endedBy) {}

    /** Columns as {@code mortgage_fact_check} says; without a verdict nothing is known, which is not clean. */
    public record Check(
            String checkNo,
            String partner,
            String bank,
            String applicationNo,
            @Nullable String requestNo,
            ZonedDateTime askedAt,
            @Nullable ZonedDateTime answeredAt,
            @Nullable String verdict,
            List<String> hindrances,
            @Nullable String refused) {}

    /** Columns as {@code mortgage_fact_alarm} says. */
    public record Alarm(String caseNo, String partner, String bank, String applicationNo, String kind, LocalDate lastDay, ZonedDateTime raisedAt) {}

    /** @param number the bank's number of the application or the request; null: all @param waiting only those that are held */
    public List<Request> requests(@Nullable String number, boolean waiting, int size) {
        return db.sql("""
                        SELECT * FROM mortgage_fact_request
                        WHERE (:number::text IS NULL OR application_no = :number OR request_no = :number) AND (NOT :waiting OR state = 'held')
                        ORDER BY taken_at DESC, request_no LIMIT :size
                        """)
                .param("number", number)
                .param("waiting", waiting)
                .param("size", size)
                .query(RequestFacts::request)
                .list();
    }

    public List<Check> checks(@Nullable String number, int size) {
        return db.sql("""
                        SELECT * FROM mortgage_fact_check WHERE (:number::text IS NULL OR application_no = :number OR request_no = :number OR check_no = :number)
                        ORDER BY asked_at DESC, check_no LIMIT :size
                        """)
                .param("number", number)
                .param("size", size)
                .query(RequestFacts::check)
                .list();
    }

    /** Those that stand, the most urgent first. */
    public List<Alarm> alarms(int size) {
        return db.sql("SELECT * FROM mortgage_fact_alarm WHERE ended_at IS NULL ORDER BY last_day, case_no, kind LIMIT ?")
                .param(size)
                .query((row, i) -> new Alarm(
                        row.getString("case_no"),
                        row.getString("partner"),
                        row.getString("bank"),
                        row.getString("application_no"),
                        row.getString("kind"),
                        row.getObject("last_day", LocalDate.class),
                        Shown.surelyAt(row, "raised_at")))
                .list();
    }

    private static Request request(ResultSet row, int i) throws SQLException {
        return new Request(
                row.getString("bank"),
                row.getString("request_no"),
                row.getString("application_no"),
                row.getString("kind"),
                row.getString("origin"),
                row.getString("state"),
                row.getBoolean("in_force"),
                List.of((String[]) row.getArray("waits_for").getArray()),
                Shown.surelyAt(row, "taken_at"),
                row.getString("check_no"),
                row.getString("case_no"),
                Shown.at(row, "ended_at"),
                row.getString("ended_by"));
    }

    private static Check check(ResultSet row, int i) throws SQLException {
        return new Check(
                row.getString("check_no"),
                row.getString("partner"),
                row.getString("bank"),
                row.getString("application_no"),
                row.getString("request_no"),
                Shown.surelyAt(row, "asked_at"),
                Shown.at(row, "answered_at"),
                row.getString("verdict"),
                List.of((String[]) row.getArray("hindrances").getArray()),
                row.getString("refused"));
    }
}
