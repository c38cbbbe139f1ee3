package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Packs;
import io.jinqiao.console.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence packs as ZIP files, for whoever checks them offline. */
@RestController
@Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
@Tag(name = "evidence")
class EvidenceAddresses {
    private final Packs packs;
    private final Asked asked;

    EvidenceAddresses(Packs packs, Asked asked) {
        this.packs = packs;
        this.asked = asked;
    }

    @GetMapping("/api/v1/loans/{acceptanceNo}/evidence")
    @Operation(summary = "一笔贷款的证据包 / the evidence of one loan")
    void ofLoan(@PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor, HttpServletResponse response)
            throws IOException {
        packs.ofLoan(acceptanceNo, actor, response);
    }

    @GetMapping("/api/v1/messages/{id}/evidence")
    @Operation(summary = "一件报文的证据包 / the evidence of one message; id: journal record or message number")
    void ofMessage(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        packs.ofMessage(id, asked.partner("partner", partner), actor, response);
    }
}
