package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.SharedReporting;
import io.jinqiao.console.facts.SharedReportingFacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Monthly lists exchanged with banks that report their loans themselves. */
@RestController
@RequestMapping(path = "/api/v1/credit/lists", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR})
@Tag(name = "credit")
class CreditListAddresses {
    private static final String CSV = "text/csv";

    private final SharedReportingFacts facts;
    private final SharedReporting sharing;

    CreditListAddresses(SharedReportingFacts facts, SharedReporting sharing) {
        this.facts = facts;
        this.sharing = sharing;
    }

    @GetMapping
    @Operation(summary = "已收到的银行清单 / lists of banks that are here, latest months first")
    List<SharedReportingFacts.Taken> lists() {
        return facts.lists();
    }

    @PutMapping(path = "/{bank}/{month}", consumes = CSV)
    @Needs(Role.OPERATOR)
    @Operation(summary = "交来银行一个月的报送清单（CSV），取代此前的 / a bank's list of a month, in place of the one before")
    Map<String, Object> take(@PathVariable String bank, @PathVariable String month, HttpServletRequest request, @AuthenticationPrincipal Actor actor) throws IOException {
        return Map.of("lines", sharing.take(Ids.partner(bank), month(month), request.getInputStream(), actor));
    }

    @GetMapping("/{bank}/{month}/differences")
    @Operation(summary = "与本中心事实不一致的贷款 / loans that stand otherwise here, or on one side only")
    List<SharedReportingFacts.Differing> differences(@PathVariable String bank, @PathVariable String month) {
        return facts.differing(Ids.partner(bank).value(), month(month));
    }

    @GetMapping(path = "/{bank}/{month}/ours", produces = CSV)
    @Operation(summary = "本中心交给银行的清单（CSV） / the centre's list for the bank")
    void ours(@PathVariable String bank, @PathVariable String month, HttpServletResponse response) throws IOException {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        facts.write(Ids.partner(bank).value(), month(month), response.getWriter());
    }

    private static YearMonth month(String text) {
        return YearMonth.from(Asked.day("month", text + "-01"));
    }
}
