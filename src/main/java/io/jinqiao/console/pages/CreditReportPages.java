package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Crediting;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CreditFacts;
import io.jinqiao.credit.RuleText;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports to the credit reference system: how far a run is, which files went, what waits and why. */
@Controller
@Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
class CreditReportPages {
    private static final int MOST = 50;
    private static final String MONTHLY = "210";

    private final CreditFacts facts;
    private final Crediting crediting;
    private final Clock clock;

    CreditReportPages(CreditFacts facts, Crediting crediting, @Qualifier("businessClock") Clock clock) {
        this.facts = facts;
        this.crediting = crediting;
        this.clock = clock;
    }

    /** @param account identifier @param item offending tag, what is not known, or whose notice or consent @param words what the rule asks for; null for an id nobody knows */
    record Waiting(String account, String rule, String item, @Nullable String words) {}

    @GetMapping("/console/credit-reports")
    String list(@RequestParam(required = false) @Nullable String month, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        YearMonth shown = month == null ? YearMonth.from(WorkingCalendar.today(clock)).minusMonths(1) : month(month);
        List<CreditFacts.Run> runs = facts.runs();
        model.addAttribute("month", shown);
        model.addAttribute("runs", runs.stream().limit(MOST).toList());
        model.addAttribute("running", runs.stream().anyMatch(run -> run.endedAt() == null));
        model.addAttribute("files", facts.files().stream().limit(MOST).toList());
        model.addAttribute("waiting", facts.asides(shown, null).stream().map(aside -> new Waiting(aside.account(), aside.rule(), aside.item(), words(aside.rule(), locale))).toList());
        model.addAttribute("refused", facts.refused().stream().limit(MOST).map(row -> refused(row, locale)).toList());
        model.addAttribute("notices", facts.notices().size());
        model.addAttribute("mayStart", actor.is(Role.OPERATOR));
        return "console/credit-reports";
    }

    private Waiting refused(CreditFacts.Refused row, Locale locale) {
        String first = row.rules().get(0);
        String id = first.split(" ", 2)[0];
        return new Waiting(row.account(), id, row.file() + " #" + row.row(), words(id, locale));
    }

    private @Nullable String words(String rule, Locale locale) {
        List<RuleText> texts = crediting.explain(MONTHLY, rule);
        return texts.isEmpty() ? null : locale.getLanguage().equals("zh") ? texts.get(0).zh() : texts.get(0).en();
    }

    @PostMapping("/console/credit-reports")
    @Needs(Role.OPERATOR)
    String start(@RequestParam String month, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        crediting.start(month(month), actor);
        next.addFlashAttribute("said", Said.done("credit-report"));
        return "redirect:/console/credit-reports";
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.at("month", FailureCode.FIELD_WRONG_FORM, "yyyy-MM"));
        }
    }
}
