package io.jinqiao.console.rest;

import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Assessing;
import io.jinqiao.console.AssessmentExports;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.AssessmentFacts;
import io.jinqiao.console.facts.StatementFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** How each bank is assessed, down to the messages, and what people enter for it. */
@OfAssessments
class AssessmentAddresses {
    private static final int LARGEST_PAGE = 500;
    private static final int MOST = 999_999_999;

    private final AssessmentFacts facts;
    private final StatementFacts statements;
    private final Assessing assessing;
    private final AssessmentExports exports;
    private final Asked asked;

    AssessmentAddresses(AssessmentFacts facts, StatementFacts statements, Assessing assessing, AssessmentExports exports, Asked asked) {
        this.facts = facts;
        this.statements = statements;
        this.exports = exports;
        this.assessing = assessing;
        this.asked = asked;
    }

    @Schema(name = "Assessment")
    record Whole(
            AssessmentFacts.Period period,
            List<AssessmentFacts.Indicator> indicators,
            List<AssessmentFacts.Lift> lifts,
            List<AssessmentFacts.Warning> warnings,
            List<AssessmentFacts.Objection> objections,
            AssessmentFacts.@Nullable Fee fee,
            List<StatementFacts.Told> scorecards,
            List<StatementFacts.Adjustment> adjustments,
            List<StatementFacts.Statement> statements) {}

    @Schema(name = "AssessmentCases")
    record Page(List<AssessmentFacts.Case> cases, long total, int page, int size) {}

    @Schema(name = "PeriodToFreeze")
    record Freeze(String bank, LocalDate first, LocalDate last) {}

    @Schema(name = "AssessmentFactToEnter")
    record Entry(
            String bank,
            @Schema(allowableValues = {"audit", "red-line", "survey", "complaint"}) String kind,
            LocalDate on,
            @Schema(description = "件数或答卷数；零也要录入 / how many cases, answers, events or complaints; nought is entered too") int count,
            @Nullable @Schema(description = "满意度得分合计 / sum of the points of a survey") Integer points,
            @Nullable @Schema(description = "一至三级差错 / findings of an audit") Integer grade1,
            @Nullable Integer grade2,
            @Nullable Integer grade3,
            String subject,
            String document) {}

    @Schema(name = "Downtimes")
    record Downtimes(List<AssessmentFacts.Downtime> downtimes, long total, int page, int size) {}

    @Schema(name = "DowntimeToEnter")
    record Downtime(@Nullable @Schema(description = "空：中心停机 / absent: the centre was down") String bank, Instant from, Instant until, String document) {}

    @Schema(name = "DowntimeToWithdraw")
    record Withdrawal(@Schema(description = "依据 / document") String document) {}

    @GetMapping
    @Operation(summary = "考核期与得分，最近的在前；running 为本期至今 / periods and scores of each bank, latest first; running: the days so far")
    List<AssessmentFacts.Period> periods(@RequestParam(required = false) @Nullable String bank) {
        return facts.periods(asked.partner("bank", bank));
    }

    @GetMapping("/{periodNo}")
    @Operation(summary = "一期考核：各指标、如何升级、本期预警 / one period: its indicators, what would lift it, warnings that stand")
    Whole one(@PathVariable String periodNo) {
        AssessmentFacts.Period period = find(periodNo);
        return new Whole(
                period, facts.indicators(period), facts.lifts(period), facts.warnings(period.partner()), facts.objections(periodNo), facts.fee(periodNo).orElse(null),
                statements.told(periodNo), statements.adjustments(periodNo), statements.about(periodNo));
    }

