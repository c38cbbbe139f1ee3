package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.desk.Desk.BANK;
import static io.jinqiao.loan.desk.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.loan.Applications;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.SealContract;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Clearance;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Consequence.Secured;
import io.jinqiao.message.Content;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.CreditCode;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.Identity;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a loan says to its requests at the registry, and what it makes of what the registry says. */
class RegistryDeskTest {
    private static final Officer CASHIER = new Officer("qian", "approver");
    private static final PayLoan.Instruction SAID =
            new PayLoan.Instruction("HB-1", new DisbursementInstruction.Payer("样例市住房公积金管理中心", "990010000000000001", "105000000000"), LocalDate.of(2026, 11, 30), 20);
    private static final UnitNumber UNIT = new UnitNumber("990101001001GB00012F00020301");
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    // --- a request

    @Test
    void saysWithARequestWhetherTheLoanIsInForce() {
        String no = desk.reviewed(good().mortgageRequest().build());
        assertThat(requested(request()).inForce()).isNull();
        ApprovedLoan approved = signedAndSealed(no);
        assertThat(requested(request()).inForce())
                .isEqualTo(new Consequence.InForce(BANK, "APP-1", "JK-1", Applications.DAY, approved.amount(), approved.months(), approved.opinionNo()));
    }

    @Test
    void sealingMeansThatWhatIsHeldMayBeFiledAndEveryEndingThatItIsDestroyed() {
        String no = desk.reviewed(good().mortgageRequest().build());
        ApprovedLoan approved = desk.approve(no).approved();
        sign(approved);
        Outcome sealed = desk.inOneCommit(() -> desk.loans.sealContract(new SealContract(no, "JK-1", Desk.APPROVER)));
        assertThat(sealed.consequences()).containsExactly(new Consequence.InForce(BANK, "APP-1", "JK-1", Applications.DAY, approved.amount(), approved.months(), approved.opinionNo()));
        String other = desk.reviewed(good().no("APP-2").mortgageRequest().build());
        assertThat(desk.reject(other).outcome().consequences()).containsExactly(new Consequence.Ended(BANK, "APP-2", "rejected"));
    }

    @Test
    void refusesARequestForAnotherHomeAnotherMortgageeAnotherPersonAndAnotherAmountAtOnce() {
        desk.accept(good().build());
        Party stranger = new Party(Party.Role.MORTGAGOR, "陌生人", new Identity(Identity.Type.RESIDENT_ID, Applications.identity("19800101", 7)), null, null, null);
        LoanApplication loan = good().build();
        MortgageApplication other = new MortgageApplication(
                "DY-1", "APP-1", Kind.DOUBLE_PRE_NOTICE, UNIT, "x", null, null, new CreditCode("12371300MB2H1K085U"), List.of(stranger), "D",
                claim(new Money(loan.terms().amount().fen() * 10_000)), List.of(), "T1");
        assertThat(refusal(() -> requested(other)))
                .contains("FIELDS_DISAGREE@mortgagee", "FIELDS_DISAGREE@parties", "FIELDS_DISAGREE@claim.amount");
    }

    @Test
    void takesNoConversionWithoutAPreNoticeNoSecondMortgageAndNoCancellationWhileMoneyIsOwed() {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        assertThat(refusal(() -> requested(request(Kind.CONVERSION)))).containsExactly("FIELDS_DISAGREE@kind");
        follow(Secured.State.SUBMITTED);
        assertThat(refusal(() -> requested(request(Kind.CONVERSION)))).containsExactly("LOAN_STATE_FORBIDS");
        assertThat(refusal(() -> requested(request()))).containsExactly("LOAN_STATE_FORBIDS");
        follow(Secured.State.REGISTERED);
        desk.jdbc.sql("UPDATE loan_loan SET money = 'repaying'").update();
        assertThat(refusal(() -> requested(request(Kind.CANCELLATION)))).containsExactly("LOAN_STATE_FORBIDS");
        desk.jdbc.sql("UPDATE loan_loan SET money = 'settled'").update();
        assertThat(requested(request(Kind.CANCELLATION)).message().kind()).isEqualTo(Kind.CANCELLATION);
    }

    @Test
    void scansOfARequestAreExpectedAndThoseThatAreNotHereAreTold() {
        desk.accept(good().build());
        MortgageApplication request = request();
        MortgageApplication scanned = new MortgageApplication(
                request.requestNo(), request.applicationNo(), request.kind(), request.unitNumber(), request.address(), request.titleNo(), null, request.mortgagee(),
                request.parties(), request.mortgageContractNo(), request.claim(), List.of(Applications.scan("mortgage-contract", new byte[] {7})), "T1");
        assertThat(requested(scanned).missing()).contains("mortgage-contract");
        desk.upload("APP-1", "mortgage-contract", new byte[] {7});
    }

