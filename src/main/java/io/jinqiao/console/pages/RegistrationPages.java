package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.Looked;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for somebody about registrations: cases, requests, pre-notices, security in doubt; whom it waits for, how late it is, and what alarms stand. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR})
class RegistrationPages {
    private static final int MOST = 200;
    private static final int MOST_TOLD = 1_000_000;
    private static final Set<String> WHOM = Set.of("registrar", "bank", "borrower", "centre");

    private final CaseFacts cases;
    private final Commands commands;
    private final MessageSource words;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RegistrationPages(CaseFacts cases, Commands commands, MessageSource words, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.commands = commands;
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param pace of a case whose working days run; null elsewhere */
    record Row(CaseFacts.Waiting waiting, @Nullable Pace pace) {}

    @GetMapping("/console/registrations")
    String list(@RequestParam(required = false) @Nullable String whom, @AuthenticationPrincipal Actor actor, Model model) {
        String asked = whom != null && WHOM.contains(whom) ? whom : null;
        LocalDate today = WorkingCalendar.today(clock);
        List<Row> rows = cases.waiting(asked, MOST).stream()
                .map(one -> new Row(one, pace(one, today)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("queues", cases.queues(today));
        model.addAttribute("whom", asked);
        model.addAttribute("most", MOST);
        model.addAttribute("mayLook", actor.is(Role.REVIEWER, Role.APPROVER));
        model.addAttribute("verdicts", Arrays.stream(Looked.Verdict.values()).map(Words::of).toList());
        return "console/registrations";
    }

    @PostMapping("/console/registrations/{caseNo}/looked")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String looked(
            @PathVariable String caseNo, @RequestParam String verdict, @RequestParam String seen, @RequestParam String reason, @AuthenticationPrincipal Actor actor, Locale locale, RedirectAttributes next) {
        Fields said = Fields.of(Content.group().put("verdict", verdict).put("seen", seen).put("reason", reason.strip()).build());
        Looked command = new Looked(caseNo, said.word("verdict", Looked.Verdict.class), said.number("seen", 1, MOST_TOLD), said.text("reason", 200), actor.name());
        said.refuseProblems();
        next.addFlashAttribute("said", looked(actor, command, locale));
        return "redirect:/console/registrations";
    }

    private Said looked(Actor actor, Looked command, Locale locale) {
        try {
            commands.run(actor, "registration-looked", command.caseNo(), null, command);
            return Said.done("looked");
        } catch (Refusal refused) {
            return new Said(false, List.of(notAsApplied(command.caseNo(), refused, locale)));
        }
    }

    /** In the words of the page, where programs read codes. */
    private String notAsApplied(String caseNo, Refusal refused, Locale locale) {
        Problem problem = refused.problems().get(0);
        if (problem.code() != FailureCode.ENTRY_NOT_AS_APPLIED) {
            throw refused;
        }
        String doubts = Arrays.stream(problem.arguments().get(0).split(" ")).map(doubt -> words.getMessage("doubt." + doubt, null, doubt, locale)).collect(Collectors.joining(" · "));
        return words.getMessage("looked.not-as-applied", new Object[] {caseNo, doubts}, locale);
    }

    /** The registry's days stand still while it waits for the branch. */
    private @Nullable Pace pace(CaseFacts.Waiting one, LocalDate today) {
        return one.promisedBy() == null || one.legalBy() == null || one.waitsFor().equals("bank") ? null : Pace.of(calendar, one.promisedBy(), one.legalBy(), today);
    }
}
