package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.console.facts.LoanFacts;
import io.jinqiao.delivery.Outbox;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.evidence.JournalCheck;
import io.jinqiao.evidence.SubjectKeys;
import io.jinqiao.loan.Loans;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReturnLoan;
import io.jinqiao.message.ApplicationReturned;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Subject;
import io.jinqiao.support.DatabaseText;
import io.jinqiao.workbench.demo.InventedApplications;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's data in the whole database of a running gateway. */
class PersonalDataTest {
    private static final PartnerId ICBC = new PartnerId("icbc");
    private static final RunningGateway GATEWAY = RunningGateway.get();

    private final LoanApplication application = InventedApplications.application("PD", 1, LocalDate.now());
    private final Party borrower = application.borrower();
    private final Subject subject = new Subject(ICBC, application.applicationNo());
    private final PartnerStops stops = GATEWAY.room(PartnerStops.class);

    @Test
    void standsNowhereInTheClearAndIsGoneWithItsKeysWhileTheProofStaysWhole() throws Exception {
        TestBank branch = GATEWAY.branch();
        TestBank.Answer answer = branch.send(branch.letter(application, new MessageId("PD" + System.nanoTime()), Instant.now()));
        String acceptanceNo = ((Reply.Accepted) answer.reply()).content().text("acceptanceNo");
        Objects.requireNonNull(acceptanceNo);
        stops.stop(ICBC, "the test keeps its message in the outbox", "tester");
        MessageId waiting = giveBackAndTell(acceptanceNo);
        LoanFacts facts = GATEWAY.room(LoanFacts.class);
        assertThat(facts.borrower(acceptanceNo)).contains(
                new LoanFacts.Borrower(borrower.name(), borrower.identity().number()));

        DatabaseText database = new DatabaseText(GATEWAY.room(JdbcTemplate.class));
        assertThat(database.tablesThatTell(application.applicationNo())).as("the search finds what is there")
                .contains("loan_loan: " + application.applicationNo(), "delivery_outbox: " + application.applicationNo());
        assertThat(database
                        .tablesThatTell(borrower.name(), borrower.identity().number(), Objects.requireNonNull(borrower.mobile())))
                .isEmpty();

        JournalCheck check = GATEWAY.room(JournalCheck.class);
        long erasedBefore = check.check().erased();
        assertThat(GATEWAY.room(SubjectKeys.class).erase(subject)).isPositive();
        JournalCheck.Report after = check.check();
        assertThat(after.findings()).isEmpty();
        assertThat(after.erased()).isGreaterThan(erasedBefore);
        assertThat(facts.find(acceptanceNo)).get().extracting("borrowerNameMasked", "borrowerIdentityMasked").containsOnlyNulls();
        assertThat(refusal(() -> facts.borrower(acceptanceNo))).isEqualTo(FailureCode.PERSONAL_DATA_ERASED);
        assertThat(refusal(() -> giveBack(acceptanceNo))).isEqualTo(FailureCode.PERSONAL_DATA_ERASED);

        stops.resume(ICBC, "done", "tester");
        Awaitility.await().atMost(java.time.Duration.ofMinutes(2)).until(() -> "HELD PERSONAL_DATA_ERASED".equals(standing(waiting)));
    }

    private MessageId giveBackAndTell(String acceptanceNo) {
        DecisionNotice notice = new DecisionNotice(
                "N-" + acceptanceNo, application.applicationNo(), acceptanceNo, DecisionNotice.Outcome.REJECTED,
                application.terms().amount(), application.terms().months(), null, null,
                borrower.name() + " " + borrower.mobile(), LocalDate.now());
        return GATEWAY.room(TransactionTemplate.class).execute(status -> {
            giveBack(acceptanceNo);
            return GATEWAY.room(Outbox.class).post(new Outgoing(ICBC, notice));
        });
    }

    private void giveBack(String acceptanceNo) {
        GATEWAY.room(Loans.class).giveBack(new ReturnLoan(
                acceptanceNo,
                borrower.name() + " was asked",
                List.of(new ApplicationReturned.Item("income-proof", null)),
                null,
                new Officer("wang", "reviewer")));
    }

    private static FailureCode refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().get(0).code();
    }

    private static String standing(MessageId id) {
        return GATEWAY.room(JdbcTemplate.class)
                .queryForObject(
                        "SELECT state || ' ' || coalesce(cause, '') FROM delivery_fact_outbox WHERE message_id = ?",
                        String.class,
                        id.value());
    }
}
