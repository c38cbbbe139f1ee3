package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.FileCase;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.mortgage.model.Limits;
import io.jinqiao.mortgage.model.Told;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.CaseStore.Way;
import io.jinqiao.mortgage.store.StoredCase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door. What was heard is kept first; what the case is follows from all of it. */
@Service("registrations")
@Transactional
class CaseDesk implements Registrations {
    private final CaseStore cases;
    private final CertificateDesk certificates;
    private final MortgageProperties properties;
    private final Limits limits;
    private final WorkingCalendar calendar;
    private final IdGenerator ids;
    private final Clock clock;

    CaseDesk(CaseStore cases, CertificateDesk certificates, MortgageProperties properties, WorkingCalendar calendar, IdGenerator ids, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.certificates = certificates;
        this.properties = properties;
        this.limits = new Limits(properties.promisedDays(), properties.legalDays());
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Outcome file(FileCase command) {
        RegistrationApplication application = command.application();
        Content.Group answer = Content.group().put("caseNo", application.caseNo()).build();
        LocalDate today = WorkingCalendar.today(clock);
        if (cases.open(command, today, limits.promisedBy(calendar, today), limits.legalBy(calendar, today), clock.instant())) {
            return Outcome.accepted(answer, new Outgoing(command.registry(), application));
        }
        if (!cases.same(command)) {
            throw new Refusal(Problem.at("caseNo", FailureCode.KEY_CONFLICT));
        }
        return Outcome.accepted(answer);
    }

    @Override
    public Answered receipt(Answered answered) {
        String caseNo = ((RegistrationApplication) answered.message()).caseNo();
        if (answered.reply() instanceof Reply.Accepted accepted) {
            RegistrationApplication.Answer receipt = RegistrationApplication.Answer.of(accepted.content());
            Told told = new Told.State(receipt.registryNo(), RegistrationState.SUBMITTED, receipt.receivedAt(), null, null);
            hear(answered.partner(), caseNo, Way.RECEIPT, answered.id(), List.of(told));
        } else if (answered.reply() instanceof Reply.Rejected rejected) {
            String codes = rejected.problems().stream().map(p -> p.code().code()).distinct().collect(Collectors.joining(" "));
            cases.refused(caseNo, codes, clock.instant());
        }
        return answered;
    }

    @Override
    public Outcome status(Incoming incoming) {
        RegistrationStatus status = (RegistrationStatus) incoming.message();
        Told told = new Told.State(status.registryNo(), status.state(), status.happenedAt(), status.reason(), status.dueOn());
        return calledBack(incoming, status.caseNo(), told);
    }

    @Override
    public Outcome entry(Incoming incoming) {
        RegistrationEntry entry = (RegistrationEntry) incoming.message();
        return calledBack(incoming, entry.caseNo(), new Told.Entry(entry.registryNo(), entry.entry()));
    }

    @Override
    public Outcome certificate(Incoming incoming) {
        RegistrationCertificate one = (RegistrationCertificate) incoming.message();
        StoredCase of = cases.lock(incoming.partner(), one.caseNo()).orElseThrow(() -> new Refusal(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
        return calledBack(incoming, one.caseNo(), certificates.received(of, one, incoming));
    }

    private Outcome calledBack(Incoming incoming, String caseNo, Told told) {
        if (!hear(incoming.partner(), caseNo, Way.CALL_BACK, incoming.id(), List.of(told))) {
            throw new Refusal(Problem.at("caseNo", FailureCode.CASE_UNKNOWN));
        }
        return Outcome.accepted(Content.group().put("receivedAt", incoming.receivedAt()).build());
    }

    @Override
    public Answered progress(Answered answered) {
        String caseNo = ((RegistrationEnquiry) answered.message()).caseNo();
        if (answered.reply() instanceof Reply.Accepted accepted) {
            RegistrationEnquiry.Answer answer = RegistrationEnquiry.Answer.of(accepted.content());
            List<Told> told = new ArrayList<>();
            told.add(new Told.State(answer.registryNo(), answer.state(), answer.happenedAt(), answer.reason(), answer.dueOn()));
            if (answer.entry() != null) {
                told.add(new Told.Entry(answer.registryNo(), answer.entry()));
            }
            hear(answered.partner(), caseNo, Way.POLL, answered.id(), told);
        }
        return answered;
    }

    @Override
    public Outcome page(Answered answered) {
        RegistrationReconciliation asked = (RegistrationReconciliation) answered.message();
        if (!(answered.reply() instanceof Reply.Accepted accepted)) {
            return Outcome.accepted(Content.Group.EMPTY);
        }
        RegistrationReconciliation.Answer page = RegistrationReconciliation.Answer.of(accepted.content());
        int unknown = 0;
        for (RegistrationReconciliation.Row row : page.rows()) {
            Told told = new Told.State(row.registryNo(), row.state(), row.changedAt(), null, null);
            unknown += hear(answered.partner(), row.caseNo(), Way.RECONCILIATION, answered.id(), List.of(told)) ? 0 : 1;
        }
        cases.reconciled(answered.partner(), asked.day(), page.rows().size(), unknown, page.next() == null, clock.instant());
        return page.next() == null
                ? Outcome.accepted(Content.Group.EMPTY)
                : Outcome.accepted(Content.Group.EMPTY, new Outgoing(answered.partner(), new RegistrationReconciliation(ids.next().value(), asked.day(), page.next())));
    }

    @Override
    public Outcome rounds(Rounds rounds) {
        Instant now = rounds.at();
        List<Outgoing> questions = new ArrayList<>();
        cases.askAbout(now.minus(properties.pollEvery()), now, properties.pollAtOnce())
                .forEach(one -> questions.add(
                        new Outgoing(one.registry(), new RegistrationEnquiry(ids.next().value(), one.caseNo(), one.registryNo()))));
        LocalDate yesterday = LocalDate.ofInstant(now, WorkingCalendar.ZONE).minusDays(1);
        cases.reconcile(yesterday, now)
                .forEach(registry -> questions.add(new Outgoing(registry, new RegistrationReconciliation(ids.next().value(), yesterday, null))));
        return new Outcome(new Reply.Accepted(Content.group().put("asked", questions.size()).build()), questions);
    }

    /** @return whether the registry has a case of this number with us */
    private boolean hear(PartnerId registry, String caseNo, Way way, MessageId message, List<Told> things) {
        boolean known = true;
        for (Told told : things) {
            StoredCase one = cases.lock(registry, caseNo).orElse(null);
            known = one != null;
            if (one != null) {
                cases.hear(one, told, way, message, clock.instant());
            }
        }
        return known;
    }
}
