package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.SealKeeping;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Words;
import io.jinqiao.opinion.SealCard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The centre's electronic seals: handed in by one, enabled by another. */
@RestController
@RequestMapping("/api/v1/seals")
@Tag(name = "seals")
class SealAddresses {
    private final SealKeeping seals;

    SealAddresses(SealKeeping seals) {
        this.seals = seals;
    }

    record Row(
            String sealId,
            String name,
            String digest,
            Instant from,
            Instant to,
            String state,
            String proposedBy,
            Instant proposedAt,
            String reason,
            @Nullable String lastBy,
            @Nullable Instant lastAt) {
        static Row of(SealCard c) {
            return new Row(
                    c.sealId(), c.name(), c.digest().hex(), c.from(), c.to(), Words.of(c.state()), c.proposedBy(), c.proposedAt(),
                    c.reason(), c.lastBy(), c.lastAt());
        }
    }

    record Proposal(
            @Schema(description = "Seal.esl, Base64") String data,
            String reason) {}

    record Act(String reason) {}

    @GetMapping
    @Needs({Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "电子印章 / the electronic seals, latest first")
    List<Row> list() {
        return seals.all().stream().map(Row::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.APPROVER, Role.ADMINISTRATOR})
    @Operation(summary = "交入电子印章 / hand a seal in, as its maker made it")
    Row propose(@AuthenticationPrincipal Actor actor, @Body(Proposal.class) Fields body) {
        byte[] data = body.value("data", SealAddresses::base64);
        String reason = body.text("reason", 500);
        body.refuseProblems();
        return Row.of(seals.propose(data, reason, actor));
    }

    @PostMapping("/{sealId}/enable")
    @Needs({Role.APPROVER, Role.ADMINISTRATOR})
    @Operation(summary = "由另一人启用 / another person lets it be used")
    Row enable(@PathVariable String sealId, @AuthenticationPrincipal Actor actor, @Body(Act.class) Fields body) {
        return Row.of(seals.enable(sealId, reason(body), actor));
    }

    @PostMapping("/{sealId}/disable")
    @Needs({Role.APPROVER, Role.ADMINISTRATOR})
    @Operation(summary = "停用，不可恢复 / stop it, for good")
    Row disable(@PathVariable String sealId, @AuthenticationPrincipal Actor actor, @Body(Act.class) Fields body) {
        return Row.of(seals.disable(sealId, reason(body), actor));
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "Base64");
        }
    }

    private static String reason(Fields body) {
        String reason = body.text("reason", 500);
        body.refuseProblems();
        return reason;
    }
}
