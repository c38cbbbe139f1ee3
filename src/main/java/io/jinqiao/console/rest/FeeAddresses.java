package io.jinqiao.console.rest;

import io.jinqiao.assessment.SettleFee;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Assessing;
import io.jinqiao.console.FeeStatements;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.StatementFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Statements of the entrusted-loan fee, and the settlement of what was held back. */
@OfAssessments
class FeeAddresses {
    private final StatementFacts facts;
    private final FeeStatements statements;
    private final Assessing assessing;

    FeeAddresses(StatementFacts facts, FeeStatements statements, Assessing assessing) {
        this.facts = facts;
        this.statements = statements;
        this.assessing = assessing;
    }

    @Schema(name = "SettlementToPropose")
    record Settlement(String bank, LocalDate until, String document) {}

    @GetMapping("/statements/{statementNo}")
    @Operation(summary = "手续费结算单，逐项 / a statement of the fee, line by line")
    StatementFacts.Statement one(@PathVariable String statementNo) {
        return facts.find(statementNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }

    @GetMapping(path = "/statements/{statementNo}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "盖章的结算单（PDF）；首次取用时盖章，此后不变 / the sealed statement; sealed the first time, the same ever after")
    ResponseEntity<byte[]> pdf(@PathVariable String statementNo, @AuthenticationPrincipal Actor actor) {
        return statements.pdf(statementNo, actor);
    }

    @GetMapping(path = "/statements/{statementNo}/csv", produces = "text/csv")
    @Operation(summary = "结算单（CSV） / the statement as CSV")
    ResponseEntity<byte[]> csv(@PathVariable String statementNo, @AuthenticationPrincipal Actor actor) {
        return statements.csv(statementNo, actor);
    }

    @PostMapping("/settlements")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Role.BANK_MANAGER)
    @Operation(summary = "拟结清暂扣的手续费，另一人确认后生效 / propose to pay out what was held back; it counts once another person confirmed it")
    Map<String, Object> settle(@AuthenticationPrincipal Actor actor, @Body(Settlement.class) Fields body) {
        return Map.of("number", assessing.settle(settlement(body, actor)));
    }

    @NullUnmarked
    private static SettleFee settlement(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        LocalDate until = f.date("until");
        String document = f.text("document", 200);
        f.refuseProblems();
        return new SettleFee(bank, until, document, actor.name());
    }

    @PostMapping("/settlements/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Confirmation.class) Fields body) {
        assessing.answerSettlement(number, Asked.confirmed(body), actor);
    }
}
