package io.jinqiao.console.rest;

import io.jinqiao.assessment.EnterDecision;
import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.TellRulings;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Assessing;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Fields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** From the frozen score to the final one: the bank is told, contests, asks for the committee; two people answer each time. */
@OfAssessments
class ProcedureAddresses {
    private final Assessing assessing;
    private final Commands commands;

    ProcedureAddresses(Assessing assessing, Commands commands) {
        this.assessing = assessing;
        this.commands = commands;
    }

    @Schema(name = "ObjectionOnPaper")
    record Objection(@Schema(description = "银行被告知的案例号 / number of the case as the bank was told it") String toldNo, String reason, String document) {}

    @Schema(name = "RulingOnObjection")
    record Ruling(boolean upheld, String reason) {}

    @Schema(name = "EscalationOnPaper")
    record Escalation(String reason, String document) {}

    @Schema(name = "DecisionOfCommittee")
    record Decision(boolean upheld, String reason, @Schema(description = "管委会文件 / the committee's document") String document) {}

    @PostMapping("/{periodNo}/publish")
    @Needs(Role.BANK_MANAGER)
    @Operation(summary = "将初评得分和案例发送银行，异议期开始 / send the provisional score and its cases to the bank; its days to object begin")
    String publish(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor) {
        return CanonicalJson.write(commands.run(actor, "assessment-publish", periodNo, null, new PublishScore(periodNo, actor.name())));
    }

    @PostMapping("/{periodNo}/reasons")
    @Needs(Role.BANK_MANAGER)
    @Operation(summary = "将异议处理意见及理由发送银行，申请复议期开始 / send the rulings and their reasons to the bank; its days to ask for the committee begin")
    String reasons(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor) {
        return CanonicalJson.write(commands.run(actor, "assessment-reasons", periodNo, null, new TellRulings(periodNo, actor.name())));
    }

    @PostMapping("/objections/{number}/escalation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    @Operation(summary = "登记银行书面复议申请（报管委会） / enter that a bank takes a rejected objection to the committee")
    void escalate(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Escalation.class) Fields body) {
        assessing.escalate(escalation(number, body, actor));
    }

    @NullUnmarked
    private static EscalateObjection escalation(long number, Fields f, Actor actor) {
        String reason = f.text("reason", 200);
        String document = f.text("document", 200);
        f.refuseProblems();
        return new EscalateObjection(number, reason, document, actor.name());
    }

    @PostMapping("/objections/{number}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "登记管委会决定及文件，另一人确认后生效 / enter what the committee decided; it counts once another person confirmed it")
    Map<String, Object> decide(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Decision.class) Fields body) {
        return Map.of("number", assessing.decide(decision(number, body, actor)));
    }

    @NullUnmarked
    private static EnterDecision decision(long number, Fields f, Actor actor) {
        boolean upheld = f.flag("upheld");
        String reason = f.text("reason", 200);
        String document = f.text("document", 200);
        f.refuseProblems();
        return new EnterDecision(number, upheld, reason, document, actor.name());
    }

    @PostMapping("/decisions/{decision}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answerDecision(@PathVariable long decision, @AuthenticationPrincipal Actor actor, @Body(Confirmation.class) Fields body) {
        assessing.answerDecision(decision, Asked.confirmed(body), actor);
    }

    @PostMapping("/{periodNo}/finish")
    @Needs(Role.BANK_MANAGER)
    @Operation(summary = "异议期满后定分、计手续费并通知银行 / once the days to object are over: the final score, the fee, and both to the bank")
    String finish(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor) {
        return CanonicalJson.write(commands.run(actor, "assessment-finish", periodNo, null, new FinishScore(periodNo, actor.name())));
    }

    @PostMapping("/{periodNo}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    @Operation(summary = "登记银行书面异议 / enter an objection a bank handed over on paper")
    Map<String, Object> object(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor, @Body(Objection.class) Fields body) {
        return Map.of("number", assessing.object(objection(periodNo, body, actor)));
    }

    @NullUnmarked
    private static EnterObjection objection(String periodNo, Fields f, Actor actor) {
        String toldNo = f.text("toldNo", 40);
        String reason = f.text("reason", 200);
        String document = f.text("document", 200);
        f.refuseProblems();
        return new EnterObjection(periodNo, toldNo, reason, document, actor.name());
    }

    @PostMapping("/objections/{number}/rulings")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "对银行异议拟定处理意见 / propose a ruling on a contested case")
    Map<String, Object> rule(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Ruling.class) Fields body) {
        boolean upheld = body.flag("upheld");
        String reason = body.text("reason", 500);
        body.refuseProblems();
        return Map.of("number", assessing.rule(new RuleObjection(number, upheld, reason, actor.name())));
    }

    @PostMapping("/rulings/{ruling}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answerRuling(@PathVariable long ruling, @AuthenticationPrincipal Actor actor, @Body(Confirmation.class) Fields body) {
        assessing.answerRuling(ruling, Asked.confirmed(body), actor);
    }
}
