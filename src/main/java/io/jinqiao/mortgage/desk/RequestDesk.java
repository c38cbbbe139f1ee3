package io.jinqiao.mortgage.desk;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Clearance;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationApplication.Mortgagee;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.RegistryMaterials;
import io.jinqiao.mortgage.model.Filed;
import io.jinqiao.mortgage.model.Forwarded;
import io.jinqiao.mortgage.model.Materials;
import io.jinqiao.mortgage.model.Prepared;
import io.jinqiao.mortgage.model.Wait;
import io.jinqiao.mortgage.rules.RegistrationRules;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.CheckStore;
import io.jinqiao.mortgage.store.MaterialStore;
import io.jinqiao.mortgage.store.RequestStore;
import io.jinqiao.mortgage.store.StoredCase;
import io.jinqiao.mortgage.store.StoredRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Requests on their way from the branch to the registry: held until the loan is in force and the register clean, then filed by themselves. */
@Component
class RequestDesk {
    /** How a loan ends that was paid out. */
    private static final Set<String> PAID_BACK = Set.of("settled", "reversed");

    private final RequestStore requests;
    private final CaseStore cases;
    private final CheckDesk checks;
    private final CaseDesk filing;
    private final MaterialDesk materials;
    private final RegistrationRules rules;
    private final Where where;
    private final MortgageProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    RequestDesk(
            RequestStore requests,
            CaseStore cases,
            CheckDesk checks,
            CaseDesk filing,
            MaterialDesk materials,
            RegistrationRules rules,
            Where where,
            MortgageProperties properties,
            IdGenerator ids,
            @Qualifier("businessClock") Clock clock) {
        this.requests = requests;
        this.cases = cases;
        this.checks = checks;
        this.filing = filing;
        this.materials = materials;
        this.rules = rules;
        this.where = where;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome request(MortgageRequest asked) {
        Incoming incoming = asked.incoming();
        MortgageApplication request = withUnit(asked);
        // before anything is read: what it takes the place of may be going out; in the order of whoever files that, or each would wait for the other
        requests.held(incoming.partner(), request.applicationNo());
        cases.oneAtATime(incoming.partner(), request.applicationNo());
        List<StoredCase> ofLoan = cases.ofLoan(incoming.partner(), request.applicationNo());
        Forwarded.check(request, Proofs.of(CaseDesk.since(ofLoan)));
        where.registry(Objects.requireNonNull(request.unitNumber()).county(), Operation.REGISTRATION_APPLICATION)
                .ifPresent(registry -> Materials.refuseTooLarge(request.attachments(), where.materials(registry)));
        if (ofLoan.stream().anyMatch(CaseDesk::open)) {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, "registration in process");
        }
        boolean inForce = asked.inForce() != null || request.kind() == Kind.CANCELLATION;
        List<Outgoing> replaced = replaced(incoming.partner(), request);
        if (!requests.take(incoming.partner(), request, false, inForce, asked.opinionNo(), incoming.id(), clock.instant())) {
            throw new Refusal(Problem.at("requestNo", FailureCode.KEY_CONFLICT));
        }
        materials.arrived(incoming.partner(), request.applicationNo(), asked.here());
        Outcome outcome = advance(requests.held(incoming.partner(), request.applicationNo(), request.requestNo()).orElseThrow());
        boolean filed = requests.held(incoming.partner(), request.applicationNo(), request.requestNo()).isEmpty();
        Content.Group answer = new MortgageApplication.Answer(
                        request.requestNo(),
                        filed ? MortgageApplication.State.FORWARDED : MortgageApplication.State.HELD,
                        null,
                        missing(asked, request).map(MortgageApplication.Missing::new).toList())
                .content();
        return Outcome.accepted(answer)
                .andTell(replaced)
                .andTell(outcome.outgoing())
                .with(outcome.consequences())
                .with(filing.secured(incoming.partner(), request.applicationNo(), request.requestNo()));
    }

    /** The last word of a bank counts, and whatever is held gives way to it; where it wanted something else before, it reads what became of that. */
    private List<Outgoing> replaced(PartnerId bank, MortgageApplication by) {
        String reason = "已被同一贷款后报的申请 " + by.requestNo() + " 取代 / replaced by the later request " + by.requestNo() + " of the same loan";
        return requests.held(bank, by.applicationNo()).stream()
                .filter(one -> !one.requestNo().equals(by.requestNo()) && one.kind() != by.kind() && !(first(one.kind()) && first(by.kind())))
                .flatMap(one -> refused(one, one.requestNo(), reason).stream())
                .toList();
    }

