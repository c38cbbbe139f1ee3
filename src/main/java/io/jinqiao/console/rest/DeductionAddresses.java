package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Mandates;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.RunClosings;
import io.jinqiao.console.facts.DeductionFacts;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.Fields;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.Deductions;
import io.jinqiao.repayment.RegisterMandate;
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

/** Deductions at banks whose ledger the centre leads, and mandates to take fund balances. */
@RestController
@RequestMapping(path = "/api/v1/deductions", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "deductions")
class DeductionAddresses {
    private final DeductionFacts facts;
    private final Commands commands;
    private final Mandates mandates;
    private final RunClosings closings;
    private final Asked asked;

    DeductionAddresses(DeductionFacts facts, Commands commands, Mandates mandates, RunClosings closings, Asked asked) {
        this.facts = facts;
        this.commands = commands;
        this.mandates = mandates;
        this.closings = closings;
        this.asked = asked;
    }

    @Schema(name = "DeductionRun")
    record Run(
            @Schema(description = "同一编号再次提交不产生第二次扣款 / the same again changes nothing") String runNo,
            String bank,
            @Schema(allowableValues = {"bank-account", "fund-balance"}) String source,
            LocalDate deductOn,
            List<Line> lines) {}

    @Schema(name = "DeductionRunLine")
    record Line(
            int lineNo, String loanAccountNo, int instalment, String accountNo, String accountName, Parts due, boolean partial, @Nullable String mandateNo) {}

    @Schema(name = "DeductionParts", description = "分 / fen")
    record Parts(long principal, long overduePrincipal, long interest, long overdueInterest, long penalty, long fine) {}

    @Schema(name = "DeductionMandate")
    record Mandate(String bank, String loanAccountNo, String mandateNo, LocalDate from, @Nullable LocalDate until, String document) {}

    @Schema(name = "EndOfMandate")
    record End(String bank, String mandateNo, LocalDate on) {}

    @Schema(name = "ClosingOfRun")
    record Closing(
            String reason, @Schema(description = "银行书面答复编号；未答复则留空，各期待结果后方可再扣 / number of the bank's written answer; without it the instalments wait for their result") @Nullable String document) {}

    @Schema(name = "OutcomeOfPaidTwice")
    record Twice(@Schema(allowableValues = {"returned", "prepaid", "bank-erred"}) String outcome, String document) {}

    @Schema(name = "AnswerToClosing")
    record Answer(boolean confirmed) {}

    @GetMapping
    @Operation(summary = "扣款批次 / runs of deductions, latest first; amounts in fen")
    List<DeductionFacts.Run> runs(@RequestParam(required = false) @Nullable String bank) {
        return facts.runs(asked.partner("bank", bank));
    }

    @GetMapping("/{runNo}")
    @Operation(summary = "一个批次的各行 / the lines of one run and what came of them; amounts in fen")
    List<DeductionFacts.Line> lines(@PathVariable String runNo) {
        return facts.lines(runNo);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Role.APPROVER)
    @Operation(summary = "下达扣款批次 / have a bank deduct what fell due; one run at a time for each bank")
    String run(@AuthenticationPrincipal Actor actor, @Body(Run.class) Fields body) {
        DeductInstalments command = read(body, actor);
        return CanonicalJson.write(commands.run(actor, "deduction-run", command.runNo(), Words.of(command.source()), command));
    }

    @NullUnmarked
    private static DeductInstalments read(Fields f, Actor actor) {
        String runNo = f.text("runNo", 24);
        PartnerId bank = f.value("bank", Ids::partner);
        DeductionOrder.Source source = f.word("source", DeductionOrder.Source.class);
        LocalDate deductOn = f.date("deductOn");
        List<DeductionOrder.Line> lines = f.rows("lines", 1, DeductInstalments.MOST, DeductionOrder.Line::read);
        f.refuseProblems();
        return new DeductInstalments(runNo, bank, source, deductOn, lines, actor.name());
    }

