package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Content;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.OpinionRevoked;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestPersonalData;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class OpinionDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static HikariDataSource pool;
    private static Opinions opinions;
    private static JdbcClient db;

    private String application;

    @BeforeAll
    static void open() {
        pool = TestDatabase.migrated();
        db = JdbcClient.create(pool);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        OpinionSettings settings = SealRooms.settings(OpinionSettings.Format.PDF);
        SealDevices devices = SealRooms.devices(settings, Map.of("device", TestSeal.device()));
        SealRoom seals = new SealRoom(settings, devices, new SealStore(db), SealRooms.TITLES, clock);
        opinions = new OpinionDesk(seals, new OpinionStore(db, TestPersonalData.on(pool)), clock);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void anotherApplication() {
        application = "A" + System.nanoTime();
    }

    @Test
    void keepsTheSealedFileConcealedAndGivesItBackWhole() {
        ApprovedLoan loan = approved(1);
        Outcome outcome = opinions.issue(decided(loan));
        byte[] document = Base64.getDecoder().decode(((ApprovalOpinion) outcome.outgoing().get(0).message()).document());
        byte[] stored = db.sql("SELECT bytes FROM opinion_document WHERE digest = :digest")
                .param("digest", Digest.of(document).hex())
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "stream");
        assertThat(opinions.document(loan.opinionNo())).contains(document);
    }

    @Test
    void addressesTheBankByTheTitleOfItsFolder() throws java.io.IOException {
        ApprovedLoan loan = approved(1);
        opinions.issue(decided(loan));

        try (PDDocument document = Loader.loadPDF(opinions.document(loan.opinionNo()).orElseThrow())) {
            assertThat(new PDFTextStripper().getText(document)).contains("示范银行（经办网点");
        }
    }

    @Test
    void sealsAnApprovedLoanAndTellsTheBank() {
        Outcome outcome = opinions.issue(decided(approved(1)));

        ApprovalOpinion message = (ApprovalOpinion) outcome.outgoing().get(0).message();
        byte[] document = Base64.getDecoder().decode(message.document());
        assertThat(outcome.outgoing().get(0).partner()).isEqualTo(Approvals.BANK);
        assertThat(new String(document, 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(message.digest()).isEqualTo(Digest.of(document));
        assertThat(opinions.document(message.opinionNo())).hasValue(document);
        assertThat(issued(1).standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(issued(1).delivered()).isFalse();
    }

    @Test
    void recordsWhoHadItSealedAndWhy() {
        opinions.issue(decided(approved(1)));

        Map<String, Object> sealing = db.sql("SELECT * FROM opinion_sealing WHERE opinion_no = :no")
                .param("no", number(1))
                .query()
                .singleRow();
        assertThat(sealing)
                .containsEntry("reviewed_by", "林审查")
                .containsEntry("approved_by", "周审批")
                .containsEntry("device", "software:centre-seal-rsa")
                .containsEntry("version", 1)
                .containsEntry("effective", false);
        assertThat((String) sealing.get("reason")).contains("SL2026112300017");
    }

    @Test
    void letsARejectedLoanPassUnsealed() {
        Outcome rejected = Outcome.accepted(Content.Group.EMPTY);

        assertThat(opinions.issue(new DecidedLoan(rejected, null))).isSameAs(rejected);
    }

    @Test
    void givesTheSameDocumentForTheSameApproval() {
        Outcome first = opinions.issue(decided(approved(1)));

        assertThat(opinions.issue(decided(approved(1)))).isEqualTo(first);
        assertThat(events(1)).isEmpty();
    }

    @Test
    void refusesTheSameNumberForAnotherApproval() {
        opinions.issue(decided(approved(1)));
        ApprovedLoan other = Approvals.with(approved(1), approved(1).application(), new Money(100));

        assertRefused(() -> opinions.issue(decided(other)), FailureCode.OPINION_NUMBER_TAKEN);
    }

    @Test
    void supersedesTheVersionBefore() {
        opinions.issue(decided(approved(1)));
        opinions.issue(decided(approved(2)));

        assertThat(issued(1).standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(issued(2).standing()).isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void refusesAnOlderVersionAfterANewerOne() {
        opinions.issue(decided(approved(2)));

        assertRefused(() -> opinions.issue(decided(approved(1))), FailureCode.OPINION_NUMBER_TAKEN);
    }

    @Test
    void isDeliveredByTheBanksReceiptAndCountedWhenPrinted() {
        ApprovalOpinion sent = (ApprovalOpinion)
                opinions.issue(decided(approved(1))).outgoing().get(0).message();
        Answered receipt = new Answered(
                Approvals.BANK, new MessageId("M1"), sent, new Reply.Accepted(Content.Group.EMPTY));

        assertThat(opinions.answered(receipt)).isSameAs(receipt);
        opinions.answered(receipt);
        opinions.printed(printed("P1", 1, 2));
        opinions.printed(printed("P1", 1, 2));
        opinions.printed(printed("P2", 1, 1));

        assertThat(issued(1).delivered()).isTrue();
        assertThat(issued(1).copiesPrinted()).isEqualTo(3);
        assertThat(events(1)).containsExactly("delivered", "printed", "printed");
    }

    @Test
    void isNotDeliveredWhileTheAnswerIsUnknown() {
        ApprovalOpinion sent = (ApprovalOpinion)
                opinions.issue(decided(approved(1))).outgoing().get(0).message();
        opinions.answered(new Answered(
                Approvals.BANK, new MessageId("M1"), sent, new Reply.Unknown(Reply.Cause.SILENT, "", null)));

        assertThat(issued(1).delivered()).isFalse();
    }

    @Test
    void revokesTheOpinionInForceAndTellsTheBank() {
        opinions.issue(decided(approved(1)));

        Outcome outcome = opinions.revoke(new RevokeOpinion(application, Approvals.BANK, "材料不实", "周审批"));

        assertThat(outcome.outgoing().get(0).message())
                .isEqualTo(new OpinionRevoked(number(1), application, "材料不实", NOW));
        assertThat(issued(1).standing()).isEqualTo(Standing.REVOKED);
        assertRefused(
                () -> opinions.revoke(new RevokeOpinion(application, Approvals.BANK, "again", "周审批")),
                FailureCode.OPINION_UNKNOWN);
    }

    @Test
    void saysThatARevokedOpinionMustNotBeUsedWhenItWasPrinted() {
        opinions.issue(decided(approved(1)));
        opinions.revoke(new RevokeOpinion(application, Approvals.BANK, "材料不实", "周审批"));

        assertRefused(() -> opinions.printed(printed("P1", 1, 1)), FailureCode.OPINION_NOT_IN_FORCE);
    }

    @Test
    void knowsNoOpinionOfAnotherBank() {
        opinions.issue(decided(approved(1)));
        Incoming report = printed("P1", 1, 1);
        Incoming foreign = new Incoming(new PartnerId("other-bank"), report.id(), NOW, report.message());

        assertRefused(() -> opinions.printed(foreign), FailureCode.OPINION_UNKNOWN);
    }

    @Test
    void refusesARareCharacterWhenTheApplicationComesIn() {
        Incoming incoming = incoming(List.of(Approvals.borrower("王𬧊"), Approvals.spouse("欧阳若兰")));

        assertThatThrownBy(() -> opinions.requirePrintable(incoming))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                        .containsExactly(Problem.at("parties[0].name", FailureCode.OPINION_UNPRINTABLE, "U+2C9CA")));
        assertThat(opinions.printable("王𬧊")).isFalse();
        assertThat(opinions.printable("何雨桐")).isTrue();
    }

    @Test
    void handsAPrintableApplicationOn() {
        Incoming incoming = incoming(List.of(Approvals.borrower("何雨桐")));

        assertThat(opinions.requirePrintable(incoming)).isSameAs(incoming);
    }

    @Test
    void neverChangesWhatWasSealed() {
        opinions.issue(decided(approved(1)));

        for (String table : List.of("opinion_opinion", "opinion_sealing", "opinion_document")) {
            assertThatThrownBy(() -> db.sql("DELETE FROM " + table).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private static void assertRefused(Runnable act, FailureCode code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problems().get(0).code()).isEqualTo(code));
    }

    private IssuedOpinion issued(int version) {
        return opinions.find(number(version)).orElseThrow();
    }

    private List<String> events(int version) {
        return db.sql("SELECT kind FROM opinion_event WHERE opinion_no = :no ORDER BY id")
                .param("no", number(version))
                .query(String.class)
                .list();
    }

    private Incoming printed(String printNo, int version, int copies) {
        return new Incoming(
                Approvals.BANK,
                new MessageId("in-" + application + printNo),
                NOW,
                new OpinionPrinted(printNo, application, number(version), copies, "0017", NOW));
    }

    private static Incoming incoming(List<io.jinqiao.message.Party> parties) {
        return new Incoming(Approvals.BANK, new MessageId("in"), NOW, Approvals.application(parties, "示范市东湖区"));
    }

    private String number(int version) {
        return "SP" + application + "-" + version;
    }

    private static DecidedLoan decided(ApprovedLoan loan) {
        return new DecidedLoan(Outcome.accepted(Content.Group.EMPTY), loan);
    }

    private ApprovedLoan approved(int version) {
        ApprovedLoan loan = Approvals.of(
                number(version),
                version,
                List.of(Approvals.borrower("何雨桐")),
                Approvals.CONDITIONS,
                "600000.00");
        return Approvals.with(loan, Approvals.renumbered(loan.application(), application), null);
    }

    @Test
    void losesItsForceWhenTheBorrowerWithdraws() {
        ApprovedLoan loan = approved(1);
        opinions.issue(decided(loan));
        Incoming withdrawal = new Incoming(
                loan.bank(),
                new MessageId("w" + application),
                NOW,
                new io.jinqiao.message.ApplicationWithdrawal(loan.application().applicationNo(), "不买了", "OP01"));
        assertThat(opinions.withdrawn(withdrawal)).isSameAs(withdrawal);
        assertThat(opinions.find(loan.opinionNo()).orElseThrow().standing()).isEqualTo(Standing.REVOKED);
        assertThat(opinions.withdrawn(withdrawal)).as("nothing in force any more").isSameAs(withdrawal);
    }
}
