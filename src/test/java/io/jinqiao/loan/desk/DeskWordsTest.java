package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.desk.Desk.APPROVER;
import static io.jinqiao.loan.desk.Desk.BANK;
import static io.jinqiao.loan.desk.Desk.FIRST_REVIEWER;
import static io.jinqiao.loan.desk.Desk.REVIEWER;
import static io.jinqiao.loan.desk.Desk.content;
import static io.jinqiao.loan.desk.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.ReturnLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.ReviewLoan.Stage;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.WaitForFunds;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.ApplicationReturned.Item;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Finding;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** What people write beside what they do: kept under their name and the act it belongs to, and within bounds. */
class DeskWordsTest {
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
    void begin() {
        desk.clock.set(DAY);
        desk.empty();
    }

    @Test
    void aReviewersRemarkStandsBesideTheReviewItBelongsTo() {
        String no = complete();
        review(no, Stage.INITIAL, "收入已核");
        review(no, Stage.SECOND, null);
        assertThat(remarks(no)).containsExactly("initial-reviewed chen");
    }

    @Test
    void theSecondReviewersRemarkIsOfTheSecondReview() {
        String no = complete();
        review(no, Stage.INITIAL, null);
        review(no, Stage.SECOND, "同意");
        assertThat(remarks(no)).containsExactly("second-reviewed wang");
    }

    @Test
    void aRemarkHasAtMostFiveHundredCharacters() {
        String no = complete();
        assertThat(refusal(() -> review(no, Stage.INITIAL, "字".repeat(501)))).containsExactly("FIELD_TOO_LONG@remark");
        assertThat(refusal(() -> review(no, Stage.INITIAL, " "))).containsExactly("FIELD_EMPTY@remark");
        review(no, Stage.INITIAL, "字".repeat(500));
        assertThat(remarks(no)).hasSize(1);
    }

    @Test
    void aReturnNamesItsReasonAndAtLeastOneItemAndAtMostFifty() {
        String no = complete();
        assertThat(refusal(() -> giveBack(no, " ", List.of()))).containsExactly("FIELD_EMPTY@reason", "FIELD_MISSING@items");
        assertThat(refusal(() -> giveBack(no, "缺", Collections.nCopies(51, new Item("x", null))))).containsExactly("TOO_MANY_ROWS@items");
        assertThat(refusal(() -> giveBack(no, "缺", List.of(new Item("ok", null), new Item("i".repeat(61), "r".repeat(201))))))
                .containsExactly("FIELD_TOO_LONG@items[1].item", "FIELD_TOO_LONG@items[1].remark");
        giveBack(no, "缺少收入证明", Collections.nCopies(50, new Item("i".repeat(60), "r".repeat(200))));
        assertThat(desk.fact(no, "word")).isEqualTo("returned");
        assertThat(remarks(no)).containsExactly("returned wang");
    }

    @Test
    void waitingForFundsNeedsAReasonAndKeepsItAtBothEnds() {
        String no = desk.reviewed(good().build());
        assertThat(refusal(() -> waitForFunds(no, true, " "))).containsExactly("FIELD_EMPTY@reason");
        assertThat(waitForFunds(no, true, "本月额度已满")).isEqualTo("waiting-for-funds");
        assertThat(waitForFunds(no, false, "额度已到")).isEqualTo("in-decision");
        assertThat(remarks(no)).containsExactly("funds-awaited wang", "funds-arrived wang");
    }

    @Test
    void aRevocationNamesItsReasonAndWhoRevoked() {
        String no = desk.reviewed(good().build());
        desk.approve(no);
        assertThat(refusal(() -> desk.loans.revokeOpinion(new RevokeOpinion("APP-1", BANK, " ", " "))))
                .containsExactly("FIELD_EMPTY@reason", "FIELD_EMPTY@revokedBy");
        RevokeOpinion command = new RevokeOpinion("APP-1", BANK, "利率有误", "zhao");
        assertThat(desk.loans.revokeOpinion(command)).isSameAs(command);
        assertThat(remarks(no)).containsExactly("opinion-revoked zhao");
    }

    @Test
    void aSealedContractIsAnsweredWithWhereTheLoanStands() {
        String no = desk.reviewed(good().mortgageRequest().build());
        sign(desk.approve(no).approved());
        assertThat(content(desk.loans.sealContract(new SealContract(no, "JK-1", APPROVER))).text("state")).isEqualTo("security-pending");
    }

    @Test
    void aRejectionKeepsItsReasonAndConditionsHaveBounds() {
        String no = desk.reviewed(good().build());
        assertThat(refusal(() -> decide(no, List.of("c".repeat(201)), "r"))).containsExactly("FIELD_TOO_LONG@conditions");
        assertThat(refusal(() -> decide(no, Collections.nCopies(21, "c"), "r"))).containsExactly("TOO_MANY_ROWS@conditions");
        decide(no, Collections.nCopies(20, "c".repeat(200)), "收入证明不足");
        assertThat(remarks(no)).containsExactly("rejected zhao");
    }