    private static boolean first(Kind kind) {
        return kind == Kind.DOUBLE_PRE_NOTICE || kind == Kind.MORTGAGE;
    }

    /** What is listed and not here, and what the registry wants to see and nobody listed. */
    private Stream<String> missing(MortgageRequest asked, MortgageApplication request) {
        Set<String> known = Stream.concat(asked.here().stream(), request.attachments().stream()).map(AttachmentRef::kind).collect(Collectors.toSet());
        Stream<String> wanted = rules.wanted(request.kind()).needs().stream().filter(kind -> !known.contains(kind)).sorted();
        return Stream.concat(asked.missing().stream(), wanted).distinct();
    }

    private static MortgageApplication withUnit(MortgageRequest asked) {
        MortgageApplication request = asked.message();
        if (request.unitNumber() != null) {
            return request;
        }
        String unit = Objects.requireNonNull(asked.application().home().unitNumber()).value();
        return (MortgageApplication) Operation.MORTGAGE_APPLICATION.read(request.content().with("unitNumber", unit));
    }

    /** A request that rides inside an application is prepared; it has neither contract nor claim yet. @return what the branch must send itself */
    List<Problem> prepare(Consequence.Accepted accepted) {
        MortgageApplication prepared = Prepared.of(accepted.application());
        requests.take(accepted.bank(), prepared, true, false, null, accepted.message(), clock.instant());
        requests.held(accepted.bank(), prepared.applicationNo()).forEach(request -> requests.waits(
                request, Prepared.enough(prepared) ? Set.of(Wait.LOAN_NOT_IN_FORCE) : Set.of(Wait.LOAN_NOT_IN_FORCE, Wait.REQUEST_INCOMPLETE)));
        return Prepared.lacks(prepared);
    }

    Outcome inForce(Consequence.InForce loan, Outcome outcome) {
        for (StoredRequest request : requests.held(loan.bank(), loan.applicationNo())) {
            Outcome one = inForce(request, loan);
            outcome = outcome.andTell(one.outgoing()).with(one.consequences());
        }
        return outcome;
    }

    private Outcome inForce(StoredRequest request, Consequence.InForce loan) {
        MortgageApplication message = request.prepared() ? Prepared.completed(request.content(), loan) : request.message();
        if (request.prepared() && !Prepared.enough(message)) {
            return waits(request, Wait.REQUEST_INCOMPLETE);
        }
        if (request.opinionNo() != null && !request.prepared() && !request.opinionNo().equals(loan.opinionNo())) {
            String reason = "审批意见已撤回重批，原申请对应的合同已作废，请重报 / made for an approval that was taken back: send mortgage-application anew";
            return waits(request, Wait.CONTRACT_DIFFERS).andTell(refused(request, request.requestNo(), reason).stream().toList());
        }
        if (message.claim() != null && !message.claim().amount().equals(loan.amount())) {
            String reason = "担保债权与批准金额不符，请按批准金额重报 / claim.amount is not what was approved: send mortgage-application anew";
            return waits(request, Wait.CLAIM_DIFFERS).andTell(refused(request, request.requestNo(), reason).stream().toList());
        }
        StoredRequest complete = request.inForce(message.content(), loan.opinionNo());
        requests.inForce(complete);
        return advance(complete.askedAnew());
    }

    /** Goes as far as it can: files, or says what it waits for. */
    Outcome advance(StoredRequest request) {
        if (!request.inForce()) {
            return waits(request, Wait.LOAN_NOT_IN_FORCE);
        }
        MortgageApplication message = request.message();
        // before anything is read: what a person files meanwhile is here then, or finds what is filed now
        cases.oneAtATime(request.bank(), request.applicationNo());
        if (message.kind() != Kind.CANCELLATION && goesAway(request, message)) {
            return waits(request, Wait.FILED_OTHERWISE);
        }
        Optional<StoredCase> filed = filedByAPerson(request, message);
        if (filed.isPresent()) {
            requests.filed(request, filed.get().application().caseNo());
            return filing.requested(filed.get(), request.requestNo());
        }
        if (byHand(CaseDesk.since(cases.ofLoan(request.bank(), request.applicationNo()))).anyMatch(one -> takesItsPlace(one, message))) {
            return waits(request, Wait.FILED_OTHERWISE);
        }
        String area = Objects.requireNonNull(message.unitNumber()).county();
        Optional<PartnerId> registry = where.registry(area, Operation.REGISTRATION_APPLICATION);
        Optional<String> mortgagee = properties.mortgagee(message.mortgagee());
        if (registry.isEmpty()) {
            return waits(request, Wait.REGISTRY_UNKNOWN);
        }
        if (mortgagee.isEmpty()) {
            return waits(request, Wait.MORTGAGEE_UNKNOWN);
        }
        Materials papers = papers(request, message, registry.get());
        if (papers.waits() != null) {
            return waits(request, papers.waits());
        }
        Clearance.Verdict verdict = checks.verdict(request);
        if (message.kind() != Kind.CANCELLATION && verdict != Clearance.Verdict.CLEAN) {
            return verdict == null ? ask(request, message) : waits(request, Wait.NOT_CLEAN);
        }
        return file(request, message, registry.get(), mortgagee.get(), papers.files());
    }

