package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.RegistrationCertificateEnquiry;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.model.Doubt;
import io.jinqiao.mortgage.model.Notices;
import io.jinqiao.mortgage.model.Security;
import io.jinqiao.mortgage.model.Standing;
import io.jinqiao.mortgage.model.Told;
import io.jinqiao.mortgage.rules.RegistrationRules;
import io.jinqiao.mortgage.store.CaseStore.Way;
import io.jinqiao.mortgage.store.DayStore;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.MaterialStore;
import io.jinqiao.mortgage.store.RequestStore;
import io.jinqiao.mortgage.store.StoredCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Cases at the registries. What was heard is kept first; what the case is, what the loan's security is and what its bank must know follow from all of it. */
@Component
class CaseDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);
    private static final int LONGEST_NUMBER = 40;
    /** From then on a day that is not done is told of. */
    private static final int DAYS_TO_RECONCILE = 6;
    /** A day has all its rows only then: a registry writes what it did late in the evening after midnight, and its clock may be behind. */
    private static final Duration DAY_IS_TOLD_AFTER = Duration.ofHours(2);
    private static final Outcome NOTHING = Outcome.accepted(Content.Group.EMPTY);

    private final CaseStore cases;
    private final DayStore reconciliations;
    private final RequestStore requests;
    private final CertificateDesk certificates;
    private final PageDesk pages;
    private final MaterialDesk materials;
    private final RegistrationRules rules;
    private final Where where;
    private final MortgageProperties properties;
    private final RegistryDays days;
    private final WorkingCalendar calendar;
    private final IdGenerator ids;
    private final Clock clock;

    CaseDesk(
            CaseStore cases,
            DayStore reconciliations,
            RequestStore requests,
            CertificateDesk certificates,
            PageDesk pages,
            MaterialDesk materials,
            RegistrationRules rules,
            Where where,
            MortgageProperties properties,
            RegistryDays days,
            WorkingCalendar calendar,
            IdGenerator ids,
            @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.reconciliations = reconciliations;
        this.requests = requests;
        this.certificates = certificates;
        this.pages = pages;
        this.materials = materials;
        this.rules = rules;
        this.where = where;
        this.properties = properties;
        this.days = days;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome file(FileCase command) {
        RegistrationApplication application = command.application();
        Content.Group answer = Content.group().put("caseNo", application.caseNo()).build();
        boolean certificates = where.does(command.registry(), Operation.REGISTRATION_CERTIFICATE);
        if (cases.open(command, right(command), days.fromToday(command.registry()), certificates, clock.instant())) {
            return Outcome.accepted(answer, new Outgoing(command.registry(), application));
        }
        if (!cases.same(command)) {
            throw new Refusal(Problem.at("caseNo", FailureCode.KEY_CONFLICT));
        }
        return Outcome.accepted(answer);
    }

    /** Which right a case is about: that of the case whose proof it names, else one of its own. Null: nobody here knows the proof. */
    private @Nullable String right(FileCase command) {
        CertificateNumber on = command.application().earlierNo();
        return on == null ? command.application().caseNo() : Proofs.right(since(cases.ofLoan(command.bank(), command.applicationNo())), on);
    }

    /**
     * What is changed, converted or cancelled is the loan's own: a proof of what stands in the register for it; where the centre knows of none, at least none of another loan.
     */
    void requireOwnProof(FileCase command) {
        CertificateNumber on = command.application().earlierNo();
        Set<CertificateNumber> own = Proofs.of(since(cases.ofLoan(command.bank(), command.applicationNo())));
        boolean anothers = on != null && !own.contains(on) && (!own.isEmpty() || cases.provesForAnother(command.bank(), command.applicationNo(), on));
        if (anothers && !cases.same(command)) {
            throw new Refusal(Problem.at("earlierNo", FailureCode.FIELDS_DISAGREE, "registration-entry.entry.proofs"));
        }
    }

    /** A cancellation ends what was filed before it: nothing is filed while one is open or held, and none beside what is open. Nothing is applied for, changed or converted twice at once. */
    void requireAlone(FileCase command) {
        cases.oneAtATime(command.bank(), command.applicationNo());
        boolean ends = command.application().kind() == Kind.CANCELLATION;
        CertificateNumber on = command.application().earlierNo();
        boolean beside = cases.ofLoan(command.bank(), command.applicationNo()).stream()
                .filter(one -> !one.application().caseNo().equals(command.application().caseNo()) && open(one))
                .anyMatch(one -> ends || one.application().kind() == Kind.CANCELLATION || Objects.equals(on, one.application().earlierNo()));
        if (beside || !ends && requests.cancellationHeld(command.bank(), command.applicationNo())) {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, "registration in process");
        }
    }

    Outcome receipt(Answered answered) {
        RegistrationApplication application = (RegistrationApplication) answered.message();
        if (answered.reply() instanceof Reply.Accepted accepted) {
            RegistrationApplication.Answer receipt = RegistrationApplication.Answer.of(accepted.content());
            if (AnotherAnswer.is(answered, "caseNo", application.caseNo(), receipt.caseNo())) {
                return NOTHING;
            }
            Told told = new Told.State(receipt.registryNo(), RegistrationState.SUBMITTED, receipt.receivedAt(), null, null);
            return heard(answered.partner(), application.caseNo(), Way.RECEIPT, answered.id(), List.of(told))
                    .map(outcome -> outcome.with(materials.release(application.caseNo(), MaterialStore.APPLICATION).stream().toList()))
                    .orElse(NOTHING);
        }
        return answered.reply() instanceof Reply.Rejected rejected ? refused(answered.partner(), application.caseNo(), rejected) : NOTHING;
    }

    private Outcome refused(PartnerId registry, String caseNo, Reply.Rejected rejected) {
        StoredCase one = cases.lock(registry, caseNo).orElse(null);
        if (one == null) {
            return NOTHING;
        }
        if (one.standing().mark() != null) {
            LOG.error("ALARM registry {}: case {} is refused after it was told of; what was told stands / 登记机构已受理后又答复拒绝，以已告知的为准", registry, caseNo);
            return NOTHING;
        }
        String codes = codes(rejected);
        cases.refused(caseNo, codes, clock.instant());
        Notices.Notice notice = new Notices.Notice(MortgageResult.Event.REFUSED, WorkingCalendar.today(clock), null, codes, null);
        return NOTHING.andTell(notice(one, requests.requestNo(caseNo), null, notice).stream().toList()).with(secured(one.bank(), one.applicationNo(), caseNo));
    }

    private static String codes(Reply.Rejected rejected) {
        return rejected.problems().stream().map(p -> p.code().code()).distinct().collect(Collectors.joining(" "));
    }

    Outcome status(Incoming incoming) {
        RegistrationStatus status = (RegistrationStatus) incoming.message();
        Told told = new Told.State(status.registryNo(), status.state(), status.happenedAt(), status.reason(), status.dueOn());
        return calledBack(incoming, status.caseNo(), told);
    }

    Outcome entry(Incoming incoming) {
        RegistrationEntry entry = (RegistrationEntry) incoming.message();
        return calledBack(incoming, entry.caseNo(), new Told.Entry(entry.registryNo(), entry.entry()));
    }

    Outcome certificate(Incoming incoming) {
        RegistrationCertificate one = (RegistrationCertificate) incoming.message();
        StoredCase of = cases.lock(incoming.partner(), one.caseNo()).orElseThrow(() -> new Refusal(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
        return calledBack(incoming, one.caseNo(), certificates.received(of, one, incoming.id(), incoming.receivedAt()));
    }

    /** The notice that should have brought it was lost, or is late. Refused: it is not issued yet. */
    Outcome found(Answered answered) {
        RegistrationCertificateEnquiry asked = (RegistrationCertificateEnquiry) answered.message();
        StoredCase of = cases.lock(answered.partner(), asked.caseNo()).orElse(null);
        if (of == null || !(answered.reply() instanceof Reply.Accepted accepted)) {
            return NOTHING;
        }
        RegistrationCertificate one = RegistrationCertificateEnquiry.answer(accepted.content());
        Told told = certificates.received(of, one, answered.id(), clock.instant());
        return heard(answered.partner(), asked.caseNo(), Way.POLL, answered.id(), List.of(told)).orElse(NOTHING);
    }

    private Outcome calledBack(Incoming incoming, String caseNo, Told told) {
        Outcome heard = heard(incoming.partner(), caseNo, Way.CALL_BACK, incoming.id(), List.of(told))
                .orElseThrow(() -> new Refusal(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
        return Outcome.accepted(Content.group().put("receivedAt", incoming.receivedAt()).build()).andTell(heard.outgoing()).with(heard.consequences());
    }

    Outcome progress(Answered answered) {
        String caseNo = ((RegistrationEnquiry) answered.message()).caseNo();
        if (answered.reply() instanceof Reply.Accepted accepted) {
            RegistrationEnquiry.Answer answer = RegistrationEnquiry.Answer.of(accepted.content());
            return AnotherAnswer.is(answered, "caseNo", caseNo, answer.caseNo()) ? NOTHING : progress(answered, answer);
        }
        if (answered.reply() instanceof Reply.Rejected rejected && rejected.problems().stream().anyMatch(problem -> problem.code() == FailureCode.CASE_UNKNOWN)) {
            cases.unknownThere(answered.partner(), caseNo, clock.instant());
        }
        return NOTHING;
    }

    /** Whoever says that it is registered and not what was entered has not answered what may be lost: that is asked again. */
    private Outcome progress(Answered answered, RegistrationEnquiry.Answer answer) {
        List<Told> told = new ArrayList<>();
        told.add(new Told.State(answer.registryNo(), answer.state(), answer.happenedAt(), answer.reason(), answer.dueOn()));
        if (answer.entry() != null) {
            told.add(new Told.Entry(answer.registryNo(), answer.entry()));
        }
        Outcome outcome = heard(answered.partner(), answer.caseNo(), Way.POLL, answered.id(), told).orElse(NOTHING);
        if (answer.entry() != null || answer.state() != RegistrationState.REGISTERED) {
            cases.entryAnswered(answered.partner(), answer.caseNo());
        }
        return outcome;
    }

    Outcome page(Answered answered) {
        RegistrationReconciliation asked = (RegistrationReconciliation) answered.message();
        if (answered.reply() instanceof Reply.Rejected rejected) {
            reconciliations.notReconciled(answered.partner(), asked.day(), codes(rejected));
            LOG.error("ALARM registry {}: it does not say what moved on {} ({}); the day is asked about again / 登记机构未答复当日对账，将再次查询", answered.partner(), asked.day(), codes(rejected));
        }
        if (!(answered.reply() instanceof Reply.Accepted accepted)) {
            return NOTHING;
        }
        RegistrationReconciliation.Answer page = RegistrationReconciliation.Answer.of(accepted.content());
        if (AnotherAnswer.is(answered, "day", asked.day().toString(), page.day().toString())) {
            return NOTHING;
        }
        List<CaseStore.Word> words = page.rows().stream()
                .map(row -> new CaseStore.Word(row.caseNo(), new Told.State(row.registryNo(), row.state(), row.changedAt(), null, null).heard(latest())))
                .toList();
        PageDesk.Heard heard = pages.hear(answered.partner(), words, answered.id());
        Outcome outcome = follows(heard);
        boolean last = page.next() == null || page.next().equals(asked.after());
        DayStore.Reconciled reconciled = reconciliations.reconciled(answered.partner(), asked.day(), page.rows(), page.total(), last, clock.instant());
        if (reconciled.missing()) {
            LOG.error("ALARM registry {}: of its {} cases of {} not all were told; the day is asked about again / 登记机构对账数据不全，将再次查询", answered.partner(), page.total(), asked.day());
        }
        return reconciled.last()
                ? outcome
                : outcome.andTell(new Outgoing(answered.partner(), new RegistrationReconciliation(ids.next().value(), asked.day(), page.next())));
    }

    List<Outgoing> rounds(Instant now) {
        List<Outgoing> questions = new ArrayList<>();
        List<PartnerId> asked = where.that(Operation.REGISTRATION_ENQUIRY);
        List<CaseStore.Silent> silent = new ArrayList<>(cases.askAbout(asked, now.minus(properties.pollEvery()), now, properties.pollAtOnce()));
        silent.addAll(cases.askAboutEntries(asked, now.minus(properties.pollEvery()), now, properties.pollAtOnce()));
        silent.forEach(one -> questions.add(new Outgoing(one.registry(), new RegistrationEnquiry(ids.next().value(), one.caseNo(), one.registryNo()))));
        questions.addAll(certificatesOf(silent, now));
        LocalDate yesterday = LocalDate.ofInstant(now.minus(DAY_IS_TOLD_AFTER), WorkingCalendar.ZONE).minusDays(1);
        reconciliations.reconcile(where.that(Operation.REGISTRATION_RECONCILIATION), yesterday, now)
                .forEach(one -> questions.add(new Outgoing(one.registry(), new RegistrationReconciliation(ids.next().value(), one.day(), null))));
        reconciliations.overdueDays(yesterday.minusDays(DAYS_TO_RECONCILE), now).forEach(one -> LOG.error(
                "ALARM registry {}: {} could not be reconciled within a week; what it moved on that day may be unknown here / 该日一周内未能对账，当日办理情况可能未知", one.registry(), one.day()));
        return questions;
    }

    /** Certificates that should have come with the entry or after it; in place of one that does not hold, for some days. */
    private List<Outgoing> certificatesOf(List<CaseStore.Silent> silent, Instant now) {
        Set<PartnerId> handOver = Set.copyOf(where.that(Operation.REGISTRATION_CERTIFICATE_ENQUIRY));
        List<String> registered = silent.stream().filter(one -> one.registered() && handOver.contains(one.registry())).map(CaseStore.Silent::caseNo).toList();
        Map<String, Instant> doubted = certificates.doubted(registered);
        List<String> asked = registered.stream().filter(one -> !doubted.containsKey(one) || days.asksAgain(doubted.get(one), now)).toList();
        return cases.readable(asked).stream()
                .flatMap(one -> one.standing().uncertified().stream().map(proof -> new Outgoing(
                        one.registry(),
                        new RegistrationCertificateEnquiry(ids.next().value(), one.application().caseNo(), Objects.requireNonNull(one.standing().registryNo()), proof))))
                .toList();
    }

    /** @return what follows from it; empty when the registry has no case of this number with us */
    private Optional<Outcome> heard(PartnerId registry, String caseNo, Way way, @Nullable MessageId message, List<Told> things) {
        StoredCase before = cases.lock(registry, caseNo).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        Standing after = before.standing();
        for (Told told : things) {
            after = cases.hear(before.with(after), told.heard(latest()), way, message, clock.instant());
        }
        return Optional.of(after.equals(before.standing()) ? NOTHING : follows(before, after));
    }

    /** A registry's clock may be ahead of ours by so much. */
    private Instant latest() {
        return clock.instant().plus(properties.clockAhead());
    }

    /** A person has looked at what is in doubt. What stands no more was taken off, as this person tells; what stands and was not taken is taken. */
    Outcome looked(Looked command) {
        StoredCase one = locked(command);
        if (cases.told(command.caseNo()) != command.seen()) {
            throw new Refusal(Problem.at("seen", FailureCode.FIELDS_DISAGREE, "registration.told"));
        }
        requireVerdict(one, command.verdict());
        List<Outgoing> notices = command.verdict() == Looked.Verdict.STANDS_NO_MORE ? takenOff(one, command) : List.of();
        StoredCase before = locked(command);
        Standing after = cases.looked(before, command, clock.instant());
        String doubts = before.standing().doubts().stream().map(Words::of).sorted().collect(Collectors.joining(" "));
        return Outcome.accepted(Content.group().put("caseNo", command.caseNo()).put("doubts", doubts).build())
                .andTell(notices)
                .andTell(follows(before, after).outgoing())
                .with(secured(one.bank(), one.applicationNo(), command.caseNo()));
    }

    private StoredCase locked(Looked command) {
        return cases.lock(command.caseNo()).orElseThrow(() -> new Refusal(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
    }

    /**
     * Looking alone forgets nothing of what was entered: else an earlier entry that comes late would open the gate. Nobody finds to stand what was not applied for; of what never
     * was told to be in the register nobody can say that it stands no more.
     */
    private void requireVerdict(StoredCase one, Looked.@Nullable Verdict verdict) {
        if (verdict == null && one.standing().contradicted()) {
            throw new Refusal(Problem.at("verdict", FailureCode.FIELD_MISSING));
        }
        Set<Doubt> another = verdict == Looked.Verdict.STANDS ? one.standing().notAsApplied(one.filed(), changedAt(one)) : Set.of();
        if (!another.isEmpty()) {
            throw new Refusal(Problem.at("verdict", FailureCode.ENTRY_NOT_AS_APPLIED, another.stream().map(Words::of).sorted().collect(Collectors.joining(" "))));
        }
        if (verdict == Looked.Verdict.STANDS_NO_MORE && (!one.standing().wasRegistered() || one.standing().doubts().isEmpty() && !open(one))) {
            throw new Refusal(Problem.at("verdict", FailureCode.FIELDS_DISAGREE, "entry"));
        }
    }

    private Instant changedAt(StoredCase one) {
        return Security.changedAt(cases.ofLoan(one.bank(), one.applicationNo()).stream().map(CaseDesk::secures).toList(), secures(one));
    }

    private List<Outgoing> takenOff(StoredCase one, Looked command) {
        String registryNo = Objects.requireNonNull(one.standing().registryNo());
        Told told = new Told.State(registryNo, RegistrationState.DELETED, clock.instant(), command.reason(), null);
        return heard(one.registry(), command.caseNo(), Way.PERSON, null, List.of(told)).map(Outcome::outgoing).orElse(List.of());
    }

    /** A request for what a person had filed already: its bank is told of all that became of it. */
    Outcome requested(StoredCase filed, String requestNo) {
        String caseNo = filed.application().caseNo();
        Consequence.Secured secured = secured(filed.bank(), filed.applicationNo(), caseNo);
        return follows(filed.with(Standing.NOTHING_TOLD), filed.standing(), Optional.of(requestNo), secured);
    }

    private Outcome follows(StoredCase before, Standing after) {
        return follows(
                before,
                after,
                requests.requestNo(before.application().caseNo()),
                secured(before.bank(), before.applicationNo(), before.application().caseNo()));
    }

    /** What follows from a page: asked for together, decided one by one. */
    private Outcome follows(PageDesk.Heard heard) {
        List<Outgoing> told = new ArrayList<>();
        List<Consequence> consequences = new ArrayList<>();
        for (PageDesk.Change change : heard.changes()) {
            StoredCase before = change.before();
            Outcome one = follows(
                    before,
                    change.after(),
                    Optional.ofNullable(heard.requestNos().get(before.application().caseNo())),
                    secured(before.bank(), before.applicationNo(), before.application().caseNo(), change.ofLoan(), change.held()));
            told.addAll(one.outgoing());
            consequences.addAll(one.consequences());
        }
        return NOTHING.andTell(told).with(consequences);
    }

    private Outcome follows(StoredCase before, Standing after, Optional<String> requestNo, Consequence.Secured secured) {
        if (before.refused() != null && before.standing().mark() == null && after.mark() != null) {
            LOG.error("ALARM registry {}: case {} is told of after it was refused; what is told stands / 登记机构答复拒绝后又告知办理，以已告知的为准", before.registry(), before.application().caseNo());
        }
        Instant resumed = after.resumed();
        if (resumed != null && !resumed.equals(before.standing().resumed())) {
            days.anew(before.registry(), before.application().caseNo(), LocalDate.ofInstant(resumed, WorkingCalendar.ZONE));
        }
        String registryNo = after.registryNo();
        List<Outgoing> notices = Notices.between(before.standing(), after).stream()
                .flatMap(notice -> notice(before, requestNo, registryNo, notice).stream())
                .toList();
        return NOTHING.andTell(notices).with(secured);
    }

    /** What the bank is told of its request; nothing of a case that a person had filed. */
    private Optional<Outgoing> notice(StoredCase one, Optional<String> requestNo, @Nullable String registryNo, Notices.Notice notice) {
        String caseNo = one.application().caseNo();
        return requestNo.filter(no -> where.told(one.bank())).map(no -> new Outgoing(
                one.bank(),
                new MortgageResult(
                        ids.next().value(),
                        no,
                        one.applicationNo(),
                        notice.event(),
                        notice.on(),
                        registryNo == null || registryNo.length() > LONGEST_NUMBER ? caseNo : registryNo,
                        notice.certificateNo(),
                        notice.reason() == null && notice.event().needsReason() ? "未告知原因 / no reason told" : notice.reason(),
                        dueOn(notice))));
    }

    /** A registry that names no day leaves it to the centre's own. */
    private @Nullable LocalDate dueOn(Notices.Notice notice) {
        return notice.event() == MortgageResult.Event.RETURNED && notice.dueOn() == null ? calendar.plus(notice.on(), rules.supplementDays()) : notice.dueOn();
    }

    /** How far the registry secures a loan now. @param reference case or request it follows from */
    Consequence.Secured secured(PartnerId bank, String applicationNo, String reference) {
        return secured(bank, applicationNo, reference, cases.ofLoan(bank, applicationNo), requests.firstHeld(bank, applicationNo));
    }

    private static Consequence.Secured secured(PartnerId bank, String applicationNo, String reference, List<StoredCase> ofLoan, boolean held) {
        List<Security.Case> all = ofLoan.stream().map(CaseDesk::secures).toList();
        Security security = Security.of(all, held);
        Security.Case says = security.says();
        return new Consequence.Secured(bank, applicationNo, security.state(), reference, says == null ? null : says.filedAt(), says == null ? null : says.opinionNo());
    }

    /** Cases of a loan without those a cancellation ended. */
    static List<StoredCase> since(List<StoredCase> ofLoan) {
        List<Security.Case> all = ofLoan.stream().map(CaseDesk::secures).toList();
        return ofLoan.stream().filter(one -> !Security.ended(all, secures(one))).toList();
    }

    /** Whether the registry works on it. */
    static boolean open(StoredCase one) {
        return secures(one).open();
    }

    private static Security.Case secures(StoredCase one) {
        return new Security.Case(one.application().kind(), one.standing(), one.refused() != null, one.filedAt(), one.right(), one.opinionNo());
    }
}
