package io.jinqiao.credit.desk;

import io.jinqiao.credit.AgreeToEnquiry;
import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.CreditCenters;
import io.jinqiao.credit.CreditEnquiries;
import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.SeenReport;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.credit.enquiry.Authorisation;
import io.jinqiao.credit.enquiry.Enquiry;
import io.jinqiao.credit.enquiry.EnquiryGate;
import io.jinqiao.credit.enquiry.EnquiryGate.Verdict;
import io.jinqiao.credit.enquiry.Purpose;
import io.jinqiao.credit.enquiry.ReportReader;
import io.jinqiao.credit.enquiry.ReportText;
import io.jinqiao.credit.rules.EnquiryRules;
import io.jinqiao.credit.store.ConsentStore;
import io.jinqiao.credit.store.EnquiryStore;
import io.jinqiao.credit.store.EnquiryStore.Stored;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.CreditEnquiry;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets enquiries through the gate, numbers them, and keeps what comes back. */
final class EnquiryDesk implements CreditEnquiries {
    private static final Logger LOG = LoggerFactory.getLogger(EnquiryDesk.class);

    private final EnquiryStore store;
    private final ConsentStore consents;
    private final Applicants applicants;
    private final EnquiryRules rules;
    private final CreditCenters centers;
    private final Clock clock;

    EnquiryDesk(EnquiryStore store, ConsentStore consents, Applicants applicants, EnquiryRules rules, CreditCenters centers, Clock clock) {
        this.store = store;
        this.consents = consents;
        this.applicants = applicants;
        this.rules = rules;
        this.centers = centers;
        this.clock = clock;
    }

    @Override
    public long authorise(GiveAuthorisation command) {
        person(applicants.of(command.bank(), command.applicationNo()), command.person());
        LocalDate today = WorkingCalendar.today(clock);
        if (command.signedOn().isAfter(today)) {
            throw new Refusal(Problem.at("signedOn", FailureCode.CREDIT_AUTHORISATION_FUTURE, today.toString()));
        }
        if (command.lastDay().isBefore(command.signedOn())) {
            throw new Refusal(Problem.at("lastDay", FailureCode.FIELDS_DISAGREE, "signedOn"));
        }
        return consents.register(command, clock.instant());
    }

    @Override
    public long withdraw(WithdrawConsent command) {
        person(applicants.of(command.bank(), command.applicationNo()), command.person());
        LocalDate today = WorkingCalendar.today(clock);
        if (command.withdrawnOn().isAfter(today)) {
            throw new Refusal(Problem.at("withdrawnOn", FailureCode.CREDIT_WITHDRAWAL_FUTURE, today.toString()));
        }
        return consents.withdraw(command, clock.instant());
    }

    @Override
    public Outcome ask(AskForReport command) {
        PartnerId center = centers.forEnquiries().orElseThrow(() -> new Refusal(FailureCode.CREDIT_NO_CENTER));
        store.oneAtATime(command.by());
        store.oneAtATime(command);
        Applicants.Of loan = applicants.of(command.bank(), command.applicationNo());
        Verdict verdict = judge(command, loan, null, 0);
        if (verdict instanceof Verdict.Refused refused && !onlyTheSecondPerson(refused)) {
            throw new Refusal(refused.problems());
        }
        long number = store.insert(center, command, clock.instant());
        return verdict instanceof Verdict.Refused ? told(number, "waiting") : go(center, number, command, loan, verdict);
    }

    private static boolean onlyTheSecondPerson(Verdict.Refused refused) {
        return refused.problems().stream().allMatch(problem -> problem.code() == FailureCode.DUTIES_NOT_SEPARATED);
    }

    @Override
    public Outcome agree(AgreeToEnquiry command) {
        Stored stored = store.find(command.number()).orElseThrow(() -> new Refusal(FailureCode.CREDIT_ENQUIRY_UNKNOWN));
        if (!stored.state().equals("waiting")) {
            throw new Refusal(FailureCode.CREDIT_ENQUIRY_STATE, stored.state());
        }
        if (PersonName.same(stored.wanted().by(), command.by())) {
            throw new Refusal(Problem.at("agreedBy", FailureCode.DUTIES_NOT_SEPARATED));
        }
        store.agreed(stored.number(), command.by(), clock.instant());
        if (!command.agreed()) {
            store.declined(stored.number());
            return told(stored.number(), "declined");
        }
        store.oneAtATime(stored.wanted().by());
        store.oneAtATime(stored.wanted());
        Applicants.Of loan = applicants.of(stored.wanted().bank(), stored.wanted().applicationNo());
        Verdict verdict = judge(stored.wanted(), loan, command.by(), stored.number());
        if (verdict instanceof Verdict.Refused refused) {
            throw new Refusal(refused.problems());
        }
        return go(stored.center(), stored.number(), stored.wanted(), loan, verdict);
    }