    /** What stands for the loan is being cancelled, or what the request names stands no more: filed now it would be paid on, and taken away. */
    private boolean goesAway(StoredRequest request, MortgageApplication message) {
        List<StoredCase> ofLoan = cases.ofLoan(request.bank(), request.applicationNo());
        boolean ending = ofLoan.stream().anyMatch(one -> one.application().kind() == Kind.CANCELLATION && CaseDesk.open(one));
        return ending || message.earlierNo() != null && !Proofs.of(CaseDesk.since(ofLoan)).contains(CertificateNumber.proof(message.earlierNo()));
    }

    /** A case that asks for the same and that no request was filed as: nothing is applied for twice. A cancellation that was done ended itself as well. */
    private Optional<StoredCase> filedByAPerson(StoredRequest request, MortgageApplication message) {
        List<StoredCase> ofLoan = cases.ofLoan(request.bank(), request.applicationNo());
        return byHand(message.kind() == Kind.CANCELLATION ? ofLoan : CaseDesk.since(ofLoan)).filter(one -> asksForTheSame(one, message)).findFirst();
    }

    /** Those that were filed as no request and are, or may come, in the register. */
    private Stream<StoredCase> byHand(List<StoredCase> some) {
        return some.stream()
                .filter(one -> one.refused() == null && (CaseDesk.open(one) || one.standing().registered()))
                .filter(one -> requests.requestNo(one.application().caseNo()).isEmpty());
    }

    /** The right is applied for, or there, for another amount; a change that was made leaves room for the next one. */
    private static boolean takesItsPlace(StoredCase one, MortgageApplication message) {
        Filed filed = one.filed();
        return filed.kind() == message.kind() && filed.units().contains(message.unitNumber()) && (filed.kind() != Kind.CHANGE || CaseDesk.open(one));
    }

    /** For the same right of the same people on the same home, for the same holder and amount; of what is there already the same proof of it, and a change to the same terms. */
    private boolean asksForTheSame(StoredCase one, MortgageApplication message) {
        return properties.mortgagee(message.mortgagee()).map(name -> Forwarded.of(message, "-", name, List.of())).filter(asked -> Filed.of(asked).equals(one.filed())
                && Objects.equals(asked.earlierNo(), one.application().earlierNo())
                && (message.kind() != Kind.CHANGE || Objects.equals(asked.claim(), one.application().claim()))).isPresent();
    }

    /** Who has this code and is not called so is somebody else. */
    void requireMortgagee(Mortgagee mortgagee) {
        if (properties.mortgagee(mortgagee.code()).filter(name -> !name.equals(mortgagee.name())).isPresent()) {
            throw new Refusal(Problem.at("mortgagee", FailureCode.FIELDS_DISAGREE));
        }
    }

    private Outcome ask(StoredRequest request, MortgageApplication message) {
        Outcome asked = checks.beforeFiling(request, message);
        requests.waits(request, asked.outgoing().isEmpty() ? Set.of(Wait.REGISTRY_UNKNOWN) : Set.of(Wait.CHECK_AWAITED));
        return asked;
    }

    private Materials papers(StoredRequest request, MortgageApplication message, PartnerId registry) {
        return Materials.of(
                message, request.prepared(), materials.here(request.bank(), request.applicationNo()), rules.wanted(message.kind()), where.materials(registry));
    }

    private Outcome file(StoredRequest request, MortgageApplication message, PartnerId registry, String mortgagee, List<AttachmentRef> papers) {
        String caseNo = ids.next().value();
        RegistrationApplication application = Forwarded.of(message, caseNo, mortgagee, papers);
        Outcome filed = filing.file(new FileCase(registry, request.bank(), request.applicationNo(), application, request.bank().value(), request.opinionNo()));
        requests.filed(request, caseNo);
        RegistryMaterials taken = where.materials(registry);
        if (taken.way() == RegistryMaterials.Way.UPLOAD) {
            materials.hold(caseNo, MaterialStore.APPLICATION, papers, taken.part());
        } else if (taken.way() == RegistryMaterials.Way.ONE_CALL) {
            filed = Outcome.accepted(Content.Group.EMPTY).with(new Consequence.Wanted(request.bank(), request.applicationNo(), registry, application));
        }
        return filed.with(filing.secured(request.bank(), request.applicationNo(), caseNo));
    }

