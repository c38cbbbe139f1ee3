package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Crediting;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.SharedReporting;
import io.jinqiao.console.facts.CreditFacts;
import io.jinqiao.console.facts.SharedReportingFacts;
import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.Side;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who does what of a loan towards the Center, the lists of banks that report themselves, what was told by mistake and should be deleted, and other identifiers. */
@Controller
@Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
class CreditAgreementPages {
    private static final int MOST = 50;

    private final CreditFacts facts;
    private final SharedReportingFacts shared;
    private final Crediting crediting;
    private final SharedReporting sharing;

    CreditAgreementPages(CreditFacts facts, SharedReportingFacts shared, Crediting crediting, SharedReporting sharing) {
        this.facts = facts;
        this.shared = shared;
        this.crediting = crediting;
        this.sharing = sharing;
    }

    @GetMapping("/console/credit-agreements")
    String page(@RequestParam(required = false) @Nullable String bank, @RequestParam(required = false) @Nullable YearMonth month, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("duties", shared.duties().stream().limit(MOST).toList());
        model.addAttribute("lists", shared.lists().stream().limit(MOST).toList());
        model.addAttribute("changes", facts.changes().stream().limit(MOST).toList());
        model.addAttribute("bank", bank);
        model.addAttribute("month", month);
        model.addAttribute("differing", bank == null || month == null ? null : shared.differing(bank, month));
        model.addAttribute("sides", Side.values());
        model.addAttribute("mayAgree", actor.is(Role.BANK_MANAGER, Role.APPROVER));
        model.addAttribute("mayTake", actor.is(Role.OPERATOR));
        return "console/credit-agreements";
    }

    @PostMapping("/console/credit-duties")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String duty(
            @RequestParam String account,
            @RequestParam String reporter,
            @RequestParam String notifier,
            @RequestParam String objections,
            @RequestParam String agreement,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        sharing.propose(new AgreeDuties(account.strip(), side(reporter), side(notifier), side(objections), agreement.strip(), reason.strip()), actor);
        return done(next);
    }

    private static Side side(String word) {
        return Words.parse(word, Side.class);
    }

    @PostMapping("/console/credit-duties/{number}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answerDuty(@PathVariable long number, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        sharing.answer(number, confirmed, actor);
        return done(next);
    }

    @PostMapping("/console/credit-lists")
    @Needs(Role.OPERATOR)
    String take(@RequestParam String bank, @RequestParam YearMonth month, @RequestParam MultipartFile file, @AuthenticationPrincipal Actor actor, RedirectAttributes next) throws IOException {
        try (InputStream list = file.getInputStream()) {
            sharing.take(new PartnerId(bank.strip()), month, list, actor);
        }
        return done(next);
    }

    @PostMapping("/console/credit-changes")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String change(
            @RequestParam String account,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String becomes,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        crediting.proposeChange(new ChangeReported(account.strip(), from, to, becomes == null || becomes.isBlank() ? null : becomes.strip(), reason.strip()), actor);
        return done(next);
    }

    @PostMapping("/console/credit-changes/{number}/answer")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String answerChange(@PathVariable long number, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        crediting.answerChange(number, confirmed, actor);
        return done(next);
    }

    private static String done(RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done("credit-agreement"));
        return "redirect:/console/credit-agreements";
    }
}
