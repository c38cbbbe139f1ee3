package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.EventFacts;
import io.jinqiao.console.facts.LoanFacts;
import io.jinqiao.console.facts.TrafficFacts;
import io.jinqiao.console.facts.WorkFacts;
import io.jinqiao.evidence.Journal;
import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.LoanDeadlines;
import io.jinqiao.loan.LoanWord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first look in the morning: what stands where, what is due, what waits for people. */
@Controller
@Needs({
    Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR, Role.ADMINISTRATOR, Role.BANK
})
class HomePage {
    private static final int LOOKED_THROUGH = 500;

    private final LoanFacts loans;
    private final LoanDeadlines deadlines;
    private final EventFacts events;
    private final TrafficFacts traffic;
    private final WorkFacts work;
    private final Journal journal;

    HomePage(
            LoanFacts loans,
            LoanDeadlines deadlines,
            EventFacts events,
            TrafficFacts traffic,
            WorkFacts work,
            Journal journal) {
        this.loans = loans;
        this.deadlines = deadlines;
        this.events = events;
        this.traffic = traffic;
        this.work = work;
        this.journal = journal;
    }

    /** A clock that will run out soon, or has. */
    record Due(String loan, LoanDeadline clock) {}

    @GetMapping("/console")
    String home(@AuthenticationPrincipal Actor actor, Model model) {
        if (actor.is(Role.BANK)) {
            return "redirect:/console/bank";
        }
        if (actor.roles().equals(Set.of(Role.ADMINISTRATOR))) {
            return "redirect:/console/people";
        }
        Map<String, Long> byWord = loans.byWord();
        long all = byWord.values().stream().mapToLong(Long::longValue).sum();
        List<Due> due = due();
        model.addAttribute("byWord", byWord);
        model.addAttribute("loanCount", all);
        model.addAttribute("dueSoon", due.stream().filter(d -> d.clock.daysLeft() <= 3).count());
        model.addAttribute("due", due.subList(0, Math.min(8, due.size())));
        model.addAttribute("unknowns", work.unknownCount());
        model.addAttribute("stops", work.stopCount());
        model.addAttribute("days", traffic.lastDays(7));
        model.addAttribute("today", traffic.today());
        model.addAttribute("seal", traffic.lastSeal().orElse(null));
        model.addAttribute("journalOpen", journal.open());
        model.addAttribute("events", events.latest(12));
        model.addAttribute("words", LoanWord.values());
        return "console/home";
    }

    private List<Due> due() {
        return deadlines.of(loans.running(LOOKED_THROUGH)).entrySet().stream()
                .flatMap(of -> of.getValue().stream()
                        .filter(LoanPages::running)
                        .filter(clock -> clock.daysLeft() != null)
                        .map(clock -> new Due(of.getKey(), clock)))
                .sorted(Comparator.comparing((Due due) -> due.clock.daysLeft()).thenComparing(Due::loan))
                .toList();
    }
}
