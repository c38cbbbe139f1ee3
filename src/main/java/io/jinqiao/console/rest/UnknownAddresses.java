package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.Traffic;
import io.jinqiao.delivery.Unknowns;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages whose outcome nobody here knows: one proposes, another confirms. */
@RestController
@RequestMapping("/api/v1/unknowns")
@Tag(name = "unknowns")
class UnknownAddresses {
    private final Unknowns unknowns;
    private final Traffic traffic;

    UnknownAddresses(Unknowns unknowns, Traffic traffic) {
        this.unknowns = unknowns;
        this.traffic = traffic;
    }

    record Row(
            String id,
            String partner,
            String operation,
            @Nullable String subject,
            String cause,
            String detail,
            Instant since,
            @Nullable Instant expectedBy,
            int enquiries,
            @Nullable Instant nextEnquiry,
            boolean forPeople,
            @Nullable ProposalRow proposal) {
        static Row of(Unknowns.UnknownMessage m) {
            return new Row(
                    m.id().value(),
                    m.partner().value(),
                    m.operation().id(),
                    m.subject(),
                    io.jinqiao.message.Words.of(m.cause()),
                    m.detail(),
                    m.since(),
                    m.expectedBy(),
                    m.enquiries(),
                    m.nextEnquiry(),
                    m.forPeople(),
                    m.proposal() == null ? null : ProposalRow.of(m.proposal()));
        }
    }

    record ProposalRow(UUID id, String decision, String reason, String by, Instant at) {
        static ProposalRow of(Unknowns.Proposal p) {
            return new ProposalRow(p.id(), io.jinqiao.message.Words.of(p.decision()), p.reason(), p.by(), p.at());
        }
    }

    record Proposal(@Schema(allowableValues = {"accepted", "rejected"}) String decision, String reason) {}

    @GetMapping
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "结果未知的报文 / messages whose outcome is unknown, oldest first")
    List<Row> list() {
        return unknowns.list().stream().map(Row::of).toList();
    }

    @PostMapping("/{id}/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "提议处理结果 / propose what it came to")
    ProposalRow propose(
            @PathVariable String id,
            @AuthenticationPrincipal Actor actor,
            @Body(Proposal.class) Fields body) {
                Unknowns.Decision decision = body.word("decision", Unknowns.Decision.class);
        String reason = body.text("reason", 500);
        body.refuseProblems();
        return ProposalRow.of(traffic.propose(new MessageId(id), decision, reason, actor));
    }

    @PostMapping("/{id}/proposals/{proposal}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "另一人确认 / another person confirms")
    void confirm(@PathVariable String id, @PathVariable UUID proposal, @AuthenticationPrincipal Actor actor) {
        requireBelongs(id, proposal);
        traffic.confirm(proposal, actor);
    }

    private void requireBelongs(String id, UUID proposal) {
        unknowns.find(new MessageId(id))
                .map(Unknowns.UnknownMessage::proposal)
                .filter(p -> p.id().equals(proposal))
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }
}
