package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Enquiring;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.EnquiryFacts;
import io.jinqiao.credit.AgreeToEnquiry;
import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enquiries at the credit reference system: ask, agree, see what a report says and who looked. A report is shown when somebody asks to see it, never by itself. */
@Controller
@Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
class CreditEnquiryPages {
    private static final int MOST = 100;

    private final EnquiryFacts facts;
    private final Enquiring enquiring;

    CreditEnquiryPages(EnquiryFacts facts, Enquiring enquiring) {
        this.facts = facts;
        this.enquiring = enquiring;
    }

    @GetMapping("/console/credit-enquiries")
    String list(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("enquiries", facts.latest(null, MOST));
        model.addAttribute("consents", facts.consents(null, MOST));
        model.addAttribute("withdrawals", facts.withdrawals(null, MOST));
        model.addAttribute("unusual", enquiring.unusual());
        model.addAttribute("purposes", Reason.values());
        model.addAttribute("mayAct", actor.is(Role.REVIEWER, Role.APPROVER));
        return "console/credit-enquiries";
    }

    @PostMapping("/console/credit-enquiries")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String ask(
            @RequestParam String bank, @RequestParam String applicationNo, @RequestParam String person, @RequestParam String purpose, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        enquiring.ask(new AskForReport(new PartnerId(bank.strip()), applicationNo.strip(), person.strip(), Words.parse(purpose, Reason.class), actor.name()));
        return done(next);
    }

    @PostMapping("/console/credit-enquiries/{number}/answer")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String answer(@PathVariable long number, @RequestParam boolean agreed, @AuthenticationPrincipal Actor actor, RedirectAttributes next) {
        enquiring.agree(new AgreeToEnquiry(number, agreed, actor.name()));
        return done(next);
    }

    @PostMapping("/console/credit-authorisations")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String authorise(
            @RequestParam String bank,
            @RequestParam String applicationNo,
            @RequestParam String person,
            @RequestParam String purpose,
            @RequestParam String signedOn,
            @RequestParam String lastDay,
            @RequestParam(defaultValue = "false") boolean postLoan,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        enquiring.authorise(new GiveAuthorisation(
                new PartnerId(bank.strip()), applicationNo.strip(), person.strip(), Words.parse(purpose, Reason.class), day("signedOn", signedOn), day("lastDay", lastDay), postLoan, new Digest(document.strip()),
                actor.name()));
        return done(next);
    }

    @PostMapping("/console/credit-withdrawals")
    @Needs({Role.REVIEWER, Role.APPROVER})
    String withdraw(
            @RequestParam String bank,
            @RequestParam String applicationNo,
            @RequestParam String person,
            @RequestParam String what,
            @RequestParam String withdrawnOn,
            @RequestParam String document,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes next) {
        enquiring.withdraw(new WithdrawConsent(
                new PartnerId(bank.strip()), applicationNo.strip(), person.strip(), Words.parse(what, WithdrawConsent.What.class), day("withdrawnOn", withdrawnOn), new Digest(document.strip()), actor.name()));
        return done(next);
    }

    /** A risk point a report touches. */
    record Touched(String grade, String text) {}

    /** Looking is an act: it is written down. */
    @PostMapping("/console/credit-enquiries/{number}/report")
    String report(@PathVariable long number, @AuthenticationPrincipal Actor actor, Locale locale, Model model) {
        EnquiryFacts.Enquiry one = facts.find(number).orElseThrow(() -> new Refusal(FailureCode.CREDIT_ENQUIRY_UNKNOWN));
        model.addAttribute("one", one);
        Enquiring.Looked looked = enquiring.look(number, actor);
        model.addAttribute("report", looked.facts());
        model.addAttribute("findings", looked.findings().stream().map(finding -> new Touched(Words.of(finding.grade()), Words.side(finding.text(), locale))).toList());
        model.addAttribute("looks", facts.looks(number));
        return "console/credit-enquiry";
    }

    private static String done(RedirectAttributes next) {
        next.addFlashAttribute("said", Said.done("credit-enquiry"));
        return "redirect:/console/credit-enquiries";
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, FailureCode.FIELD_WRONG_FORM, "yyyy-MM-dd"));
        }
    }
}
