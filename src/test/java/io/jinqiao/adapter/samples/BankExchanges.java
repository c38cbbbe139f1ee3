package io.jinqiao.adapter.samples;

import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.ApplicationReturned;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.Content;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.Digest;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.OpinionRevoked;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.RepaymentStatus;
import io.jinqiao.message.Reply;
import io.jinqiao.message.ScorecardObjection;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.samples.SampleWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What a bank and the centre say to each other in the samples, whichever bank: every agreed operation, with good answers, refusals and "in
 * process". Invented throughout. Numbers stand in the ids and times of the messages: new exchanges go to the end.
 */
final class BankExchanges {
    private static final String APPLICATION = "HF202611230000001";
    private static final String ACCEPTANCE = "SL2026000001";
    private static final String OPINION = "SP2026000001-1";
    /** Numbers 7 and 8 are for applications with faults, which every partner spells in its own way. */
    private static final int AFTER_FAULTS = 8;

    private static final Reply RECEIPT = accepted(Content.group()
            .put("receiptNo", "RH202611230000000001")
            .put("receivedAt", Instant.parse("2026-11-23T01:30:00Z")));

    private static final Instant RECEIVED = Instant.parse("2026-12-15T10:00:00Z");

    private final String partner;
    private final List<Exchange> exchanges = new ArrayList<>();
    private int number;

    private BankExchanges(String partner) {
        this.partner = partner;
    }

    /** @param name of the sample, {@code <operation>.<case>} */
    record Exchange(int number, String name, CanonicalMessage message, Reply reply) {}

    static List<Exchange> with(String partner) {
        BankExchanges bank = new BankExchanges(partner);
        bank.atTheCounter();
        bank.applications();
        bank.number = AFTER_FAULTS;
        bank.afterAcceptance();
        bank.toTheBank();
        bank.enquiries();
        bank.money();
        bank.early();
        bank.dayEnd();
        bank.service();
        bank.security();
        bank.stated();
        return List.copyOf(bank.exchanges);
    }

    private void exchange(String name, CanonicalMessage message, Reply reply) {
        exchanges.add(new Exchange(++number, name, message, reply));
    }

    private void atTheCounter() {
        LoanApplication home = SamplePeople.existingHome();
        ApplicantCheck check = new ApplicantCheck("YS0001", "0160300042", home.parties().subList(0, 2));
        exchange("applicant-check.one-of-two", check, accepted(Content.group()
                .put("outcome", "checked")
                .put("policyVersion", "2026-09")
                .put("indicativeAmount", new Money(60_000_000L))
                .rows("persons", List.of(person(1, "eligible", null), person(2, "not-eligible", "缴存不足 6 个月")))));
        exchange("applicant-check.core-system-down", check, accepted(Content.group().put("outcome", "not-checked")));
    }

    private void applications() {
        LoanApplication home = SamplePeople.existingHome();
        exchange("loan-application.existing-home", home, accepted(Content.group()
                .put("acceptanceNo", ACCEPTANCE)
                .put("acceptedAt", Instant.parse("2026-11-23T01:05:00Z"))
                .rows("findings", List.of(Content.group()
                        .put("code", "income.low")
                        .put("text", "月还款额接近收入的一半")
                        .put("field", "parties[0].monthlyIncome")
                        .build()))
                .rows("missingAttachments", List.of(Content.group().put("kind", "marriage-certificate").build()))));
        exchange("loan-application.pre-sold-home", SamplePeople.preSold(), accepted(Content.group()
                .put("acceptanceNo", "SL2026000002")
                .put("acceptedAt", Instant.parse("2026-11-23T01:06:00Z"))));
        exchange("loan-application.no-standing", home, rejected(Problem.of(FailureCode.NO_STANDING, "暂停")));
        exchange("loan-application.evidence-full", home, rejected(Problem.of(FailureCode.EVIDENCE_UNAVAILABLE)));
    }

