package io.jinqiao.adapter.samples;

import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.ContributionEnquiry;
import io.jinqiao.message.Digest;
import io.jinqiao.message.EntrustedLoanFee;
import io.jinqiao.message.Identity;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Party;
import io.jinqiao.message.Scorecard;
import io.jinqiao.message.ScorecardObjection;
import io.jinqiao.message.ScoredIndicator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Invented messages about collection, assessment, consent and security of the invented loan of {@link SamplePeople}. */
public final class SampleService {
    private static final Digest SCAN = Digest.of("a scan".getBytes(StandardCharsets.UTF_8));
    private static final String PROOF = "虚(2026)虚构市不动产证明第0000001号";

    private SampleService() {}

    public static CollectionOrder phoneOrder() {
        return new CollectionOrder(
                "CS2026000001", SampleMoney.LOAN, SampleMoney.APPLICATION, CollectionOrder.Reason.OVERDUE, CollectionStep.PHONE,
                List.of(
                        new CollectionOrder.Contact(Party.Role.BORROWER, "沐䶮", "19900000001"),
                        new CollectionOrder.Contact(Party.Role.GUARANTOR, "禾知远", null)),
                1, LocalDate.of(2026, 12, 15), new Money(320_873L), LocalDate.of(2026, 12, 22), "CS2026000000", "请核实联系电话");
    }

    public static CollectionOrder earlyWarning() {
        return new CollectionOrder(
                "CS2026000002", SampleMoney.LOAN, null, CollectionOrder.Reason.EARLY_WARNING, CollectionStep.MESSAGE,
                List.of(new CollectionOrder.Contact(Party.Role.BORROWER, "沐䶮", "19900000001")), 0, null, Money.ZERO, LocalDate.of(2026, 12, 22), null, null);
    }

    public static CollectionRecord promised() {
        return new CollectionRecord(
                "JL0001", "CS2026000001", SampleMoney.LOAN, SampleMoney.APPLICATION, CollectionStep.PHONE, Party.Role.BORROWER, Instant.parse("2026-12-17T02:30:00Z"),
                "T0042", CollectionRecord.Outcome.PROMISED, new CollectionRecord.Promise(new Money(320_873L), LocalDate.of(2026, 12, 20)),
                new CollectionRecord.Reference(CollectionRecord.Proof.CALL_RECORDING, "LY20261217-0001", SCAN), "出差中，周五前还款");
    }

    public static CollectionRecord notReached() {
        return new CollectionRecord(
                "JL0002", null, SampleMoney.LOAN, null, CollectionStep.LETTER, Party.Role.SPOUSE, Instant.parse("2026-12-18T02:30:00Z"), "T0042",
                CollectionRecord.Outcome.NOT_REACHED, null, new CollectionRecord.Reference(CollectionRecord.Proof.LETTER_TRACKING, "EMS0000000001", null), null);
    }

