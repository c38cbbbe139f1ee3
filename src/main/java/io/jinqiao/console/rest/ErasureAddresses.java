package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Erasures;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.message.Fields;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Subject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What need not be kept any more: one proposes that it be erased, another confirms. */
@RestController
@RequestMapping("/api/v1/erasures")
@Needs({Role.APPROVER, Role.ADMINISTRATOR})
@Tag(name = "erasures")
class ErasureAddresses {
    private final Erasures erasures;

    ErasureAddresses(Erasures erasures) {
        this.erasures = erasures;
    }

    record DueRow(@Nullable String applicationNo, String partner, LocalDate keptUntil) {
        static DueRow of(Erasures.Due due) {
            return new DueRow(due.subject().applicationNo(), due.subject().partner().value(), due.keptUntil());
        }
    }

    /** @param keys how many were erased; null: only proposed */
    record Row(
            UUID id,
            String partner,
            @Nullable String applicationNo,
            LocalDate keptUntil,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Integer keys) {
        static Row of(Erasures.Erasure e) {
            return new Row(
                    e.id(), e.subject().partner().value(), e.subject().applicationNo(), e.keptUntil(), e.reason(), e.proposedBy(),
                    e.proposedAt(), e.confirmedBy(), e.confirmedAt(), e.keys());
        }
    }

    record ErasureProposal(String partner, String applicationNo, String reason) {}

    @GetMapping("/due")
    @Needs({Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "保存期限已届满的申请 / applications that need not be kept any more")
    List<DueRow> due() {
        return erasures.due().stream().map(DueRow::of).toList();
    }

    @GetMapping
    @Needs({Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "删除提议与结果 / erasures proposed and done, latest first")
    List<Row> list() {
        return erasures.all().stream().map(Row::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提议删除个人信息 / propose that it be made unreadable")
    Row propose(@AuthenticationPrincipal Actor actor, @Body(ErasureProposal.class) Fields body) {
        Subject subject = subject(body);
        String reason = body.text("reason", 500);
        body.refuseProblems();
        return Row.of(erasures.propose(subject, reason, actor));
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "由另一人确认，不可恢复 / another person confirms; for good")
    Row confirm(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return Row.of(erasures.confirm(id, actor));
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤回提议 / take a proposal back")
    void withdraw(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        erasures.withdraw(id, actor);
    }

    @NullUnmarked
    private static Subject subject(Fields body) {
        PartnerId partner = body.value("partner", Ids::partner);
        return new Subject(partner, body.text("applicationNo", 64));
    }
}