    /** Else a contract sealed at the same moment would not see the request, nor the request the contract, and it would be held for ever. */
    @Test
    void holdsTheLoanWhileARequestIsTaken() {
        desk.accept(good().mortgageRequest().build());
        desk.inOneCommit(() -> {
            desk.loans.requested(desk.from(BANK, request()));
            JdbcClient another = JdbcClient.create(new SingleConnectionDataSource(desk.database.getJdbcUrl(), desk.database.getUsername(), desk.database.getPassword(), true));
            assertThatThrownBy(() -> another.sql("SELECT 1 FROM loan_loan FOR UPDATE NOWAIT").query(Integer.class).single())
                    .hasMessageContaining("could not obtain lock");
            return null;
        });
    }

    // --- what the registry says

    @Test
    void theGateOpensWithTheEntryAndClosesAgainWhenTheRegistryTakesItOff() {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        assertThat(desk.fact(no, "word")).isEqualTo("security-pending");
        follow(Secured.State.REGISTERED);
        assertThat(desk.fact(no, "word")).isEqualTo("ready-to-pay");
        follow(Secured.State.NONE);
        assertThat(desk.fact(no, "security")).isEqualTo("none");
        assertThat(desk.fact(no, "word")).isEqualTo("security-pending");
        follow(Secured.State.REGISTERED);
        assertThat(desk.fact(no, "word")).as("entered again").isEqualTo("ready-to-pay");
    }

    /** A person had filed it, and the entry was told before the receipt. */
    @Test
    void aLoanThatIsHeldIsSecuredByAnEntryOnceItsContractIsInForce() {
        String no = desk.reviewed(good().mortgageRequest().build());
        follow(Secured.State.REGISTERED);
        assertThat(desk.fact(no, "security")).isEqualTo("held");
        assertThat(desk.events(no)).endsWith("security-in-doubt");
        signedAndSealed(no);
        follow(Secured.State.REGISTERED);
        assertThat(desk.fact(no, "security")).isEqualTo("registered");
        assertThat(desk.fact(no, "word")).isEqualTo("ready-to-pay");
    }

    @Test
    void whatIsSaidAgainChangesNothing() {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        follow(Secured.State.REGISTERED);
        List<String> before = desk.events(no);
        follow(Secured.State.REGISTERED);
        assertThat(desk.events(no)).isEqualTo(before);
    }

    @Test
    void aMortgageTheRegistryCancelsWhileMoneyIsOwedClosesTheGateAndSomebodyMustLook() {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        follow(Secured.State.REGISTERED);
        desk.jdbc.sql("UPDATE loan_loan SET money = 'repaying'").update();
        follow(Secured.State.RELEASED);
        assertThat(desk.fact(no, "security")).isEqualTo("none");
        assertThat(desk.fact(no, "pieces")).isEqualTo("{}");
        assertThat(desk.events(no)).endsWith("security-in-doubt", "security-changed");
    }

    /** A new request that waits, an old one that is open, a pre-notice: none of them is the mortgage. */
    @ParameterizedTest
    @EnumSource(value = Secured.State.class, names = {"NONE", "HELD", "SUBMITTED", "PRE_NOTICED"})
    void whatTakesTheMortgagesPlaceShutsTheGateWhateverItIs(Secured.State told) {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        follow(Secured.State.REGISTERED);
        pay(no, PayLoan.Step.PROPOSED, CASHIER);
        follow(told);
        assertThat(desk.fact(no, "pieces")).isEqualTo(told == Secured.State.PRE_NOTICED ? "{mortgage-pre-notice}" : "{}");
        assertThat(desk.fact(no, "word")).isEqualTo("security-pending");
        assertThat(refusal(() -> pay(no, PayLoan.Step.CONFIRMED, Desk.APPROVER))).containsExactly("SECURITY_INCOMPLETE");
        assertThat(desk.fact(no, "security")).isEqualTo(Words.of(told));
        follow(Secured.State.REGISTERED);
        assertThat(desk.fact(no, "word")).as("entered again").isEqualTo("ready-to-pay");
    }

    @Test
    void whatTheStateDoesNotAllowIsNotedAndMovesNothing() {
        String no = desk.accept(good().build());
        follow(Secured.State.CONVERTED);
        follow(Secured.State.SUBMITTED);
        assertThat(desk.events(no)).contains("security-in-doubt");
    }

