package io.jinqiao.console.pages;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.assessment.EnterDecision;
import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.Standing;
import io.jinqiao.assessment.TellRulings;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Assessing;
import io.jinqiao.console.AssessmentExports;
import io.jinqiao.console.Commands;
import io.jinqiao.console.FeeStatements;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.AssessmentFacts;
import io.jinqiao.console.facts.StatementFacts;
import io.jinqiao.console.facts.Shown;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The league table of the banks, one period of one bank, and the cases behind an indicator down to the message. */
@Controller
@Needs({Role.OPERATOR, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR})
class AssessmentPages {
    private static final int PAGE = 50;

    private final AssessmentFacts facts;
    private final StatementFacts statements;
    private final FeeStatements papers;
    private final Assessing assessing;
    private final Commands commands;
    private final AssessmentExports exports;
    private final ChartsOfScores charts;
    private final Standing standing;
    private final Catalogue partners;
    private final Show show;

    AssessmentPages(
            AssessmentFacts facts,
            StatementFacts statements,
            FeeStatements papers,
            Assessing assessing,
            Commands commands,
            AssessmentExports exports,
            ChartsOfScores charts,
            Standing standing,
            Catalogue partners,
            Show show) {
        this.facts = facts;
        this.statements = statements;
        this.papers = papers;
        this.assessing = assessing;
        this.commands = commands;
        this.exports = exports;
        this.charts = charts;
        this.standing = standing;
        this.partners = partners;
        this.show = show;
    }

    /** @param now the days so far; null: nobody looked yet @param frozen latest first */
    record Bank(String partner, AssessmentFacts.@Nullable Period now, List<AssessmentFacts.Period> frozen, List<AssessmentFacts.Warning> warnings) {
        public AssessmentFacts.@Nullable Period getLatest() {
            return frozen.isEmpty() ? null : frozen.get(0);
        }
    }

    @GetMapping("/console/assessment")
    String league(@AuthenticationPrincipal Actor actor, Model model) {
        Map<String, List<AssessmentFacts.Period>> byBank = new LinkedHashMap<>();
        facts.periods(null).forEach(period -> byBank.computeIfAbsent(period.partner(), bank -> new ArrayList<>()).add(period));
        List<AssessmentFacts.Warning> warnings = facts.warnings(null);
        List<Bank> banks = byBank.entrySet().stream().map(entry -> bank(entry.getKey(), entry.getValue(), warnings)).sorted(AssessmentPages::better).toList();
        model.addAttribute("banks", banks);
        model.addAttribute("warnings", warnings);
        model.addAttribute("waiting", facts.waiting());
        model.addAttribute("downtimes", facts.downtimes());
        model.addAttribute("partners", partners.cards().stream().map(card -> card.id().value()).toList());
        model.addAttribute("kinds", List.of(EnterFact.Kind.values()).stream().map(Words::of).toList());
        model.addAttribute("mayEnter", actor.is(Role.BANK_MANAGER));
        model.addAttribute("mayAnswer", actor.is(Role.BANK_MANAGER, Role.APPROVER));
        return "console/assessment";
    }

    @GetMapping("/console/assessment/charts/trend.svg")
    ResponseEntity<byte[]> trend() {
        Map<String, List<AssessmentFacts.Period>> byBank = new LinkedHashMap<>();
        facts.periods(null).stream().filter(period -> !period.runs()).forEach(period -> byBank.computeIfAbsent(period.partner(), bank -> new ArrayList<>()).add(period));
        return charts.league(byBank);
    }

    @GetMapping("/console/assessment/{periodNo}/charts/{which:indicators|blocks|trend}.svg")
    ResponseEntity<byte[]> chart(@PathVariable String periodNo, @PathVariable String which, Locale locale) {
        AssessmentFacts.Period period = find(periodNo);
        return charts.of(which, period, facts.periods(period.partner()), locale);
    }

    private static Bank bank(String partner, List<AssessmentFacts.Period> periods, List<AssessmentFacts.Warning> warnings) {
        List<AssessmentFacts.Period> frozen = periods.stream().filter(period -> !period.runs()).toList();
        return new Bank(
                partner, periods.stream().filter(AssessmentFacts.Period::runs).findFirst().orElse(null), frozen,
                warnings.stream().filter(warning -> warning.partner().equals(partner)).toList());
    }

    /** Whoever has most points in the latest period first; those without a grade last. */
    private static int better(Bank one, Bank other) {
        return Double.compare(points(other), points(one));
    }

    private static double points(Bank bank) {
        AssessmentFacts.Period latest = bank.frozen().isEmpty() ? bank.now() : bank.frozen().get(0);
        return latest == null || latest.total() == null ? -1 : latest.total().doubleValue();
    }

