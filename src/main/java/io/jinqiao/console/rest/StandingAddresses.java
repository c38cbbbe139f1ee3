package io.jinqiao.console.rest;

import io.jinqiao.assessment.ProposeStanding;
import io.jinqiao.assessment.Standing;
import io.jinqiao.assessment.StandingDecision;
import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.Standings;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Standing of the banks: one enters the committee's decision, another confirms it. */
@RestController
@RequestMapping("/api/v1/standings")
@Tag(name = "standings")
class StandingAddresses {
    private final Standing standing;
    private final Standings standings;
    private final Asked asked;

    StandingAddresses(Standing standing, Standings standings, Asked asked) {
        this.standing = standing;
        this.standings = standings;
        this.asked = asked;
    }

    record Row(
            long number,
            String bank,
            String kind,
            @Nullable Integer capApplications,
            @Nullable Long capAmount,
            Instant effectiveFrom,
            String document,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable Boolean confirmed,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {
        static Row of(StandingDecision d) {
            ProposeStanding p = d.proposal();
            ProposeStanding.Cap cap = p.cap();
            Money amount = cap == null ? null : cap.amount();
            return new Row(
                    d.number(),
                    p.bank().value(),
                    Words.of(p.kind()),
                    cap == null ? null : cap.applications(),
                    amount == null ? null : amount.fen(),
                    p.effectiveFrom(),
                    p.document(),
                    p.reason(),
                    p.by(),
                    d.proposedAt(),
                    d.confirmed(),
                    d.answeredBy(),
                    d.answeredAt());
        }
    }

    record Proposal(
            String bank,
            @Schema(allowableValues = {"active", "capped", "suspended", "ended"}) String kind,
            @Nullable Cap cap,
            Instant effectiveFrom,
            @Schema(description = "决定文号 / reference of the committee's decision") String document,
            String reason) {}

    record Cap(@Nullable Integer applications, @Schema(description = "分 / fen") @Nullable Long amount) {}

    record Answer(boolean confirmed) {}

    @GetMapping
    @Needs({Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "承办资格决定 / decisions of one bank, latest first; without a bank: proposals still open")
    List<Row> list(@RequestParam(required = false) @Nullable String bank) {
        asked.partner("bank", bank);
        return (bank == null ? standing.open() : standing.history(Ids.partner(bank))).stream().map(Row::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "录入资格决定 / enter a decision")
    Map<String, Object> propose(
            @AuthenticationPrincipal Actor actor,
            @Body(Proposal.class) Fields body) {
        return Map.of("number", standings.propose(read(body, actor)));
    }

    @PostMapping("/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answer(
            @PathVariable long number,
            @AuthenticationPrincipal Actor actor,
            @Body(Answer.class) Fields body) {
                boolean confirmed = body.flag("confirmed");
        body.refuseProblems();
        standings.confirm(number, confirmed, actor);
    }

    @NullUnmarked
    private static ProposeStanding read(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        ProposeStanding.Kind kind = f.word("kind", ProposeStanding.Kind.class);
        ProposeStanding.Cap cap = f.optionalGroup(
                "cap", c -> new ProposeStanding.Cap(c.optionalNumber("applications", 0, 1_000_000), c.optionalMoney("amount")));
        Instant from = f.instant("effectiveFrom");
        String document = f.text("document", 200);
        String reason = f.text("reason", 500);
        f.refuseProblems();
        return new ProposeStanding(bank, kind, cap, from, document, reason, actor.name());
    }
}
