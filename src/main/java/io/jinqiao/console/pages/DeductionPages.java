package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.RunClosings;
import io.jinqiao.console.facts.DeductionFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.Deductions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Runs of deductions at banks whose ledger the centre leads, and what came of each line. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class DeductionPages {
    private final DeductionFacts facts;
    private final RunClosings closings;

    DeductionPages(DeductionFacts facts, RunClosings closings) {
        this.facts = facts;
        this.closings = closings;
    }

    @GetMapping("/console/deductions")
    String list(@RequestParam(required = false) @Nullable String bank, Model model) {
        model.addAttribute("runs", facts.runs(bank == null || bank.isBlank() ? null : bank));
        return "console/deductions";
    }

    @GetMapping("/console/deductions/{runNo}")
    String one(@PathVariable String runNo, @AuthenticationPrincipal Actor actor, Model model) {
        DeductionFacts.Run run = facts.run(runNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        model.addAttribute("run", run);
        List<DeductionFacts.Line> lines = facts.lines(runNo);
        model.addAttribute("lines", lines);
        model.addAttribute("closings", facts.closings(runNo));
        model.addAttribute("twice", facts.twice(null, null, runNo));
        boolean late = run.closedAt() == null ? run.lateSince() != null : lines.stream().anyMatch(line -> line.state().equals("given-up") && line.result() == null);
        model.addAttribute("mayClose", late && actor.is(Role.APPROVER));
        model.addAttribute("maySettle", actor.is(Role.APPROVER) || actor.is(Role.REVIEWER));
        return "console/deduction";
    }

    @PostMapping("/console/deductions/{runNo}/closings")
    @Needs(Role.APPROVER)
    String propose(@PathVariable String runNo, @RequestParam String reason, @RequestParam(defaultValue = "") String document, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        closings.propose(runNo, reason.strip(), document.isBlank() ? null : document.strip(), actor);
        return done("proposed", runNo, next);
    }

    @PostMapping("/console/deductions/{runNo}/closings/{number}")
    @Needs(Role.APPROVER)
    String answer(
            @PathVariable String runNo, @PathVariable long number, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        closings.answer(number, confirmed, actor);
        return done(confirmed ? "confirmed" : "turned-down", runNo, next);
    }

    @PostMapping("/console/deductions/{runNo}/{gap:paid-twice|not-in-ledger}/{orderNo}/{lineNo}")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String settle(
            @PathVariable String runNo, @PathVariable String gap, @PathVariable String orderNo, @PathVariable int lineNo, @RequestParam String outcome, @RequestParam String document,
            @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        closings.settle(Words.parse(gap, Deductions.Gap.class), orderNo, lineNo, Words.parse(outcome, Deductions.TwiceOutcome.class), document.strip(), actor);
        return done("proposed", runNo, next);
    }

    @PostMapping("/console/deductions/{runNo}/{gap:paid-twice|not-in-ledger}/{orderNo}/{lineNo}/answer")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String confirm(
            @PathVariable String runNo, @PathVariable String gap, @PathVariable String orderNo, @PathVariable int lineNo, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        closings.confirm(Words.parse(gap, Deductions.Gap.class), orderNo, lineNo, confirmed, actor);
        return done(confirmed ? "confirmed" : "turned-down", runNo, next);
    }

    private static String done(String what, String runNo, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/deductions/" + runNo;
    }
}