    @Test
    void theRegistersAnswerStandsWithTheLoan() {
        String no = desk.accept(good().build());
        desk.inOneCommit(() -> desk.loans.follow(Outcome.accepted(Content.Group.EMPTY)
                .with(new Consequence.Checked(BANK, "APP-1", "CX1", Clearance.Verdict.IN_THE_WAY, List.of("seizure:in-the-way")))));
        assertThat(desk.events(no)).endsWith("property-checked");
        assertThat(desk.jdbc.sql("SELECT detail::text FROM loan_event WHERE type = 'property-checked'").query(String.class).single()).contains("seizure:in-the-way");
    }

    @Test
    void aCaseOfALoanNobodyKnowsMovesNothing() {
        assertThat(desk.inOneCommit(() -> desk.loans.follow(Outcome.accepted(Content.Group.EMPTY)
                        .with(new Secured(new PartnerId("bank-z"), "NOBODYS", Secured.State.REGISTERED, "DJ1")))))
                .isNotNull();
    }

    @Test
    void whatWasEnteredForAnApprovalThatWasTakenBackSecuresNoOtherOne() {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        follow(Secured.State.REGISTERED);
        desk.inOneCommit(() -> desk.loans.revokeOpinion(new RevokeOpinion("APP-1", BANK, "额度有误", "zhao")));
        desk.review(no, ReviewLoan.Stage.SECOND);
        signedAndSealed(no);
        follow(Secured.State.REGISTERED);
        assertThat(refusal(() -> pay(no, PayLoan.Step.PROPOSED, CASHIER))).containsExactly("SECURITY_INCOMPLETE");
    }

    /** The register said no for a while, or still worked on the conversion: it is the mortgage of the first approval all the same. */
    @ParameterizedTest
    @CsvSource({"registered, none, registered", "pre-noticed, pre-noticed, converted"})
    void norDoesItWhenTheRegistrySaysSoOnlyAfterTheNextApproval(String stood, String told, String then) {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        follow(Words.parse(stood, Secured.State.class));
        desk.inOneCommit(() -> desk.loans.revokeOpinion(new RevokeOpinion("APP-1", BANK, "额度有误", "zhao")));
        follow(Words.parse(told, Secured.State.class));
        desk.review(no, ReviewLoan.Stage.SECOND);
        signedAndSealed(no);
        follow(Words.parse(then, Secured.State.class));
        assertThat(desk.fact(no, "security")).as("it does stand in the register").isEqualTo(then);
        assertThat(desk.fact(no, "word")).isEqualTo("security-pending");
        assertThat(refusal(() -> pay(no, PayLoan.Step.PROPOSED, CASHIER))).containsExactly("SECURITY_INCOMPLETE");
    }

    @Test
    void whatIsAppliedForAfterAnApprovalWasTakenBackSecuresTheNextOne() {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        desk.inOneCommit(() -> desk.loans.revokeOpinion(new RevokeOpinion("APP-1", BANK, "额度有误", "zhao")));
        desk.review(no, ReviewLoan.Stage.SECOND);
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        follow(new Secured(BANK, "APP-1", Secured.State.REGISTERED, "DJ2", desk.clock.instant().plusSeconds(1), null));
        assertThat(desk.fact(no, "word")).isEqualTo("ready-to-pay");
    }

    @Test
    void theSecurityIsNotGivenUpWhileMoneyMayStillBePaidOnIt() {
        String no = desk.reviewed(good().mortgageRequest().build());
        signedAndSealed(no);
        follow(Secured.State.SUBMITTED);
        follow(Secured.State.REGISTERED);
        assertThat(refusal(() -> requested(request(Kind.CANCELLATION)))).containsExactly("LOAN_STATE_FORBIDS");
        desk.inOneCommit(() -> desk.loans.revokeOpinion(new RevokeOpinion("APP-1", BANK, "借款人放弃", "zhao")));
        assertThat(requested(request(Kind.CANCELLATION)).message().kind()).isEqualTo(Kind.CANCELLATION);
    }

