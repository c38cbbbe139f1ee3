package io.jinqiao.console.pages;

import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for somebody about registrations: cases, requests, pre-notices, security in doubt; whom it waits for, how late it is, and what alarms stand. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR})
class RegistrationPages {
    private static final int MOST = 200;
    private static final Set<String> WHOM = Set.of("registrar", "bank", "borrower", "centre");

    private final CaseFacts cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RegistrationPages(CaseFacts cases, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param pace of a case whose working days run; null elsewhere */
    record Row(CaseFacts.Waiting waiting, @Nullable Pace pace) {}

    @GetMapping("/console/registrations")
    String list(@RequestParam(required = false) @Nullable String whom, Model model) {
        String asked = whom != null && WHOM.contains(whom) ? whom : null;
        LocalDate today = WorkingCalendar.today(clock);
        List<Row> rows = cases.waiting(asked, MOST).stream()
                .map(one -> new Row(one, pace(one, today)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("queues", cases.queues(today));
        model.addAttribute("whom", asked);
        model.addAttribute("most", MOST);
        return "console/registrations";
    }

    /** The registry's days stand still while it waits for the branch. */
    private @Nullable Pace pace(CaseFacts.Waiting one, LocalDate today) {
        return one.promisedBy() == null || one.legalBy() == null || one.waitsFor().equals("bank") ? null : Pace.of(calendar, one.promisedBy(), one.legalBy(), today);
    }
}
