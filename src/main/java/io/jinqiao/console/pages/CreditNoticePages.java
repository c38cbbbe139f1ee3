package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Crediting;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CreditFacts;
import io.jinqiao.credit.NoticeStep;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who must be told before something adverse is told of them (不良信息告知), and what cannot be delivered and waits for two people. */
@Controller
@Needs({Role.OPERATOR, Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
class CreditNoticePages {
    private final CreditFacts facts;
    private final Crediting crediting;

    CreditNoticePages(CreditFacts facts, Crediting crediting) {
        this.facts = facts;
        this.crediting = crediting;
    }

    @GetMapping("/console/credit-notices")
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("notices", facts.notices());
        model.addAttribute("releases", facts.releases());
        model.addAttribute("whats", NoticeStep.What.values());
        model.addAttribute("mayTell", actor.is(Role.OPERATOR, Role.COLLECTOR));
        model.addAttribute("mayRelease", actor.is(Role.BANK_MANAGER, Role.APPROVER));
        return "console/credit-notices";
    }

    @PostMapping("/console/credit-notices")
    @Needs({Role.OPERATOR, Role.COLLECTOR})
    String step(
            @RequestParam String account,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate episode,
            @RequestParam String person,
            @RequestParam String what,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String content,
            @RequestParam(required = false) @Nullable String address,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        crediting.step(new NoticeStep(account, episode, person, Words.parse(what, NoticeStep.What.class), on, filled(channel), filled(content), filled(address)), actor);
        return done(next);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @PostMapping("/console/credit-releases")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String release(
            @RequestParam String account,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate episode,
            @RequestParam String person,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        crediting.proposeRelease(account, episode, person, reason.strip(), actor);
        return done(next);
    }

    @PostMapping("/console/credit-releases/{number}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answer(@PathVariable long number, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        crediting.answerRelease(number, confirmed, actor);
        return done(next);
    }

    private static String done(RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done("credit-notice"));
        return "redirect:/console/credit-notices";
    }
}
