package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Collecting;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CollectionFacts;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Party;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.OrderCollection;
import io.jinqiao.repayment.ProposeExclusion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Overdue loans that are collected. */
@RestController
@RequestMapping(path = "/api/v1/collection", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "collection")
class CollectionAddresses {
    private static final int LARGEST_PAGE = 500;
    private static final List<String> WAITS_FOR = List.of("bank", "borrower", "centre", "nobody");

    private final CollectionFacts facts;
    private final Collecting collecting;
    private final Commands commands;
    private final Asked asked;

    CollectionAddresses(CollectionFacts facts, Collecting collecting, Commands commands, Asked asked) {
        this.facts = facts;
        this.collecting = collecting;
        this.commands = commands;
        this.asked = asked;
    }

    @Schema(name = "CollectionCases")
    record Page(List<CollectionFacts.Case> cases, long total, int page, int size) {}

    @Schema(name = "CollectionTrace")
    record Trace(
            CollectionFacts.Case collection, List<CollectionFacts.Order> orders, List<CollectionFacts.Act> records, List<CollectionFacts.Happened> events) {}

    @Schema(name = "CollectionStepToOrder")
    record Step(
            @Schema(allowableValues = {"re-deduct", "message", "phone", "letter", "visit", "guarantor", "lawsuit"}) String step,
            List<Person> whom,
            @Schema(description = "工作日 / working days, 1-60") int within,
            @Nullable String remark) {}

    @Schema(name = "PersonToContact")
    record Person(@Schema(allowableValues = {"borrower", "spouse", "co-borrower", "mortgagor", "guarantor", "developer"}) String role) {}

    @Schema(name = "ExclusionOfCase")
    record Exclusion(
            @Nullable
                    @Schema(
                            description = "空：恢复催收 / absent: collect it again",
                            allowableValues = {"litigation", "insolvency", "transferred-in", "forbearance", "deduction-failed-here"})
                    String why,
            String document) {}

    @Schema(name = "AnswerToExclusion")
    record Answer(boolean confirmed) {}

    @GetMapping("/cases")
    @Operation(summary = "催收清单：进行中的在前，逾期最久的在前 / cases of collection, the running and longest overdue first; amounts in fen")
    Page cases(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(required = false) @Nullable String waitsFor,
            @RequestParam(required = false) @Nullable String accountNo,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        CollectionFacts.Question question = new CollectionFacts.Question(
                asked.partner("bank", bank), Asked.oneOf("waitsFor", waitsFor, WAITS_FOR), Asked.number("accountNo", accountNo));
        return new Page(facts.page(question, Asked.between("page", page, 0, 1_000_000), rows), facts.count(question), page, rows);
    }

    @GetMapping("/silent")
    @Operation(summary = "应还日之后未报送的银行 / banks whose files are missing since a day on which instalments fell due; whether they were paid is not known")
    List<CollectionFacts.Silent> silent(@RequestParam(required = false) @Nullable String bank) {
        return facts.silent(asked.partner("bank", bank));
    }

    @GetMapping("/cases/{caseNo}")
    @Operation(summary = "一宗催收及其全部任务、记录和经过 / one case with its orders, records and everything that happened")
    Trace one(@PathVariable String caseNo) {
        CollectionFacts.Case found = facts.find(caseNo).orElseThrow(() -> new Refusal(FailureCode.COLLECTION_CASE_UNKNOWN));
        return new Trace(found, facts.orders(caseNo), facts.acts(caseNo), facts.line(caseNo));
    }

    @PostMapping("/cases/{caseNo}/orders")
    @Needs(Role.COLLECTOR)
    @Operation(summary = "催收员另下任务 / a collector orders a step; the bank is told")
    String order(@PathVariable String caseNo, @AuthenticationPrincipal Actor actor, @Body(Step.class) Fields body) {
        OrderCollection command = step(caseNo, body, actor);
        return CanonicalJson.write(commands.run(actor, "collection-step", caseNo, Words.of(command.step()), command));
    }

    @NullUnmarked
    private static OrderCollection step(String caseNo, Fields f, Actor actor) {
        CollectionStep step = f.word("step", CollectionStep.class);
        List<Party.Role> whom = f.rows("whom", 1, 10, row -> row.word("role", Party.Role.class));
        int within = f.number("within", 1, 60);
        String remark = f.optionalText("remark", 200);
        f.refuseProblems();
        return new OrderCollection(caseNo, step, whom, within, remark, actor.name());
    }

    @PostMapping("/cases/{caseNo}/exclusions")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "申请排除或恢复催收 / have a case left out of collection, or taken up again")
    Map<String, Object> exclude(@PathVariable String caseNo, @AuthenticationPrincipal Actor actor, @Body(Exclusion.class) Fields body) {
        return Map.of("number", collecting.propose(exclusion(caseNo, body, actor)));
    }

    @NullUnmarked
    private static ProposeExclusion exclusion(String caseNo, Fields f, Actor actor) {
        ProposeExclusion.Why why = f.optionalValue("why", word -> Words.parse(word, ProposeExclusion.Why.class));
        String document = f.text("document", 64);
        f.refuseProblems();
        return new ProposeExclusion(caseNo, why, document, actor.name());
    }

    @PostMapping("/exclusions/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        boolean confirmed = body.flag("confirmed");
        body.refuseProblems();
        collecting.answer(number, confirmed, actor);
    }
}