    @Test
    void whatABankAnsweredToAnOpinionIsKeptAsItWas() {
        String no = desk.reviewed(good().build());
        ApprovedLoan approved = desk.approve(no).approved();
        answered(approved, new Reply.Rejected(List.of(Problem.of(FailureCode.LOAN_UNKNOWN))));
        assertThat(desk.fact(no, "opinion_told")).isEqualTo("rejected");
        assertThat(desk.events(no)).endsWith("bank-refused");
        answered(approved, new Reply.Unknown(Reply.Cause.SILENT, "read timed out", null));
        assertThat(desk.fact(no, "opinion_told")).isEqualTo("unknown");
        assertThat(desk.events(no)).endsWith("bank-uncertain");
    }

    @Test
    void whatWasNoticedAtTheIntakeIsKeptWithTheEventAndNothingWhenNothingWas() {
        Finding noticed = new Finding("home-price", Finding.Grade.FAULTY_ACCEPTANCE, "home", "home.price", "房价 / price");
        desk.inOneCommit(() -> desk.loans.accept(desk.from(BANK, good().build()).with(List.of(noticed))));
        assertThat(accepted()).contains("\"findings\"", "home-price:faulty_acceptance");
        begin();
        complete();
        assertThat(accepted()).doesNotContain("findings");
    }

    @Test
    void theClocksOfALoanAreToldAloneAndTogether() {
        String no = complete();
        assertThat(desk.deadlines.of(no)).isNotEmpty();
        assertThat(desk.deadlines.of(List.of(no))).containsOnlyKeys(no).containsEntry(no, desk.deadlines.of(no));
    }

    @Test
    void anApplicantCheckGoesToTheCoreSystemAndIsAnswered() {
        ApplicantCheck question = new ApplicantCheck("C-1", "0102", good().build().parties());
        Incoming asked = desk.from(BANK, question);
        assertThat(content(desk.loans.check(asked)).text("outcome")).isEqualTo("not-checked");
        desk.loans.check(asked);
        assertThat(desk.jdbc.sql("SELECT concat_ws(' ', check_no, branch_code, outcome, message_id) FROM loan_fact_check").query(String.class).list())
                .as("who is turned away at a counter is seen; the same message again is the same question").containsExactly("C-1 0102 not-checked " + asked.id().value());
    }

    // --- hands
    private static String complete() {
        String no = desk.accept(good().build());
        desk.uploadScans("APP-1");
        return no;
    }

    private static String review(String no, Stage stage, @Nullable String remark) {
        return content(desk.inOneCommit(() -> desk.loans.review(
                        new ReviewLoan(no, stage, true, remark, stage == Stage.INITIAL ? FIRST_REVIEWER : REVIEWER))))
                .text("state");
    }

    private static String accepted() {
        return desk.jdbc.sql("SELECT detail::text FROM loan_event WHERE type = 'accepted'").query(String.class).single();
    }

    private static ApprovalOpinion opinion(ApprovedLoan approved) {
        return new ApprovalOpinion(
                approved.opinionNo(), 1, "APP-1", approved.opinionNo(), approved.amount(), 240, approved.rateVersion(), approved.validTo(),
                "pdf", Digest.of(new byte[0]), "eA==");
    }

    private static void giveBack(String no, String reason, List<Item> items) {
        desk.inOneCommit(() -> desk.loans.giveBack(new ReturnLoan(no, reason, items, null, REVIEWER)));
    }

    private static String waitForFunds(String no, boolean waiting, String reason) {
        return content(desk.loans.waitForFunds(new WaitForFunds(no, waiting, reason, REVIEWER))).text("state");
    }

    private static void decide(String no, List<String> conditions, String reason) {
        desk.inOneCommit(() -> desk.loans.decide(new DecideLoan(
                no, DecisionNotice.Outcome.REJECTED, null, null, null, null, conditions, reason, APPROVER)));
    }

    private static void sign(ApprovedLoan approved) {
        ContractSigned contract = new ContractSigned(
                "JK-1", "APP-1", approved.opinionNo(), approved.application().borrower().identity().number(), approved.amount(),
                approved.months(), approved.rateVersion(), approved.application().accounts().payeeAccountNo(), DAY);
        desk.inOneCommit(() -> desk.loans.contractSigned(desk.from(BANK, contract)));
    }

    private static void answered(ApprovedLoan approved, Reply reply) {
        desk.loans.answered(new Answered(BANK, new MessageId("m"), opinion(approved), reply));
    }

    /** @return about and officer of each, in order */
    private static List<String> remarks(String no) {
        return desk.jdbc.sql("SELECT about || ' ' || officer FROM loan_fact_remark WHERE acceptance_no = ? ORDER BY id")
                .param(no)
                .query(String.class)
                .list();
    }
}
