package io.jinqiao.loan.store;

import io.jinqiao.loan.model.Approval;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.LoanWords;
import io.jinqiao.loan.model.Pause;
import io.jinqiao.loan.model.SignedContract;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change and its events in one statement, onto the version it was decided on. */
final class ChangedLoan {
    private static final String UPDATE =
            """
            WITH u AS (
                UPDATE loan_loan SET word = ?, decision = ?, pause = ?, paused_on = ?, pause_words = ?, return_no = ?,
                    return_due = ?, initial_reviewer = ?, second_reviewer = ?, recommended = ?, reviewed_by = ?,
                    review_callers = ?, opinions = ?, opinion_no = ?, approved_fen = ?, approved_months = ?, annual_rate = ?, rate_version = ?, rate_from = ?, conditions = ?,
                    decided_on = ?, valid_to = ?, approved_by = ?, contract = ?, contract_no = ?, contract_signed_on = ?,
                    contract_opinion_no = ?, contract_fen = ?, security = ?, pieces = ?, money = ?, money_proposed_by = ?,
                    opinion_told = CASE WHEN opinion_no IS DISTINCT FROM ? THEN 'pending' ELSE opinion_told END,
                    version = version + 1
                WHERE acceptance_no = ? AND version = ?
                RETURNING acceptance_no
            ), e AS (
                INSERT INTO loan_event %s
                SELECT u.acceptance_no, t.type, ?, ?, t.officer, t.officer_role, t.detail::jsonb FROM u, %s ORDER BY t.place
            )
            SELECT count(*) FROM u
            """
                    .formatted(EventRows.COLUMNS, EventRows.ROWS);

    private final JdbcClient jdbc;
    private final Concealed concealed;

    ChangedLoan(JdbcClient jdbc, Concealed concealed) {
        this.jdbc = jdbc;
        this.concealed = concealed;
    }

    void update(StoredLoan before, Loan after, List<LoanEvent> events, @Nullable MessageId cause, Instant at) {
        EventRows e = EventRows.of(events);
        long updated = jdbc.sql(UPDATE)
                .params(values(after))
                .params(after.approval() == null ? null : after.approval().opinionNo(), after.acceptanceNo(), before.version())
                .params(LoanStore.time(at), cause == null ? null : cause.value())
                .param(e.types())
                .param(e.officers())
                .param(e.roles())
                .param(e.details())
                .query(Long.class)
                .single();
        if (updated == 0) {
            throw new Refusal(FailureCode.LOAN_CHANGED_MEANWHILE);
        }
    }

    private List<@Nullable Object> values(Loan loan) {
        Subject about = Concealed.about(loan.bank(), loan.applicationNo());
        List<@Nullable Object> values = new ArrayList<>(List.of(LoanWords.of(loan).id(), Words.of(loan.decision())));
        pause(values, loan.pause(), about);
        values.add(loan.reviews().initial());
        values.add(loan.reviews().second());
        values.add(loan.reviews().recommended());
        values.add(loan.reviews().officers().stream().sorted().toArray(String[]::new));
        values.add(loan.reviews().callers().stream().sorted().toArray(String[]::new));
        values.add(loan.opinions());
        approval(values, loan.approval(), about);
        values.add(Words.of(loan.contract()));
        signed(values, loan.signed());
        values.add(Words.of(loan.security()));
        values.add(loan.pieces().stream().map(Words::of).sorted().toArray(String[]::new));
        values.add(Words.of(loan.money()));
        values.add(loan.moneyProposedBy());
        return values;
    }

    private void pause(List<@Nullable Object> values, @Nullable Pause pause, Subject about) {
        values.add(pause == null ? null : Words.of(pause.reason()));
        values.add(pause == null ? null : pause.since());
        values.add(concealed.words(about, pause == null ? null : pause.words()));
        values.add(pause == null ? null : pause.returnNo());
        values.add(pause == null ? null : pause.dueOn());
    }

    private void approval(List<@Nullable Object> values, @Nullable Approval approval, Subject about) {
        values.add(approval == null ? null : approval.opinionNo());
        values.add(approval == null ? null : approval.amount().fen());
        values.add(approval == null ? null : approval.months());
        values.add(approval == null ? null : approval.annualRate());
        values.add(approval == null ? null : approval.rateVersion());
        values.add(approval == null ? null : approval.rateFrom());
        values.add(approval == null ? null : concealed.lines(about, approval.conditions()));
        values.add(approval == null ? null : approval.decidedOn());
        values.add(approval == null ? null : approval.validTo());
        values.add(approval == null ? null : approval.approvedBy());
    }

    private static void signed(List<@Nullable Object> values, @Nullable SignedContract signed) {
        values.add(signed == null ? null : signed.contractNo());
        values.add(signed == null ? null : signed.signedOn());
        values.add(signed == null ? null : signed.opinionNo());
        values.add(signed == null ? null : signed.amount().fen());
    }
}
