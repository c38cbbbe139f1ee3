package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Collecting;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CollectionFacts;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.OrderCollection;
import io.jinqiao.repayment.ProposeExclusion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The collector's work list, and the line of time of one case. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class CollectionPages {
    private static final int PAGE = 50;
    private static final Set<String> WHOM = Set.of("bank", "borrower", "centre");

    private final CollectionFacts facts;
    private final Collecting collecting;
    private final Commands commands;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CollectionPages(CollectionFacts facts, Collecting collecting, Commands commands, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.facts = facts;
        this.collecting = collecting;
        this.commands = commands;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param left working days until the last day of the order is over; null when the bank has nothing to do */
    record Row(CollectionFacts.Case one, @Nullable Integer left, int late) {}

    @GetMapping("/console/collection")
    String list(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(required = false) @Nullable String whom,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        LocalDate today = WorkingCalendar.today(clock);
        List<CollectionFacts.Queue> queues = facts.queues(today);
        String partner = bank == null || bank.isBlank() ? null : bank;
        String waits = whom != null && WHOM.contains(whom) ? whom : null;
        String wanted = account == null || account.isBlank() ? null : account.strip();
        CollectionFacts.Question question = new CollectionFacts.Question(partner, waits, wanted);
        model.addAttribute("rows", facts.page(question, Math.max(0, page), PAGE).stream().map(one -> row(one, today)).toList());
        model.addAttribute("total", facts.count(question));
        model.addAttribute("silent", facts.silent(partner));
        model.addAttribute("queues", queues);
        model.addAttribute("banks", queues.stream().map(CollectionFacts.Queue::partner).distinct().toList());
        model.addAttribute("bank", partner);
        model.addAttribute("whom", waits);
        model.addAttribute("account", wanted);
        model.addAttribute("page", Math.max(0, page));
        model.addAttribute("size", PAGE);
        return "console/collection";
    }

    private Row row(CollectionFacts.Case one, LocalDate today) {
        boolean runs = "bank".equals(one.waitsFor()) && one.dueOn() != null;
        return new Row(one, runs ? calendar.between(today, one.dueOn()) : null, runs ? calendar.between(one.dueOn(), today) : 0);
    }

    @GetMapping("/console/collection/{caseNo}")
    String one(@PathVariable String caseNo, @AuthenticationPrincipal Actor actor, Model model) {
        CollectionFacts.Case found = facts.find(caseNo).orElseThrow(() -> new Refusal(FailureCode.COLLECTION_CASE_UNKNOWN));
        List<CollectionFacts.Order> orders = facts.orders(caseNo);
        List<CollectionFacts.Act> acts = facts.acts(caseNo);
        boolean runs = found.closedOn() == null;
        model.addAttribute("one", found);
        model.addAttribute("orders", orders);
        model.addAttribute("acts", acts);
        model.addAttribute("line", facts.line(caseNo));
        model.addAttribute("picture", CollectionPicture.of(found, orders, acts, WorkingCalendar.today(clock)));
        model.addAttribute("exclusions", facts.exclusions(caseNo));
        boolean free = found.orderState() == null || !Set.of("issued", "taken", "tried").contains(found.orderState());
        model.addAttribute("mayOrder", actor.is(Role.COLLECTOR) && found.state().equals("collecting") && free);
        model.addAttribute("mayExclude", runs && actor.is(Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER));
        model.addAttribute("steps", List.of(CollectionStep.values()).stream().map(Words::of).toList());
        model.addAttribute("reasons", List.of(ProposeExclusion.Why.values()).stream().map(Words::of).toList());
        return "console/collection-case";
    }

    @PostMapping("/console/collection/{caseNo}/order")
    @Needs(Role.COLLECTOR)
    String order(
            @PathVariable String caseNo,
            @RequestParam String step,
            @RequestParam String person,
            @RequestParam int within,
            @RequestParam(required = false) @Nullable String remark,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        OrderCollection command = new OrderCollection(
                caseNo, Words.parse(step, CollectionStep.class), List.of(Words.parse(person, Party.Role.class)), within, remark == null || remark.isBlank() ? null : remark.strip(),
                actor.name());
        commands.run(actor, "collection-step", caseNo, step, command);
        return done("ordered", caseNo, next);
    }

    @PostMapping("/console/collection/{caseNo}/exclude")
    @Needs({Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER})
    String exclude(
            @PathVariable String caseNo,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        if (document.isBlank()) {
            throw new Refusal(Problem.at("document", FailureCode.FIELD_MISSING));
        }
        ProposeExclusion.Why reason = why == null || why.isBlank() ? null : Words.parse(why, ProposeExclusion.Why.class);
        collecting.propose(new ProposeExclusion(caseNo, reason, document.strip(), actor.name()));
        return done("proposed", caseNo, next);
    }

    @PostMapping("/console/collection/{caseNo}/exclusions/{number}")
    @Needs({Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER})
    String answer(
            @PathVariable String caseNo, @PathVariable long number, @RequestParam boolean confirmed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        collecting.answer(number, confirmed, actor);
        return done(confirmed ? "confirmed" : "turned-down", caseNo, next);
    }

    private static String done(String what, String caseNo, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/collection/" + caseNo;
    }
}
