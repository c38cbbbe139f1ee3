package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.LicenceFiles;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases at the registries as facts; nobody's name is in them. */
@RestController
@RequestMapping("/api/v1/registrations")
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "registrations")
class RegistrationAddresses {
    private static final int LARGEST_PAGE = 200;

    private final CaseFacts cases;
    private final LicenceFiles certificates;
    private final Asked asked;

    RegistrationAddresses(CaseFacts cases, LicenceFiles certificates, Asked asked) {
        this.cases = cases;
        this.certificates = certificates;
        this.asked = asked;
    }

    record Page(List<CaseFacts.Case> registrations, long total, int page, int size) {}

    record Trace(CaseFacts.Case registration, List<CaseFacts.Told> told, List<CaseFacts.Certificate> certificates) {}

    @GetMapping
    @Operation(summary = "登记案件列表 / cases at the registries, newest first")
    Page list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        List<String> states = Arrays.stream(RegistrationState.values()).map(Words::of).toList();
        CaseFacts.Question question = new CaseFacts.Question(
                asked.partner("partner", partner), Asked.oneOf("state", state, states), Asked.number("number", number));
        List<CaseFacts.Case> found = cases.page(question, Asked.between("page", page, 0, 1_000_000), rows);
        return new Page(found, cases.count(question), page, rows);
    }

    @GetMapping("/{caseNo}")
    @Operation(summary = "一宗登记案件及登记机构告知的全部事项 / one case with everything the registry told of it")
    Trace one(@PathVariable String caseNo) {
        CaseFacts.Case found = cases.find(caseNo).orElseThrow(() -> new Refusal(FailureCode.CASE_UNKNOWN));
        return new Trace(found, cases.told(caseNo), cases.certificates(caseNo));
    }

    @GetMapping("/{caseNo}/certificates/{digest}")
    @Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "电子证照文件 / an electronic certificate as the registry handed it over, good or not")
    ResponseEntity<byte[]> certificate(@PathVariable String caseNo, @PathVariable String digest, @AuthenticationPrincipal Actor actor) {
        return certificates.file(caseNo, digest, actor);
    }

    @GetMapping("/{caseNo}/certificates/{digest}/verdict")
    @Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "重新核验电子证照 / verify a kept certificate as of now; every step and every failure")
    VerificationAddresses.Answer verdict(@PathVariable String caseNo, @PathVariable String digest, Locale locale) {
        return VerificationAddresses.Answer.of(certificates.verdict(caseNo, digest), locale);
    }
}
