package io.jinqiao.adapter.samples;

import static io.jinqiao.adapter.samples.SamplePeople.BORROWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.ApplicationReturned;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.Content;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.OpinionRevoked;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the samples of {@code icbc} anew, signatures too. No test: run by hand after a deliberate change of the tables, then read the
 * difference: {@code mvn test -Dtest=WriteIcbcSamples -Djinqiao.write-samples=true}.
 */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WriteIcbcSamples {
    private static final String APPLICATION = "HF202611230000001";
    private static final String ACCEPTANCE = "SL2026000001";
    private static final String OPINION = "SP2026000001-1";
    private static final Reply RECEIPT = accepted(Content.group()
            .put("receiptNo", "RH202611230000000001")
            .put("receivedAt", Instant.parse("2026-11-23T01:30:00Z")));

    private final SampleWriter samples = new SampleWriter(Path.of("."), "icbc");

    @Test
    void writesEverySample() {
        atTheCounter();
        applications();
        afterAcceptance();
        toTheBank();
        enquiries();
        assertThat(Path.of("adapters/icbc/samples")).isNotEmptyDirectory();
    }

    private void atTheCounter() {
        LoanApplication home = SamplePeople.existingHome();
        ApplicantCheck check = new ApplicantCheck("YS0001", "0160300042", home.parties().subList(0, 2));
        samples.exchange("applicant-check.one-of-two", false, check, accepted(Content.group()
                .put("outcome", "checked")
                .put("policyVersion", "2026-09")
                .put("indicativeAmount", new Money(60_000_000L))
                .rows("persons", List.of(person(1, "eligible", null), person(2, "not-eligible", "缴存不足 6 个月")))));
        samples.exchange("applicant-check.core-system-down", false, check, accepted(Content.group().put("outcome", "not-checked")));
    }

    private void applications() {
        LoanApplication home = SamplePeople.existingHome();
        samples.exchange("loan-application.existing-home", false, home, accepted(Content.group()
                .put("acceptanceNo", ACCEPTANCE)
                .put("acceptedAt", Instant.parse("2026-11-23T01:05:00Z"))
                .rows("findings", List.of(Content.group()
                        .put("code", "income.low")
                        .put("text", "月还款额接近收入的一半")
                        .put("field", "parties[0].monthlyIncome")
                        .build()))
                .rows("missingAttachments", List.of(Content.group().put("kind", "marriage-certificate").build()))));
        samples.exchange("loan-application.pre-sold-home", false, SamplePeople.preSold(), accepted(Content.group()
                .put("acceptanceNo", "SL2026000002")
                .put("acceptedAt", Instant.parse("2026-11-23T01:06:00Z"))));
        samples.exchange("loan-application.no-standing", false, home, rejected(Problem.of(FailureCode.NO_STANDING, "暂停")));
        samples.exchange("loan-application.evidence-full", false, home, rejected(Problem.of(FailureCode.EVIDENCE_UNAVAILABLE)));
        Map<String, String> many = new LinkedHashMap<>();
        many.put("\"app_no\":\"" + APPLICATION + "\",", "");
        many.put("\"branch_code\":\"0160300042\"", "\"branch_code\":\"" + "0".repeat(21) + "\"");
        many.put("\"loan_type\":\"01\"", "\"loan_type\":\"07\"");
        many.put(BORROWER, BORROWER.substring(0, 17) + (BORROWER.endsWith("0") ? "1" : "0"));
        many.put("\"unit_no\":\"990101001001GB00012F00020301\"", "\"unit_no\":\"990101001001GB00012\"");
        many.put("\"months\":240", "\"months\":\"240\"");
        many.put("\"mortgage_flag\":\"1\"", "\"mortgage_flag\":\"Y\",\"colour\":\"red\"");
        samples.faulty("loan-application.many-faults", home, many);
        Map<String, String> amounts = new LinkedHashMap<>();
        amounts.put("\"price\":\"1200000.00\"", "\"price\":\"1200000.005\"");
        amounts.put("\"down_payment\":\"600000.00\"", "\"down_payment\":\"-600000.00\"");
        amounts.put("\"amount\":\"600000.00\"", "\"amount\":\"0.00\"");
        amounts.put("\"month_income\":\"18500.00\"", "\"month_income\":\"1000000000000000\"");
        samples.faulty("loan-application.impossible-amounts", home, amounts);
    }

    private void afterAcceptance() {
        LoanApplication home = SamplePeople.existingHome();
        samples.exchange(
                "application-supplement.one-scan",
                false,
                new ApplicationSupplement("BJ0001", APPLICATION, home.attachments().subList(0, 1), "补交身份证"),
                accepted(Content.group()
                        .put("applicationNo", APPLICATION)
                        .put("acceptanceNo", ACCEPTANCE)
                        .rows("missingAttachments", List.of(Content.group().put("kind", "marriage-certificate").build()))));
        ApplicationWithdrawal withdrawal = new ApplicationWithdrawal(APPLICATION, "另行选房", "T0042");
        samples.exchange("application-withdrawal.before-decision", false, withdrawal, accepted(Content.group()
                .put("applicationNo", APPLICATION)
                .put("acceptanceNo", ACCEPTANCE)
                .put("state", "withdrawn")));
        samples.exchange("application-withdrawal.unknown-application", false, withdrawal, rejected(Problem.at("applicationNo", FailureCode.LOAN_UNKNOWN)
                .inTheirWords("app_no")));
        byte[] scan = "a scan of eighteen bytes".getBytes(StandardCharsets.UTF_8);
        Attachment attachment = new Attachment(
                APPLICATION, "identity-card", Digest.of(scan), scan.length, 1, 1, Base64.getEncoder().encodeToString(scan));
        samples.exchange("attachment.whole", false, attachment, accepted(Content.group()
                .put("digest", Digest.of(scan))
                .put("received", 1)
                .put("chunks", 1)
                .put("complete", true)));
        samples.exchange("attachment.digest-wrong", false, attachment, rejected(Problem.at("digest", FailureCode.ATTACHMENT_DIGEST_WRONG)
                .inTheirWords("digest")));
        ContractSigned contract = new ContractSigned(
                "JK2026000001", APPLICATION, OPINION, BORROWER, new Money(60_000_000L), 240, "2025-05-08", "6222000000000000017", LocalDate.of(2026, 11, 27));
        samples.exchange("contract-signed.equal", false, contract, accepted(Content.group()
                .put("contractNo", "JK2026000001")
                .put("applicationNo", APPLICATION)
                .put("state", "signed")));
        samples.exchange("contract-signed.differs", false, contract, rejected(
                Problem.at("amount", FailureCode.CONTRACT_DIFFERS).inTheirWords("loan.amount"),
                Problem.at("payeeAccountNo", FailureCode.CONTRACT_DIFFERS).inTheirWords("payee_acct")));
        samples.exchange(
                "opinion-printed.two-copies",
                false,
                new OpinionPrinted("DY0001", APPLICATION, OPINION, 2, "T0042", Instant.parse("2026-11-26T02:03:04Z")),
                accepted(Content.group().put("printNo", "DY0001").put("opinionNo", OPINION)));
    }

    private void toTheBank() {
        samples.exchange(
                "application-returned.two-items",
                true,
                new ApplicationReturned("TJ0001", APPLICATION, ACCEPTANCE, "材料不全", List.of(new ApplicationReturned.Item("marriage-certificate", null), new ApplicationReturned.Item("parties[1].monthlyIncome", "与流水不符")), LocalDate.of(2026, 12, 7)),
                RECEIPT);
        DecisionNotice approved = new DecisionNotice(
                "TZ0001", APPLICATION, ACCEPTANCE, DecisionNotice.Outcome.APPROVED, new Money(60_000_000L), 240, new Money(55_000_000L), 228, null, LocalDate.of(2026, 11, 25));
        samples.exchange("decision-notice.approved-with-less", true, approved, RECEIPT);
        samples.exchange(
                "decision-notice.rejected",
                true,
                new DecisionNotice("TZ0002", APPLICATION, ACCEPTANCE, DecisionNotice.Outcome.REJECTED, new Money(60_000_000L), 240, null, null, "超过最高额度", LocalDate.of(2026, 11, 25)),
                accepted(Content.group()));
        samples.exchange("decision-notice.still-working", true, approved, new Reply.Unknown(Reply.Cause.IN_PROCESS, "", ShippedInstants.IN_FOUR_HOURS));
        samples.exchange("decision-notice.no-such-application", true, approved, rejected(Problem.at("applicationNo", FailureCode.LOAN_UNKNOWN)
                .inTheirWords("app_no")));
        byte[] document = "%PDF-1.7 sealed opinion".getBytes(StandardCharsets.UTF_8);
        samples.exchange(
                "approval-opinion.first-version",
                true,
                new ApprovalOpinion(OPINION, 1, APPLICATION, ACCEPTANCE, new Money(55_000_000L), 228, "2025-05-08", LocalDate.of(2027, 2, 25), "pdf", Digest.of(document), Base64.getEncoder().encodeToString(document)),
                RECEIPT);
        samples.exchange("opinion-revoked.by-the-centre", true, new OpinionRevoked(OPINION, APPLICATION, "发现重复申请", Instant.parse("2026-11-26T08:00:00Z")), RECEIPT);
    }

    private void enquiries() {
        StatusEnquiry enquiry = new StatusEnquiry("ICBC202611230000000003", Operation.LOAN_APPLICATION);
        samples.exchange("status-enquiry.accepted", false, enquiry, accepted(Content.group()
                .put("acceptanceNo", ACCEPTANCE)
                .put("acceptedAt", Instant.parse("2026-11-23T01:05:00Z"))));
        samples.exchange("status-enquiry.rejected", false, enquiry, rejected(Problem.at("home.unitNumber", FailureCode.FIELD_WRONG_FORM, "28").inTheirWords("house.unit_no")));
        samples.exchange("status-enquiry.in-process", false, enquiry, new Reply.Unknown(Reply.Cause.IN_PROCESS, "", null));
        samples.exchange("status-enquiry.never-arrived", false, enquiry, rejected(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
        samples.exchange("status-enquiry.asked-by-the-centre", true, new StatusEnquiry("01JDB8W0M0JQ00000000000016", Operation.DECISION_NOTICE), RECEIPT);
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
}
