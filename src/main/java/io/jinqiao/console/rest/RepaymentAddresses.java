package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.LoanOpenings;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.OpeningFacts;
import io.jinqiao.message.Fields;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.OverdueLedger.InstalmentStanding;
import io.jinqiao.repayment.OverdueLedger.LoanStanding;
import io.jinqiao.repayment.ProposeOpening;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The overdue ledger, and loans older than the gateway. */
@RestController
@RequestMapping("/api/v1/repayments")
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "repayments")
class RepaymentAddresses {
    private static final int LARGEST_PAGE = 1_000;
    private static final int LAST_PAGE = 1_000_000;

    private final OverdueLedger ledger;
    private final LoanOpenings openings;
    private final OpeningFacts facts;
    private final Asked asked;
    private final Clock clock;

    RepaymentAddresses(OverdueLedger ledger, LoanOpenings openings, OpeningFacts facts, Asked asked, @Qualifier("businessClock") Clock clock) {
        this.ledger = ledger;
        this.openings = openings;
        this.facts = facts;
        this.asked = asked;
        this.clock = clock;
    }

    @Schema(name = "OverdueLoan")
    record Row(
            String bank,
            String accountNo,
            int overdue,
            int consecutive,
            int cumulative,
            int days,
            boolean ninetyDays,
            long owed,
            long owedPrincipal,
            long balance,
            long balanceAtRisk,
            @Nullable LocalDate oldestDue,
            LocalDate toldOn,
            @Nullable String applicationNo,
            String method,
            @Nullable String group) {
        static Row of(LoanStanding l) {
            return new Row(
                    l.bank().value(), l.accountNo(), l.overdue(), l.consecutive(), l.cumulative(), l.days(), l.ninetyDays(), l.owed().fen(), l.owedPrincipal().fen(),
                    l.balance().fen(), l.balanceAtRisk().fen(), l.oldestDue(), l.toldOn(),
                    l.applicationNo(), Words.of(l.method()), l.group() == null ? null : Words.of(l.group()));
        }
    }

    @Schema(name = "ToldInstalment")
    record Told(
            int instalment,
            LocalDate dueOn,
            LocalDate toldOn,
            long paid,
            long owed,
            @Nullable LocalDate paidOn,
            @Nullable String source,
            String result,
            boolean overdue,
            boolean late,
            @Nullable LocalDate curedOn) {
        static Told of(InstalmentStanding i) {
            return new Told(
                    i.instalment(), i.dueOn(), i.toldOn(), i.paid().fen(), i.owed().fen(), i.paidOn(), i.source() == null ? null : Words.of(i.source()),
                    Words.of(i.result()), i.overdue(), i.late(), i.curedOn());
        }
    }

    record Opening(String bank, String reason, List<Loan> loans) {}

    @Schema(name = "LoanToOpen")
    record Loan(
            String accountNo,
            @Nullable String contractNo,
            @Nullable String applicationNo,
            @Schema(description = "分 / fen") long amount,
            int months,
            @Schema(description = "年利率，百分数 / percent a year", example = "2.6") String rate,
            @Schema(allowableValues = {"equal-instalment", "equal-principal", "single-repayment"}) String method,
            LocalDate disbursedOn,
            LocalDate firstDue,
            @Schema(allowableValues = {"first-of-january", "contract-day"}) String repricingDay,
            @Schema(allowableValues = {"old-rate", "new-rate", "by-days"}) String straddling,
            @Schema(allowableValues = {"principal", "principal-and-interest"}) String penaltyBase,
            @Schema(example = "1.5") String penaltyTimes,
            @Schema(allowableValues = {"actual-360", "actual-365", "thirty-360"}) String penaltyDays,
            int graceDays,
            @Schema(description = "分 / fen") long balance,
            LocalDate balanceOn) {}

    record Answer(boolean confirmed) {}

