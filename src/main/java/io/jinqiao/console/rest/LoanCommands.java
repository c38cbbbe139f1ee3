package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.loan.Officer;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the core system does to a loan. Initial review, second review and decision are three officers'; and the caller that decides is
 * not one that brought a review, because nobody vouches for both persons.
 */
@RestController
@RequestMapping(path = "/api/v1/loans/{acceptanceNo}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "loans")
class LoanCommands {
    private final Commands commands;

    LoanCommands(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/review")
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "初审或复审结束 / a review was finished")
    String review(
            @PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, @Body(LoanBodies.Review.class) Fields body) {
        return run(actor, "loan-review", acceptanceNo, body, LoanBodies::review);
    }

    @PostMapping("/decision")
    @Needs(Role.APPROVER)
    @Operation(summary = "审批决定 / the decision; the bank is told, an approval becomes a sealed opinion")
    String decide(
            @PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, @Body(LoanBodies.Decision.class) Fields body) {
        return run(actor, "loan-decision", acceptanceNo, body, LoanBodies::decision);
    }

    @PostMapping("/return")
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "退件补正 / back to the bank to be completed; the clocks stand still")
    String giveBack(
            @PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, @Body(LoanBodies.Return.class) Fields body) {
        return run(actor, "loan-return", acceptanceNo, body, LoanBodies::giveBack);
    }

    @PostMapping("/waiting")
    @Needs(Role.APPROVER)
    @Operation(summary = "轮候开始或结束 / waiting for funds starts or ends")
    String waitForFunds(
            @PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, @Body(LoanBodies.Waiting.class) Fields body) {
        return run(actor, "loan-waiting", acceptanceNo, body, LoanBodies::waiting);
    }

    @PostMapping("/contract-seal")
    @Needs(Role.APPROVER)
    @Operation(summary = "合同盖章 / the centre sealed the contract")
    String sealContract(
            @PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, @Body(LoanBodies.Seal.class) Fields body) {
        return run(actor, "contract-seal", acceptanceNo, body, LoanBodies::seal);
    }

    @PostMapping("/payment")
    @Needs(Role.APPROVER)
    @Operation(summary = "放款与还款进度 / one step of the money; refused while the scheme's security is not complete; confirmed by another person than proposed it")
    String pay(
            @PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, @Body(LoanBodies.Payment.class) Fields body) {
        return run(actor, "loan-payment", acceptanceNo, body, LoanBodies::payment);
    }

    @PostMapping("/security")
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "担保要件到手 / a piece of the security no registry tells of is in hand")
    String secure(
            @PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, @Body(LoanBodies.Security.class) Fields body) {
        return run(actor, "loan-security", acceptanceNo, body, LoanBodies::security);
    }

    private interface Reader {
        Object read(String acceptanceNo, Fields body, Officer by);
    }

    private String run(Actor actor, String route, String acceptanceNo, Fields body, Reader reader) {
        Officer by = officer(actor, body.optionalText("officer", 64));
        Object command = reader.read(acceptanceNo, body, by);
        return CanonicalJson.write(commands.run(actor, route, acceptanceNo, by.name(), command));
    }

    /** The member of staff the core system names, else the caller. */
    private static Officer officer(Actor actor, @Nullable String named) {
        String role = actor.is(Role.APPROVER) ? Role.APPROVER.word() : Role.REVIEWER.word();
        return new Officer(named == null ? actor.name() : named, role, actor.name());
    }
}
