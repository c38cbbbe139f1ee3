package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Audit;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CollectionFacts;
import io.jinqiao.console.facts.EventFacts;
import io.jinqiao.console.facts.LoanFacts;
import io.jinqiao.console.facts.LoanRow;
import io.jinqiao.console.facts.MessageFacts;
import io.jinqiao.console.facts.OpinionFacts;
import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.LoanDeadlines;
import io.jinqiao.loan.LoanWord;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Loans: the list, and the trace of one. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class LoanPages {
    private static final int PAGE = 40;

    private final LoanFacts loans;
    private final EventFacts events;
    private final MessageFacts messages;
    private final OpinionFacts opinions;
    private final LoanDeadlines deadlines;
    private final LoanRegistrations registrations;
    private final CollectionFacts collection;
    private final Audit audit;

    LoanPages(
            LoanFacts loans,
            EventFacts events,
            MessageFacts messages,
            OpinionFacts opinions,
            LoanDeadlines deadlines,
            LoanRegistrations registrations,
            CollectionFacts collection,
            Audit audit) {
        this.loans = loans;
        this.events = events;
        this.messages = messages;
        this.opinions = opinions;
        this.deadlines = deadlines;
        this.registrations = registrations;
        this.collection = collection;
        this.audit = audit;
    }

    @GetMapping("/console/loans")
    String list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String word,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        LoanFacts.Question question = new LoanFacts.Question(given(partner), given(word), given(words));
        long count = loans.count(question);
        int last = (int) Math.max(0, (count - 1) / PAGE);
        int shown = Math.min(Math.max(page, 0), last);
        List<LoanRow> found = loans.page(question, shown, PAGE);
        model.addAttribute("loans", found);
        model.addAttribute("clocks", nextClocks(found));
        model.addAttribute("count", count);
        model.addAttribute("page", shown);
        model.addAttribute("last", last);
        model.addAttribute("partners", messages.partners());
        model.addAttribute("standings", LoanWord.values());
        model.addAttribute("partner", partner);
        model.addAttribute("word", word);
        model.addAttribute("words", words);
        return "console/loans";
    }

    @GetMapping("/console/loans/{acceptanceNo}")
    String trace(@PathVariable String acceptanceNo, Model model) {
        LoanRow loan = find(acceptanceNo);
        model.addAttribute("loan", loan);
        model.addAttribute("tracks", Tracks.of(loan));
        model.addAttribute("deadlines", deadlines.of(acceptanceNo));
        model.addAttribute("events", events.ofLoan(acceptanceNo));
        model.addAttribute("story", messages.ofSubject(loan.partner(), loan.applicationNo()));
        List<OpinionFacts.Sheet> sheets = opinions.of(acceptanceNo);
        model.addAttribute("opinions", sheets);
        model.addAttribute("opinion", sheets.isEmpty() ? null : sheets.get(0));
        model.addAttribute("scans", loans.scans(acceptanceNo));
        model.addAttribute("registrations", registrations.of(loan));
        model.addAttribute("collected", collection.of(loan.partner(), loan.applicationNo()));
        return "console/loan";
    }

    /** Name and number in the clear; whoever looks is written down. */
    @PostMapping("/console/loans/{acceptanceNo}/borrower")
    @Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
    String borrower(@PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, Model model) {
        LoanRow loan = find(acceptanceNo);
        audit.write(actor.name(), "borrower-seen", loan.acceptanceNo(), null);
        model.addAttribute("borrower", loans.borrower(acceptanceNo).orElseThrow());
        return "console/pieces :: borrower";
    }

    private LoanRow find(String acceptanceNo) {
        return loans.find(acceptanceNo).orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
    }

    /** For each loan the running clock with the fewest days left. */
    private Map<String, LoanDeadline> nextClocks(List<LoanRow> found) {
        Map<String, LoanDeadline> next = new HashMap<>();
        deadlines.of(found.stream().map(LoanRow::acceptanceNo).toList()).forEach((loan, clocks) -> clocks.stream()
                .filter(clock -> clock.daysLeft() != null && running(clock))
                .min(Comparator.comparingInt(LoanDeadline::daysLeft))
                .ifPresent(clock -> next.put(loan, clock)));
        return next;
    }

    static boolean running(LoanDeadline clock) {
        return clock.state() == LoanDeadline.State.RUNNING || clock.state() == LoanDeadline.State.LATE;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
