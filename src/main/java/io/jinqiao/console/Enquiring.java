package io.jinqiao.console;

import io.jinqiao.credit.AgreeToEnquiry;
import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.CreditEnquiries;
import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.Content;
import io.jinqiao.message.Finding;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Reply;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.Words;
import io.jinqiao.risk.Risk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enquiries at the credit reference system, and who looked at what came; each act with its audit line in one commit. */
@Service
@Transactional
public class Enquiring {
    private final CreditEnquiries enquiries;
    private final Capabilities capabilities;
    private final Risk risk;
    private final Audit audit;

    public Enquiring(CreditEnquiries enquiries, Capabilities capabilities, Risk risk, Audit audit) {
        this.enquiries = enquiries;
        this.capabilities = capabilities;
        this.risk = risk;
        this.audit = audit;
    }

    /** @param state {@code waiting}, {@code asked}, {@code reused}, {@code declined} */
    public record Told(long number, String state) {}

    /** @return its number */
    public long authorise(GiveAuthorisation told) {
        long number = enquiries.authorise(told);
        audit.write(told.by(), "credit-authorisation-registered", place(told.bank().value(), told.applicationNo()), told.person());
        return number;
    }

    /** @return its number */
    public long withdraw(WithdrawConsent told) {
        long number = enquiries.withdraw(told);
        audit.write(told.by(), "credit-consent-withdrawn", place(told.bank().value(), told.applicationNo()), told.person() + " " + Words.of(told.what()));
        return number;
    }

    public Told ask(AskForReport wanted) {
        Told told = told(capabilities.run("credit-enquiry-wanted", wanted));
        audit.write(wanted.by(), "credit-enquiry-asked", place(wanted.bank().value(), wanted.applicationNo()), wanted.person() + " " + told.number() + " " + told.state());
        return told;
    }

    public Told agree(AgreeToEnquiry answer) {
        Told told = told(capabilities.run("credit-enquiry-agreed", answer));
        audit.write(answer.by(), answer.agreed() ? "credit-enquiry-agreed" : "credit-enquiry-declined", "" + answer.number(), told.state());
        return told;
    }

    private static Told told(Object outcome) {
        Content.Group content = ((Reply.Accepted) ((Outcome) outcome).reply()).content();
        return new Told(Long.parseLong(String.valueOf(content.text("number"))), String.valueOf(content.text("state")));
    }

    /** @param facts null: the Center has no record of the person @param findings risk points the report touches, the gravest first */
    public record Looked(long number, @Nullable ReportFacts facts, List<Finding> findings) {}

    public Looked look(long number, Actor actor) {
        ReportFacts facts = enquiries.look(number, actor.name()).facts();
        audit.write(actor.name(), "credit-report-seen", "" + number, null);
        return new Looked(number, facts, facts == null ? List.of() : risk.ofReport(facts));
    }

    public List<CreditEnquiries.Unusual> unusual() {
        return enquiries.unusual();
    }

    private static String place(String bank, String applicationNo) {
        return bank + " " + applicationNo;
    }
}
