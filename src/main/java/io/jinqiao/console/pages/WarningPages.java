package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Foreseeing;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.WarningFacts;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.NoteWarning;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The collector's list of loans that soon may be overdue, with what shows it. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class WarningPages {
    private static final int PAGE = 50;

    private final WarningFacts facts;
    private final Foreseeing foreseeing;
    private final Clock clock;

    WarningPages(WarningFacts facts, Foreseeing foreseeing, @Qualifier("businessClock") Clock clock) {
        this.facts = facts;
        this.foreseeing = foreseeing;
        this.clock = clock;
    }

    @GetMapping("/console/warnings")
    String list(
            @RequestParam(required = false) @Nullable String sign,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "0") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        LocalDate today = WorkingCalendar.today(clock);
        String wanted = account == null || account.isBlank() ? null : account.strip();
        WarningFacts.Question question = new WarningFacts.Question(null, null, sign == null || sign.isBlank() ? null : sign, wanted, ended);
        List<WarningFacts.Sign> signs = facts.signs();
        model.addAttribute("signs", signs);
        model.addAttribute("rows", facts.page(question, today, Math.max(0, page), PAGE));
        model.addAttribute("total", facts.count(question));
        model.addAttribute("question", question);
        model.addAttribute("today", today);
        model.addAttribute("page", Math.max(0, page));
        model.addAttribute("size", PAGE);
        model.addAttribute("mayNote", !ended && actor.is(Role.COLLECTOR, Role.BANK_MANAGER));
        return "console/warnings";
    }

    @PostMapping("/console/warnings/{number}/note")
    @Needs({Role.COLLECTOR, Role.BANK_MANAGER})
    String note(
            @PathVariable long number,
            @RequestParam String note,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        foreseeing.note(new NoteWarning(number, note.strip(), until, actor.name()));
        next.addFlashAttribute("said", Said.done("noted"));
        return "redirect:/console/warnings";
    }
}
