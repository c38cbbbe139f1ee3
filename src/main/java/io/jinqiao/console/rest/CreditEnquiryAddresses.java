package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Enquiring;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.EnquiryFacts;
import io.jinqiao.credit.AgreeToEnquiry;
import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Finding;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Enquiries at the credit reference system: consents on file, the wish for a report, the second person, what came and who looked. */
@RestController
@RequestMapping(path = "/api/v1/credit-enquiries", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
@Tag(name = "credit-enquiries")
class CreditEnquiryAddresses {
    private static final int MOST = 200;

    private final EnquiryFacts facts;
    private final Enquiring enquiring;

    CreditEnquiryAddresses(EnquiryFacts facts, Enquiring enquiring) {
        this.facts = facts;
        this.enquiring = enquiring;
    }

    /** A person of an application, as every command about enquiries names them. */
    @NullUnmarked
    private record Whose(PartnerId bank, String applicationNo, String person) {
        static Whose of(Fields f) {
            return new Whose(f.value("bank", Ids::partner), f.text("applicationNo", 32), f.text("person", 32));
        }
    }

    @Schema(name = "CreditAuthorisation")
    record Consent(
            String bank,
            String applicationNo,
            @Schema(description = "当事人在贷款中的身份 / their part in the loan, such as borrower, spouse, co-borrower-1, guarantor-1") String person,
            @Schema(allowableValues = {"loan-approval", "guarantor-check", "post-loan", "withdrawal-review"}) String purpose,
            LocalDate signedOn,
            LocalDate lastDay,
            @Schema(description = "是否含贷后查询条款 / whether a clause of its own allows asking while the loan is repaid") boolean postLoan,
            @Schema(description = "授权书 SHA-256 摘要 / SHA-256 of what was signed") String document) {}

    @Schema(name = "CreditWithdrawal")
    record Withdrawn(
            String bank,
            String applicationNo,
            @Schema(description = "当事人在贷款中的身份 / their part in the loan, as in an authorisation") String person,
            @Schema(allowableValues = {"enquiry", "reporting"}) String what,
            @Schema(description = "此日及以前签署的不再有效 / what was signed up to this day counts no longer") LocalDate withdrawnOn,
            @Schema(description = "撤回书 SHA-256 摘要 / SHA-256 of what was signed") String document) {}

    @Schema(name = "CreditEnquiry")
    record Wanted(
            String bank, String applicationNo, String person, @Schema(allowableValues = {"loan-approval", "guarantor-check", "post-loan", "withdrawal-review"}) String purpose) {}

    @Schema(name = "CreditEnquiryAnswer")
    record Answer(boolean agreed) {}

    /** @param facts null: the Center has no record @param findings the gravest first */
    @Schema(name = "CreditReportFacts")
    record Seen(long number, @Nullable ReportFacts facts, @Schema(description = "触及的风险点 / risk points the report touches") List<Touched> findings) {
        static Seen of(Enquiring.Looked looked) {
            return new Seen(looked.number(), looked.facts(), looked.findings().stream().map(Touched::of).toList());
        }
    }

    @Schema(name = "CreditReportFinding")
    record Touched(String rule, String grade, @Nullable String field, String text) {
        static Touched of(Finding finding) {
            return new Touched(finding.rule(), Words.of(finding.grade()), finding.field(), finding.text());
        }
    }

    @GetMapping
    @Operation(summary = "查询清单，待复核的在前 / enquiries, those that wait for a second person first")
    List<EnquiryFacts.Enquiry> enquiries(@RequestParam(required = false) @Nullable String applicationNo) {
        return facts.latest(applicationNo, MOST);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "发起查询；须有授权，另一人复核后发出 / want a report; it needs the authorisation on file, and leaves when another person agreed")
    Enquiring.Told ask(@AuthenticationPrincipal Actor actor, @Body(Wanted.class) Fields body) {
        return enquiring.ask(wanted(body, actor));
    }

    @NullUnmarked
    private static AskForReport wanted(Fields f, Actor actor) {
        Whose whose = Whose.of(f);
        Reason purpose = f.word("purpose", Reason.class);
        f.refuseProblems();
        return new AskForReport(whose.bank(), whose.applicationNo(), whose.person(), purpose, actor.name());
    }

    @PostMapping("/{number}/answer")
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "另一人同意或拒绝 / another person agrees or declines")
    Enquiring.Told answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        boolean agreed = body.flag("agreed");
        body.refuseProblems();
        return enquiring.agree(new AgreeToEnquiry(number, agreed, actor.name()));
    }

    @GetMapping("/{number}/report")
    @Operation(summary = "查看报告要点；每次查看留痕 / what the report says; every look is written down")
    Seen report(@PathVariable long number, @AuthenticationPrincipal Actor actor) {
        return Seen.of(enquiring.look(number, actor));
    }

    @GetMapping("/{number}/looks")
    @Operation(summary = "谁看过报告 / who looked at the report")
    List<EnquiryFacts.Look> looks(@PathVariable long number) {
        facts.find(number).orElseThrow(() -> new Refusal(FailureCode.CREDIT_ENQUIRY_UNKNOWN));
        return facts.looks(number);
    }

    @GetMapping("/authorisations")
    @Operation(summary = "已登记的查询授权 / consents on file, latest first")
    List<EnquiryFacts.Consent> authorisations(@RequestParam(required = false) @Nullable String applicationNo) {
        return facts.consents(applicationNo, MOST);
    }

    @PostMapping("/authorisations")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "登记查询授权 / a written consent is on file")
    Map<String, Object> authorise(@AuthenticationPrincipal Actor actor, @Body(Consent.class) Fields body) {
        return Map.of("number", enquiring.authorise(consent(body, actor)));
    }

    @NullUnmarked
    private static GiveAuthorisation consent(Fields f, Actor actor) {
        Whose whose = Whose.of(f);
        Reason purpose = f.word("purpose", Reason.class);
        LocalDate signedOn = f.date("signedOn");
        LocalDate lastDay = f.date("lastDay");
        boolean postLoan = f.flag("postLoan");
        Digest document = f.value("document", Digest::new);
        f.refuseProblems();
        return new GiveAuthorisation(whose.bank(), whose.applicationNo(), whose.person(), purpose, signedOn, lastDay, postLoan, document, actor.name());
    }

    @GetMapping("/withdrawals")
    @Operation(summary = "已撤回的授权 / consents taken back, latest first")
    List<EnquiryFacts.Withdrawal> withdrawals(@RequestParam(required = false) @Nullable String applicationNo) {
        return facts.withdrawals(applicationNo, MOST);
    }

    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "登记撤回授权 / a person took a consent back")
    Map<String, Object> withdraw(@AuthenticationPrincipal Actor actor, @Body(Withdrawn.class) Fields body) {
        return Map.of("number", enquiring.withdraw(withdrawal(body, actor)));
    }

    @NullUnmarked
    private static WithdrawConsent withdrawal(Fields f, Actor actor) {
        Whose whose = Whose.of(f);
        WithdrawConsent.What what = f.word("what", WithdrawConsent.What.class);
        LocalDate withdrawnOn = f.date("withdrawnOn");
        Digest document = f.value("document", Digest::new);
        f.refuseProblems();
        return new WithdrawConsent(whose.bank(), whose.applicationNo(), whose.person(), what, withdrawnOn, document, actor.name());
    }
}
