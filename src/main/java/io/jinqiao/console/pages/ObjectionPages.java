package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Disputes;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.ObjectionFacts;
import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Objections (异议): which must be answered by when, and what was done about one. */
@Controller
@Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
class ObjectionPages {
    private static final int PAGE = 50;
    /** Days before the last one from which an open objection is shown as urgent. */
    private static final int NEAR = 5;

    private final ObjectionFacts facts;
    private final Disputes disputes;
    private final Clock clock;

    ObjectionPages(ObjectionFacts facts, Disputes disputes, @Qualifier("businessClock") Clock clock) {
        this.facts = facts;
        this.disputes = disputes;
        this.clock = clock;
    }

    /** @param left calendar days until the last one is over; negative when it is */
    record Row(ObjectionFacts.Objection one, long left) {
        public boolean open() {
            return !one.stage().equals("replied");
        }

        public boolean near() {
            return left <= NEAR;
        }
    }

    @GetMapping("/console/objections")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("rows", facts.page(false, Math.max(0, page), PAGE).stream().map(this::row).toList());
        model.addAttribute("total", facts.count(false));
        model.addAttribute("open", facts.count(true));
        model.addAttribute("page", Math.max(0, page));
        model.addAttribute("size", PAGE);
        return "console/objections";
    }

    private Row row(ObjectionFacts.Objection one) {
        LocalDate today = WorkingCalendar.today(clock);
        return new Row(one, ChronoUnit.DAYS.between(today, one.dueOn()));
    }

    @GetMapping("/console/objections/{objectionNo}")
    String one(@PathVariable String objectionNo, @AuthenticationPrincipal Actor actor, Model model) {
        ObjectionFacts.Objection found = facts.find(objectionNo).orElseThrow(() -> new Refusal(FailureCode.CREDIT_OBJECTION_UNKNOWN));
        model.addAttribute("row", row(found));
        model.addAttribute("one", found);
        model.addAttribute("acts", facts.acts(objectionNo));
        model.addAttribute("mayAct", actor.is(Role.REVIEWER, Role.APPROVER) && !found.stage().equals("replied"));
        return "console/objection";
    }

    @PostMapping("/console/objections/{objectionNo}/finding")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String find(
            @PathVariable String objectionNo, @RequestParam String finding, @RequestParam String reason, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        return act(objectionNo, new ObjectionAct.Find(Words.parse(finding, ObjectionAct.Finding.class), told("reason", reason, 500)), actor, next);
    }

    @PostMapping("/console/objections/{objectionNo}/answer")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String answer(@PathVariable String objectionNo, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        return act(objectionNo, new ObjectionAct.Answer(confirmed), actor, next);
    }

    @PostMapping("/console/objections/{objectionNo}/correction")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String correct(@PathVariable String objectionNo, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        return act(objectionNo, new ObjectionAct.Correct(), actor, next);
    }

    @PostMapping("/console/objections/{objectionNo}/mark")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String mark(@PathVariable String objectionNo, @RequestParam boolean on, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        return act(objectionNo, new ObjectionAct.Mark(on), actor, next);
    }

    @PostMapping("/console/objections/{objectionNo}/reply")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String reply(@PathVariable String objectionNo, @RequestParam String letterNo, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        return act(objectionNo, new ObjectionAct.Reply(told("letterNo", letterNo, 64)), actor, next);
    }

    private static String told(String field, String text, int longest) {
        if (text.isBlank()) {
            throw new Refusal(Problem.at(field, FailureCode.FIELD_MISSING));
        }
        if (text.strip().length() > longest) {
            throw new Refusal(Problem.at(field, FailureCode.FIELD_TOO_LONG, "" + longest));
        }
        return text.strip();
    }

    private String act(String objectionNo, ObjectionAct act, Actor actor, RedirectAttributes next) {
        disputes.act(objectionNo, act, actor);
        next.addFlashAttribute("said", Said.done("objection"));
        return "redirect:/console/objections/" + objectionNo;
    }
}