    @GetMapping("/overdue")
    @Operation(summary = "逾期台账：某日日终、按某时刻所知；翻页应指定同一时刻 / overdue loans at the end of a day, by what was known at a moment; pages fit together when all are asked as of one moment; amounts in fen")
    List<Row> overdue(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(defaultValue = "1") int atLeast,
            @RequestParam(defaultValue = "360") int atMost,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "200") int size) {
        String partner = asked.partner("bank", bank);
        OverdueLedger.Which which = new OverdueLedger.Which(
                partner == null ? null : new PartnerId(partner), Asked.between("atLeast", atLeast, 0, 360), Asked.between("atMost", atMost, atLeast, 360),
                Asked.word("method", method, RepaymentMethod.class), Asked.word("group", group, Contributor.class), null);
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        long skip = (long) Asked.between("page", page, 0, LAST_PAGE) * rows;
        return ledger.overdue(at(day, known), which, skip, rows).stream().map(Row::of).toList();
    }

    @GetMapping("/instalments")
    @Operation(summary = "一笔贷款各期 / the instalments of one loan that were told of; amounts in fen")
    List<Told> instalments(
            @RequestParam String bank,
            @RequestParam String accountNo,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String known) {
        asked.partner("bank", bank);
        Asked.number("accountNo", accountNo);
        return ledger.instalments(at(day, known), Ids.partner(bank), accountNo).stream().map(Told::of).toList();
    }

    @Schema(name = "PenaltyOfInstalment")
    record PenaltyRow(int instalment, long told, long byTerms, long difference) {}

    @GetMapping("/penalties")
    @Operation(summary = "各期罚息：银行报送与按贷款约定计算的差异，以分列示 / penalty interest as told and by the loan's terms; amounts in fen, the difference is shown")
    List<PenaltyRow> penalties(
            @RequestParam String bank,
            @RequestParam String accountNo,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String known) {
        asked.partner("bank", bank);
        Asked.number("accountNo", accountNo);
        return ledger.penalties(at(day, known), Ids.partner(bank), accountNo).stream()
                .map(one -> new PenaltyRow(one.instalment(), one.told().fen(), one.byTerms().fen(), one.difference()))
                .toList();
    }

    @Schema(name = "PlanOfInstalment")
    record PlanRow(
            String accountNo,
            int instalment,
            long interest,
            long interestByTerms,
            long interestDifference,
            long principal,
            @Nullable @Schema(description = "空：已不在合同计划上 / absent: the loan is not on its contract's plan") Long planned,
            long principalDifference) {
        static PlanRow of(OverdueLedger.PlanStanding one) {
            return new PlanRow(
                    one.accountNo(), one.instalment(), one.interest().fen(), one.interestByTerms().fen(), one.interestDifference(), one.principal().fen(),
                    one.planned() == null ? null : one.planned().fen(), one.principalDifference());
        }
    }

    @GetMapping("/plans")
    @Operation(summary = "各期利息与本金：银行报送与按贷款约定计算的差异，以分列示 / interest and principal as told and by the loan's terms; amounts in fen, the difference is shown")
    List<PlanRow> plans(
            @RequestParam String bank,
            @RequestParam String accountNo,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String known) {
        asked.partner("bank", bank);
        Asked.number("accountNo", accountNo);
        return ledger.plans(at(day, known), Ids.partner(bank), accountNo).stream().map(PlanRow::of).toList();
    }

    @GetMapping("/plans/differences")
    @Operation(summary = "某记账日报送的贷款中与约定不符的各期 / instalments of the loans a bank told of on a day that differ from their terms; amounts in fen")
    List<PlanRow> differences(
            @RequestParam String bank, @RequestParam String day, @RequestParam(required = false) @Nullable String known, @RequestParam(defaultValue = "200") int size) {
        asked.partner("bank", bank);
        return ledger.differences(at(day, known), Ids.partner(bank), Asked.between("size", size, 1, LARGEST_PAGE)).stream().map(PlanRow::of).toList();
    }

    private OverdueLedger.At at(@Nullable String day, @Nullable String known) {
        Instant now = clock.instant();
        return new OverdueLedger.At(
                day == null ? WorkingCalendar.today(clock) : Asked.day("day", day), known == null ? now : Asked.moment("known", known));
    }

    @GetMapping("/openings")
    @Operation(summary = "存量贷款开户申请 / proposals to open loans older than the gateway, latest first")
    List<OpeningFacts.Opening> openings() {
        return facts.latest();
    }

    @PostMapping("/openings")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "申请开立存量贷款 / have loans older than the gateway opened, with what is still owed of them")
    Map<String, Object> propose(@AuthenticationPrincipal Actor actor, @Body(Opening.class) Fields body) {
        return Map.of("number", openings.propose(read(body, actor)));
    }

    @PostMapping("/openings/{number}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Role.BANK_MANAGER, Role.APPROVER})
    @Operation(summary = "另一人确认或否决 / another person confirms or turns down")
    void answer(@PathVariable long number, @AuthenticationPrincipal Actor actor, @Body(Answer.class) Fields body) {
        boolean confirmed = body.flag("confirmed");
        body.refuseProblems();
        openings.answer(number, confirmed, actor);
    }

    @NullUnmarked
    private static ProposeOpening read(Fields f, Actor actor) {
        PartnerId bank = f.value("bank", Ids::partner);
        String reason = f.text("reason", 500);
        List<OpenLoan> loans = f.rows("loans", 1, ProposeOpening.MOST, row -> OpenLoan.read(bank, row));
        f.refuseProblems();
        return new ProposeOpening(bank, loans, reason, actor.name());
    }
}
