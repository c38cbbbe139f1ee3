package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Audit;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.EventFacts;
import io.jinqiao.console.facts.LoanFacts;
import io.jinqiao.console.facts.LoanRow;
import io.jinqiao.console.facts.OpinionFacts;
import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.LoanDeadlines;
import io.jinqiao.loan.LoanWord;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loans as facts. Names and numbers of people are masked; the borrower's in clear have an address of their own. */
@RestController
@RequestMapping("/api/v1/loans")
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "loans")
class LoanAddresses {
    private static final int LARGEST_PAGE = 200;

    private final LoanFacts loans;
    private final EventFacts events;
    private final OpinionFacts opinions;
    private final LoanDeadlines deadlines;
    private final Audit audit;
    private final Asked asked;

    LoanAddresses(
            LoanFacts loans, EventFacts events, OpinionFacts opinions, LoanDeadlines deadlines, Audit audit, Asked asked) {
        this.loans = loans;
        this.events = events;
        this.opinions = opinions;
        this.deadlines = deadlines;
        this.audit = audit;
        this.asked = asked;
    }

    record Page(List<LoanRow> loans, long total, int page, int size) {}

    record Trace(
            LoanRow loan, List<LoanDeadline> deadlines, List<OpinionFacts.Sheet> opinions, List<LoanFacts.Scan> attachments,
            List<EventFacts.Event> events) {}

    @GetMapping
    @Operation(summary = "贷款列表 / loans, newest first")
    Page list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable LoanWord word,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        int rows = Asked.between("size", size, 1, LARGEST_PAGE);
        LoanFacts.Question question = new LoanFacts.Question(
                asked.partner("partner", partner), word == null ? null : word.id(), Asked.number("number", number));
        List<LoanRow> found = loans.page(question, Asked.between("page", page, 0, 1_000_000), rows);
        return new Page(found, loans.count(question), page, rows);
    }

    @GetMapping("/{acceptanceNo}")
    @Operation(summary = "一笔贷款的全貌 / one loan with its deadlines, opinions, attachments and events")
    Trace one(@PathVariable String acceptanceNo) {
        LoanRow loan = find(acceptanceNo);
        return new Trace(
                loan, deadlines.of(acceptanceNo), opinions.of(acceptanceNo), loans.scans(acceptanceNo), events.ofLoan(acceptanceNo));
    }

    @GetMapping("/{acceptanceNo}/borrower")
    @Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
    @Operation(summary = "借款人信息（明文，记审计） / the borrower in clear; written into the audit")
    LoanFacts.Borrower borrower(@PathVariable String acceptanceNo, @AuthenticationPrincipal Actor actor) {
        LoanRow loan = find(acceptanceNo);
        audit.write(actor.name(), "borrower-seen", loan.acceptanceNo(), null);
        return loans.borrower(acceptanceNo).orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
    }

    private LoanRow find(String acceptanceNo) {
        return loans.find(acceptanceNo).orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
    }
}
