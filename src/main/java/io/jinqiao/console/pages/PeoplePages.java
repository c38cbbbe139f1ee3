package io.jinqiao.console.pages;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Audit;
import io.jinqiao.console.Callers;
import io.jinqiao.console.Needs;
import io.jinqiao.console.People;
import io.jinqiao.console.Role;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People and API callers, for the administrator; the audit, for the auditor too. */
@Controller
@Needs(Role.ADMINISTRATOR)
class PeoplePages {
    private static final int AUDIT_LINES = 300;

    private final People people;
    private final Callers callers;
    private final Audit audit;
    private final Catalogue partners;
    private final Clock clock;

    PeoplePages(People people, Callers callers, Audit audit, Catalogue partners, Clock clock) {
        this.people = people;
        this.callers = callers;
        this.audit = audit;
        this.partners = partners;
        this.clock = clock;
    }

    /** A secret shown on the next page and nowhere else. */
    record Secret(String name, String text) implements java.io.Serializable {}

    @GetMapping("/console/people")
    String list(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("callers", callers.all());
        model.addAttribute("roles", Role.staff());
        model.addAttribute("banks", banks());
        model.addAttribute("now", clock.instant());
        return "console/people";
    }

    @PostMapping("/console/people")
    String add(
            @RequestParam String name,
            @RequestParam String title,
            @RequestParam(required = false) @Nullable List<String> roles,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        String password = people.addWithRandomPassword(name.strip(), title.strip(), read(roles), actor.name());
        next.addFlashAttribute("secret", new Secret(name.strip(), password));
        return done("person-added", next);
    }

    @PostMapping("/console/people/of-bank")
    String addOfBank(@RequestParam String name, @RequestParam String title, @RequestParam String bank, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        if (!banks().contains(bank)) {
            throw new Refusal(Problem.at("bank", FailureCode.RESOURCE_UNKNOWN));
        }
        next.addFlashAttribute("secret", new Secret(name.strip(), people.addWithRandomPassword(name.strip(), title.strip(), new PartnerId(bank), actor.name())));
        return done("person-added", next);
    }

    private List<String> banks() {
        return partners.cards().stream().map(card -> card.id().value()).toList();
    }

    @PostMapping("/console/people/{name}/roles")
    String roles(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable List<String> roles,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        people.changeRoles(name, read(roles), actor.name());
        return done("roles-changed", next);
    }

    @PostMapping("/console/people/{name}/password")
    String password(@PathVariable String name, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        next.addFlashAttribute("secret", new Secret(name, people.resetPassword(name, actor.name())));
        return done("password-reset", next);
    }

    @PostMapping("/console/people/{name}/enabled")
    String enable(
            @PathVariable String name,
            @RequestParam boolean enabled,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        people.enable(name, enabled, actor.name());
        return done(enabled ? "person-enabled" : "person-disabled", next);
    }

    @PostMapping("/console/people/callers")
    String issue(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable List<String> roles,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        next.addFlashAttribute("secret", new Secret(name.strip(), callers.issue(name.strip(), read(roles), actor.name())));
        return done("caller-registered", next);
    }

    @PostMapping("/console/people/callers/{name}/withdraw")
    String withdraw(@PathVariable String name, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        callers.withdraw(name, actor.name());
        return done("caller-withdrawn", next);
    }

    @GetMapping("/console/audit")
    @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
    String audit(Model model) {
        model.addAttribute("lines", audit.latest(AUDIT_LINES));
        return "console/audit";
    }

    private static Set<Role> read(@Nullable List<String> words) {
        Set<Role> roles = new TreeSet<>();
        if (words != null) {
            words.forEach(word -> roles.add(Role.of(word)));
        }
        return roles;
    }

    private static String done(String what, RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done(what));
        return "redirect:/console/people";
    }
}
