package io.jinqiao.loan.store;

import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.LoanWords;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hot path: number, loan, list of scans and events in one statement. */
final class NewLoan {
    private static final String INSERT =
            """
            WITH n AS (
                SELECT to_char(?::date, 'YYYYMMDD') || lpad(c, greatest(8, length(c)), '0') AS no
                FROM (SELECT nextval('loan_acceptance')::text AS c) s
            ), l AS (
                INSERT INTO loan_loan (acceptance_no, bank, application_no, message_id, branch_code, accepted_on, accepted_at,
                    home_kind, scheme, applied_fen, applied_months, borrower, application, word,
                    decision, contract, security, money)
                SELECT no, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM n
                RETURNING acceptance_no
            ), a AS (
                INSERT INTO loan_attachment (acceptance_no, digest, kind, size, listed_by)
                SELECT no, t.digest, t.kind, t.size, ? FROM n, unnest(?::text[], ?::text[], ?::int[]) AS t (digest, kind, size)
            ), e AS (
                INSERT INTO loan_event %s
                SELECT no, t.type, ?, ?, t.officer, t.officer_role, t.detail::jsonb FROM n, %s ORDER BY t.place
            )
            SELECT acceptance_no FROM l
            """
                    .formatted(EventRows.COLUMNS, EventRows.ROWS);

    private final JdbcClient jdbc;
    private final Concealed concealed;

    NewLoan(JdbcClient jdbc, Concealed concealed) {
        this.jdbc = jdbc;
        this.concealed = concealed;
    }

    String insert(Loan draft, Incoming incoming, Collection<AttachmentRef> listed, List<LoanEvent> events, LocalDate on, Instant at) {
        LoanApplication a = draft.application();
        Subject about = Concealed.about(draft.bank(), a.applicationNo());
        EventRows e = EventRows.of(events);
        try {
            return jdbc.sql(INSERT)
                    .params(on, draft.bank().value(), a.applicationNo(), incoming.id().value(), a.branchCode(), a.acceptedOn(), LoanStore.time(at))
                    .params(Words.of(a.homeKind()), draft.scheme().name(), a.terms().amount().fen(), a.terms().months())
                    .params(concealed.borrower(about, a), concealed.application(about, a))
                    .params(LoanWords.of(draft).id(), Words.of(draft.decision()), Words.of(draft.contract()))
                    .params(Words.of(draft.security()), Words.of(draft.money()), incoming.id().value())
                    .param(listed.stream().map(r -> r.digest().hex()).toArray(String[]::new))
                    .param(listed.stream().map(AttachmentRef::kind).toArray(String[]::new))
                    .param(listed.stream().map(AttachmentRef::size).toArray(Integer[]::new))
                    .params(LoanStore.time(at), incoming.id().value())
                    .param(e.types())
                    .param(e.officers())
                    .param(e.roles())
                    .param(e.details())
                    .query(String.class)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw new Refusal(FailureCode.KEY_CONFLICT);
        }
    }
}
