package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.SharedReporting;
import io.jinqiao.console.facts.SharedReportingFacts;
import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.Side;
import io.jinqiao.message.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who reports, who tells people and who answers objections of single loans. */
@RestController
@RequestMapping(path = "/api/v1/credit/duties", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.BANK_MANAGER, Role.APPROVER})
@Tag(name = "credit")
class CreditDutyAddresses {
    private static final int AGREEMENT = 60;

    private final SharedReportingFacts facts;
    private final SharedReporting sharing;

    CreditDutyAddresses(SharedReportingFacts facts, SharedReporting sharing) {
        this.facts = facts;
        this.sharing = sharing;
    }

    @Schema(name = "CreditDuty")
    record Duty(
            String account,
            @Schema(description = "报送 / who reports", allowableValues = {"centre", "bank"}) String reporter,
            @Schema(description = "不良信息告知 / who tells people before something adverse is told", allowableValues = {"centre", "bank"}) String notifier,
            @Schema(description = "异议处理 / who answers objections", allowableValues = {"centre", "bank"}) String objections,
            @Schema(description = "协议编号 / number of the agreement") String agreement,
            String reason) {}

    @Schema(name = "CreditDutyAnswer")
    record Answer(boolean confirmed) {}

    @GetMapping
    @Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "单笔贷款的职责约定 / duties of single loans, latest first")
    List<SharedReportingFacts.Duty> duties() {
        return facts.duties();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记一笔贷款的报送、告知、异议职责 / enter who does what of a loan; it counts once another person confirmed it")
    Map<String, Object> propose(@AuthenticationPrincipal Actor actor, @Body(Duty.class) Fields body) {
        return Map.of("number", proposalOf(body, actor));
    }

    @NullUnmarked
    private long proposalOf(Fields f, Actor actor) {
        AgreeDuties what = new AgreeDuties(
                f.text("account", 60), f.word("reporter", Side.class), f.word("notifier", Side.class), f.word("objections", Side.class), f.text("agreement", AGREEMENT), f.text("reason", 500));
        f.refuseProblems();
        return sharing.propose(what, actor);
    }

    @PostMapping("/{number}/answer")
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down; the file tells the Center of an account handed over")
    Map<String, Object> answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", sharing.answer(number, Asked.confirmed(body), actor).orElse(null));
        return answer;
    }
}
