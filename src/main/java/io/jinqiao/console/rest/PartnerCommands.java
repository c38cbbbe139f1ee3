package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.Traffic;
import io.jinqiao.message.Fields;
import io.jinqiao.message.PartnerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one visible stop of a partner. */
@RestController
@RequestMapping("/api/v1/partners/{partner}")
@Needs({Role.OPERATOR, Role.BANK_MANAGER})
@Tag(name = "partners")
class PartnerCommands {
    private final Traffic traffic;

    PartnerCommands(Traffic traffic) {
        this.traffic = traffic;
    }

    record Reason(String reason) {}

    @PostMapping("/stop")
    @Operation(summary = "暂停向合作方发送 / nothing more is sent to the partner")
    Map<String, Object> stop(
            @PathVariable String partner,
            @AuthenticationPrincipal Actor actor,
            @Body(Reason.class) Fields body) {
        PartnerId id = partner(partner);
        traffic.stop(id, reason(body), actor);
        return Map.of("partner", id.value(), "stopped", true);
    }

    @PostMapping("/resume")
    @Operation(summary = "恢复发送 / held messages go again")
    Map<String, Object> resume(
            @PathVariable String partner,
            @AuthenticationPrincipal Actor actor,
            @Body(Reason.class) Fields body) {
        PartnerId id = partner(partner);
        int let = traffic.resume(id, reason(body), actor);
        return Map.of("partner", id.value(), "stopped", false, "released", let);
    }

    private static PartnerId partner(String text) {
        return Ids.partner(text);
    }

    private static String reason(Fields body) {
        String reason = body.text("reason", 500);
        body.refuseProblems();
        return reason;
    }
}
