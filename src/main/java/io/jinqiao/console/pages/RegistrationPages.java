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

/** Cases at the registries that wait for somebody, and how late they are. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR})
class RegistrationPages {
    private static final int MOST = 200;
    private static final Set<String> WHOM = Set.of("registrar", "bank", "centre");

    private final CaseFacts cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RegistrationPages(CaseFacts cases, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param pace of a case that waits */
    record Row(CaseFacts.Waiting waiting, Pace pace) {}

    @GetMapping("/console/registrations")
    String list(@RequestParam(required = false) @Nullable String whom, Model model) {
        String asked = whom != null && WHOM.contains(whom) ? whom : null;
        LocalDate today = WorkingCalendar.today(clock);
        List<Row> rows = cases.waiting(asked, MOST).stream()
                .map(one -> new Row(one, Pace.of(calendar, one.promisedBy(), one.legalBy(), today)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("queues", cases.queues(today));
        model.addAttribute("whom", asked);
        model.addAttribute("most", MOST);
        return "console/registrations";
    }
}
