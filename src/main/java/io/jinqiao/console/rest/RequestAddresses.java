package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Commands;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.RequestFacts;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Fields;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.mortgage.PossibleFrom;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What goes before a case at a registry, and what is late. Nobody's name is in it. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "registrations")
class RequestAddresses {
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_TOLD = 1_000_000;

    private final RequestFacts facts;
    private final Commands commands;
    private final Asked asked;

    RequestAddresses(RequestFacts facts, Commands commands, Asked asked) {
        this.facts = facts;
        this.commands = commands;
        this.asked = asked;
    }

    record Requests(List<RequestFacts.Request> requests) {}

    record Checks(List<RequestFacts.Check> checks) {}

    record Alarms(List<RequestFacts.Alarm> alarms) {}

    record Found(Looked.@Nullable Verdict verdict, int seen, String reason) {}

    record Possible(LocalDate possibleOn, @Nullable LocalDate transferAppliedOn, String reason) {}

    @GetMapping("/registration-requests")
    @Operation(summary = "网点的登记申请及其等待原因 / requests of branches and what each waits for; waiting = only those that are held")
    Requests requests(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "50") int size) {
        return new Requests(facts.requests(asked.number("number", number), waiting, Asked.between("size", size, 1, LARGEST_PAGE)));
    }

    @GetMapping("/property-checks")
    @Operation(summary = "权属核验及结论 / questions to the register and what follows; without a verdict nothing is known")
    Checks checks(@RequestParam(required = false) @Nullable String number, @RequestParam(defaultValue = "50") int size) {
        return new Checks(facts.checks(asked.number("number", number), Asked.between("size", size, 1, LARGEST_PAGE)));
    }

    @GetMapping("/registration-alarms")
    @Operation(summary = "登记超期与九十日提醒 / working days exceeded, and the ninety days of pre-notices; most urgent first")
    Alarms alarms(@RequestParam(defaultValue = "50") int size) {
        return new Alarms(facts.alarms(Asked.between("size", size, 1, LARGEST_PAGE)));
    }

    @PostMapping("/registrations/{caseNo}/possible")
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "能够办理登记之日（默认为楼栋首次登记日） / since when the registration a pre-notice is for is possible; every word stays, the latest counts")
    String possible(@PathVariable String caseNo, @AuthenticationPrincipal Actor actor, @Body(Possible.class) Fields body) {
        PossibleFrom command = new PossibleFrom(
                caseNo, body.date("possibleOn"), body.optionalDate("transferAppliedOn"), body.text("reason", 200), actor.name());
        body.refuseProblems();
        return CanonicalJson.write(commands.run(actor, "registration-possible", caseNo, null, command));
    }

    @PostMapping("/registrations/{caseNo}/looked")
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "存疑事项已核对：登记仍然有效，或已不复存在 / a person has looked at what is in doubt: what was entered stands, or stands no more; seen = how many things had been told then, of later ones nothing was seen; something new that is told may put it in doubt again")
    String looked(@PathVariable String caseNo, @AuthenticationPrincipal Actor actor, @Body(Found.class) Fields body) {
        Looked command = new Looked(caseNo, body.optionalWord("verdict", Looked.Verdict.class), body.number("seen", 1, MOST_TOLD), body.text("reason", 200), actor.name());
        body.refuseProblems();
        return CanonicalJson.write(commands.run(actor, "registration-looked", caseNo, null, command));
    }
}