    private Outcome waits(StoredRequest request, Wait wait) {
        requests.waits(request, Set.of(wait));
        return Outcome.accepted(Content.Group.EMPTY);
    }

    void noLongerInForce(PartnerId bank, String applicationNo) {
        requests.noLongerInForce(bank, applicationNo);
    }

    /** What is held came to nothing; a cancellation is not destroyed. @return what the bank is told: with the loan it knows the end of, but not what that means for a change it asked for */
    List<Outgoing> destroy(Consequence.Ended ended) {
        String reason = "贷款已结清或放款已冲正，留存的登记申请不再报送 / the loan is paid off or its payment was reversed: what was held is not sent";
        List<Outgoing> told = PAID_BACK.contains(ended.how())
                ? requests.held(ended.bank(), ended.applicationNo()).stream()
                        .filter(one -> one.kind() != Kind.CANCELLATION)
                        .flatMap(one -> refused(one, one.requestNo(), reason).stream())
                        .toList()
                : List.of();
        requests.destroy(ended.bank(), ended.applicationNo(), ended.how(), clock.instant());
        return told;
    }

    /** What the register said to a question before filing; the request goes on, or waits and its bank is told why. */
    Outcome answered(PartnerId bank, String applicationNo, String requestNo, Consequence.Checked checked) {
        StoredRequest request = requests.held(bank, applicationNo, requestNo)
                .filter(one -> checked.checkNo().equals(one.checkNo()))
                .orElse(null);
        if (request == null) {
            return Outcome.accepted(Content.Group.EMPTY);
        }
        Outcome outcome = advance(request);
        boolean stopped = checked.verdict() == Clearance.Verdict.IN_THE_WAY && !checks.stoppedBefore(request) && where.told(bank);
        return stopped ? outcome.andTell(new Outgoing(bank, stopped(request, checked))) : outcome;
    }

    /** The register refuses to answer what it is asked for a request: after some tries its bank must mend what is asked about. */
    Outcome unanswered(CheckStore.Asked asked, String checkNo, String codes) {
        StoredRequest request = asked.requestNo() == null
                ? null
                : requests.held(asked.bank(), asked.applicationNo(), asked.requestNo()).filter(one -> checkNo.equals(one.checkNo()) && one.inForce()).orElse(null);
        if (request == null || !checks.givenUp(request)) {
            return Outcome.accepted(Content.Group.EMPTY);
        }
        Outcome waits = waits(request, Wait.CHECK_REFUSED);
        String reason = "登记簿核验多次未获答复（" + codes + "）：请核对不动产权证号、单元号与权利人后重报 / the register does not answer (" + codes
                + "): check title number, unit and owners, and send mortgage-application anew";
        return waits.andTell(refused(request, checkNo, reason).stream().toList());
    }

    /** @param reference number of what it is about */
    private Optional<Outgoing> refused(StoredRequest request, String reference, String reason) {
        return where.told(request.bank()) ? Optional.of(new Outgoing(request.bank(), result(request, MortgageResult.Event.REFUSED, reference, reason))) : Optional.empty();
    }

    private MortgageResult stopped(StoredRequest request, Consequence.Checked checked) {
        return result(request, MortgageResult.Event.SEIZED, checked.checkNo(), String.join(" ", checked.hindrances()));
    }

    private MortgageResult result(StoredRequest request, MortgageResult.Event event, String reference, String reason) {
        return new MortgageResult(ids.next().value(), request.requestNo(), request.applicationNo(), event, WorkingCalendar.today(clock), reference, null, reason, null);
    }

    /** A scan of the loan is here: what waited for it goes on. */
    Outcome scanned(Consequence.Scanned scanned, Outcome outcome) {
        Outcome after = outcome;
        for (StoredRequest request : requests.waitingForMaterials(scanned.bank(), scanned.applicationNo())) {
            Outcome one = advance(request.askedAnew());
            after = after.andTell(one.outgoing()).with(one.consequences());
        }
        return after;
    }

    /** Asks the register again about homes that were not clean, so that what stood in the way stops nobody for ever. */
    Outcome again(Instant now, Outcome outcome) {
        Outcome after = outcome;
        for (StoredRequest request : requests.waitingForTheRegister(now.minus(properties.checkEvery()), now, properties.pollAtOnce())) {
            Outcome one = advance(request.askedAnew());
            after = after.andTell(one.outgoing()).with(one.consequences());
        }
        return after;
    }
}
