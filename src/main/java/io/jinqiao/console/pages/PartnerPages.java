package io.jinqiao.console.pages;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.PartnerCard;
import io.jinqiao.assessment.ProposeStanding;
import io.jinqiao.assessment.Standing;
import io.jinqiao.assessment.StandingDecision;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.Standings;
import io.jinqiao.console.facts.PartnerFacts;
import io.jinqiao.console.facts.Shown;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partners: who they are, whether they may take applications, whether traffic runs. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class PartnerPages {
    private final Catalogue catalogue;
    private final Standing standing;
    private final Standings standings;
    private final PartnerStops stops;
    private final PartnerFacts facts;
    private final Breakers breakers;
    private final Clock trade;

    PartnerPages(
            Catalogue catalogue,
            Standing standing,
            Standings standings,
            PartnerStops stops,
            PartnerFacts facts,
            Breakers breakers,
            @Qualifier("businessClock") Clock trade) {
        this.catalogue = catalogue;
        this.standing = standing;
        this.standings = standings;
        this.stops = stops;
        this.facts = facts;
        this.breakers = breakers;
        this.trade = trade;
    }

    /** @param now the decision in force; null: no standing */
    record Row(
            PartnerCard card,
            @Nullable StandingDecision now,
            List<StandingDecision> history,
            PartnerStops.@Nullable Stop stop,
            PartnerFacts.Traffic traffic) {}

    @GetMapping("/console/partners")
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        Map<PartnerId, PartnerStops.Stop> stopped =
                stops.list().stream().collect(Collectors.toMap(PartnerStops.Stop::partner, Function.identity()));
        model.addAttribute("rows", catalogue.cards().stream().map(card -> row(card, stopped.get(card.id()))).toList());
        model.addAttribute("breakers", breakers.states());
        model.addAttribute("kinds", ProposeStanding.Kind.values());
        model.addAttribute("tradeDay", Shown.at(trade.instant()).toLocalDate());
        model.addAttribute("mayPropose", actor.is(Role.BANK_MANAGER, Role.APPROVER));
        model.addAttribute("mayStop", actor.is(Role.OPERATOR, Role.BANK_MANAGER));
        return "console/partners";
    }

    private Row row(PartnerCard card, PartnerStops.@Nullable Stop stop) {
        List<StandingDecision> history = standing.history(card.id());
        Instant now = trade.instant();
        Optional<StandingDecision> inForce = history.stream()
                .filter(d -> Boolean.TRUE.equals(d.confirmed()) && !d.proposal().effectiveFrom().isAfter(now))
                .findFirst();
        return new Row(card, inForce.orElse(null), history, stop, facts.traffic(card.id().value()));
    }

    @PostMapping("/console/partners/standing")
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    String propose(
            @RequestParam String bank,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable Integer capApplications,
            @RequestParam(required = false) @Nullable BigDecimal capYuan,
            @RequestParam LocalDate from,
            @RequestParam String document,
            @RequestParam String reason,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        ProposeStanding.Kind wanted = Words.parse(kind, ProposeStanding.Kind.class);
        Instant effective = from.atStartOfDay(Shown.ZONE).toInstant();
        Instant now = trade.instant();
        standings.propose(new ProposeStanding(
                new PartnerId(bank),
                wanted,
                cap(wanted, capApplications, capYuan),
                effective.isBefore(now) ? now : effective,
                required("document", document),
                required("reason", reason),
                actor.name()));
        next.addFlashAttribute("said", Said.done("proposed"));
        return "redirect:/console/partners";
    }

    private static ProposeStanding.@Nullable Cap cap(
            ProposeStanding.Kind kind, @Nullable Integer applications, @Nullable BigDecimal yuan) {
        return kind == ProposeStanding.Kind.CAPPED
                ? new ProposeStanding.Cap(applications, yuan == null ? null : Money.yuan(yuan))
                : null;
    }

    private static String required(String field, String text) {
        if (text.isBlank() || text.length() > 200) {
            throw new Refusal(Problem.at(field, FailureCode.FIELD_WRONG_FORM, "1-200"));
        }
        return text.strip();
    }
}
