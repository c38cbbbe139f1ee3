package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.BookFacts;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Fields;
import io.jinqiao.repayment.CompareBooks;
import io.jinqiao.repayment.ConfirmExplanation;
import io.jinqiao.repayment.ExplainDifference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Books of accounting dates, compared with the banks. */
@RestController
@RequestMapping(path = "/api/v1/reconciliations", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "reconciliation")
class ReconciliationAddresses {
    private final BookFacts facts;
    private final Commands commands;
    private final Asked asked;

    ReconciliationAddresses(BookFacts facts, Commands commands, Asked asked) {
        this.facts = facts;
        this.commands = commands;
        this.asked = asked;
    }

    @Schema(name = "ExplanationOfDifference")
    record Explanation(String explanation) {}

    @Schema(name = "AnswerToExplanation")
    record Answer(boolean confirmed) {}

    @GetMapping
    @Operation(summary = "对账日 / accounting dates compared, latest first")
    List<BookFacts.Day> days(@RequestParam(required = false) @Nullable String bank) {
        return facts.days(asked.partner("bank", bank));
    }

    @GetMapping("/{bank}/{day}")
    @Operation(summary = "某日的对账差异 / the differences of one day; amounts in fen")
    List<BookFacts.Difference> differences(@PathVariable String bank, @PathVariable String day) {
        return facts.differences(bank, Asked.day("day", day));
    }

    @PostMapping("/{bank}/{day}/compare")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER})
    @Operation(summary = "重新对账 / compare an open day again, after what was missing came")
    String compare(@PathVariable String bank, @PathVariable String day, @AuthenticationPrincipal Actor actor) {
        CompareBooks command = new CompareBooks(Ids.partner(bank), Asked.day("day", day));
        return CanonicalJson.write(commands.run(actor, "reconciliation-compare", bank + " " + day, null, command));
    }

    @PostMapping("/differences/{differenceNo}/explanation")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "说明差异 / say why the books differ")
    String explain(@PathVariable String differenceNo, @AuthenticationPrincipal Actor actor, @Body(Explanation.class) Fields body) {
        String explanation = body.text("explanation", 500);
        body.refuseProblems();
        return CanonicalJson.write(
                commands.run(actor, "reconciliation-explain", differenceNo, null, new ExplainDifference(differenceNo, String.valueOf(explanation), actor.name())));
    }

    @PostMapping("/differences/{differenceNo}/answer")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决说明；全部确认后该日关闭 / another person confirms or turns down; with the last one the day closes")
    String answer(@PathVariable String differenceNo, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        boolean confirmed = body.flag("confirmed");
        body.refuseProblems();
        return CanonicalJson.write(commands.run(
                actor, "reconciliation-confirm", differenceNo, confirmed ? "confirmed" : "turned-down", new ConfirmExplanation(differenceNo, confirmed, actor.name())));
    }
}