    @Test
    void noMoreIsPaidThanTheContractWasSignedFor() {
        String no = desk.reviewed(good().mortgageRequest().build());
        ApprovedLoan approved = Objects.requireNonNull(desk.approve(no).approved());
        Money half = new Money(approved.amount().fen() / 2);
        sign(approved, half);
        desk.inOneCommit(() -> desk.loans.sealContract(new SealContract(no, "JK-1", Desk.APPROVER)));
        follow(Secured.State.SUBMITTED);
        follow(Secured.State.REGISTERED);
        pay(no, PayLoan.Step.PROPOSED, CASHIER);
        pay(no, PayLoan.Step.CONFIRMED, Desk.APPROVER);
        Outcome instructed = pay(no, PayLoan.Step.INSTRUCTED, CASHIER);
        assertThat(instructed.outgoing()).extracting(one -> ((DisbursementInstruction) one.message()).amount()).containsExactly(half);
    }

    @Test
    void whoMortgagesIsByNameAndNumberSomebodyWhoMayOwnTheHome() {
        desk.accept(good().build());
        Party borrower = good().build().borrower();
        Party own = new Party(Party.Role.MORTGAGOR, borrower.name(), borrower.identity(), null, null, null);
        Party renamed = new Party(Party.Role.MORTGAGOR, "陌生人", borrower.identity(), null, null, null);
        Party stranger = new Party(Party.Role.MORTGAGOR, "陌生人", new Identity(Identity.Type.RESIDENT_ID, Applications.identity("19800101", 7)), null, null, null);
        for (List<Party> wrong : List.of(List.of(renamed), List.of(own, stranger), List.<Party>of())) {
            assertThat(refusal(() -> requested(by(wrong)))).as(wrong.toString()).containsExactly("FIELDS_DISAGREE@parties");
        }
        assertThat(requested(by(List.of(own))).message().parties()).containsExactly(own);
    }

    private static MortgageApplication by(List<Party> who) {
        MortgageApplication r = request();
        return new MortgageApplication(
                r.requestNo(), r.applicationNo(), r.kind(), r.unitNumber(), r.address(), r.titleNo(), r.earlierNo(), r.mortgagee(), who, r.mortgageContractNo(), r.claim(), r.attachments(), r.operatorNo());
    }

    private Outcome pay(String no, PayLoan.Step step, Officer by) {
        PayLoan.Instruction said = step == PayLoan.Step.INSTRUCTED ? SAID : null;
        return desk.inOneCommit(() -> desk.loans.pay(new PayLoan(no, step, null, said, by)));
    }

    // --- how it is said

    private ApprovedLoan signedAndSealed(String no) {
        ApprovedLoan approved = Objects.requireNonNull(desk.approve(no).approved());
        sign(approved);
        desk.inOneCommit(() -> desk.loans.sealContract(new SealContract(no, "JK-1", Desk.APPROVER)));
        return approved;
    }

    private void sign(ApprovedLoan approved) {
        sign(approved, approved.amount());
    }

    private void sign(ApprovedLoan approved, Money amount) {
        LoanApplication applied = approved.application();
        desk.inOneCommit(() -> desk.loans.contractSigned(desk.from(BANK, new ContractSigned(
                "JK-1", applied.applicationNo(), approved.opinionNo(), applied.borrower().identity().number(), amount, approved.months(),
                approved.rateVersion(), applied.accounts().payeeAccountNo(), Applications.DAY))));
    }

    private void follow(Secured.State state) {
        follow(new Secured(BANK, "APP-1", state, "DJ1"));
    }

    private void follow(Secured secured) {
        desk.inOneCommit(() -> desk.loans.follow(Outcome.accepted(Content.Group.EMPTY).with(secured)));
    }

    private MortgageRequest requested(MortgageApplication request) {
        return desk.inOneCommit(() -> desk.loans.requested(desk.from(BANK, request)));
    }

    private static MortgageApplication request() {
        return request(Kind.MORTGAGE);
    }

    private static MortgageApplication request(Kind kind) {
        LoanApplication loan = good().build();
        Party owner = loan.borrower();
        boolean first = kind == Kind.MORTGAGE;
        boolean ends = kind == Kind.CANCELLATION;
        return new MortgageApplication(
                "DY-1", "APP-1", kind, loan.home().unitNumber() == null ? UNIT : loan.home().unitNumber(), "x",
                first ? "虚(2020)虚构市不动产权第0000009号" : null, first ? null : "虚(2026)虚构市不动产证明第0000001号", loan.mortgagee(),
                List.of(new Party(Party.Role.MORTGAGOR, owner.name(), owner.identity(), null, null, null)), ends ? null : "D-1",
                ends ? null : claim(loan.terms().amount()), List.of(), "T1");
    }

    private static MortgageApplication.@Nullable Claim claim(Money amount) {
        return new MortgageApplication.Claim(amount, Applications.DAY, Applications.DAY.plusYears(10), null);
    }
}