    @GetMapping("/console/assessment/{periodNo}")
    String period(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor, Model model) {
        AssessmentFacts.Period period = find(periodNo);
        model.addAttribute("one", period);
        model.addAttribute("heading", show.partner(period.partner()) + " " + period.firstDay());
        model.addAttribute("indicators", facts.indicators(period));
        model.addAttribute("lifts", facts.lifts(period).stream().collect(
                java.util.stream.Collectors.groupingBy(AssessmentFacts.Lift::grade, LinkedHashMap::new, java.util.stream.Collectors.toList())));
        model.addAttribute("warnings", period.runs() ? facts.warnings(period.partner()) : List.of());
        model.addAttribute("decisions", standing.history(new PartnerId(period.partner())));
        model.addAttribute("sums", facts.sums(period));
        model.addAttribute("mix", facts.cases(period, List.of("expected"), true, 0, PAGE));
        List<AssessmentFacts.Objection> objections = facts.objections(periodNo);
        model.addAttribute("objections", objections);
        boolean ruled = objections.stream().allMatch(one -> Boolean.TRUE.equals(one.confirmed()));
        model.addAttribute("mayTell", ruled && objections.stream().anyMatch(one -> one.toldIn() == null) && actor.is(Role.BANK_MANAGER));
        model.addAttribute("fee", facts.fee(periodNo).orElse(null));
        List<StatementFacts.Statement> stated = statements.about(periodNo);
        model.addAttribute("told", statements.told(periodNo));
        model.addAttribute("statements", stated);
        model.addAttribute("adjustments", statements.adjustments(periodNo));
        model.addAttribute("settlement", statements.waiting(period.partner()).orElse(null));
        boolean settled = stated.stream().flatMap(statement -> statement.lines().stream()).anyMatch(line -> line.kind().equals("released") && line.periodNo().equals(periodNo));
        boolean open = period.state().equals("final") && !settled;
        model.addAttribute("maySettle", open && actor.is(Role.BANK_MANAGER));
        model.addAttribute("mayAnswer", actor.is(Role.BANK_MANAGER, Role.APPROVER));
        model.addAttribute("mayObject", (period.state().equals("provisional") || open) && actor.is(Role.BANK_MANAGER, Role.OPERATOR));
        model.addAttribute("mayEnter", actor.is(Role.BANK_MANAGER));
        model.addAttribute("mayRule", (period.state().equals("provisional") || open) && actor.is(Role.BANK_MANAGER, Role.APPROVER));
        return "console/assessment-period";
    }

