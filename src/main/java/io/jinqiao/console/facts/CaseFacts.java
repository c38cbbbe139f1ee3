package io.jinqiao.console.facts;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases at the registries as the room of mortgages shows them. */
@Component
public class CaseFacts {
    private static final String FOUND = """
            FROM mortgage_fact_case
            WHERE (:partner::text IS NULL OR partner = :partner)
              AND (:state::text IS NULL OR state = :state)
              AND (:number::text IS NULL OR case_no = :number OR registry_no = :number OR application_no = :number)
            """;

    private final JdbcClient db;

    CaseFacts(JdbcClient db) {
        this.db = db;
    }

    /** What to look for; null: anything. @param number of the case, the registry's or the bank's */
    public record Question(@Nullable String partner, @Nullable String state, @Nullable String number) {}

    /**
     * One case; columns as {@code mortgage_fact_case} says.
     *
     * @param doubts why something told was not taken: a person must look
     */
    public record Case(
            String caseNo,
            String partner,
            String bank,
            String applicationNo,
            String kind,
            String areaCode,
            LocalDate filedOn,
            LocalDate promisedBy,
            LocalDate legalBy,
            @Nullable String registryNo,
            @Nullable String state,
            @Nullable ZonedDateTime stateAt,
            @Nullable LocalDate dueOn,
            boolean registered,
            boolean certified,
            boolean settled,
            List<String> doubts,
            @Nullable String refused,
            @Nullable ZonedDateTime heardAt,
            @Nullable ZonedDateTime askedAt) {}

    /** @param way receipt, call-back, poll or reconciliation @param messageId by which its record is found */
    public record Told(String kind, String way, @Nullable String messageId, ZonedDateTime heardAt) {}

    public List<Case> page(Question question, int page, int size) {
        return asked("SELECT * " + FOUND + " ORDER BY filed_at DESC, case_no LIMIT :size OFFSET :skip", question)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, i) -> read(row))
                .list();
    }

    public long count(Question question) {
        return asked("SELECT count(*) " + FOUND, question).query(Long.class).single();
    }

    public Optional<Case> find(String caseNo) {
        return db.sql("SELECT * FROM mortgage_fact_case WHERE case_no = :no").param("no", caseNo).query((row, i) -> read(row)).optional();
    }

    /** What was told of it, in the order in which it was heard. */
    public List<Told> told(String caseNo) {
        return db.sql("SELECT kind, way, message_id, heard_at FROM mortgage_fact_told WHERE case_no = :no ORDER BY id")
                .param("no", caseNo)
                .query((row, i) -> new Told(
                        row.getString("kind"), row.getString("way"), row.getString("message_id"), Shown.surelyAt(row, "heard_at")))
                .list();
    }

    /**
     * An electronic certificate, without its file.
     *
     * @param verdict what the check of file and seal came to @param findings codes of what failed in it
     * @param doubts why it proves nothing of its case; none: it was taken
     */
    public record Certificate(
            String digest, String format, LocalDate issuedOn, String verdict, List<String> findings, List<String> doubts, String messageId, ZonedDateTime receivedAt) {}

    /** In the order in which they came. */
    public List<Certificate> certificates(String caseNo) {
        return db.sql("SELECT * FROM mortgage_fact_certificate WHERE case_no = :no ORDER BY received_at, digest")
                .param("no", caseNo)
                .query((row, i) -> new Certificate(
                        row.getString("digest"),
                        row.getString("format"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("verdict"),
                        List.of((String[]) row.getArray("findings").getArray()),
                        List.of((String[]) row.getArray("doubts").getArray()),
                        row.getString("message_id"),
                        Shown.surelyAt(row, "received_at")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String query, Question question) {
        return db.sql(query)
                .param("partner", question.partner())
                .param("state", question.state())
                .param("number", question.number());
    }

    private static Case read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Case(
                row.getString("case_no"),
                row.getString("partner"),
                row.getString("bank"),
                row.getString("application_no"),
                row.getString("kind"),
                row.getString("area_code"),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("promised_by", LocalDate.class),
                row.getObject("legal_by", LocalDate.class),
                row.getString("registry_no"),
                row.getString("state"),
                Shown.at(row, "state_at"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("registered"),
                row.getBoolean("certified"),
                row.getBoolean("settled"),
                List.of((String[]) row.getArray("doubts").getArray()),
                row.getString("refused"),
                Shown.at(row, "heard_at"),
                Shown.at(row, "asked_at"));
    }
}