    /** @param but the enquiry itself, which does not count against the limit */
    private Verdict judge(AskForReport wanted, Applicants.Of loan, @Nullable String agreedBy, long but) {
        Party party = person(loan, wanted.person());
        Purpose purpose = Purpose.valueOf(wanted.purpose().name());
        Purpose.Part part = Purpose.Part.valueOf(party.role().name());
        if (loan.over() && purpose != Purpose.WITHDRAWAL_REVIEW) {
            throw new Refusal(Problem.at("purpose", FailureCode.CREDIT_PURPOSE_UNFIT, purpose.reason(), wanted.person()));
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        LocalDateTime newest = store.newest(wanted).map(one -> LocalDateTime.ofInstant(one.at(), WorkingCalendar.ZONE)).orElse(null);
        int today = store.askedOn(now.toLocalDate(), wanted.by(), but);
        Enquiry.Known known = new Enquiry.Known(authorisations(wanted, loan, party), newest, today);
        return EnquiryGate.judge(new Enquiry(wanted.person(), part, purpose, wanted.by(), agreedBy, loan.disbursed(), now, known), rules.terms());
    }

    /** Those registered here, and those the application brought: they stand for the decision on the loan. What was taken back is left out. */
    private List<Authorisation> authorisations(AskForReport wanted, Applicants.Of loan, Party party) {
        List<Authorisation> all = new ArrayList<>(consents.of(wanted.bank(), wanted.applicationNo(), wanted.person()));
        Purpose decision = party.role() == Party.Role.GUARANTOR ? Purpose.GUARANTOR_CHECK : Purpose.LOAN_APPROVAL;
        loan.application().authorisations().stream()
                .filter(one -> one.purpose().equals(rules.applicationPurpose()) && one.identityNumber().equals(party.identity().number()))
                .forEach(one -> all.add(new Authorisation(wanted.person(), decision, one.signedOn(), one.validTo(), false, one.document())));
        LocalDate withdrawn = consents.withdrawn(wanted.bank(), wanted.applicationNo(), wanted.person()).orElse(LocalDate.MIN);
        return all.stream().filter(one -> one.signed().isAfter(withdrawn)).toList();
    }

    private static Party person(Applicants.Of loan, String person) {
        return Optional.ofNullable(loan.people().get(person))
                .orElseThrow(() -> new Refusal(Problem.at("person", FailureCode.CREDIT_PERSON_UNKNOWN, String.join(", ", loan.people().keySet()))));
    }

    private Outcome go(PartnerId center, long number, AskForReport wanted, Applicants.Of loan, Verdict verdict) {
        if (verdict instanceof Verdict.Reuse reuse) {
            store.reused(number, store.newest(wanted).orElseThrow().number(), reuse.authorisation().document().hex());
            return told(number, "reused");
        }
        if (store.underWay(wanted)) {
            throw new Refusal(FailureCode.CREDIT_ENQUIRY_UNDER_WAY);
        }
        String enquiryNo = store.nextNumber(WorkingCalendar.today(clock));
        store.asked(number, enquiryNo, ((Verdict.Ask) verdict).authorisation().document().hex());
        Party party = person(loan, wanted.person());
        warnOfUnusual(wanted.by());
        return told(number, "asked").andTell(new Outgoing(center, new CreditEnquiry(enquiryNo, party.name(), party.identity(), wanted.purpose(), wanted.by())));
    }

    private static Outcome told(long number, String state) {
        return Outcome.accepted(Content.group().put("number", "" + number).put("state", state).build());
    }

    private void warnOfUnusual(String user) {
        unusual().stream().filter(one -> one.user().equals(user)).forEach(one -> LOG.warn("user {} made {} enquiries today, {} a day before", one.user(), one.today(), one.mean()));
    }

    @Override
    public void answered(Answered answered) {
        CreditEnquiry asked = (CreditEnquiry) answered.message();
        Stored stored = store.sent(asked.enquiryNo()).filter(one -> one.center().equals(answered.partner()) && one.state().equals("asked")).orElse(null);
        if (stored == null || answered.reply() instanceof Reply.Unknown) {
            return;
        }
        if (answered.reply() instanceof Reply.Rejected rejected) {
            store.ended(stored, "rejected", codes(rejected.problems()), null, clock.instant());
            return;
        }
        taken(stored, asked, ((Reply.Accepted) answered.reply()).content());
    }

    /** What people decided of an unknown outcome has no content: then there is no report either. */
    private void taken(Stored stored, CreditEnquiry asked, Content.Group content) {
        String report = content.text("report");
        try {
            CreditEnquiry.Answer answer = CreditEnquiry.Answer.of(content);
            if (answer.report() == null) {
                store.ended(stored, Words.of(answer.outcome()), null, null, clock.instant());
            } else {
                ReportFacts facts = ReportReader.read(ReportText.of(answer.report(), rules.largestReport()), asked.identity().number());
                store.found(stored, answer.report(), facts, clock.instant());
            }
        } catch (Refusal unreadable) {
            LOG.error("the report of enquiry {} cannot be read: {}", asked.enquiryNo(), codes(unreadable.problems()));
            store.ended(stored, "unreadable", codes(unreadable.problems()), report, clock.instant());
        }
    }

    private static String codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.code().code() + (problem.arguments().isEmpty() ? "" : ": " + String.join(", ", problem.arguments()))).distinct().collect(Collectors.joining("; "));
    }

    @Override
    public SeenReport look(long number, String by) {
        Stored stored = store.find(number).orElseThrow(() -> new Refusal(FailureCode.CREDIT_ENQUIRY_UNKNOWN));
        long brought = stored.uses() == null ? number : stored.uses();
        Stored source = stored.uses() == null ? stored : store.find(brought).orElseThrow();
        if (!source.state().equals("found") && !source.state().equals("no-record")) {
            throw new Refusal(FailureCode.CREDIT_ENQUIRY_STATE, source.state());
        }
        store.looked(number, by, clock.instant());
        return new SeenReport(brought, store.facts(brought).orElse(null));
    }

    @Override
    public List<Unusual> unusual() {
        return store.unusual(WorkingCalendar.today(clock), rules.unusual().from(), rules.unusual().times());
    }
}
