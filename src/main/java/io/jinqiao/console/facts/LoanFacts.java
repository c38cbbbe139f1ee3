package io.jinqiao.console.facts;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Identity;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Refusal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loans as the loan room shows them. */
@Component
public class LoanFacts {
    private static final String FOUND = """
            FROM loan_fact_loan
            WHERE (:partner::text IS NULL OR partner = :partner)
              AND (:word::text IS NULL OR word = :word)
              AND (:words::text IS NULL OR acceptance_no = :words OR application_no = :words OR opinion_no = :words
                   OR contract_no = :words OR branch_code = :words OR starts_with(acceptance_no, :words)
                   OR starts_with(application_no, :words))
            """;

    private final JdbcClient db;
    private final PersonalData personalData;

    LoanFacts(JdbcClient db, PersonalData personalData) {
        this.db = db;
        this.personalData = personalData;
    }

    /**
     * What to look for; null: anything.
     *
     * @param word where the loan stands
     * @param words a number of the loan, or how it begins
     */
    public record Question(@Nullable String partner, @Nullable String word, @Nullable String words) {}

    /** Name and number in the clear: every look is written into the audit by who asks. */
    public record Borrower(String name, String identity) {
        static Borrower of(Content.Group concealed) {
            return new Borrower(String.valueOf(concealed.text("name")), String.valueOf(concealed.text("identity")));
        }

        /** The first character. */
        String maskedName() {
            int first = name.offsetByCodePoints(0, 1);
            return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
        }

        /** First three and last two characters. */
        String maskedIdentity() {
            return Identity.masked(identity);
        }
    }

    /** Where a loan comes from. @param branchCode office that took the application */
    public record Origin(String acceptanceNo, @Nullable String branchCode, String homeKind) {}

    /** Of these applications, by their number at the bank and its name before a blank. */
    public Map<String, Origin> origins(Collection<String> applications) {
        Map<String, Origin> found = new HashMap<>();
        if (!applications.isEmpty()) {
            db.sql("SELECT partner, application_no, acceptance_no, branch_code, home_kind FROM loan_fact_loan WHERE application_no IN (:numbers)")
                    .param("numbers", applications)
                    .query(row -> {
                        found.put(row.getString(1) + " " + row.getString(2), new Origin(row.getString(3), row.getString(4), row.getString(5)));
                    });
        }
        return found;
    }

    /** The applications of an office or of a kind of home, each as its bank, a blank and its number there; null: any. */
    public List<String> applications(@Nullable String partner, @Nullable String branchCode, @Nullable String homeKind) {
        return db.sql("SELECT partner || ' ' || application_no FROM loan_fact_loan WHERE (:partner::text IS NULL OR partner = :partner) AND (:branch::text IS NULL OR branch_code = :branch)"
                        + " AND (:home::text IS NULL OR home_kind = :home)")
                .param("partner", partner)
                .param("branch", branchCode)
                .param("home", homeKind)
                .query(String.class)
                .list();
    }

    /** @param completeAt when the whole scan was here; null: not yet */
    public record Scan(String digest, String kind, long size, @Nullable ZonedDateTime completeAt) {}

    /** Newest first. @param page counts from 0 */
    public List<LoanRow> page(Question question, int page, int size) {
        return asked("SELECT * " + FOUND + "ORDER BY accepted_at DESC, acceptance_no DESC LIMIT :size OFFSET :from", question)
                .param("size", size)
                .param("from", (long) page * size)
                .query(this::loan)
                .list();
    }

    public long count(Question question) {
        return asked("SELECT count(*) " + FOUND, question).query(Long.class).single();
    }

    public Optional<LoanRow> find(String acceptanceNo) {
        return db.sql("SELECT * FROM loan_fact_loan WHERE acceptance_no = ?").param(acceptanceNo).query(this::loan).optional();
    }

    public Optional<LoanRow> find(String partner, String applicationNo) {
        return db.sql("SELECT * FROM loan_fact_loan WHERE partner = ? AND application_no = ?")
                .params(partner, applicationNo)
                .query(this::loan)
                .optional();
    }

    /** @throws Refusal {@code PERSONAL_DATA_ERASED} */
    public Optional<Borrower> borrower(String acceptanceNo) {
        return db.sql("SELECT borrower FROM loan_fact_loan WHERE acceptance_no = ?")
                .param(acceptanceNo)
                .query((row, n) -> revealed(row))
                .optional()
                .map(found -> found.orElseThrow(() -> new Refusal(FailureCode.PERSONAL_DATA_ERASED)));
    }

    public List<Scan> scans(String acceptanceNo) {
        return db.sql("SELECT digest, kind, size, complete_at FROM loan_fact_attachment WHERE acceptance_no = ? ORDER BY kind, digest")
                .param(acceptanceNo)
                .query((row, n) ->
                        new Scan(row.getString("digest"), row.getString("kind"), row.getLong("size"), Shown.at(row, "complete_at")))
                .list();
    }

    /** How many loans stand where, in order of frequency. */
    public Map<String, Long> byWord() {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql("SELECT word, count(*) FROM loan_fact_loan GROUP BY word ORDER BY 2 DESC, 1")
                .query((ResultSet row) -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** Loans nothing more will be decided or paid for are left out. */
    public List<String> running(int limit) {
        return db.sql("SELECT acceptance_no FROM loan_fact_loan WHERE decision NOT IN ('rejected', 'withdrawn', 'expired')"
                        + " AND money = 'none' ORDER BY accepted_at LIMIT ?")
                .param(limit)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        return db.sql(sql)
                .param("partner", question.partner())
                .param("word", question.word())
                .param("words", question.words());
    }

    private Optional<Borrower> revealed(ResultSet row) throws SQLException {
        return personalData.revealText(row.getBytes("borrower")).map(CanonicalJson::read).map(Borrower::of);
    }

    private LoanRow loan(ResultSet row, int number) throws SQLException {
        Optional<Borrower> borrower = revealed(row);
        return new LoanRow(
                row.getString("acceptance_no"),
                row.getString("application_no"),
                row.getString("partner"),
                row.getString("branch_code"),
                row.getDate("accepted_on").toLocalDate(),
                Shown.surelyAt(row, "accepted_at"),
                row.getString("home_kind"),
                row.getString("scheme"),
                row.getLong("applied_fen"),
                row.getInt("applied_months"),
                borrower.map(Borrower::maskedName).orElse(null),
                borrower.map(Borrower::maskedIdentity).orElse(null),
                row.getString("word"),
                row.getString("decision"),
                row.getString("pause"),
                date(row, "paused_on"),
                date(row, "return_due"),
                row.getString("initial_reviewer"),
                row.getString("second_reviewer"),
                row.getString("approved_by"),
                row.getString("opinion_no"),
                row.getObject("approved_fen", Long.class),
                row.getObject("approved_months", Integer.class),
                row.getString("annual_rate"),
                date(row, "decided_on"),
                date(row, "valid_to"),
                row.getString("contract"),
                row.getString("contract_no"),
                date(row, "contract_signed_on"),
                row.getString("security"),
                List.of((String[]) row.getArray("pieces").getArray()),
                row.getString("money"),
                row.getString("opinion_told"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