    private void afterAcceptance() {
        LoanApplication home = SamplePeople.existingHome();
        exchange("application-supplement.one-scan", new ApplicationSupplement("BJ0001", APPLICATION, home.attachments().subList(0, 1), "补交身份证"),
                accepted(Content.group()
                        .put("applicationNo", APPLICATION)
                        .put("acceptanceNo", ACCEPTANCE)
                        .rows("missingAttachments", List.of(Content.group().put("kind", "marriage-certificate").build()))));
        ApplicationWithdrawal withdrawal = new ApplicationWithdrawal(APPLICATION, "另行选房", "T0042");
        exchange("application-withdrawal.before-decision", withdrawal, accepted(Content.group()
                .put("applicationNo", APPLICATION)
                .put("acceptanceNo", ACCEPTANCE)
                .put("state", "withdrawn")));
        exchange("application-withdrawal.unknown-application", withdrawal, rejected(Problem.at("applicationNo", FailureCode.LOAN_UNKNOWN)));
        byte[] scan = "a scan of eighteen bytes".getBytes(StandardCharsets.UTF_8);
        Attachment attachment = new Attachment(
                APPLICATION, "identity-card", Digest.of(scan), scan.length, 1, 1, Base64.getEncoder().encodeToString(scan));
        exchange("attachment.whole", attachment, accepted(Content.group()
                .put("digest", Digest.of(scan))
                .put("received", 1)
                .put("chunks", 1)
                .put("complete", true)));
        exchange("attachment.digest-wrong", attachment, rejected(Problem.at("digest", FailureCode.ATTACHMENT_DIGEST_WRONG)));
        ContractSigned contract = new ContractSigned(
                "JK2026000001", APPLICATION, OPINION, SamplePeople.BORROWER, new Money(60_000_000L), 240, "2025-05-08", "6222000000000000017", LocalDate.of(2026, 11, 27));
        exchange("contract-signed.equal", contract, accepted(Content.group()
                .put("contractNo", "JK2026000001")
                .put("applicationNo", APPLICATION)
                .put("state", "signed")));
        exchange("contract-signed.differs", contract, rejected(
                Problem.at("amount", FailureCode.CONTRACT_DIFFERS),
                Problem.at("payeeAccountNo", FailureCode.CONTRACT_DIFFERS)));
        exchange("opinion-printed.two-copies", new OpinionPrinted("DY0001", APPLICATION, OPINION, 2, "T0042", Instant.parse("2026-11-26T02:03:04Z")),
                accepted(Content.group().put("printNo", "DY0001").put("opinionNo", OPINION)));
    }

    private void toTheBank() {
        exchange("application-returned.two-items", new ApplicationReturned("TJ0001", APPLICATION, ACCEPTANCE, "材料不全", List.of(new ApplicationReturned.Item("marriage-certificate", null), new ApplicationReturned.Item("parties[1].monthlyIncome", "与流水不符")), LocalDate.of(2026, 12, 7)),
                RECEIPT);
        DecisionNotice approved = new DecisionNotice(
                "TZ0001", APPLICATION, ACCEPTANCE, DecisionNotice.Outcome.APPROVED, new Money(60_000_000L), 240, new Money(55_000_000L), 228, null, LocalDate.of(2026, 11, 25));
        exchange("decision-notice.approved-with-less", approved, RECEIPT);
        exchange("decision-notice.rejected", new DecisionNotice("TZ0002", APPLICATION, ACCEPTANCE, DecisionNotice.Outcome.REJECTED, new Money(60_000_000L), 240, null, null, "超过最高额度", LocalDate.of(2026, 11, 25)),
                accepted(Content.group()));
        exchange("decision-notice.still-working", approved, new Reply.Unknown(Reply.Cause.IN_PROCESS, "", ShippedInstants.IN_FOUR_HOURS));
        exchange("decision-notice.no-such-application", approved, rejected(Problem.at("applicationNo", FailureCode.LOAN_UNKNOWN)));
        byte[] document = "%PDF-1.7 sealed opinion".getBytes(StandardCharsets.UTF_8);
        exchange("approval-opinion.first-version", new ApprovalOpinion(OPINION, 1, APPLICATION, ACCEPTANCE, new Money(55_000_000L), 228, "2025-05-08", LocalDate.of(2027, 2, 25), "pdf", Digest.of(document), Base64.getEncoder().encodeToString(document)),
                RECEIPT);
        exchange("opinion-revoked.by-the-centre", new OpinionRevoked(OPINION, APPLICATION, "发现重复申请", Instant.parse("2026-11-26T08:00:00Z")), RECEIPT);
    }

