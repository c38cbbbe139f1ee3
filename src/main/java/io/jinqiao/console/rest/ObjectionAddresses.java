package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Disputes;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.ObjectionFacts;
import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.credit.ReceiveObjection;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Refusal;
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

/** Objections to what was reported to the credit reference system. */
@RestController
@RequestMapping(path = "/api/v1/objections", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
@Tag(name = "objections")
class ObjectionAddresses {
    private static final int LARGEST_PAGE = 500;

    private final ObjectionFacts facts;
    private final Disputes disputes;

    ObjectionAddresses(ObjectionFacts facts, Disputes disputes) {
        this.facts = facts;
        this.disputes = disputes;
    }

    @Schema(name = "Objections")
    record Page(List<ObjectionFacts.Objection> objections, long total, int page, int size) {}

    @Schema(name = "ObjectionTrace")
    record Trace(ObjectionFacts.Objection objection, List<ObjectionFacts.Act> acts) {}

    @Schema(name = "ObjectionReceived")
    record Received(
            String account,
            @Schema(description = "当事人在贷款中的身份 / their part in the loan, such as borrower or co-borrower-1") String person,
            String contested,
            LocalDate receivedOn,
            @Nullable @Schema(description = "征信中心核查编号 / ObjCheckID") String centerNo,
            @Nullable @Schema(description = "征信中心要求的最后日期 / CheckFinalDate") LocalDate centerBy) {}

    @Schema(name = "ObjectionFinding")
    record Finding(@Schema(allowableValues = {"justified", "unjustified"}) String finding, String reason) {}

    @Schema(name = "AnswerToObjectionFinding")
    record Answer(boolean confirmed) {}

    @Schema(name = "ObjectionMark")
    record Mark(boolean on) {}

    @Schema(name = "ObjectionReply")
    record Reply(String letterNo) {}

    @GetMapping
    @Operation(summary = "异议清单：未答复的在前，最早到期的在前 / objections, the open ones first by their last day")
    Page objections(@RequestParam(defaultValue = "false") boolean openOnly, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        return new Page(facts.page(openOnly, Asked.between("page", page, 0, 1_000_000), rows), facts.count(openOnly), page, rows);
    }

    @GetMapping("/{objectionNo}")
    @Operation(summary = "一宗异议及其经过 / one objection and what was done about it")
    Trace one(@PathVariable String objectionNo) {
        return new Trace(facts.find(objectionNo).orElseThrow(() -> new Refusal(FailureCode.CREDIT_OBJECTION_UNKNOWN)), facts.acts(objectionNo));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "登记异议；自收到之日起二十日内书面答复 / take an objection in; the written answer is due within twenty days")
    Map<String, Object> receive(@AuthenticationPrincipal Actor actor, @Body(Received.class) Fields body) {
        return Map.of("objectionNo", disputes.receive(read(body, actor)));
    }

    @NullUnmarked
    private static ReceiveObjection read(Fields f, Actor actor) {
        String account = f.text("account", 60);
        String person = f.text("person", 32);
        String contested = f.text("contested", 500);
        LocalDate receivedOn = f.date("receivedOn");
        String centerNo = f.optionalText("centerNo", 60);
        LocalDate centerBy = f.optionalDate("centerBy");
        f.refuseProblems();
        return new ReceiveObjection(account, person, contested, receivedOn, centerNo, centerBy, actor.name());
    }

    @PostMapping("/{objectionNo}/finding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "核查结论 / what checking found")
    void find(@PathVariable String objectionNo, @AuthenticationPrincipal Actor actor, @Body(Finding.class) Fields body) {
        disputes.act(objectionNo, finding(body), actor);
    }

    @NullUnmarked
    private static ObjectionAct finding(Fields f) {
        ObjectionAct.Finding finding = f.word("finding", ObjectionAct.Finding.class);
        String reason = f.text("reason", 500);
        f.refuseProblems();
        return new ObjectionAct.Find(finding, reason);
    }

    @PostMapping("/{objectionNo}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "另一人确认结论或退回核查 / another person confirms the finding or has it checked again")
    void answer(@PathVariable String objectionNo, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        disputes.act(objectionNo, new ObjectionAct.Answer(Asked.confirmed(body)), actor);
    }

    @PostMapping("/{objectionNo}/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "已更正；征信中心须已接受更正后的记录 / corrected: the Center has accepted a record since")
    void correct(@PathVariable String objectionNo, @AuthenticationPrincipal Actor actor) {
        disputes.act(objectionNo, new ObjectionAct.Correct(), actor);
    }

    @PostMapping("/{objectionNo}/mark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "添加或取消异议标注 / the disputed item is marked, or the mark comes off")
    void mark(@PathVariable String objectionNo, @AuthenticationPrincipal Actor actor, @Body(Mark.class) Fields body) {
        boolean on = body.flag("on");
        body.refuseProblems();
        disputes.act(objectionNo, new ObjectionAct.Mark(on), actor);
    }

    @PostMapping("/{objectionNo}/reply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "书面答复已发出 / the written answer left")
    void reply(@PathVariable String objectionNo, @AuthenticationPrincipal Actor actor, @Body(Reply.class) Fields body) {
        String letter = body.text("letterNo", 64);
        body.refuseProblems();
        disputes.act(objectionNo, new ObjectionAct.Reply(String.valueOf(letter)), actor);
    }
}