    @PostMapping("/{runNo}/closings")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Role.APPROVER)
    @Operation(summary = "申请终止银行不回结果的批次 / have a run closed whose bank does not tell what came of it")
    Map<String, Object> close(@PathVariable String runNo, @AuthenticationPrincipal Actor actor, @Body(Closing.class) Fields body) {
        String reason = body.text("reason", 500);
        String document = body.optionalText("document", 64);
        body.refuseProblems();
        return Map.of("number", closings.propose(runNo, String.valueOf(reason), document, actor));
    }

    @PostMapping("/closings/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Role.APPROVER)
    @Operation(summary = "另一人确认或否决终止 / another person confirms or turns down")
    void answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        boolean confirmed = body.flag("confirmed");
        body.refuseProblems();
        closings.answer(number, confirmed, actor);
    }

    @GetMapping("/paid-twice")
    @Operation(summary = "重复扣款 / deducted beyond what was owed; amounts in fen")
    List<DeductionFacts.Twice> twice(@RequestParam(required = false) @Nullable String bank) {
        return facts.twice("paid-twice", asked.partner("bank", bank), null);
    }

    @GetMapping("/not-in-ledger")
    @Operation(summary = "已扣而更正文件漏报 / deducted, and forgotten by a corrected file; amounts in fen")
    List<DeductionFacts.Twice> notInLedger(@RequestParam(required = false) @Nullable String bank) {
        return facts.twice("not-in-ledger", asked.partner("bank", bank), null);
    }

    @PostMapping("/{gap:paid-twice|not-in-ledger}/{orderNo}/{lineNo}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "登记该款的处理结果 / say what became of the money")
    void settle(@PathVariable String gap, @PathVariable String orderNo, @PathVariable int lineNo, @AuthenticationPrincipal Actor actor, @Body(Twice.class) Fields body) {
        settleOf(Words.parse(gap, Deductions.Gap.class), orderNo, lineNo, body, actor);
    }

    @NullUnmarked
    private void settleOf(Deductions.Gap gap, String orderNo, int lineNo, Fields f, Actor actor) {
        Deductions.TwiceOutcome outcome = f.word("outcome", Deductions.TwiceOutcome.class);
        String document = f.text("document", 64);
        f.refuseProblems();
        closings.settle(gap, orderNo, lineNo, outcome, document, actor);
    }

    @PostMapping("/{gap:paid-twice|not-in-ledger}/{orderNo}/{lineNo}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "另一人确认或退回 / another person confirms or turns down")
    void confirm(@PathVariable String gap, @PathVariable String orderNo, @PathVariable int lineNo, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        boolean confirmed = body.flag("confirmed");
        body.refuseProblems();
        closings.confirm(Words.parse(gap, Deductions.Gap.class), orderNo, lineNo, confirmed, actor);
    }

    @PostMapping("/mandates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "登记扣缴协议 / register a person's mandate to take the fund balance")
    void register(@AuthenticationPrincipal Actor actor, @Body(Mandate.class) Fields body) {
        mandates.register(mandate(body, actor));
    }

    @NullUnmarked
    private static RegisterMandate mandate(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        String account = f.text("loanAccountNo", 30);
        String mandateNo = f.text("mandateNo", 40);
        LocalDate from = f.date("from");
        LocalDate until = f.optionalDate("until");
        String document = f.text("document", 64);
        f.refuseProblems();
        return new RegisterMandate(bank, account, mandateNo, from, until, document, actor.name());
    }

    @PostMapping("/mandates/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "终止扣缴协议 / a mandate is in force no more")
    void end(@AuthenticationPrincipal Actor actor, @Body(End.class) Fields body) {
        endOf(body, actor);
    }

    @NullUnmarked
    private void endOf(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        String mandateNo = f.text("mandateNo", 40);
        LocalDate on = f.date("on");
        f.refuseProblems();
        mandates.end(bank, mandateNo, on, actor);
    }
}
