package io.jinqiao.console.facts;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /**
     * @param way receipt, call-back, poll or reconciliation
     * @param word of a state: which one; of a certificate that was not taken: {@code doubted}
     * @param happenedAt by the registry's clock
     * @param record of the message that brought it, in the journal
     */
    public record Told(
            String kind,
            String way,
            @Nullable String word,
            @Nullable ZonedDateTime happenedAt,
            @Nullable String messageId,
            @Nullable UUID record,
            ZonedDateTime heardAt) {}

    /**
     * Something that waits for somebody; columns as {@code mortgage_fact_waiting} says. A loan whose security is in doubt stands in the same list.
     *
     * @param bank null of a day that is not reconciled, which is no bank's alone
     * @param told how many things the registry told of the case: who looks says how many of them were seen
     * @param acceptanceNo null when the loan is not in this gateway
     */
    public record Waiting(
            String source,
            String number,
            @Nullable String partner,
            @Nullable String bank,
            @Nullable String applicationNo,
            @Nullable String acceptanceNo,
            @Nullable String kind,
            @Nullable String registryNo,
            String waitsFor,
            String why,
            List<String> doubts,
            @Nullable String refused,
            @Nullable LocalDate promisedBy,
            @Nullable LocalDate legalBy,
            @Nullable LocalDate dueOn,
            ZonedDateTime since,
            List<String> alarms,
            int told) {}

    /** How many cases wait for one of them, and how many of these are beyond what was promised. */
    public record Queue(String waitsFor, long cases, long late) {}

    /**
     * Beside what waits at the registries: cases they say they do not have; loans of which they told something that the loan's state forbids, and nothing since;
     * loans in force for which nothing is registered and nobody asked for anything; loans in force whose security was registered for an approval that was taken back; loans that have their registration and lack another piece of their scheme; loans that are paid off, or whose application ended, and whose security still stands
     * in the register while nobody asked for its cancellation; days a registry does not tell of.
     */
    private static final String WAITING = """
            (SELECT source, number, partner, bank, application_no, kind, registry_no, promised_by, legal_by, due_on, waits_for, why, doubts, refused, since, alarms
             FROM mortgage_fact_waiting w WHERE NOT EXISTS (SELECT 1 FROM mortgage_fact_unknown_there u WHERE w.source = 'case' AND u.case_no = w.number)
             UNION ALL
             SELECT 'case', case_no, partner, bank, application_no, kind, registry_no, NULL, NULL, NULL, 'centre', 'unknown-there', '{}', NULL, since, '{unknown-there}'
             FROM mortgage_fact_unknown_there
             UNION ALL
             SELECT 'loan', l.acceptance_no, NULL, l.partner, l.application_no, NULL, NULL, NULL, NULL, NULL, 'centre', 'security-in-doubt', '{}', NULL, max(e.at),
                    '{security}'
             FROM loan_fact_event e JOIN loan_fact_loan l ON l.acceptance_no = e.acceptance_no
             WHERE e.type = 'security-in-doubt' AND NOT EXISTS (
                 SELECT 1 FROM loan_fact_event later WHERE later.acceptance_no = e.acceptance_no AND later.type = 'security-changed' AND later.position > e.position)
             GROUP BY l.acceptance_no, l.partner, l.application_no
             UNION ALL
             SELECT 'loan', l.acceptance_no, NULL, l.partner, l.application_no, NULL, NULL, NULL, NULL, NULL, 'bank', 'request-missing', '{}', NULL,
                    coalesce((SELECT max(e.at) FROM loan_fact_event e WHERE e.acceptance_no = l.acceptance_no AND e.type = 'contract-in-force'), l.accepted_at), '{}'
             FROM loan_fact_loan l
             WHERE l.contract = 'in-force' AND l.security IN ('none', 'held', 'released') AND l.scheme NOT IN ('pledge', 'surety') AND l.money NOT IN ('reversed', 'settled', 'written-off')
               AND NOT EXISTS (SELECT 1 FROM mortgage_fact_request q WHERE q.bank = l.partner AND q.application_no = l.application_no AND q.state = 'held')
               AND NOT EXISTS (SELECT 1 FROM mortgage_fact_waiting o WHERE o.bank = l.partner AND o.application_no = l.application_no)
             UNION ALL
             SELECT 'loan', l.acceptance_no, NULL, l.partner, l.application_no, NULL, NULL, NULL, NULL, NULL, 'centre', 'security-of-earlier-approval', '{}', NULL,
                    coalesce((SELECT max(e.at) FROM loan_fact_event e WHERE e.acceptance_no = l.acceptance_no AND e.type = 'contract-in-force'), l.accepted_at), '{}'
             FROM loan_fact_loan l
             WHERE l.contract = 'in-force' AND l.security IN ('pre-noticed', 'registered', 'converted') AND NOT l.pieces && '{mortgage,mortgage-pre-notice}'
               AND l.money NOT IN ('reversed', 'settled', 'written-off')
               AND NOT EXISTS (SELECT 1 FROM mortgage_fact_request q WHERE q.bank = l.partner AND q.application_no = l.application_no AND q.state = 'held')
               AND NOT EXISTS (SELECT 1 FROM mortgage_fact_waiting o WHERE o.bank = l.partner AND o.application_no = l.application_no)
             UNION ALL
             SELECT 'loan', l.acceptance_no, NULL, l.partner, l.application_no, NULL, NULL, NULL, NULL, NULL, 'centre', 'piece-missing', '{}', NULL,
                    coalesce((SELECT max(e.at) FROM loan_fact_event e WHERE e.acceptance_no = l.acceptance_no AND e.type IN ('contract-in-force', 'security-changed')), l.accepted_at), '{}'
             FROM loan_fact_loan l
             WHERE l.word = 'security-pending' AND (l.scheme IN ('pledge', 'surety') OR l.pieces && '{mortgage,mortgage-pre-notice}')
             UNION ALL
             SELECT 'loan', l.acceptance_no, NULL, l.partner, l.application_no, NULL, NULL, NULL, NULL, NULL, 'bank', 'cancellation-missing', '{}', NULL,
                    coalesce((SELECT max(e.at) FROM loan_fact_event e WHERE e.acceptance_no = l.acceptance_no), l.accepted_at), '{}'
             FROM loan_fact_loan l
             WHERE (l.money IN ('settled', 'reversed') OR l.decision IN ('rejected', 'withdrawn', 'expired') AND l.money IN ('none', 'failed', 'returned'))
               AND EXISTS (SELECT 1 FROM mortgage_fact_case c WHERE c.bank = l.partner AND c.application_no = l.application_no AND c.registered
                   AND c.kind IN ('double-pre-notice', 'mortgage', 'conversion')
                   AND NOT EXISTS (SELECT 1 FROM mortgage_fact_case off WHERE off.bank = c.bank AND off.application_no = c.application_no AND off.registered
                       AND off.kind = 'cancellation' AND off.filed_at >= c.filed_at AND (off.right_of = c.right_of) IS NOT FALSE))
               AND NOT EXISTS (SELECT 1 FROM mortgage_fact_waiting o WHERE o.bank = l.partner AND o.application_no = l.application_no AND o.kind = 'cancellation')
             UNION ALL
             SELECT 'day', day::text, partner, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'centre', 'day-not-reconciled', '{}', refused, coalesce(told_at, begun_at),
                    CASE WHEN told_at IS NULL THEN '{}'::text[] ELSE '{day}' END
             FROM mortgage_fact_day WHERE done_at IS NULL AND (told_at IS NOT NULL OR refused IS NOT NULL)) w""";

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

    /** Cases of one application, in the order in which they were filed. */
    public List<Case> of(String bank, String applicationNo) {
        return db.sql("SELECT * FROM mortgage_fact_case WHERE bank = :bank AND application_no = :no ORDER BY filed_at, case_no")
                .param("bank", bank)
                .param("no", applicationNo)
                .query((row, i) -> read(row))
                .list();
    }

    /** What was told of it, in the order in which it was heard. */
    public List<Told> told(String caseNo) {
        return db.sql("""
                        SELECT t.kind, t.way, t.word, t.happened_at, t.message_id, t.heard_at,
                               (SELECT r.id FROM evidence_fact_record r WHERE r.message_id = t.message_id AND r.partner = c.partner ORDER BY r.id DESC LIMIT 1) AS record
                        FROM mortgage_fact_told t JOIN mortgage_fact_case c ON c.case_no = t.case_no WHERE t.case_no = :no ORDER BY t.id
                        """)
                .param("no", caseNo)
                .query((row, i) -> new Told(
                        row.getString("kind"),
                        row.getString("way"),
                        row.getString("word"),
                        Shown.at(row, "happened_at"),
                        row.getString("message_id"),
                        row.getObject("record", UUID.class),
                        Shown.surelyAt(row, "heard_at")))
                .list();
    }

    /** Those for people first, then the longest promised. @param waitsFor null: anybody */
    public List<Waiting> waiting(@Nullable String waitsFor, int most) {
        return db.sql("""
                        SELECT w.*, (SELECT l.acceptance_no FROM loan_fact_loan l WHERE l.partner = w.bank AND l.application_no = w.application_no LIMIT 1) AS acceptance_no,
                               CASE WHEN w.source = 'case' THEN (SELECT count(*) FROM mortgage_fact_told t WHERE t.case_no = w.number) ELSE 0 END AS told
                        FROM %s WHERE :whom::text IS NULL OR w.waits_for = :whom
                        ORDER BY w.alarms = '{}', w.waits_for = 'registrar', coalesce(w.due_on, w.promised_by), w.since, w.number LIMIT :most
                        """.formatted(WAITING))
                .param("whom", waitsFor)
                .param("most", most)
                .query((row, i) -> new Waiting(
                        row.getString("source"),
                        row.getString("number"),
                        row.getString("partner"),
                        row.getString("bank"),
                        row.getString("application_no"),
                        row.getString("acceptance_no"),
                        row.getString("kind"),
                        row.getString("registry_no"),
                        row.getString("waits_for"),
                        row.getString("why"),
                        List.of((String[]) row.getArray("doubts").getArray()),
                        row.getString("refused"),
                        row.getObject("promised_by", LocalDate.class),
                        row.getObject("legal_by", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        Shown.surelyAt(row, "since"),
                        List.of((String[]) row.getArray("alarms").getArray()),
                        row.getInt("told")))
                .list();
    }

    public List<Queue> queues(LocalDate today) {
        return db.sql("SELECT waits_for, count(*) AS cases, count(*) FILTER (WHERE promised_by < :today OR alarms && '{late,unlawfully-late,certificate-late,supplement-late,purchase-lost,mortgage-lost,security,unknown-there,day}') AS late FROM " + WAITING
                        + " GROUP BY waits_for ORDER BY waits_for")
                .param("today", today)
                .query((row, i) -> new Queue(row.getString("waits_for"), row.getLong("cases"), row.getLong("late")))
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
