package io.jinqiao.console.pages;

import io.jinqiao.assessment.Standing;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.Standings;
import io.jinqiao.console.Traffic;
import io.jinqiao.console.facts.WorkFacts;
import io.jinqiao.delivery.Unknowns;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work list: outcomes nobody knows, what stands still, standing to confirm. One proposes, another confirms. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR})
class WorkPages {
    private final WorkFacts work;
    private final Standing standing;
    private final Traffic traffic;
    private final Standings standings;

    WorkPages(WorkFacts work, Standing standing, Traffic traffic, Standings standings) {
        this.work = work;
        this.standing = standing;
        this.traffic = traffic;
        this.standings = standings;
    }

    @GetMapping("/console/work")
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("unknowns", work.unknowns());
        model.addAttribute("stops", work.stops());
        model.addAttribute("proposals", standing.open());
        model.addAttribute("maySettle", actor.is(Role.OPERATOR, Role.REVIEWER, Role.APPROVER));
        model.addAttribute("mayResume", actor.is(Role.OPERATOR, Role.BANK_MANAGER));
        model.addAttribute("mayConfirmStanding", actor.is(Role.BANK_MANAGER, Role.APPROVER));
        return "console/work";
    }

    @PostMapping("/console/work/unknowns/{id}/propose")
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER})
    String propose(
            @PathVariable String id,
            @RequestParam String decision,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        traffic.propose(new MessageId(id), Words.parse(decision, Unknowns.Decision.class), required(reason), actor);
        return done("proposed", next);
    }

    @PostMapping("/console/work/unknowns/{id}/ask")
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER})
    String askAgain(@PathVariable String id, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        traffic.askAgain(new MessageId(id), actor);
        return done("asked", next);
    }

    @PostMapping("/console/work/proposals/{proposal}/confirm")
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER})
    String confirm(@PathVariable UUID proposal, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        traffic.confirm(proposal, actor);
        return done("confirmed", next);
    }

    @PostMapping("/console/work/proposals/{proposal}/withdraw")
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER})
    String withdraw(
            @PathVariable UUID proposal,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        traffic.withdraw(proposal, required(reason), actor);
        return done("withdrawn", next);
    }

    @PostMapping("/console/work/partners/{partner}/stop")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER})
    String stop(
            @PathVariable String partner,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        traffic.stop(new PartnerId(partner), required(reason), actor);
        return done("stopped", next);
    }

    @PostMapping("/console/work/partners/{partner}/resume")
    @Needs({Role.OPERATOR, Role.BANK_MANAGER})
    String resume(
            @PathVariable String partner,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        traffic.resume(new PartnerId(partner), required(reason), actor);
        return done("resumed", next);
    }

    @PostMapping("/console/work/standings/{number}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answer(
            @PathVariable long number,
            @RequestParam boolean confirmed,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        standings.confirm(number, confirmed, actor);
        return done(confirmed ? "confirmed" : "turned-down", next);
    }

    static String done(String what, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/work";
    }

    private static String required(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal(Problem.at("reason", FailureCode.FIELD_WRONG_FORM, "1-500"));
        }
        return reason.strip();
    }
}