    @GetMapping("/{periodNo}/indicators/{indicator}/cases")
    @Operation(summary = "一项指标背后的案例及其报文；默认只列扣分和排除的 / the cases behind an indicator with their messages; by default those that took points away or were excluded")
    Page cases(
            @PathVariable String periodNo,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        AssessmentFacts.Period period = find(periodNo);
        List<String> measures = facts.indicators(period).stream()
                .filter(one -> one.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN))
                .measures();
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        return new Page(facts.cases(period, measures, all, Asked.between("page", page, 0, 1_000_000), rows), facts.count(period, measures, all), page, rows);
    }

    @GetMapping(path = "/{periodNo}/export", produces = "application/zip")
    @Operation(summary = "冻结的事实、办法和得分（CSV），可独立复算 / the facts, the scheme and the score as files, to compute it again without us")
    void export(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor, HttpServletResponse response) throws IOException {
        exports.send(find(periodNo), actor, response);
    }

    private AssessmentFacts.Period find(String periodNo) {
        return facts.find(periodNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Role.BANK_MANAGER)
    @Operation(summary = "冻结已结束的考核期并评分 / freeze a period that is over, and score it")
    Map<String, Object> freeze(@AuthenticationPrincipal Actor actor, @Body(Freeze.class) Fields body) {
        return Map.of("periodNo", assessing.freeze(freeze(body, actor)));
    }

    @NullUnmarked
    private static FreezePeriod freeze(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        LocalDate first = f.date("first");
        LocalDate last = f.date("last");
        f.refuseProblems();
        return new FreezePeriod(bank, first, last, actor.name());
    }

    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "录入抽查、红线、满意度、投诉；零也要录入 / enter an audit, red-line event, survey or complaint; nought is entered too")
    Map<String, Object> enter(@AuthenticationPrincipal Actor actor, @Body(Entry.class) Fields body) {
        return Map.of("number", assessing.enter(entry(body, actor)));
    }

    @NullUnmarked
    private static EnterFact entry(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        EnterFact.Kind kind = f.word("kind", EnterFact.Kind.class);
        LocalDate on = f.date("on");
        List<Long> amounts = amounts(f, kind);
        String subject = f.text("subject", 200);
        String document = f.text("document", 200);
        f.refuseProblems();
        return new EnterFact(bank, kind, on, amounts, subject, document, actor.name());
    }

    @NullUnmarked
    private static List<Long> amounts(Fields f, EnterFact.Kind kind) {
        List<Long> amounts = new ArrayList<>(List.of((long) f.number("count", 0, MOST)));
        if (kind == EnterFact.Kind.SURVEY) {
            amounts.add((long) f.number("points", 0, MOST));
        } else if (kind == EnterFact.Kind.AUDIT) {
            List.of("grade1", "grade2", "grade3").forEach(grade -> amounts.add((long) f.number(grade, 0, MOST)));
        }
        return amounts;
    }

    @PostMapping("/entries/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answerEntry(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Confirmation.class) Fields body) {
        assessing.answerFact(number, Asked.confirmed(body), actor);
    }

    @GetMapping("/downtimes")
    @Operation(summary = "停机与已公告的维护及其复核、撤销，最近的在前 / time that counts against nobody, whether confirmed or withdrawn, latest first")
    Downtimes downtimes(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        return new Downtimes(facts.everyDowntime(Asked.between("page", page, 0, 1_000_000), rows), facts.downtimesInAll(), page, rows);
    }

    @PostMapping("/downtimes")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    @Operation(summary = "录入停机或银行已公告的维护 / enter time in which the centre was down, or maintenance a bank had announced")
    Map<String, Object> downtime(@AuthenticationPrincipal Actor actor, @Body(Downtime.class) Fields body) {
        return Map.of("number", assessing.enter(downtime(body, actor)));
    }

    @NullUnmarked
    private static EnterDowntime downtime(Fields f, Actor actor) {
        PartnerId bank = f.optionalValue("bank", Ids::partner);
        Instant from = f.instant("from");
        Instant until = f.instant("until");
        String document = f.text("document", 200);
        f.refuseProblems();
        return new EnterDowntime(bank, from, until, document, actor.name());
    }

    @PostMapping("/downtimes/{number}/withdrawal")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    @Operation(summary = "提议撤销已确认的停机；另一人按返回编号确认 / propose that a confirmed downtime counts no more; another person answers the number returned")
    Map<String, Object> withdraw(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Withdrawal.class) Fields body) {
        String document = body.text("document", 200);
        body.refuseProblems();
        return Map.of("number", assessing.withdraw(new WithdrawDowntime(number, document, actor.name())));
    }

    @PostMapping("/downtimes/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answerDowntime(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Confirmation.class) Fields body) {
        assessing.answerDowntime(number, Asked.confirmed(body), actor);
    }
}
