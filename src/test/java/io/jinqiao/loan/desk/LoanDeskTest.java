package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.Applications.yuan;
import static io.jinqiao.loan.desk.Desk.APPROVER;
import static io.jinqiao.loan.desk.Desk.BANK;
import static io.jinqiao.loan.desk.Desk.OTHER_BANK;
import static io.jinqiao.loan.desk.Desk.REVIEWER;
import static io.jinqiao.loan.desk.Desk.content;
import static io.jinqiao.loan.desk.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.loan.model.Authorisations;
import io.jinqiao.loan.Applications;
import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReturnLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.ReviewLoan.Stage;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.WaitForFunds;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApplicationReturned;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Content;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Finding;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.LoanKind;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Party.Role;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import java.math.BigDecimal;
import java.time.Instant;
import io.jinqiao.support.DatabaseText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoanDeskTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void beginOnTheFirstDay() {
        desk.clock.set(DAY);
        desk.empty();
    }

    private static ContractSigned contract(ApprovedLoan approved) {
        return new ContractSigned(
                "JK-1",
                approved.application().applicationNo(),
                approved.opinionNo(),
                approved.application().borrower().identity().number(),
                approved.amount(),
                approved.months(),
                approved.rateVersion(),
                approved.application().accounts().payeeAccountNo(),
                DAY);
    }

    private static Outcome sign(ContractSigned contract) {
        return desk.inOneCommit(() -> desk.loans.contractSigned(desk.from(BANK, contract)));
    }

    private static Outcome withdraw(String applicationNo) {
        return desk.inOneCommit(() ->
                desk.loans.withdraw(desk.from(BANK, new ApplicationWithdrawal(applicationNo, "不买了", "OP01"))));
    }

    // --- intake

    @Test
    void givesAnAcceptanceNumberAndTellsWhatIsMissingAndWhatWasNoticed() {
        Incoming incoming = desk.from(BANK, good().build())
                .with(List.of(new Finding("home-price", Finding.Grade.FAULTY_ACCEPTANCE, "home", "home.price", "房价 / price")));
        Content.Group answer = content(desk.inOneCommit(() -> desk.loans.accept(incoming)));
        assertThat(answer.text("acceptanceNo")).matches("20261123[0-9]{8}");
        assertThat(answer.text("acceptedAt")).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(answer.get("findings").toString()).contains("home.price");
        assertThat(answer.get("missingAttachments").toString()).contains("identity-card", "purchase-contract");
        assertThat(desk.events(answer.text("acceptanceNo"))).containsExactly("accepted");
    }

    @Test
    void answersInTheAgreedShape() {
        Content.Group answer = content(desk.inOneCommit(() -> desk.loans.accept(desk.from(BANK, good().build()))));
        io.jinqiao.message.Fields fields = io.jinqiao.message.Fields.of(answer);
        io.jinqiao.message.AnswerContent.read(io.jinqiao.message.Operation.LOAN_APPLICATION, fields);
        assertThat(fields.problems()).isEmpty();
    }

    @Test
    void startsTheClocksAtOnceWhenNothingIsListed() {
        String no = desk.accept(good().withoutScans().build());
        assertThat(desk.events(no)).containsExactly("accepted", "attachments-complete");
    }

    @ParameterizedTest
    @EnumSource(value = LoanKind.class, mode = EnumSource.Mode.EXCLUDE, names = "FUND")
    void refusesEveryKindButAPureFundLoan(LoanKind kind) {
        assertThat(refusal(() -> desk.accept(good().loanKind(kind).build())))
                .containsExactly("LOAN_KIND_UNSUPPORTED@loanKind");
    }

    @Test
    void refusesWhenAnyPersonWhoAnswersForTheLoanHasNotAuthorisedTheEnquiry() {
        LoanApplication application = good()
                .with(Applications.person(Role.SPOUSE, "王五", "19920202", 3, 10_000))
                .with(Applications.person(Role.GUARANTOR, "赵六", "19800202", 4, 10_000))
                .authorise(3, DAY.minusDays(1))
                .build();
        assertThat(refusal(() -> desk.accept(application)))
                .containsExactly("AUTHORISATION_MISSING@parties[2]", "AUTHORISATION_MISSING@parties[3]");
        assertThat(refusal(() -> desk.accept(good().withoutAuthorisations().build())))
                .containsExactly("AUTHORISATION_MISSING@parties[0]");
    }

    @Test
    void tellsFromWhenToWhenAnAuthorisationHoldsThatDoesNotHoldToday() {
        LoanApplication application = good().authorise(0, DAY.minusDays(1)).build();
        assertThat(Authorisations.missing(application, DAY)).singleElement().satisfies(problem ->
                assertThat(problem.text(Locale.ENGLISH)).contains("in force on the day", DAY.minusDays(1) + " – " + DAY.minusDays(1)));
    }

    @Test
    void refusesAnApplicationNumberTheBankHasUsed() {
        desk.accept(good().build());
        assertThat(refusal(() -> desk.accept(good().terms(500_000, 120).build()))).containsExactly("KEY_CONFLICT");
    }

    @Test
    void keepsAnotherBanksApplicationUnknownToThisOne() {
        desk.accept(good().build());
        ApplicationWithdrawal withdrawal = new ApplicationWithdrawal("APP-1", "x", "OP");
        assertThat(refusal(() -> desk.loans.withdraw(desk.from(OTHER_BANK, withdrawal)))).containsExactly("LOAN_UNKNOWN");
    }

    // --- review and decision

    @Test
    void reviewsNothingBeforeEveryScanIsHere() {
        String no = desk.accept(good().build());
        assertThat(refusal(() -> desk.review(no, Stage.INITIAL))).containsExactly("ATTACHMENTS_MISSING");
        desk.uploadScans("APP-1");
        assertThat(content(desk.review(no, Stage.INITIAL)).text("state")).isEqualTo("in-second-review");
    }

    @Test
    void approvesWithWhatWasAppliedForAndWhatWasApproved() {
        String no = desk.reviewed(good().build());
        DecidedLoan decided = desk.approve(no, yuan(550_000), 180);
        DecisionNotice notice = (DecisionNotice) decided.outcome().outgoing().get(0).message();
        assertThat(notice.appliedAmount()).isEqualTo(yuan(600_000));
        assertThat(notice.approvedAmount()).isEqualTo(yuan(550_000));
        assertThat(notice.appliedMonths()).isEqualTo(240);
        assertThat(notice.approvedMonths()).isEqualTo(180);
        ApprovedLoan approved = decided.approved();
        assertThat(approved.opinionNo()).isEqualTo(no + "-1");
        assertThat(approved.annualRate()).isEqualByComparingTo(new BigDecimal("2.60"));
        assertThat(approved.rateVersion()).isEqualTo("R20250508");
        assertThat(approved.reviewedBy()).isEqualTo("wang");
        assertThat(approved.approvedBy()).isEqualTo("zhao");
        assertThat(desk.fact(no, "word")).isEqualTo("approved");
        assertThat(desk.fact(no, "opinion_told")).isEqualTo("pending");
        assertThat(desk.fact(no, "approved_fen")).isEqualTo("55000000");
    }

    @Test
    void letsNobodyApproveWhatTheyReviewedUnderAnySpelling() {
        String no = desk.reviewed(good().build());
        for (String name : List.of("wang", "WANG", " Wang ")) {
            DecideLoan decision = new DecideLoan(
                    no, DecisionNotice.Outcome.APPROVED, null, null, null, null, List.of(), null, new Officer(name, "approver"));
            assertThat(refusal(() -> desk.loans.decide(decision))).containsExactly("DUTIES_NOT_SEPARATED");
        }
        DecideLoan rejection = new DecideLoan(
                no, DecisionNotice.Outcome.REJECTED, null, null, null, null, List.of(), "no", REVIEWER);
        assertThat(refusal(() -> desk.loans.decide(rejection))).containsExactly("DUTIES_NOT_SEPARATED");
        assertThat(desk.fact(no, "word")).isEqualTo("in-decision");
    }

    /** The caller is kept with the loan, so that it is refused in a later command too. */
    @Test
    void letsNoCallerDecideWhatItBroughtAReviewOf() {
        LoanApplication application = good().build();
        String no = desk.accept(application);
        desk.uploadScans(application.applicationNo());
        desk.loans.review(new ReviewLoan(no, Stage.INITIAL, true, null, new Officer("sun", "approver", "api:core")));
        desk.review(no, Stage.SECOND);
        for (String caller : List.of("api:core", "api:decides")) {
            DecideLoan decision = new DecideLoan(
                    no, DecisionNotice.Outcome.APPROVED, null, null, null, null, List.of(), null,
                    new Officer("zhou", "approver", caller));
            if (caller.equals("api:core")) {
                assertThat(refusal(() -> desk.loans.decide(decision))).containsExactly("DUTIES_NOT_SEPARATED");
            } else {
                assertThat(desk.loans.decide(decision).approved()).isNotNull();
            }
        }
    }

    @Test
    void approvesNothingThatWasNotRecommended() {
        String no = desk.reviewed(good().build());
        desk.loans.review(new ReviewLoan(no, Stage.SECOND, false, "收入不足", REVIEWER));
        assertThat(refusal(() -> desk.approve(no))).containsExactly("LOAN_STATE_FORBIDS");
        desk.review(no, Stage.SECOND);
        assertThat(desk.approve(no).approved()).isNotNull();
    }

    @Test
    void approvesNoMoreThanWasAppliedFor() {
        String no = desk.reviewed(good().build());
        assertThat(refusal(() -> desk.approve(no, yuan(600_001), 241)))
                .containsExactly("AMOUNT_OUT_OF_RANGE@approvedAmount", "NUMBER_OUT_OF_RANGE@approvedMonths");
    }

    @Test
    void refusesADecisionTakenOnOtherFiguresThanWereAppliedFor() {
        String no = desk.reviewed(good().build());
        DecideLoan decision = new DecideLoan(
                no, DecisionNotice.Outcome.APPROVED, yuan(1), 1, null, null, List.of(), null, APPROVER);
        assertThat(refusal(() -> desk.loans.decide(decision)))
                .containsExactly("FIELDS_DISAGREE@appliedAmount", "FIELDS_DISAGREE@appliedMonths");
    }

    @Test
    void approvesNothingBeforeTheSecondReview() {
        String no = desk.accept(good().withoutScans().build());
        assertThat(refusal(() -> desk.approve(no))).containsExactly("LOAN_STATE_FORBIDS");
        desk.review(no, Stage.INITIAL);
        assertThat(refusal(() -> desk.approve(no))).containsExactly("LOAN_STATE_FORBIDS");
    }

    @Test
    void tellsTheBankWhyItRejectedAndDestroysTheHeldMortgageRequest() {
        String no = desk.reviewed(good().mortgageRequest().build());
        assertThat(desk.fact(no, "security")).isEqualTo("held");
        DecidedLoan decided = desk.reject(no);
        assertThat(decided.approved()).isNull();
        assertThat(((DecisionNotice) decided.outcome().outgoing().get(0).message()).reason()).isEqualTo("收入证明不足");
        assertThat(desk.fact(no, "security")).isEqualTo("destroyed");
        assertThat(desk.events(no)).endsWith("rejected", "security-destroyed");
    }

    @Test
    void asksForAReasonWhenRejecting() {
        String no = desk.reviewed(good().build());
        DecideLoan decision = new DecideLoan(
                no, DecisionNotice.Outcome.REJECTED, null, null, null, null, List.of(), " ", APPROVER);
        assertThat(refusal(() -> desk.loans.decide(decision))).containsExactly("FIELD_EMPTY@reason");
    }

    @Test
    void refusesAHomeNoRateIsPublishedFor() {
        String no = desk.reviewed(good().home(1_000_000, 400_000, 3).build());
        assertThat(refusal(() -> desk.approve(no))).containsExactly("NUMBER_OUT_OF_RANGE@home.ordinal");
    }

    // --- pauses

    private static Outcome giveBack(String no) {
        ReturnLoan command = new ReturnLoan(
                no, "缺收入证明", List.of(new ApplicationReturned.Item("income-proof", null)), null, REVIEWER);
        return desk.inOneCommit(() -> desk.loans.giveBack(command));
    }

    @Test
    void returnsAnApplicationUntilItsSupplementIsHere() {
        String no = desk.accept(good().build());
        desk.uploadScans("APP-1");
        ApplicationReturned told = (ApplicationReturned) giveBack(no).outgoing().get(0).message();
        assertThat(told.dueOn()).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(desk.fact(no, "word")).isEqualTo("returned");
        assertThat(refusal(() -> desk.review(no, Stage.INITIAL))).containsExactly("LOAN_STATE_FORBIDS");

        byte[] proof = {1, 2, 3};
        ApplicationSupplement supplement = new ApplicationSupplement(
                "S-1", "APP-1", List.of(Applications.scan("income-proof", proof)), null);
        Content.Group answer = content(desk.inOneCommit(() -> desk.loans.supplement(desk.from(BANK, supplement))));
        assertThat(answer.get("missingAttachments").toString()).contains("income-proof");
        assertThat(desk.fact(no, "word")).isEqualTo("attachments-missing");
        assertThat(refusal(() -> desk.review(no, Stage.INITIAL))).containsExactly("ATTACHMENTS_MISSING");
        desk.upload("APP-1", "income-proof", proof);
        assertThat(content(desk.review(no, Stage.INITIAL)).text("state")).isEqualTo("in-second-review");
    }

    @Test
    void takesNoSupplementNobodyAskedFor() {
        desk.accept(good().build());
        ApplicationSupplement supplement = new ApplicationSupplement("S-1", "APP-1", List.of(), null);
        assertThat(refusal(() -> desk.loans.supplement(desk.from(BANK, supplement)))).containsExactly("LOAN_STATE_FORBIDS");
    }

    @Test
    void waitsForFundsAndGoesOn() {
        String no = desk.reviewed(good().build());
        desk.loans.waitForFunds(new WaitForFunds(no, true, "本月额度已满", REVIEWER));
        assertThat(desk.fact(no, "word")).isEqualTo("waiting-for-funds");
        assertThat(refusal(() -> desk.approve(no))).containsExactly("LOAN_STATE_FORBIDS");
        desk.loans.waitForFunds(new WaitForFunds(no, false, "额度已到", REVIEWER));
        assertThat(desk.approve(no).approved()).isNotNull();
    }

    // --- contract

    @Test
    void takesAContractThatEqualsTheOpinionAndComesIntoForceWhenSealed() {
        String no = desk.reviewed(good().mortgageRequest().build());
        ApprovedLoan approved = desk.approve(no).approved();
        assertThat(content(sign(contract(approved))).text("state")).isEqualTo("contract-signed");
        desk.loans.sealContract(new SealContract(no, "JK-1", APPROVER));
        assertThat(desk.fact(no, "word")).isEqualTo("security-pending");
        assertThat(desk.events(no))
                .endsWith("contract-signed", "contract-sealed", "contract-in-force", "security-to-submit");
    }

    @Test
    void refusesAContractFieldByField() {
        ApprovedLoan approved = desk.approve(desk.reviewed(good().build())).approved();
        ContractSigned other = new ContractSigned(
                "JK-1", "APP-1", "other", "other", yuan(600_001), 239, "R20240518", "1", DAY.plusDays(1));
        assertThat(refusal(() -> sign(other)))
                .containsExactly(
                        "CONTRACT_DIFFERS@opinionNo",
                        "CONTRACT_DIFFERS@borrowerIdentity",
                        "CONTRACT_DIFFERS@amount",
                        "CONTRACT_DIFFERS@months",
                        "CONTRACT_DIFFERS@rateVersion",
                        "CONTRACT_DIFFERS@payeeAccountNo",
                        "CONTRACT_DIFFERS@signedOn");
        assertThat(sign(contract(approved))).isNotNull();
    }

    @Test
    void takesAContractOverLessThanWasApproved() {
        ApprovedLoan approved = desk.approve(desk.reviewed(good().build())).approved();
        ContractSigned c = contract(approved);
        ContractSigned less = new ContractSigned(
                c.contractNo(), c.applicationNo(), c.opinionNo(), c.borrowerIdentity(), new Money(c.amount().fen() - 1),
                c.months(), c.rateVersion(), c.payeeAccountNo(), c.signedOn());
        assertThat(content(sign(less)).text("state")).isEqualTo("contract-signed");
    }

    @Test
    void wantsTheBorrowersConfirmationWhenApprovedDiffersFromAppliedFor() {
        String no = desk.reviewed(good().build());
        ApprovedLoan approved = desk.approve(no, yuan(550_000), null).approved();
        assertThat(refusal(() -> sign(contract(approved)))).containsExactly("CONFIRMATION_MISSING");
        desk.upload("APP-1", "borrower-confirmation", new byte[] {4, 5});
        assertThat(content(sign(contract(approved))).text("state")).isEqualTo("contract-signed");
    }

    @Test
    void refusesAContractBeforeTheDecision() {
        String no = desk.reviewed(good().build());
        ContractSigned early = new ContractSigned("JK-1", "APP-1", no + "-1", "x", yuan(1), 1, "x", "1", DAY);
        assertThat(refusal(() -> sign(early))).containsExactly("LOAN_STATE_FORBIDS");
    }

    @Test
    void refusesAContractSignedAfterTheOpinionsLastDay() {
        ApprovedLoan approved = desk.approve(desk.reviewed(good().build())).approved();
        assertThat(approved.validTo()).isEqualTo(LocalDate.of(2027, 2, 22));
        desk.clock.set(approved.validTo().plusDays(1));
        ContractSigned c = contract(approved);
        ContractSigned late = new ContractSigned(
                c.contractNo(), c.applicationNo(), c.opinionNo(), c.borrowerIdentity(), c.amount(), c.months(),
                c.rateVersion(), c.payeeAccountNo(), approved.validTo().plusDays(1));
        assertThat(refusal(() -> sign(late))).containsExactly("CONTRACT_DIFFERS@signedOn");
    }

    // --- endings

    @Test
    void endsAnApprovalNobodySignedOnButNotBeforeALateReportCouldBeHere() {
        String no = desk.reviewed(good().build());
        LocalDate validTo = desk.approve(no).approved().validTo();
        desk.clock.set(validTo.plusDays(1));
        assertThat(desk.expireApprovals()).isZero();
        desk.clock.set(validTo.plusDays(4));
        assertThat(desk.expireApprovals()).isEqualTo(1);
        assertThat(desk.fact(no, "word")).isEqualTo("expired");
        assertThat(desk.expireApprovals()).isZero();
    }

    @Test
    void keepsAnApprovalSomebodySignedOn() {
        ApprovedLoan approved = desk.approve(desk.reviewed(good().build())).approved();
        sign(contract(approved));
        desk.clock.set(approved.validTo().plusDays(30));
        assertThat(desk.expireApprovals()).isZero();
    }

    @Test
    void withdrawsAtAnyTimeBeforeTheMoneyAndTakesTheContractAlong() {
        String no = desk.reviewed(good().mortgageRequest().build());
        sign(contract(desk.approve(no).approved()));
        Content.Group answer = content(withdraw("APP-1"));
        assertThat(answer.text("state")).isEqualTo("withdrawn");
        assertThat(desk.fact(no, "contract")).isEqualTo("void");
        assertThat(desk.fact(no, "security")).isEqualTo("destroyed");
        assertThat(refusal(() -> withdraw("APP-1"))).containsExactly("LOAN_STATE_FORBIDS");
        assertThat(refusal(() -> desk.approve(no))).containsExactly("LOAN_STATE_FORBIDS");
    }

    @Test
    void decidesAgainAfterAnOpinionWasRevokedUnderANewNumber() {
        String no = desk.reviewed(good().build());
        ApprovedLoan first = desk.approve(no).approved();
        sign(contract(first));
        desk.loans.revokeOpinion(new RevokeOpinion("APP-1", BANK, "利率有误", "zhao"));
        assertThat(desk.fact(no, "word")).isEqualTo("revoked");
        assertThat(desk.fact(no, "contract")).isEqualTo("void");
        assertThat(refusal(() -> sign(contract(first)))).containsExactly("LOAN_STATE_FORBIDS");
        desk.review(no, Stage.SECOND);
        ApprovedLoan second = desk.approve(no).approved();
        assertThat(second.opinionNo()).isEqualTo(no + "-2");
        assertThat(second.version()).isEqualTo(2);
        assertThat(refusal(() -> sign(contract(first)))).containsExactly("CONTRACT_DIFFERS@opinionNo");
        assertThat(sign(contract(second))).isNotNull();
    }

    // --- what the bank says later

    @Test
    void notesThatTheBranchPrintedTheOpinionInForce() {
        String no = desk.reviewed(good().build());
        ApprovedLoan approved = desk.approve(no).approved();
        Incoming printed = desk.from(
                BANK, new OpinionPrinted("P-1", "APP-1", approved.opinionNo(), 2, "OP01", Instant.EPOCH));
        assertThat(desk.loans.opinionPrinted(printed)).isSameAs(printed);
        assertThat(desk.events(no)).endsWith("opinion-printed");
        Incoming other = desk.from(BANK, new OpinionPrinted("P-2", "APP-1", "other", 1, "OP01", Instant.EPOCH));
        assertThat(refusal(() -> desk.loans.opinionPrinted(other))).containsExactly("CONTRACT_DIFFERS@opinionNo");
    }

    @Test
    void notesWhatTheBankAnsweredToTheOpinion() {
        String no = desk.reviewed(good().build());
        ApprovedLoan approved = desk.approve(no).approved();
        ApprovalOpinion opinion = new ApprovalOpinion(
                approved.opinionNo(), 1, "APP-1", no, approved.amount(), 240, approved.rateVersion(), approved.validTo(), "pdf",
                Digest.of(new byte[0]), "eA==");
        Answered answered = new Answered(BANK, new MessageId("m"), opinion, new Reply.Accepted(Content.Group.EMPTY));
        assertThat(desk.loans.answered(answered)).isSameAs(answered);
        assertThat(desk.fact(no, "opinion_told")).isEqualTo("accepted");
        assertThat(desk.events(no)).endsWith("bank-told");
    }

    @Test
    void everyMessageGoesToTheLoansOwnBank() {
        String no = desk.reviewed(good().build());
        assertThat(desk.approve(no).outcome().outgoing()).extracting(Outgoing::partner).containsOnly(BANK);
    }

    @Test
    void showsNoPersonalDataInTheFactsForEverybody() {
        LoanApplication application = good().build();
        String no = desk.accept(application);
        assertThat(desk.store.get(no).loan().application()).isEqualTo(application);
        String row = desk.jdbc
                .sql("SELECT to_jsonb(f)::text || coalesce((SELECT string_agg(to_jsonb(e)::text, '') FROM loan_event e), '')"
                        + " FROM loan_fact_loan f")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(application.borrower().identity().number(), "张三");
        desk.uploadScans(application.applicationNo());
        assertThat(new DatabaseText(new JdbcTemplate(desk.database))
                        .tablesThatTell("张三", application.borrower().identity().number(), "13800000000", "scan of an identity card"))
                .isEmpty();
    }

    @Test
    void refusesEverythingAboutALoanWhoseDataWereErasedAndGoesOnWithTheOthers() {
        LoanApplication application = good().build();
        String erased = desk.reviewed(application);
        desk.approve(erased);
        desk.keys.erase(new Subject(BANK, application.applicationNo()));
        assertThat(refusal(() -> desk.loans.review(
                        new ReviewLoan(erased, ReviewLoan.Stage.INITIAL, true, null, REVIEWER))))
                .containsExactly("PERSONAL_DATA_ERASED");
        desk.clock.set(LocalDate.of(2027, 12, 1));
        assertThat(desk.inOneCommit(desk::expireApprovals)).isZero();
        assertThat(desk.fact(erased, "decision")).isEqualTo("approved");
    }

    @Test
    void publishesEveryEventOnceInTheOrderOfItsCursor() {
        String no = desk.reviewed(good().build());
        desk.approve(no);
        List<String> feed = desk.jdbc
                .sql("SELECT type FROM loan_fact_event WHERE position > 0 ORDER BY position")
                .query(String.class)
                .list();
        assertThat(feed).isEqualTo(desk.events(no));
        assertThat(Set.copyOf(feed)).contains("accepted", "attachments-complete", "approved");
    }
}