    /** The sheet's worked check: 80.86, grade B, fee 56 250.00. */
    public static Scorecard finalScore() {
        return new Scorecard(
                "PF2026-H2-2", 2, Scorecard.State.FINAL, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31), "2026-1", new BigDecimal("80.86"), "B", false,
                List.of(
                        new ScoredIndicator("O1", "90 天以上逾期率", new BigDecimal("0.1000"), "‰", new BigDecimal("15.00"), new BigDecimal("12.00"), 412, true, null),
                        new ScoredIndicator("S2", "属实投诉", null, "每万笔", new BigDecimal("5.00"), new BigDecimal("5.00"), 3, false, "样本不足，不计分")),
                List.of(new Scorecard.Case("AL0001", "O1", SampleMoney.LOAN, "CS2026000001", new BigDecimal("0.50"), "连续三期未还")),
                new EntrustedLoanFee(new Money(125_000_000L), new BigDecimal("5.0000"), new BigDecimal("0.9000"), new Money(5_625_000L), new Money(562_500L)),
                Scorecard.Standing.UNCHANGED, null, List.of(new Scorecard.Ruling("YY0001", "AL0002", Scorecard.Decision.UPHELD, "扣款失败系中心原因")));
    }

    /** With its statement; neither a real PDF nor sealed, but as bytes travel. */
    public static Scorecard statedScore() {
        byte[] paper = "%PDF-1.7 样张".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] lines = "statement_no,line,kind,amount_yuan\r\nJS-2026-H2,1,fee,56250.00\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        java.util.Base64.Encoder base64 = java.util.Base64.getEncoder();
        return finalScore().with(new io.jinqiao.message.FeeStatement("JS-2026-H2", Digest.of(paper), base64.encodeToString(paper), base64.encodeToString(lines)));
    }

    public static Scorecard provisionalScore() {
        return new Scorecard(
                "PF2026-H2-1", 1, Scorecard.State.PROVISIONAL, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31), "2026-1", new BigDecimal("100.00"), "A", false,
                List.of(new ScoredIndicator("O1", "90 天以上逾期率", new BigDecimal("0.0000"), "‰", new BigDecimal("15.00"), new BigDecimal("15.00"), 412, true, null)),
                List.of(), null, Scorecard.Standing.MAY_GROW, LocalDate.of(2027, 1, 25), List.of());
    }

    public static ScorecardObjection objection() {
        return new ScorecardObjection("YY0001", "PF2026-H2-1", List.of(
                new ScorecardObjection.Contested("AL0001", "借款人已于期末前还清", SCAN), new ScorecardObjection.Contested("AL0002", "扣款失败系中心原因", null)), "T0042");
    }

    public static ContributionEnquiry enquiry() {
        return new ContributionEnquiry(
                "CX0001", "0160300042", new ContributionEnquiry.Person("沐䶮", new Identity(Identity.Type.RESIDENT_ID, SamplePeople.BORROWER), "990100000001"), "虚构消费贷",
                new ContributionEnquiry.Consent("TY0001", "虚构消费贷", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), SCAN),
                List.of(new ContributionEnquiry.Asked(ContributionEnquiry.Fact.STATE), new ContributionEnquiry.Asked(ContributionEnquiry.Fact.MONTHS_PAID)));
    }

    public static ContributionEnquiry.Answer facts() {
        return new ContributionEnquiry.Answer("CX0001", LocalDate.of(2026, 11, 30), ContributionEnquiry.AccountState.PAYING, 63, null, null, null, null);
    }

    public static MortgageApplication mortgage() {
        LoanApplication home = SamplePeople.existingHome();
        return new MortgageApplication(
                "DJ0001", SampleMoney.APPLICATION, MortgageApplication.Kind.MORTGAGE, home.home().unitNumber(), home.home().address(), "虚(2020)虚构市不动产权第0000009号", null,
                home.mortgagee(),
                List.of(home.borrower(), new Party(Party.Role.MORTGAGOR, "云𬱖", new Identity(Identity.Type.RESIDENT_ID, SamplePeople.SPOUSE), null, null, "19900000002")),
                "DY2026000001",
                new MortgageApplication.Claim(new Money(60_000_000L), LocalDate.of(2026, 12, 1), LocalDate.of(2046, 12, 1), new Money(120_000_000L)),
                home.attachments(), "T0042");
    }

    public static MortgageApplication cancellation() {
        MortgageApplication first = mortgage();
        return new MortgageApplication(
                "DJ0002", SampleMoney.APPLICATION, MortgageApplication.Kind.CANCELLATION, null, first.address(), null, PROOF, first.mortgagee(), first.parties().subList(1, 2),
                null, null, List.of(), "T0042");
    }

    public static MortgageResult certificate() {
        return new MortgageResult(
                "DJTZ0001", "DJ0001", SampleMoney.APPLICATION, MortgageResult.Event.CERTIFICATE, LocalDate.of(2026, 12, 3), "20261201000001", PROOF, null, null);
    }

    public static MortgageResult sentBack() {
        return new MortgageResult(
                "DJTZ0002", "DJ0001", SampleMoney.APPLICATION, MortgageResult.Event.RETURNED, LocalDate.of(2026, 12, 2), "20261201000001", null, "抵押合同缺页", LocalDate.of(2026, 12, 16));
    }
}