    @GetMapping("/console/assessment/{periodNo}/indicators/{indicator}")
    String cases(
            @PathVariable String periodNo,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        AssessmentFacts.Period period = find(periodNo);
        AssessmentFacts.Indicator found = facts.indicators(period).stream()
                .filter(one -> one.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        int at = Math.max(0, page);
        model.addAttribute("one", period);
        model.addAttribute("heading", indicator + " " + show.partner(period.partner()));
        model.addAttribute("i", found);
        model.addAttribute("rows", facts.cases(period, found.measures(), all, at, PAGE));
        model.addAttribute("total", facts.count(period, found.measures(), all));
        model.addAttribute("all", all);
        model.addAttribute("page", at);
        model.addAttribute("size", PAGE);
        return "console/assessment-cases";
    }

    @GetMapping("/console/assessment/{periodNo}/export")
    void export(@PathVariable String periodNo, @AuthenticationPrincipal Actor actor, HttpServletResponse response) throws IOException {
        exports.send(find(periodNo), actor, response);
    }

    @PostMapping("/console/assessment/look")
    @Needs(Role.BANK_MANAGER)
    String look(@RequestParam String bank, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        assessing.watch(new PartnerId(bank), actor);
        return done("assessment-looked", next);
    }

    @PostMapping("/console/assessment/freeze")
    @Needs(Role.BANK_MANAGER)
    String freeze(
            @RequestParam String bank,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate first,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        String no = assessing.freeze(new FreezePeriod(new PartnerId(bank), first, last, actor.name()));
        next.addFlashAttribute("said", Said.done("assessment-frozen"));
        return "redirect:/console/assessment/" + no;
    }

    @PostMapping("/console/assessment/entries")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String enter(
            @RequestParam String bank,
            @RequestParam String kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam String amounts,
            @RequestParam String subject,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        assessing.enter(new EnterFact(
                new PartnerId(bank), Words.parse(kind, EnterFact.Kind.class), on, amounts(amounts), subject.strip(), document.strip(), actor.name()));
        return done("proposed", next);
    }

    /** Whole numbers with blanks between. */
    private static List<Long> amounts(String text) {
        if (!text.strip().matches("[0-9]{1,9}( +[0-9]{1,9})*")) {
            throw new Refusal(Problem.at("amounts", FailureCode.FIELD_WRONG_FORM, "0-9"));
        }
        return List.of(text.strip().split(" +")).stream().map(Long::valueOf).toList();
    }

    @PostMapping("/console/assessment/downtimes")
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    String downtime(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        PartnerId whose = bank == null || bank.isBlank() ? null : new PartnerId(bank);
        assessing.enter(new EnterDowntime(whose, from.atZone(Shown.ZONE).toInstant(), until.atZone(Shown.ZONE).toInstant(), document.strip(), actor.name()));
        return done("proposed", next);
    }

    @PostMapping("/console/assessment/downtimes/{number}/withdraw")
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    String withdraw(@PathVariable long number, @RequestParam String document, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        assessing.withdraw(new WithdrawDowntime(number, document.strip(), actor.name()));
        return done("proposed", next);
    }

    @PostMapping("/console/assessment/{list}/{number}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answer(
            @PathVariable String list, @PathVariable long number, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        if (list.equals("entry")) {
            assessing.answerFact(number, confirmed, actor);
        } else {
            assessing.answerDowntime(number, confirmed, actor);
        }
        return done(confirmed ? "confirmed" : "turned-down", next);
    }

    /** @param step publish, reasons or finish */
    @PostMapping("/console/assessment/{periodNo}/{step:publish|reasons|finish}")
    @Needs(Role.BANK_MANAGER)
    String step(@PathVariable String periodNo, @PathVariable String step, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        Object command = switch (step) {
            case "publish" -> new PublishScore(periodNo, actor.name());
            case "reasons" -> new TellRulings(periodNo, actor.name());
            default -> new FinishScore(periodNo, actor.name());
        };
        commands.run(actor, "assessment-" + step, periodNo, null, command);
        return back("assessment-" + step, periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/objections")
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    String object(
            @PathVariable String periodNo,
            @RequestParam String toldNo,
            @RequestParam String reason,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        assessing.object(new EnterObjection(periodNo, toldNo.strip(), reason.strip(), document.strip(), actor.name()));
        return back("proposed", periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/objections/{number}/rule")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String rule(
            @PathVariable String periodNo,
            @PathVariable long number,
            @RequestParam boolean upheld,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        assessing.rule(new RuleObjection(number, upheld, reason.strip(), actor.name()));
        return back("proposed", periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/rulings/{ruling}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answerRuling(
            @PathVariable String periodNo, @PathVariable long ruling, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        assessing.answerRuling(ruling, confirmed, actor);
        return back(confirmed ? "confirmed" : "turned-down", periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/objections/{number}/escalate")
    @Needs({Role.BANK_MANAGER, Role.OPERATOR})
    String escalate(
            @PathVariable String periodNo,
            @PathVariable long number,
            @RequestParam String reason,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        assessing.escalate(new EscalateObjection(number, reason.strip(), document.strip(), actor.name()));
        return back("confirmed", periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/objections/{number}/decide")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String decide(
            @PathVariable String periodNo,
            @PathVariable long number,
            @RequestParam boolean upheld,
            @RequestParam String reason,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        assessing.decide(new EnterDecision(number, upheld, reason.strip(), document.strip(), actor.name()));
        return back("proposed", periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/decisions/{decision}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answerDecision(
            @PathVariable String periodNo, @PathVariable long decision, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        assessing.answerDecision(decision, confirmed, actor);
        return back(confirmed ? "confirmed" : "turned-down", periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/settle")
    @Needs(Role.BANK_MANAGER)
    String settle(@PathVariable String periodNo, @RequestParam String document, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        AssessmentFacts.Period period = find(periodNo);
        assessing.settle(new SettleFee(new PartnerId(period.partner()), period.lastDay(), document.strip(), actor.name()));
        return back("proposed", periodNo, next);
    }

    @PostMapping("/console/assessment/{periodNo}/settlements/{number}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answerSettlement(
            @PathVariable String periodNo, @PathVariable long number, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        assessing.answerSettlement(number, confirmed, actor);
        return back(confirmed ? "confirmed" : "turned-down", periodNo, next);
    }

    @GetMapping("/console/assessment/statements/{statementNo}/{form:pdf|csv}")
    ResponseEntity<byte[]> statement(@PathVariable String statementNo, @PathVariable String form, @AuthenticationPrincipal Actor actor) {
        return form.equals("pdf") ? papers.pdf(statementNo, actor) : papers.csv(statementNo, actor);
    }

    private static String back(String what, String periodNo, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/assessment/" + periodNo;
    }

    private AssessmentFacts.Period find(String periodNo) {
        return facts.find(periodNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }

    private static String done(String what, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/assessment";
    }
}
