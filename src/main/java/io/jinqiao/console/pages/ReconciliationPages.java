package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.BookFacts;
import io.jinqiao.console.facts.DeductionFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.repayment.CompareBooks;
import io.jinqiao.repayment.ConfirmExplanation;
import io.jinqiao.repayment.ExplainDifference;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounting dates compared with the banks; differences are explained by one person and confirmed by another. */
@Controller
@RequestMapping("/console/reconciliations")
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class ReconciliationPages {
    private final BookFacts facts;
    private final DeductionFacts deductions;
    private final Commands commands;

    ReconciliationPages(BookFacts facts, DeductionFacts deductions, Commands commands) {
        this.facts = facts;
        this.deductions = deductions;
        this.commands = commands;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String bank, Model model) {
        String one = bank == null || bank.isBlank() ? null : bank;
        model.addAttribute("days", facts.days(one));
        model.addAttribute("gaps", deductions.twice(null, one, null));
        return "console/reconciliations";
    }

    @GetMapping("/{bank}/{day}")
    String one(
            @PathVariable String bank,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        BookFacts.Day found = facts.day(bank, day).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        model.addAttribute("day", found);
        model.addAttribute("differences", facts.differences(bank, day));
        model.addAttribute("mayCompare", found.closedAt() == null && actor.is(Role.OPERATOR, Role.BANK_MANAGER));
        model.addAttribute("mayExplain", found.closedAt() == null && actor.is(Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER));
        return "console/reconciliation";
    }

    @PostMapping("/{bank}/{day}/compare")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER})
    String compare(
            @PathVariable String bank, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        commands.run(actor, "reconciliation-compare", bank + " " + day, null, new CompareBooks(new PartnerId(bank), day));
        return done("compared", bank, day, next);
    }

    @PostMapping("/{bank}/{day}/{differenceNo}/explain")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER})
    String explain(
            @PathVariable String bank,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable String differenceNo,
            @RequestParam String explanation,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        commands.run(actor, "reconciliation-explain", differenceNo, null, new ExplainDifference(differenceNo, explanation.strip(), actor.name()));
        return done("explained", bank, day, next);
    }

    @PostMapping("/{bank}/{day}/{differenceNo}/confirm")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER})
    String confirm(
            @PathVariable String bank,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable String differenceNo,
            @RequestParam boolean confirmed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        commands.run(
                actor, "reconciliation-confirm", differenceNo, confirmed ? "confirmed" : "turned-down", new ConfirmExplanation(differenceNo, confirmed, actor.name()));
        return done(confirmed ? "confirmed" : "turned-down", bank, day, next);
    }

    private static String done(String what, String bank, LocalDate day, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/reconciliations/" + bank + "/" + day;
    }
}
