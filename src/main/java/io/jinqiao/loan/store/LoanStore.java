package io.jinqiao.loan.store;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.LoanWords;
import io.jinqiao.loan.rules.LoanRules;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loans and what happened to them. A change and its events are one statement. */
@Repository
public class LoanStore {
    private static final String SELECT =
            """
            SELECT l.*,
                ARRAY(SELECT a.kind FROM loan_attachment a
                      WHERE a.acceptance_no = l.acceptance_no AND a.complete_at IS NULL ORDER BY a.kind) AS missing,
                ARRAY(SELECT DISTINCT a.kind FROM loan_attachment a
                      WHERE a.acceptance_no = l.acceptance_no AND a.complete_at IS NOT NULL) AS here
            FROM loan_loan l
            """;

    private static final String INSERT_EVENT =
            """
            INSERT INTO loan_event %s
            SELECT ?, t.type, ?, ?, t.officer, t.officer_role, t.detail::jsonb FROM %s ORDER BY t.place
            """
                    .formatted(EventRows.COLUMNS, EventRows.ROWS);

    private final JdbcClient jdbc;
    private final LoanRows rows;
    private final NewLoan newLoan;
    private final ChangedLoan changedLoan;
    private final Concealed concealed;

    public LoanStore(JdbcClient jdbc, LoanRules rules, PersonalData personalData) {
        this.jdbc = jdbc;
        this.concealed = new Concealed(personalData);
        this.rows = new LoanRows(rules.schemes(), concealed);
        this.newLoan = new NewLoan(jdbc, concealed);
        this.changedLoan = new ChangedLoan(jdbc, concealed);
    }

    /**
     * Writes a new loan, what it lists and its events in one round trip.
     *
     * @param draft the loan as it will be, but for its number
     * @param on the day the number is made of
     * @return its acceptance number
     * @throws Refusal {@code KEY_CONFLICT} when the bank has used this application number
     */
    public String insert(
            Loan draft, Incoming incoming, Collection<AttachmentRef> listed, List<LoanEvent> events, LocalDate on, Instant at) {
        return newLoan.insert(draft, incoming, listed, events, on, at);
    }

    /**
     * Writes a changed loan and its events onto the version it was read from.
     *
     * @param cause message that caused it; null when a person or the time did
     * @throws Refusal {@code LOAN_CHANGED_MEANWHILE} when somebody was faster
     */
    public void update(StoredLoan before, Loan after, List<LoanEvent> events, @Nullable MessageId cause, Instant at) {
        changedLoan.update(before, after, events, cause, at);
    }

    /** @throws Refusal {@code LOAN_UNKNOWN}; {@code PERSONAL_DATA_ERASED} when nothing can be done with it any more */
    public StoredLoan get(String acceptanceNo) {
        return one(jdbc.sql(SELECT + "WHERE l.acceptance_no = ?").param(acceptanceNo));
    }

    /** Another bank's application is unknown to this bank. @throws Refusal {@code LOAN_UNKNOWN} */
    public StoredLoan get(PartnerId bank, String applicationNo) {
        return one(jdbc.sql(SELECT + "WHERE l.bank = ? AND l.application_no = ?").params(bank.value(), applicationNo));
    }

    /** For jobs over many loans. */
    public Optional<StoredLoan> unlessErased(String acceptanceNo) {
        try {
            return Optional.of(get(acceptanceNo));
        } catch (Refusal e) {
            if (e.problems().get(0).code() == FailureCode.PERSONAL_DATA_ERASED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public Optional<String> acceptanceNo(PartnerId bank, String applicationNo) {
        return jdbc.sql("SELECT acceptance_no FROM loan_loan WHERE bank = ? AND application_no = ?")
                .params(bank.value(), applicationNo)
                .query(String.class)
                .optional();
    }

    private StoredLoan one(JdbcClient.StatementSpec query) {
        return query.query((row, i) -> rows.read(row)).optional().orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
    }

    /** When its opinion was taken back last; empty: never. */
    public Optional<Instant> revokedAt(String acceptanceNo) {
        return jdbc.sql("SELECT at FROM loan_event WHERE acceptance_no = ? AND type = ? ORDER BY id DESC LIMIT 1")
                .params(acceptanceNo, Words.of(LoanEvent.Type.OPINION_REVOKED))
                .query((row, i) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** When the application was taken in. */
    public Optional<Instant> acceptedAt(String acceptanceNo) {
        return jdbc.sql("SELECT accepted_at FROM loan_loan WHERE acceptance_no = ?")
                .param(acceptanceNo)
                .query((row, i) -> row.getObject("accepted_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Notes events that change nothing of the loan itself. */
    public void note(String acceptanceNo, List<LoanEvent> events, @Nullable MessageId cause, Instant at) {
        EventRows e = EventRows.of(events);
        jdbc.sql(INSERT_EVENT)
                .params(acceptanceNo, time(at), cause == null ? null : cause.value())
                .param(e.types())
                .param(e.officers())
                .param(e.roles())
                .param(e.details())
                .update();
    }

    /** What a person wrote about a loan; may name people, so it is not part of the event feed. */
    public void remark(Loan loan, LoanEvent.Type about, Officer by, String words, Instant at) {
        jdbc.sql("INSERT INTO loan_remark (acceptance_no, about, at, officer, officer_role, words) VALUES (?, ?, ?, ?, ?, ?)")
                .params(loan.acceptanceNo(), Words.of(about), time(at), by.name(), by.role())
                .param(concealed.words(Concealed.about(loan.bank(), loan.applicationNo()), words))
                .update();
    }

    /** What the bank answered to an opinion, unless a later one has taken its place. */
    public void opinionTold(String acceptanceNo, String opinionNo, String told) {
        jdbc.sql("UPDATE loan_loan SET opinion_told = ? WHERE acceptance_no = ? AND opinion_no = ?")
                .params(told, acceptanceNo, opinionNo)
                .update();
    }

    /** The word follows the tracks and the scans; set when only the scans changed. */
    public void word(Loan loan) {
        jdbc.sql("UPDATE loan_loan SET word = ? WHERE acceptance_no = ? AND word <> ?")
                .params(LoanWords.of(loan).id(), loan.acceptanceNo(), LoanWords.of(loan).id())
                .update();
    }

    /** Approved loans without a signed contract whose opinion was valid until before a day, oldest first. */
    public List<String> approvedUntilBefore(LocalDate day, int limit) {
        return jdbc.sql("SELECT acceptance_no FROM loan_loan WHERE decision = 'approved' AND valid_to < ?"
                        + " AND contract IN ('none', 'void') ORDER BY valid_to, acceptance_no LIMIT ?")
                .params(day, limit)
                .query(String.class)
                .list();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
