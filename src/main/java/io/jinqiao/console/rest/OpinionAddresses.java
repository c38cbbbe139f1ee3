package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Audit;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.Words;
import io.jinqiao.opinion.IssuedOpinion;
import io.jinqiao.opinion.Opinions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sealed approval opinions. */
@RestController
@RequestMapping("/api/v1/opinions/{opinionNo}")
@Tag(name = "opinions")
class OpinionAddresses {
    private final Opinions opinions;
    private final Commands commands;
    private final Audit audit;

    OpinionAddresses(Opinions opinions, Commands commands, Audit audit) {
        this.opinions = opinions;
        this.commands = commands;
        this.audit = audit;
    }

    record Sheet(
            String opinionNo,
            int version,
            String bank,
            String applicationNo,
            String format,
            String digest,
            LocalDate validTo,
            Instant issuedAt,
            String standing,
            boolean delivered,
            int copiesPrinted) {
        static Sheet of(IssuedOpinion o) {
            return new Sheet(
                    o.opinionNo(),
                    o.version(),
                    o.bank().value(),
                    o.applicationNo(),
                    o.format(),
                    o.digest().hex(),
                    o.validTo(),
                    o.issuedAt(),
                    Words.of(o.standing()),
                    o.delivered(),
                    o.copiesPrinted());
        }
    }

    record Revocation(String reason, String officer) {}

    @GetMapping
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
    @Operation(summary = "审批意见 / an opinion and where it stands")
    Sheet find(@PathVariable String opinionNo) {
        return Sheet.of(issued(opinionNo));
    }

    @GetMapping("/document")
    @Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "已盖章文件 / the sealed file, exactly as sent; format=pdf or ofd for the other one")
    ResponseEntity<byte[]> document(
            @PathVariable String opinionNo,
            @RequestParam(required = false) @Nullable String format,
            @AuthenticationPrincipal Actor actor) {
        Asked.oneOf("format", format, List.of("ofd", "pdf"));
        String wanted = format == null ? issued(opinionNo).format() : format;
        byte[] file = (format == null ? opinions.document(opinionNo) : opinions.document(opinionNo, wanted))
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        audit.write(actor.name(), "opinion-read", opinionNo, null);
        return ResponseEntity.ok()
                .contentType(wanted.equals("pdf") ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(opinionNo + "." + wanted).build().toString())
                .body(file);
    }

    @PostMapping(path = "/revoke", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.APPROVER)
    @Operation(summary = "撤销审批意见 / revoke; the bank is told")
    String revoke(
            @PathVariable String opinionNo,
            @AuthenticationPrincipal Actor actor,
            @Body(Revocation.class) Fields body) {
        String reason = body.text("reason", 500);
        String officer = body.optionalText("officer", 64);
        body.refuseProblems();
        IssuedOpinion issued = issued(opinionNo);
        if (issued.standing() != IssuedOpinion.Standing.IN_FORCE) {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, Words.of(issued.standing()));
        }
        String by = officer == null ? actor.name() : officer;
        RevokeOpinion command = new RevokeOpinion(issued.applicationNo(), issued.bank(), reason, by);
        return CanonicalJson.write(commands.run(actor, "opinion-revoke", opinionNo, by, command));
    }

    private IssuedOpinion issued(String opinionNo) {
        return opinions.find(opinionNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }
}
