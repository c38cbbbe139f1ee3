package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Foreseeing;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.WarningFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.NoteWarning;
import io.jinqiao.repayment.RegisterPledge;
import io.jinqiao.repayment.TellContribution;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Loans that owe nothing overdue and soon may: what shows it, and what the core system tells to find it. */
@RestController
@RequestMapping(path = "/api/v1/warnings", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "warnings")
class WarningAddresses {
    private static final int LARGEST_PAGE = 500;

    private final WarningFacts facts;
    private final Foreseeing foreseeing;
    private final Asked asked;
    private final Clock clock;

    WarningAddresses(WarningFacts facts, Foreseeing foreseeing, Asked asked, @Qualifier("businessClock") Clock clock) {
        this.facts = facts;
        this.foreseeing = foreseeing;
        this.asked = asked;
        this.clock = clock;
    }

    @Schema(name = "EarlyWarnings")
    record Page(List<WarningFacts.Warning> warnings, long total, int page, int size) {}

    @Schema(name = "ContributionsTold")
    record Contributions(String bank, List<Contribution> contributions) {}

    @Schema(name = "ContributionTold")
    record Contribution(
            String accountNo,
            @Schema(allowableValues = {"employed", "flexible", "labour-agency"}) String contributor,
            @Schema(description = "年月 / month", example = "2026-10") String month,
            boolean contributed,
            @Nullable @Schema(description = "缴存余额，分 / fund balance in fen") Long balance) {}

    @Schema(name = "ContributionPledge")
    record Pledge(
            String bank, String accountNo, String pledgeNo, @Schema(example = "2026-10") String from, @Schema(example = "2028-09") String until,
            @Schema(description = "可缺缴月数 / months that may be missed") int tolerated, String document) {}

    @Schema(name = "NoteOfWarning")
    record Note(String note, @Schema(description = "至该日无需处理 / needs nobody until then") LocalDate until) {}

    @GetMapping
    @Operation(summary = "贷后预警：未处理、紧急的在前 / early warnings, those nobody looked after and the urgent first; amounts among the facts in fen")
    Page warnings(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String sign,
            @RequestParam(required = false) @Nullable String accountNo,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        WarningFacts.Question question = new WarningFacts.Question(
                asked.partner("bank", bank), Asked.oneOf("grade", grade, List.of("watch", "urgent")), Asked.number("sign", sign), Asked.number("accountNo", accountNo), ended);
        return new Page(facts.page(question, WorkingCalendar.today(clock), Asked.between("page", page, 0, 1_000_000), rows), facts.count(question), page, rows);
    }

    @PostMapping("/contributions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "核心系统报送贷款职工的缴存情况 / the core system tells whether contributions of a month were paid")
    void contributions(@AuthenticationPrincipal Actor actor, @Body(Contributions.class) Fields body) {
        foreseeing.contributions(told(body), actor);
    }

    @NullUnmarked
    private static List<TellContribution> told(Fields f) {
        PartnerId bank = f.value("bank", Ids::partner);
        List<TellContribution> told = f.rows("contributions", 1, TellContribution.MOST, row -> {
            String account = row.text("accountNo", 30);
            Contributor contributor = row.word("contributor", Contributor.class);
            YearMonth month = row.value("month", WarningAddresses::month);
            boolean contributed = row.flag("contributed");
            Money balance = row.optionalMoney("balance");
            return new TellContribution(bank, account, contributor, month, contributed, balance);
        });
        f.refuseProblems();
        return told;
    }

    @PostMapping("/pledges")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.REVIEWER, Role.APPROVER})
    @Operation(summary = "登记贷后缴存承诺书 / register a pledge to go on contributing after the loan")
    void pledge(@AuthenticationPrincipal Actor actor, @Body(Pledge.class) Fields body) {
        foreseeing.pledge(pledge(body, actor));
    }

    @NullUnmarked
    private static RegisterPledge pledge(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        String account = f.text("accountNo", 30);
        String pledgeNo = f.text("pledgeNo", 40);
        YearMonth from = f.value("from", WarningAddresses::month);
        YearMonth until = f.value("until", WarningAddresses::month);
        int tolerated = f.number("tolerated", 0, 120);
        String document = f.text("document", 64);
        f.refuseProblems();
        return new RegisterPledge(bank, account, pledgeNo, from, until, tolerated, document, actor.name());
    }

    @PostMapping("/{number}/note")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.COLLECTOR, Role.BANK_MANAGER})
    @Operation(summary = "登记处理情况 / say what was done about a warning")
    void note(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Note.class) Fields body) {
        foreseeing.note(note(number, body, actor));
    }

    @NullUnmarked
    private static NoteWarning note(long number, Fields f, Actor actor) {
        String note = f.text("note", 500);
        LocalDate until = f.date("until");
        f.refuseProblems();
        return new NoteWarning(number, note, until, actor.name());
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "yyyy-MM");
        }
    }
}
