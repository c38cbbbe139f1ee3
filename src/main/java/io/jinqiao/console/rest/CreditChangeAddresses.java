package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Crediting;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CreditFacts;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.message.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking back what the Center should never have been told, and other identifiers for what it was told. */
@RestController
@RequestMapping(path = "/api/v1/credit/changes", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.BANK_MANAGER, Role.APPROVER})
@Tag(name = "credit")
class CreditChangeAddresses {
    private final CreditFacts facts;
    private final Crediting crediting;

    CreditChangeAddresses(CreditFacts facts, Crediting crediting) {
        this.facts = facts;
        this.crediting = crediting;
    }

    @Schema(name = "CreditChange", description = "填写 becomes 为标识变更；否则为删除，不填起止日期为整笔删除 / with becomes the identifier changes; else something is deleted, without days the whole account")
    record Change(
            String account,
            @Nullable @Schema(description = "信息报告日期起 / first day of report") LocalDate from,
            @Nullable @Schema(description = "信息报告日期止 / last day of report") LocalDate to,
            @Nullable @Schema(description = "新标识码 / its other identifier") String becomes,
            String reason) {}

    @Schema(name = "CreditChangeAnswer")
    record Answer(boolean confirmed) {}

    @GetMapping
    @Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "删除与标识变更的申请及结果 / deletions and other identifiers, and what became of them, latest first")
    List<CreditFacts.Change> changes() {
        return facts.changes();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提请删除错报的月份或账户，或变更标识码 / have months, or an account, deleted that were told by mistake; or known under another identifier")
    Map<String, Object> propose(@AuthenticationPrincipal Actor actor, @Body(Change.class) Fields body) {
        return Map.of("number", proposalOf(body, actor));
    }

    @NullUnmarked
    private long proposalOf(Fields f, Actor actor) {
        ChangeReported what = new ChangeReported(f.text("account", 60), f.optionalDate("from"), f.optionalDate("to"), f.optionalText("becomes", 60), f.text("reason", 500));
        f.refuseProblems();
        return crediting.proposeChange(what, actor);
    }

    @PostMapping("/{number}/answer")
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    Map<String, Object> answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", crediting.answerChange(number, Asked.confirmed(body), actor).orElse(null));
        return answer;
    }
}
