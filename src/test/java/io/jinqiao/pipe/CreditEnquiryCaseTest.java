package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.jinqiao.credit.AgreeToEnquiry;
import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.CreditEnquiries;
import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.message.ReportFacts.HousingLoan;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.Content;
import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.simulate.credit.enquiry.Profile;
import io.jinqiao.workbench.simulate.credit.enquiry.Trick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's report, from the wish for it to who looked at it, through the whole gateway and at the simulated Center. */
class CreditEnquiryCaseTest {
    private static final PartnerId BANK = new PartnerId("icbc");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    private static final AtomicInteger PERSON = new AtomicInteger(300);

    private static RunningGateway gateway;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        today = WorkingCalendar.today(Clock.systemUTC());
    }

    @AfterEach
    void calm() {
        gateway.center.enquiries().calm();
    }

    private static LoanApplication loan() {
        LoanApplication application = invented();
        gateway.room(Capabilities.class).run("loan-application", new Incoming(BANK, new MessageId("CRED" + System.nanoTime()), Instant.now(), application));
        return application;
    }

    /** Of a person of its own: the Center plays its tricks by the number of the person. */
    private static LoanApplication invented() {
        return InventedApplications.application("CRED" + NUMBER.incrementAndGet() + "-", PERSON.incrementAndGet(), today);
    }

    private static AskForReport ask(LoanApplication loan, String by) {
        return new AskForReport(BANK, loan.applicationNo(), "borrower", Reason.LOAN_APPROVAL, by);
    }

    private static long wanted(AskForReport command, String state) {
        Content.Group content = content(gateway.room(Capabilities.class).run("credit-enquiry-wanted", command));
        assertThat(content.text("state")).isEqualTo(state);
        return Long.parseLong(String.valueOf(content.text("number")));
    }

    private static String agreed(long number, String by) {
        return content(gateway.room(Capabilities.class).run("credit-enquiry-agreed", new AgreeToEnquiry(number, true, by))).text("state");
    }

    private static Content.Group content(Object outcome) {
        return ((Reply.Accepted) ((Outcome) outcome).reply()).content();
    }

    private static List<FailureCode> refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().stream().map(problem -> problem.code()).toList();
    }

    private static String state(long number) {
        return sql().queryForObject("SELECT state FROM credit_fact_enquiry WHERE number = ?", String.class, number);
    }

    private static JdbcTemplate sql() {
        return gateway.room(JdbcTemplate.class);
    }

    private static ReportFacts look(long number, String by) {
        return gateway.room(TransactionTemplate.class).execute(status -> gateway.room(CreditEnquiries.class).look(number, by).facts());
    }

    /** Asked by one and agreed to by another. */
    private static long asked(LoanApplication loan) {
        long number = wanted(ask(loan, "zhou.min"), "waiting");
        assertThat(agreed(number, "li.wei")).isEqualTo("asked");
        return number;
    }

    private static void introduce(LoanApplication loan, Profile profile) {
        gateway.center.enquiries().people().introduce("10", loan.borrower().identity().number(), profile);
    }

    private static void end(long number, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(number)).isEqualTo(state));
    }

    @Test
    void whileTheCenterHasNotAnsweredTheSameQuestionIsNotAskedAgain() {
        LoanApplication loan = loan();
        long one = wanted(ask(loan, "zhou.min"), "waiting");
        long two = wanted(ask(loan, "he.lin"), "waiting");
        CreditEnquiries desk = gateway.room(CreditEnquiries.class);
        gateway.room(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(content(desk.agree(new AgreeToEnquiry(one, true, "li.wei"))).text("state")).isEqualTo("asked");
            assertThat(refused(() -> desk.agree(new AgreeToEnquiry(two, true, "li.wei")))).containsExactly(FailureCode.CREDIT_ENQUIRY_UNDER_WAY);
            status.setRollbackOnly();
        });
    }

    @Test
    void aReportIsAskedForByTwoKeptSealedReadAndLookedAt() {
        LoanApplication loan = loan();
        introduce(loan, Profile.TWO_HOMES);
        long number = asked(loan);
        end(number, "found");

        ReportFacts facts = look(number, "wang.hua");
        assertThat(facts.housing()).containsExactly(
                new HousingLoan(false, "2021-05-20", 1_200_000, 1_083_512, false), new HousingLoan(true, "2016-09-01", 400_000, 228_040, false));
        assertThat(List.of(facts.loans(), facts.open(), facts.overdueNow(), facts.overdueMonths(), facts.longestOverdue())).containsExactly(2, 2, 0, 0, 0);
        assertThat(facts.balance()).isEqualTo(1_083_512 + 228_040);
        assertThat(facts.participates()).isTrue();
        assertThat(sql().queryForList("SELECT who FROM credit_fact_enquiry_look WHERE number = ?", String.class, number)).containsExactly("wang.hua");
        byte[] kept = sql().queryForObject("SELECT report FROM credit_enquiry WHERE number = ?", byte[].class, number);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("H4sI");
    }

    @Test
    void overdueMonthsAreCounted() {
        LoanApplication loan = loan();
        introduce(loan, Profile.OFTEN_OVERDUE);
        long number = asked(loan);
        end(number, "found");
        ReportFacts facts = look(number, "wang.hua");
        assertThat(List.of(facts.overdueMonths(), facts.longestOverdue(), facts.overdueNow())).containsExactly(6, 3, 0);
    }

    @Test
    void nobodyKnownIsAnAnswer() {
        LoanApplication loan = loan();
        introduce(loan, Profile.NOBODY);
        long number = asked(loan);
        end(number, "no-record");
        assertThat(look(number, "wang.hua")).isNull();
    }

    @Test
    void numbersAreDrawnFromTheDatabaseAndNoneTwice() {
        LoanApplication first = loan();
        LoanApplication second = loan();
        List<String> numbers = List.of(no(asked(first)), no(asked(second)));
        assertThat(numbers).allMatch(no -> no.matches("[0-9]{16}"));
        assertThat(Long.parseLong(numbers.get(1))).isGreaterThan(Long.parseLong(numbers.get(0)));
    }

    private static String no(long number) {
        return sql().queryForObject("SELECT enquiry_no FROM credit_fact_enquiry WHERE number = ?", String.class, number);
    }

    @Test
    void whoeverAskedCannotAgreeAndWhatWasDeclinedStaysHere() {
        LoanApplication loan = loan();
        long number = wanted(ask(loan, "zhou.min"), "waiting");
        assertThat(refused(() -> agreed(number, "zhou.min"))).containsExactly(FailureCode.DUTIES_NOT_SEPARATED);
        gateway.room(Capabilities.class).run("credit-enquiry-agreed", new AgreeToEnquiry(number, false, "li.wei"));
        assertThat(state(number)).isEqualTo("declined");
        assertThat(refused(() -> agreed(number, "li.wei"))).containsExactly(FailureCode.CREDIT_ENQUIRY_STATE);
    }

    @Test
    void withoutAnAuthorisationInForceNothingLeaves() {
        LoanApplication invented = invented();
        LoanApplication loan = loan();
        int before = gateway.center.enquiries().enquiries();
        sql().update("UPDATE loan_loan SET word = 'repaying' WHERE application_no = ?", loan.applicationNo());
        AskForReport postLoan = new AskForReport(BANK, loan.applicationNo(), "borrower", Reason.POST_LOAN, "zhou.min");
        assertThat(refused(() -> wanted(postLoan, "waiting"))).contains(FailureCode.AUTHORISATION_MISSING);
        assertThat(refused(() -> wanted(ask(loan, "zhou.min"), "waiting"))).contains(FailureCode.CREDIT_PURPOSE_UNFIT);
        assertThat(refused(() -> wanted(ask(invented, "zhou.min"), "waiting"))).containsExactly(FailureCode.LOAN_UNKNOWN);
        assertThat(gateway.center.enquiries().enquiries()).isEqualTo(before);

        authorise(loan, "borrower", Reason.LOAN_APPROVAL, today, today.plusDays(1), true);
        assertThat(wanted(postLoan, "waiting")).isPositive();
    }

    private static void authorise(LoanApplication loan, String person, Reason purpose, LocalDate from, LocalDate to, boolean postLoan) {
        gateway.room(TransactionTemplate.class).executeWithoutResult(status -> gateway.room(CreditEnquiries.class)
                .authorise(new GiveAuthorisation(BANK, loan.applicationNo(), person, purpose, from, to, postLoan, Digest.of(new byte[] {7}), "zhou.min")));
    }

    @Test
    void anAuthorisationIsOfAPersonOfTheLoanAndItsDaysFollowEachOther() {
        LoanApplication loan = loan();
        assertThat(refused(() -> authorise(loan, "co-borrower-9", Reason.LOAN_APPROVAL, today, today, false))).containsExactly(FailureCode.CREDIT_PERSON_UNKNOWN);
        assertThat(refused(() -> authorise(loan, "borrower", Reason.LOAN_APPROVAL, today, today.minusDays(1), false))).containsExactly(FailureCode.FIELDS_DISAGREE);
        assertThat(refused(() -> authorise(loan, "borrower", Reason.LOAN_APPROVAL, today.plusDays(1), today.plusDays(2), false))).containsExactly(FailureCode.CREDIT_AUTHORISATION_FUTURE);
    }

    @Test
    void afterAConsentWasTakenBackNothingLeavesUntilAnotherIsSigned() {
        LoanApplication loan = loan();
        long waiting = wanted(ask(loan, "zhou.min"), "waiting");
        withdraw(loan, "borrower", today);
        assertThat(refused(() -> agreed(waiting, "li.wei"))).as("wanted before, agreed to after").contains(FailureCode.AUTHORISATION_MISSING);
        assertThat(refused(() -> wanted(ask(loan, "zhou.min"), "waiting"))).contains(FailureCode.AUTHORISATION_MISSING);
        assertThat(refused(() -> withdraw(loan, "borrower", today.plusDays(1)))).containsExactly(FailureCode.CREDIT_WITHDRAWAL_FUTURE);
        assertThat(refused(() -> withdraw(loan, "co-borrower-9", today))).containsExactly(FailureCode.CREDIT_PERSON_UNKNOWN);
    }

    @Test
    void whatIsSignedAfterAConsentWasTakenBackCounts() {
        LoanApplication loan = loan();
        withdraw(loan, "borrower", today.minusDays(1));
        authorise(loan, "borrower", Reason.LOAN_APPROVAL, today, today.plusDays(1), false);
        assertThat(wanted(ask(loan, "zhou.min"), "waiting")).isPositive();
    }

    private static void withdraw(LoanApplication loan, String person, LocalDate day) {
        gateway.room(TransactionTemplate.class).executeWithoutResult(status -> gateway.room(CreditEnquiries.class)
                .withdraw(new WithdrawConsent(BANK, loan.applicationNo(), person, WithdrawConsent.What.ENQUIRY, day, Digest.of(new byte[] {8}), "zhou.min")));
    }

    @Test
    void aFreshReportIsUsedAgain() {
        LoanApplication loan = loan();
        introduce(loan, Profile.CLEAN);
        long first = asked(loan);
        end(first, "found");
        int before = gateway.center.enquiries().enquiries();
        long second = wanted(ask(loan, "zhou.min"), "waiting");
        assertThat(agreed(second, "li.wei")).isEqualTo("reused");
        assertThat(look(second, "wang.hua")).isEqualTo(look(first, "wang.hua"));
        assertThat(gateway.center.enquiries().enquiries()).isEqualTo(before);
    }

    @Test
    void aUserWhoseDayIsUnusualIsTold() {
        LoanApplication loan = loan();
        String user = "busy" + System.nanoTime();
        for (int i = 0; i < 10; i++) {
            wanted(ask(loan, user), "waiting");
        }
        assertThat(gateway.room(CreditEnquiries.class).unusual()).extracting(CreditEnquiries.Unusual::user).contains(user);
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, names = {"NOT_GZIP", "BOMB", "TRUNCATED", "OTHER_PERSON", "NOT_XML"})
    void aReportNobodyCanReadIsKeptAsThatAndShownToNobody(Trick trick) {
        LoanApplication loan = loan();
        introduce(loan, Profile.CLEAN);
        gateway.center.enquiries().trick(trick, loan.borrower().identity().number(), 1);
        long number = asked(loan);
        end(number, "unreadable");
        assertThat(sql().queryForObject("SELECT codes FROM credit_fact_enquiry WHERE number = ?", String.class, number)).startsWith("credit.report_unreadable");
        assertThat(refused(() -> look(number, "wang.hua"))).containsExactly(FailureCode.CREDIT_ENQUIRY_STATE);
    }

    @ParameterizedTest
    @EnumSource(value = Trick.class, names = {"SILENT", "PROCESSING", "BUSY", "SHORT_HEAD", "RE_ENCODED", "UNSIGNED"})
    void anUnknownOutcomeIsAskedAboutUnderTheSameNumberUntilItIsKnown(Trick trick) {
        LoanApplication loan = loan();
        introduce(loan, Profile.CLEAN);
        gateway.center.enquiries().trick(trick, loan.borrower().identity().number(), 2);
        long number = asked(loan);
        end(number, "found");
        assertThat(gateway.journal("about-to-send", no(number))).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whatTheCenterRejectsIsTold() {
        LoanApplication loan = (LoanApplication) Operation.LOAN_APPLICATION.read(loan().content());
        gateway.center.enquiries().trick(Trick.NO_USER, loan.borrower().identity().number(), 1);
        long number = asked(loan);
        end(number, "rejected");
        assertThat(gateway.room(io.jinqiao.delivery.PartnerStops.class).resume(new PartnerId("credit-reference"), "looked", "test")).isZero();
    }
}