    private void enquiries() {
        StatusEnquiry enquiry = new StatusEnquiry(SampleWriter.theirs(partner, 3), Operation.LOAN_APPLICATION);
        exchange("status-enquiry.accepted", enquiry, accepted(Content.group()
                .put("acceptanceNo", ACCEPTANCE)
                .put("acceptedAt", Instant.parse("2026-11-23T01:05:00Z"))));
        exchange("status-enquiry.rejected", enquiry, rejected(Problem.at("home.unitNumber", FailureCode.FIELD_WRONG_FORM, "28")));
        exchange("status-enquiry.in-process", enquiry, new Reply.Unknown(Reply.Cause.IN_PROCESS, "", null));
        exchange("status-enquiry.never-arrived", enquiry, rejected(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
        exchange("status-enquiry.asked-by-the-centre", new StatusEnquiry(SampleWriter.ours(16), Operation.DECISION_NOTICE), RECEIPT);
    }

    private void money() {
        exchange("disbursement-instruction.paid", SampleMoney.instruction(), took(SampleMoney.paid().content()));
        exchange("disbursement-instruction.in-process", SampleMoney.instruction(), new Reply.Unknown(Reply.Cause.IN_PROCESS, "", ShippedInstants.IN_FOUR_HOURS));
        exchange("disbursement-instruction.pays-again", SampleMoney.paysAgain(), rejected(Problem.at("payee.accountNo", FailureCode.PARTNER_REFUSED, "payee")));
        exchange("disbursement-returned.name-mismatch", SampleMoney.returned(), took(new DisbursementReturned.Answer("TH0001", SampleMoney.INSTRUCTION, "returned").content()));
        exchange("repayment-status.paid", SampleMoney.paidInFull(), took(new RepaymentStatus.Answer("HK0001", SampleMoney.LOAN, 1).content()));
        exchange("repayment-status.not-enough-money", SampleMoney.notEnoughMoney(), took(new RepaymentStatus.Answer("HK0002", SampleMoney.LOAN, 1).content()));
        exchange("repayment-status.not-in-service", SampleMoney.paidInFull(), rejected(Problem.of(FailureCode.OPERATION_NOT_IN_SERVICE, "repayment-status")));
        exchange("deduction-order.fund-balance", SampleMoney.fundBalanceOrder(), took(new DeductionOrder.Answer("KK2026000001", "PC20261215001", LocalDate.of(2026, 12, 16)).content()));
        exchange("deduction-order.bank-account", SampleMoney.bankAccountOrder(), took(new DeductionOrder.Answer("KK2026000002", null, null).content()));
        exchange("deduction-result.partly", SampleMoney.partlyDeducted(), took(new DeductionResult.Answer("KJ0001", 2, 0).content()));
    }

    private void early() {
        exchange("prepayment-quote.part", SampleMoney.partQuote(), took(SampleMoney.quoted("SS0001").content()));
        exchange("prepayment-quote.full-by-the-centre", SampleMoney.fullQuote(), took(SampleMoney.quoted("SS0002").content()));
        exchange("prepayment.part", SampleMoney.part(), took(SampleMoney.booked("TQ0001").content()));
        exchange("prepayment.full-by-the-centre", SampleMoney.full(), took(SampleMoney.booked("TQ0002").content()));
        exchange("settlement.with-proof-by-the-centre", SampleMoney.settled(), RECEIPT);
        exchange("settlement.without-proof", SampleMoney.settledWithoutProof(), RECEIPT);
    }

    private void dayEnd() {
        exchange("reconciliation.book", SampleMoney.book(), took(new Reconciliation.Answer("DZ20261215-1", RECEIVED, RECEIVED.plusSeconds(3600)).content()));
        exchange("reconciliation.empty-by-the-centre", SampleMoney.emptyBook(), took(new Reconciliation.Answer("DZ20261216-1", null, null).content()));
        exchange("reconciliation-result.differences-by-the-centre", SampleMoney.differences(), RECEIPT);
        exchange("reconciliation-result.matched", SampleMoney.matched(), RECEIPT);
    }

    private void service() {
        exchange("collection-order.phone", SampleService.phoneOrder(), took(new CollectionOrder.Answer("CS2026000001", "T0042", RECEIVED).content()));
        exchange("collection-order.early-warning", SampleService.earlyWarning(), took(new CollectionOrder.Answer("CS2026000002", null, null).content()));
        exchange("collection-record.promised", SampleService.promised(), took(new CollectionRecord.Answer("JL0001", "CS2026000001", LocalDate.of(2026, 12, 21)).content()));
        exchange("collection-record.not-reached", SampleService.notReached(), took(new CollectionRecord.Answer("JL0002", null, null).content()));
        exchange("scorecard.final", SampleService.finalScore(), RECEIPT);
        exchange("scorecard.provisional", SampleService.provisionalScore(), RECEIPT);
        exchange("scorecard-objection.two-cases", SampleService.objection(), took(new ScorecardObjection.Answer("YY0001", RECEIVED, LocalDate.of(2027, 2, 8)).content()));
        exchange("contribution-enquiry.two-facts", SampleService.enquiry(), took(SampleService.facts().content()));
        exchange("contribution-enquiry.switched-off", SampleService.enquiry(), rejected(Problem.of(FailureCode.OPERATION_NOT_IN_SERVICE, "contribution-enquiry")));
    }

    /** Later than the others, whose samples keep their numbers. */
    private void stated() {
        exchange("scorecard.with-statement", SampleService.statedScore(), RECEIPT);
    }

    private void security() {
        exchange("mortgage-application.held", SampleService.mortgage(), took(new MortgageApplication.Answer(
                "DJ0001", MortgageApplication.State.HELD, null, List.of(new MortgageApplication.Missing("identity-card"))).content()));
        exchange("mortgage-application.cancellation", SampleService.cancellation(), took(new MortgageApplication.Answer(
                "DJ0002", MortgageApplication.State.FORWARDED, "20270601000001", List.of()).content()));
        exchange("mortgage-result.certificate", SampleService.certificate(), RECEIPT);
        exchange("mortgage-result.returned", SampleService.sentBack(), RECEIPT);
    }

    private static Content.Group person(int index, String result, String reason) {
        return Content.group().put("index", index).put("result", result).put("reason", reason).build();
    }

    private static Reply accepted(Content.GroupBuilder content) {
        return new Reply.Accepted(content.build());
    }

    private static Reply rejected(Problem... problems) {
        return new Reply.Rejected(List.of(problems));
    }

    private static Reply took(Content.Group content) {
        return new Reply.Accepted(content);
    }
}
