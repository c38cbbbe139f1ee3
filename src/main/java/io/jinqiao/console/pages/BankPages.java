package io.jinqiao.console.pages;

import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.Standing;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Assessing;
import io.jinqiao.console.FeeStatements;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.AssessmentFacts;
import io.jinqiao.console.facts.StatementFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody of a bank sees: its own scores once it was told of them, their cases, its fees, what it contests. Another bank's are unknown here. */
@Controller
@Needs(Role.BANK)
class BankPages {
    private static final int PAGE = 50;

    private final AssessmentFacts facts;
    private final StatementFacts statements;
    private final FeeStatements papers;
    private final Assessing assessing;
    private final ChartsOfScores charts;
    private final Standing standing;

    BankPages(AssessmentFacts facts, StatementFacts statements, FeeStatements papers, Assessing assessing, ChartsOfScores charts, Standing standing) {
        this.facts = facts;
        this.statements = statements;
        this.papers = papers;
        this.assessing = assessing;
        this.charts = charts;
        this.standing = standing;
    }

    @GetMapping("/console/bank")
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("bank", actor.ofBank().value());
        model.addAttribute("periods", facts.told(actor.ofBank().value()));
        model.addAttribute("decisions", standing.history(actor.ofBank()).stream().filter(decision -> Boolean.TRUE.equals(decision.confirmed())).toList());
        return "console/bank";
    }

    @GetMapping("/console/bank/{periodNo}")
    String period(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor, Model model) {
        AssessmentFacts.Period period = find(periodNo, actor);
        List<StatementFacts.Statement> stated = statements.about(periodNo);
        boolean settled = stated.stream().flatMap(statement -> statement.lines().stream()).anyMatch(line -> line.kind().equals("released") && line.periodNo().equals(periodNo));
        model.addAttribute("one", period);
        model.addAttribute("indicators", facts.indicators(period));
        model.addAttribute("lifts", facts.lifts(period).stream().collect(Collectors.groupingBy(AssessmentFacts.Lift::grade, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("objections", facts.objections(periodNo));
        model.addAttribute("fee", facts.fee(periodNo).orElse(null));
        model.addAttribute("statements", stated);
        model.addAttribute("adjustments", statements.adjustments(periodNo));
        model.addAttribute("distribution", period.state().equals("final") ? Distribution.of(facts.totals(period), period.total()) : null);
        model.addAttribute("mayObject", period.state().equals("provisional") || !settled);
        return "console/bank-period";
    }

    @GetMapping("/console/bank/{periodNo}/charts/{which:indicators|blocks|trend}.svg")
    ResponseEntity<byte[]> chart(@PathVariable String periodNo, @PathVariable String which, @AuthenticationPrincipal Actor actor, Locale locale) {
        AssessmentFacts.Period period = find(periodNo, actor);
        return charts.of(which, period, facts.told(period.partner()), locale);
    }

    @GetMapping("/console/bank/{periodNo}/indicators/{indicator}")
    String cases(
            @PathVariable String periodNo, @PathVariable String indicator, @RequestParam(defaultValue = "0") int page, @AuthenticationPrincipal Actor actor, Model model) {
        AssessmentFacts.Period period = find(periodNo, actor);
        AssessmentFacts.Indicator found = facts.indicators(period).stream()
                .filter(one -> one.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        int at = Math.max(0, page);
        model.addAttribute("one", period);
        model.addAttribute("i", found);
        model.addAttribute("rows", facts.cases(period, found.measures(), true, at, PAGE));
        model.addAttribute("toldNos", facts.toldNos(periodNo));
        model.addAttribute("total", facts.count(period, found.measures(), true));
        model.addAttribute("page", at);
        model.addAttribute("size", PAGE);
        return "console/bank-cases";
    }

    @PostMapping("/console/bank/{periodNo}/objections")
    String object(
            @PathVariable String periodNo,
            @RequestParam String toldNo,
            @RequestParam String reason,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        find(periodNo, actor);
        assessing.object(new EnterObjection(periodNo, toldNo.strip(), reason.strip(), document.strip(), actor.name()));
        return back("objection-entered", periodNo, next);
    }

    @PostMapping("/console/bank/{periodNo}/objections/{number}/escalate")
    String escalate(
            @PathVariable String periodNo,
            @PathVariable long number,
            @RequestParam String reason,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        find(periodNo, actor);
        if (facts.objections(periodNo).stream().noneMatch(one -> one.number() == number)) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        assessing.escalate(new EscalateObjection(number, reason.strip(), document.strip(), actor.name()));
        return back("objection-escalated", periodNo, next);
    }

    @GetMapping("/console/bank/statements/{statementNo}/{form:pdf|csv}")
    ResponseEntity<byte[]> statement(@PathVariable String statementNo, @PathVariable String form, @AuthenticationPrincipal Actor actor) {
        if (statements.find(statementNo).filter(one -> one.partner().equals(actor.ofBank().value())).isEmpty()) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        return form.equals("pdf") ? papers.pdf(statementNo, actor) : papers.csv(statementNo, actor);
    }

    /** One of this bank that it was told of; every other one is as if it were not there. */
    private AssessmentFacts.Period find(String periodNo, Actor actor) {
        return facts.find(periodNo)
                .filter(period -> period.partner().equals(actor.ofBank().value()) && period.isTold())
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }

    private static String back(String what, String periodNo, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/bank/" + periodNo;
    }
}
