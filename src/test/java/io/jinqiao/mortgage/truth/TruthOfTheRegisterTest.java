package io.jinqiao.mortgage.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.loan.Applications;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.desk.Desk;
import io.jinqiao.message.Answered;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Content;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Identity;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.Accounts.PayeeKind;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificateEnquiry;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.Reply;
import io.jinqiao.message.UnitRights;
import io.jinqiao.message.Words;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.mortgage.desk.Doors;
import io.jinqiao.mortgage.model.Forwarded;
import io.jinqiao.mortgage.truth.TrueRegistry.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loans of every kind and a registry that works on their cases as registries do. Its words are lost, repeated, late and out of order; polls and reconciliations bring some of
 * them back. Real desks on a real database; judged by what the registry really did ({@link TrueCase}), which shares no rule with them. {@code -Djinqiao.registry.loans=5000}
 * is the full size, {@code -Djinqiao.registry.seed} another course of things.
 */
class TruthOfTheRegisterTest {
    private static final int LOANS = Integer.getInteger("jinqiao.registry.loans", 40);
    private static final long SEED = Long.getLong("jinqiao.registry.seed", 11);
    /** Things that happen, for each loan. */
    private static final int STEPS = 60;
    private static final int PAGE = 40;

    private final Random random = new Random(SEED);
    private final Desk desk = new Desk();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Doors doors = new Doors(desk.database, desk.clock, () -> new MessageId("Q" + numbers.incrementAndGet()), TrueRegistry::verified);
    private final TrueRegistry registry = new TrueRegistry(random);
    private final CaseFacts facts = facts(desk.jdbc);
    private final List<TrueLoan> loans = new ArrayList<>();
    private final List<Runnable> underWay = new ArrayList<>();
    private final List<Word> told = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final TrueOffice office = new TrueOffice(desk, doors, this::does);
    private boolean calm;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aLoanIsPayableOnlyWhileItsSecurityStandsAndWhateverTheOrderEverythingEndsAlike() {
        for (int i = 0; i < LOANS; i++) {
            begin(i);
        }
        for (int step = 0; step < LOANS * STEPS; step++) {
            step();
        }
        calm();
        registry.cases.values().forEach(this::endsAsItIsThere);
        loans.forEach(this::payableAsItIsThere);
        nothingWaitsForNobody();
        loans.forEach(this::findsItsWay);
        List<TrueCase> all = List.copyOf(registry.cases.values());
        all.forEach(this::endsAlikeInAnotherOrder);
        System.out.println("truth of the register: " + registry.cases.size() + " cases of " + LOANS + " loans " + counts);
        assertThat(counts.keySet()).contains("lost", "late", "told again", "DELETED", "REJECTED", "SUPPLEMENT", "CONVERSION", "CHANGE", "CANCELLATION", "looked", "payable", "paid", "settled", "taken back", "approved anew", "refused", "by hand", "by hand refused", "another's proof", "enquiry refused");
    }

    // --- loans

    private void begin(int i) {
        boolean preSold = i % 2 == 0;
        Applications applications = Applications.good().no("T" + i);
        if (preSold) {
            Party developer = new Party(Party.Role.DEVELOPER, "虚构开发有限公司", new Identity(Identity.Type.CREDIT_CODE, "12371300MB2H1K085U"), null, null, null);
            applications.homeKind(HomeKind.PRE_SOLD, PayeeKind.SUPERVISED_PRESALE).with(developer).mortgageRequest();
        }
        LoanApplication application = (LoanApplication) Operation.LOAN_APPLICATION.read(applications.build().content().with("mortgagee", Doors.CENTRE));
        String no = Desk.number(does(() -> doors.registrations.follow(desk.loans.accept(desk.from(Desk.BANK, application)))));
        desk.uploadScans(application.applicationNo());
        TrueLoan loan = new TrueLoan(no, application, preSold);
        loans.add(loan);
        office.confirmed(loan);
        desk.review(no, io.jinqiao.loan.ReviewLoan.Stage.INITIAL);
        office.approve(loan, 1);
        office.guaranteed(loan);
        if (!preSold && i % 6 == 1) {
            Money amount = loan.approved.amount();
            byHand(loan, i % 12 == 1 ? amount : new Money(amount.fen() / 3));
        }
        office.contract(loan);
    }

    /** A person files it at the counter. */
    private void byHand(TrueLoan loan, Money amount) {
        boolean ofThisLoan = amount.equals(loan.approved.amount());
        assertThat(byHand(loan, request(loan, Kind.MORTGAGE, amount, null))).as("a case for %s is filed for %s", amount, loan).isEqualTo(ofThisLoan);
        count(ofThisLoan ? "by hand" : "by hand refused");
    }

    private boolean byHand(TrueLoan loan, MortgageApplication request) {
        return allowed(() -> does(() -> doors.registrations.file(desk.loans.filing(byHandOf(loan.number(), request)))));
    }

    private FileCase byHandOf(String applicationNo, MortgageApplication request) {
        return new FileCase(Doors.CITY, Desk.BANK, applicationNo, Forwarded.of(request, "DJH" + numbers.incrementAndGet(), "虚构市住房公积金管理中心", List.of()), "chen");
    }

    private boolean allowed(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal refusal) {
            count("refused");
            count("refused " + refusal.problems().get(0).code() + " " + refusal.problems().get(0).field());
            return false;
        }
    }

    private MortgageApplication request(TrueLoan loan, Kind kind, @Nullable Money amount, @Nullable String earlier) {
        LoanApplication application = loan.application;
        Party owner = application.borrower();
        List<Party> parties = new ArrayList<>(List.of(new Party(Party.Role.MORTGAGOR, owner.name(), owner.identity(), null, null, null)));
        application.parties().stream().filter(party -> party.role() == Party.Role.DEVELOPER).forEach(parties::add);
        return new MortgageApplication(
                "DY" + numbers.incrementAndGet(), loan.number(), kind, application.home().unitNumber(), application.home().address(),
                kind == Kind.MORTGAGE ? "虚(2020)虚构市不动产权第0000009号" : null, earlier, application.mortgagee(), parties, amount == null ? null : "DYHT-1",
                amount == null ? null : new MortgageApplication.Claim(amount, Applications.DAY, Applications.DAY.plusMonths(120), null), List.of(), "T1001");
    }

    /** The bank wants something registered, or a person files it; what the loan does not allow is refused, and that is well. */
    private void asks(TrueLoan loan) {
        List<String> proofs = proofs(loan);
        String proof = proofs.isEmpty() ? null : proofs.get(random.nextInt(4) == 0 ? random.nextInt(proofs.size()) : proofs.size() - 1);
        boolean first = proof == null || random.nextInt(3) == 0;
        boolean ends = proof != null && (settled(loan) ? random.nextInt(8) > 0 : loan.approved == null && random.nextBoolean());
        Kind kind = ends ? Kind.CANCELLATION
                : first ? loan.preSold ? Kind.DOUBLE_PRE_NOTICE : Kind.MORTGAGE
                : loan.preSold && random.nextBoolean() ? Kind.CONVERSION : Kind.CHANGE;
        if (asks(loan, kind, proof, random.nextInt(8) == 0)) {
            count("asked " + kind);
        }
    }

    private boolean asks(TrueLoan loan, Kind kind, @Nullable String proof, boolean byHand) {
        Money amount = loan.approved == null ? loan.application.terms().amount() : loan.approved.amount();
        MortgageApplication request = request(loan, kind, kind == Kind.CANCELLATION ? null : amount, kind == Kind.MORTGAGE || kind == Kind.DOUBLE_PRE_NOTICE ? null : proof);
        return byHand ? byHand(loan, request) : allowed(() -> does(() -> doors.registrations.request(desk.loans.requested(desk.from(Desk.BANK, request)))));
    }

    /** Of mortgages, in the order in which they were entered last. */
    private List<String> proofs(TrueLoan loan) {
        return of(loan).stream().map(TrueCase::entered).filter(entry -> entry != null && !entry.proofs().isEmpty()).sorted(Comparator.comparing(RegisterEntry::enteredAt))
                .map(entry -> entry.proofs().get(entry.proofs().size() - 1).proofNo().value()).toList();
    }

    private List<TrueCase> of(TrueLoan loan) {
        return registry.cases.values().stream().filter(one -> one.loan.equals(loan.number())).toList();
    }

    /** Somebody at the centre or the bank does the next thing, or something else. */
    private void goesOn(TrueLoan loan) {
        int drawn = random.nextInt(12);
        if (loan.approved == null && drawn < 4) {
            office.approve(loan, 1 + random.nextInt(2));
            count("approved anew");
        } else if (loan.approved != null && !"in-force".equals(desk.fact(loan.acceptanceNo, "contract"))) {
            office.contract(loan);
        } else if (drawn == 11 && loan.approved != null) {
            takesBack(loan);
        } else if (drawn < 7 && loan.approved != null && (payable(loan) || !"none".equals(desk.fact(loan.acceptanceNo, "money")))) {
            pays(loan);
        } else if (drawn == 10 && loan.preSold) {
            allowed(() -> office.guaranteed(loan));
        } else if (drawn == 9) {
            asksOfAnother(loan);
        } else {
            asks(loan);
        }
    }

    /** Now and then while somebody is filing for it: what was compared with the one opinion goes out after it was taken back. */
    private void takesBack(TrueLoan loan) {
        List<String> proofs = proofs(loan);
        FileCase compared = random.nextInt(3) > 0 || proofs.isEmpty() ? null : compared(loan, request(loan, Kind.CHANGE, loan.approved.amount(), any(proofs)));
        if (allowed(() -> office.revoke(loan))) {
            count("taken back");
            pass(Duration.ofSeconds(1));
            if (compared != null && allowed(() -> does(() -> doors.registrations.file(compared)))) {
                count("filed while taken back");
            }
        }
    }

    private @Nullable FileCase compared(TrueLoan loan, MortgageApplication request) {
        List<FileCase> compared = new ArrayList<>();
        allowed(() -> compared.add(desk.inOneCommit(() -> desk.loans.filing(byHandOf(loan.number(), request)))));
        return compared.isEmpty() ? null : compared.get(0);
    }

    /** Somebody writes the number of another loan's proof, which the centre was told. */
    private void asksOfAnother(TrueLoan loan) {
        TrueLoan other = any(loans);
        List<String> proofs = of(other).stream().flatMap(TrueCase::toldProofs).map(CertificateNumber::value).toList();
        if (other != loan && !proofs.isEmpty()) {
            Kind kind = random.nextBoolean() ? Kind.CANCELLATION : Kind.CHANGE;
            Money amount = kind == Kind.CANCELLATION ? null : loan.approved == null ? loan.application.terms().amount() : loan.approved.amount();
            MortgageApplication request = request(loan, kind, amount, any(proofs));
            String number = random.nextBoolean() ? loan.number() : "X" + numbers.incrementAndGet();
            assertThat(allowed(() -> does(() -> doors.registrations.file(desk.loans.filing(byHandOf(number, request)))))).as("%s of %s for %s", kind, request.earlierNo(), loan).isFalse();
            count("another's proof");
        }
    }

    private void pays(TrueLoan loan) {
        switch (desk.fact(loan.acceptanceNo, "money")) {
            case "disbursed" -> {
                if (random.nextInt(3) == 0) {
                    office.comesBack(loan);
                    count("came back");
                } else {
                    office.paidBack(loan);
                    count("settled");
                }
            }
            case "sent", "settled" -> { }
            default -> allowed(() -> {
                DisbursementInstruction told = office.pays(loan);
                if (told != null) {
                    instructed(loan, told);
                }
            });
        }
    }

    private void instructed(TrueLoan loan, DisbursementInstruction told) {
        assertThat(securedAsTold(loan)).as("%s is paid: %s", loan, story(loan)).isTrue();
        assertThat(desk.jdbc.sql("SELECT case_no FROM mortgage_fact_case WHERE application_no = ? AND kind = 'cancellation' AND refused IS NULL AND coalesce(state, '') NOT IN ('rejected', 'withdrawn', 'deleted', 'registered')")
                .param(loan.number()).query(String.class).list()).as("%s is paid while it is being cancelled: %s", loan, story(loan)).isEmpty();
        count("paid");
        boolean taken = random.nextInt(4) > 0;
        underWay.add(() -> {
            if (taken) {
                office.paid(told);
            } else {
                office.notPaid(told);
            }
        });
    }

    // --- what happens

    private void step() {
        pass(Duration.ofSeconds(1 + random.nextInt(random.nextInt(10) == 0 ? 40_000 : 900)));
        if (random.nextInt(100) == 0) {
            inService(doors.inService.isEmpty());
        }
        int drawn = random.nextInt(100);
        if (drawn < 60) {
            arrive(1 + underWay.size() / 40);
        } else if (drawn < 80) {
            moves();
        } else if (drawn < 90) {
            goesOn(any(loans));
        } else if (drawn < 94 && !told.isEmpty()) {
            count("told again");
            hears(any(told));
        } else if (drawn < 98) {
            looks();
        } else {
            rounds();
        }
    }

    /** Nobody files at a registry that is out of service, and nobody asks it. */
    private void inService(boolean is) {
        doors.inService.clear();
        doors.inService.addAll(is ? List.of(Doors.CITY) : List.of());
        count(is ? "in service again" : "out of service");
    }

    private void arrive(int most) {
        for (int i = 0; i < most && !underWay.isEmpty(); i++) {
            underWay.remove(random.nextInt(underWay.size())).run();
        }
    }

    private void moves() {
        if (registry.cases.isEmpty()) {
            return;
        }
        List<TrueCase> open = registry.cases.values().stream().filter(TruthOfTheRegisterTest::open).toList();
        TrueCase one = any(open.isEmpty() || random.nextInt(4) == 0 ? List.copyOf(registry.cases.values()) : open);
        for (Word word : registry.moves(one, desk.clock.instant())) {
            count(one.last().state().name());
            if (random.nextInt(4) == 0) {
                count("lost");
            } else {
                count(underWay.size() > 20 ? "late" : "soon");
                underWay.add(() -> hears(word));
            }
        }
    }

    private void hears(Word word) {
        told.add(word);
        Incoming incoming = new Incoming(Doors.CITY, id(), desk.clock.instant(), word.message());
        does(() -> word.message() instanceof RegistrationStatus ? doors.registrations.status(incoming)
                : word.message() instanceof RegistrationEntry ? doors.registrations.entry(incoming) : doors.registrations.certificate(incoming));
        note(word);
        onlyOnItsSecurity(loanOf(word.of()), String.valueOf(word.message()));
    }

    private static void note(Word word) {
        if (word.content()) {
            word.of().entriesTold.add(word.tells());
        } else if (word.message() instanceof RegistrationStatus) {
            word.of().statesTold.add(word.tells());
        }
    }

    /** A person calls the registry about a case in doubt, and says what is there. */
    private void looks() {
        for (String caseNo : desk.jdbc.sql("SELECT case_no FROM mortgage_fact_case WHERE doubts <> '{}' ORDER BY case_no").query(String.class).list()) {
            TrueCase one = registry.cases.get(caseNo);
            if (one != null && (calm || random.nextInt(3) == 0)) {
                looks(one);
            }
        }
    }

    private int toldOf(TrueCase one) {
        return desk.jdbc.sql("SELECT count(*) FROM mortgage_fact_told WHERE case_no = ?").param(one.application.caseNo()).query(Integer.class).single();
    }

    private void looks(TrueCase one) {
        boolean stands = one.stands();
        try {
            does(() -> doors.registrations.looked(new Looked(one.application.caseNo(), stands ? Looked.Verdict.STANDS : Looked.Verdict.STANDS_NO_MORE, toldOf(one), "已电话核对", "zhou")));
            one.looked(stands, desk.clock.instant());
            count("looked");
        } catch (Refusal nothingTaken) {
            assertThat(nothingTaken.problems().get(0).code()).isIn(FailureCode.FIELDS_DISAGREE, FailureCode.ENTRY_NOT_AS_APPLIED);
        }
        onlyOnItsSecurity(loanOf(one), "looked at " + one.application.caseNo());
    }

    private void rounds() {
        does(() -> doors.registrations.rounds(new Rounds(desk.clock.instant())));
        count("rounds");
    }

    // --- the wire

    private Outcome does(Supplier<Outcome> work) {
        Outcome outcome = desk.inOneCommit(() -> desk.loans.follow(work.get()));
        outcome.outgoing().forEach(this::leaves);
        return outcome;
    }

    /** What leaves the centre is answered some time; an answer that is lost is asked for until it is there. */
    private void leaves(Outgoing outgoing) {
        CanonicalMessage message = outgoing.message();
        if (message instanceof RegistrationApplication application && application.kind() == Kind.CANCELLATION) {
            nothingIsOwed(application);
        }
        if (message instanceof RegistrationApplication application) {
            String number = desk.jdbc.sql("SELECT application_no FROM mortgage_fact_case WHERE case_no = ?").param(application.caseNo()).query(String.class).single();
            loans.stream().filter(loan -> loan.number().equals(number) && loan.approved != null).forEach(loan -> loan.filedFor.put(application.caseNo(), loan.approved));
        }
        if (message instanceof MortgageResult result) {
            count("bank " + result.event());
            return;
        }
        Runnable answer = () -> answered(message);
        if (calm) {
            answer.run();
        } else {
            underWay.add(answer);
        }
    }

    private void answered(CanonicalMessage message) {
        if (message instanceof RegistrationApplication application) {
            received(application);
        } else if (message instanceof PropertyCheck check) {
            does(() -> doors.registrations.checked(answer(check, new Reply.Accepted(rights(check).content()))));
        } else if (message instanceof RegistrationEnquiry enquiry) {
            polled(enquiry);
        } else if (message instanceof RegistrationReconciliation day) {
            page(day);
        } else if (message instanceof RegistrationCertificateEnquiry enquiry) {
            TrueCase one = registry.cases.get(enquiry.caseNo());
            Reply reply = one.entered() == null ? refused(FailureCode.CASE_UNKNOWN) : one.entered().proofs().stream().filter(proof -> proof.proofNo().equals(enquiry.proofNo())).findFirst()
                    .<Reply>map(proof -> new Reply.Accepted(registry.certificate(one, proof, desk.clock.instant()).content())).orElse(refused(FailureCode.CASE_UNKNOWN));
            does(() -> doors.registrations.found(answer(enquiry, reply)));
        } else {
            throw new IllegalStateException(message.operation().id());
        }
    }

    private void received(RegistrationApplication application) {
        String loan = desk.jdbc.sql("SELECT application_no FROM mortgage_fact_case WHERE case_no = ?").param(application.caseNo()).query(String.class).single();
        count(application.kind().name());
        assertThat(registry.cases.values().stream().filter(one -> one.loan.equals(loan) && one.kind() == application.kind() && !one.refused && open(one)))
                .as("nothing is applied for twice").isEmpty();
        Instant filedAt = desk.jdbc.sql("SELECT filed_at FROM mortgage_fact_case WHERE case_no = ?").param(application.caseNo()).query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant()).single();
        TrueCase one = registry.receives(application, loan, filedAt, desk.clock.instant());
        one.refused = !registry.kind && random.nextInt(12) == 0;
        RegistrationApplication.Answer receipt = new RegistrationApplication.Answer(application.caseNo(), one.registryNo, one.last().at());
        Reply reply = one.refused ? refused(FailureCode.PARTNER_REFUSED) : new Reply.Accepted(receipt.content());
        if (one.refused) {
            registry.cases.remove(application.caseNo());
        }
        Runnable tell = () -> {
            one.statesTold.add(0);
            does(() -> doors.registrations.receipt(answer(application, reply)));
            onlyOnItsSecurity(loanOf(one), "receipt");
        };
        if (calm) {
            tell.run();
        } else {
            underWay.add(tell);
        }
    }

    private static boolean open(TrueCase one) {
        RegistrationState state = one.last().state();
        return state == RegistrationState.SUBMITTED || state == RegistrationState.ACCEPTED || state == RegistrationState.SUPPLEMENT;
    }

    private void polled(RegistrationEnquiry enquiry) {
        TrueCase one = registry.cases.get(enquiry.caseNo());
        if (one == null) {
            does(() -> doors.registrations.progress(answer(enquiry, refused(FailureCode.CASE_UNKNOWN))));
            return;
        }
        if (!calm && random.nextInt(10) == 0) {
            count("enquiry refused");
            does(() -> doors.registrations.progress(answer(enquiry, refused(FailureCode.REGISTRY_LACKS_OPERATION))));
            return;
        }
        int state = one.last().no();
        one.all.stream().filter(happened -> happened.entry() != null).reduce((earlier, later) -> later).filter(ignored -> one.last().state() == RegistrationState.REGISTERED).ifPresent(last -> one.entriesTold.add(last.no()));
        one.statesTold.add(state);
        does(() -> doors.registrations.progress(answer(enquiry, new Reply.Accepted(registry.progress(one).content()))));
        onlyOnItsSecurity(loanOf(one), "poll");
    }

    private void page(RegistrationReconciliation asked) {
        RegistrationReconciliation.Answer page = registry.moved(asked.day(), asked.after(), PAGE);
        page.rows().forEach(row -> {
            TrueCase one = registry.cases.get(row.caseNo());
            one.all.stream().filter(happened -> happened.at().equals(row.changedAt())).forEach(happened -> one.statesTold.add(happened.no()));
        });
        does(() -> doors.registrations.page(answer(asked, new Reply.Accepted(page.content()))));
        count("reconciled pages");
    }

    private PropertyCheck.Answer rights(PropertyCheck check) {
        Map<UnitRights.Right, UnitRights.State> states = new EnumMap<>(UnitRights.Right.class);
        List.of(UnitRights.Right.values()).forEach(right -> states.put(right, UnitRights.State.NONE));
        int drawn = calm ? 99 : random.nextInt(100);
        if (drawn < 10) {
            states.put(UnitRights.Right.SEIZURE, UnitRights.State.REGISTERED);
            count("seized");
        }
        Instant of = desk.clock.instant().minus(drawn >= 10 && drawn < 20 ? Duration.ofHours(40) : Duration.ZERO);
        return new PropertyCheck.Answer(check.checkNo(), of, check.units().stream().map(unit -> new UnitRights(unit.unitNumber(), UnitRights.Holders.MATCH, states)).toList());
    }

    /** Nothing more happens at the registry; everything it told arrives, polls and reconciliations bring the rest, and people look at what is in doubt. */
    private void calm() {
        calm = true;
        inService(true);
        Collections.shuffle(underWay, random);
        while (!underWay.isEmpty()) {
            underWay.remove(underWay.size() - 1).run();
        }
        for (int round = 0; round < 24; round++) {
            pass(Duration.ofHours(8));
            rounds();
            looks();
        }
        for (TrueLoan loan : loans) {
            count(payable(loan) ? "payable" : "not payable");
        }
    }

    // --- what must hold

    /** By what the centre was told, and by no rule of the product. */
    private void onlyOnItsSecurity(@Nullable TrueLoan loan, String after) {
        if (loan != null && payable(loan)) {
            assertThat(securedAsTold(loan)).as("%s is payable after %s: %s", loan, after, story(loan)).isTrue();
        }
    }

    private boolean securedAsTold(TrueLoan loan) {
        List<TrueCase> all = of(loan);
        TrueRights rights = new TrueRights(all);
        Predicate<TrueCase> ended = one -> all.stream().anyMatch(off -> off.kind() == Kind.CANCELLATION && off.standsAsTold() && !one.filedAt.isAfter(off.filedAt) && rights.same(off, one));
        List<TrueCase> of = all.stream().filter(ended.negate()).toList();
        List<TrueCase> stand = of.stream().filter(TrueCase::standsAsTold).toList();
        Predicate<TrueCase> converted = one -> of.stream().anyMatch(later -> later.kind() == Kind.CONVERSION && later.inTheRegisterAsTold() && later.filedAt.isAfter(one.filedAt) && rights.same(later, one));
        Predicate<TrueCase> changed = one -> of.stream().anyMatch(change -> change.kind() == Kind.CHANGE && !change.filedAt.isBefore(one.filedAt) && rights.same(change, one) && change.troubledAsTold() && stand.stream().noneMatch(
                later -> later.kind() == Kind.CHANGE && later.filedAt.isAfter(change.filedAt) && rights.same(later, one) && later.lastTold().isAfter(change.lastTold())));
        Predicate<TrueCase> secures = one -> one.kind() == Kind.DOUBLE_PRE_NOTICE ? !converted.test(one) : (one.kind() == Kind.MORTGAGE || one.kind() == Kind.CONVERSION) && !changed.test(one);
        return strongest(stand.stream().filter(secures).toList()).filter(one -> loan.isForItsApproval(says(one, stand, rights))).isPresent();
    }

    private static Optional<TrueCase> strongest(List<TrueCase> rights) {
        return Stream.of(Kind.CONVERSION, Kind.MORTGAGE, Kind.DOUBLE_PRE_NOTICE)
                .flatMap(kind -> rights.stream().filter(one -> one.kind() == kind).max(Comparator.comparing(one -> one.filedAt)).stream())
                .findFirst();
    }

    /** What was entered of it last. */
    private static TrueCase says(TrueCase right, List<TrueCase> stand, TrueRights rights) {
        return stand.stream().filter(change -> right.kind() != Kind.DOUBLE_PRE_NOTICE && change.kind() == Kind.CHANGE && change.filedAt.isAfter(right.filedAt) && rights.same(change, right))
                .max(Comparator.comparing(TrueCase::enteredAsTold))
                .filter(change -> !right.enteredAsTold().isAfter(change.enteredAsTold()))
                .orElse(right);
    }

    private void nothingIsOwed(RegistrationApplication cancellation) {
        String number = desk.jdbc.sql("SELECT application_no FROM mortgage_fact_case WHERE case_no = ?").param(cancellation.caseNo()).query(String.class).single();
        loans.stream().filter(loan -> loan.number().equals(number)).forEach(loan -> {
            assertThat(payable(loan)).as("%s is cancelled while it may be paid: %s", loan, story(loan)).isFalse();
            assertThat(List.of("none", "failed", "returned", "settled")).as("%s is cancelled while it is owed: %s", loan, story(loan)).contains(desk.fact(loan.acceptanceNo, "money"));
        });
    }

    private boolean payable(TrueLoan loan) {
        return "ready-to-pay".equals(desk.fact(loan.acceptanceNo, "word")) && !settled(loan);
    }

    private boolean settled(TrueLoan loan) {
        return "settled".equals(desk.fact(loan.acceptanceNo, "money"));
    }

    /** Everything was told: what may be paid stands in the register, for the very amount that was approved. */
    private void payableAsItIsThere(TrueLoan loan) {
        onlyOnItsSecurity(loan, "at the end");
        if (payable(loan)) {
            assertThat(new TrueRights(of(loan)).stand(loan.approved.amount())).as("%s is payable on nothing: %s", loan, story(loan)).isTrue();
        }
        boolean may = loan.approved != null && "in-force".equals(desk.fact(loan.acceptanceNo, "contract")) && "none".equals(desk.fact(loan.acceptanceNo, "money"));
        boolean guaranteed = !loan.preSold || desk.fact(loan.acceptanceNo, "pieces").matches(".*(stage-guarantee|mortgage[,}]).*");
        assertThat(payable(loan)).as("%s is payable: %s", loan, story(loan)).isEqualTo(may && guaranteed && securedAsTold(loan));
    }

    /** A registry that does its work and a bank that asks for what is wanted: every loan comes to its payment, keeps its security while it is owed, and leaves the register in the end. */
    private void findsItsWay(TrueLoan loan) {
        registry.kind = true;
        for (int i = 0; i < 12 && !well(loan); i++) {
            onward(loan);
            kindly();
        }
        assertThat(well(loan)).as("%s finds no way on: %s", loan, story(loan)).isTrue();
    }

    private boolean well(TrueLoan loan) {
        String security = desk.fact(loan.acceptanceNo, "security");
        return switch (desk.fact(loan.acceptanceNo, "money")) {
            case "settled" -> List.of("released", "none").contains(security);
            case "sent", "disbursed" -> List.of("pre-noticed", "registered", "converted").contains(security);
            case "none" -> payable(loan);
            default -> loan.approved != null && "in-force".equals(desk.fact(loan.acceptanceNo, "contract")) && desk.fact(loan.acceptanceNo, "pieces").contains("mortgage");
        };
    }

    private void onward(TrueLoan loan) {
        allowed(() -> office.guaranteed(loan));
        if (settled(loan)) {
            taken(loan, Kind.CANCELLATION);
        } else if (loan.approved == null) {
            if (!taken(loan, Kind.CANCELLATION)) {
                office.approve(loan, 1);
            }
        } else if (!"in-force".equals(desk.fact(loan.acceptanceNo, "contract"))) {
            office.contract(loan);
        } else if (waitsForAnother(loan) && taken(loan, Kind.CHANGE)) {
            count("a change in the place of a mortgage that waits for the one a person filed");
        } else if (!taken(loan, loan.preSold ? Kind.DOUBLE_PRE_NOTICE : Kind.MORTGAGE) && !taken(loan, Kind.CHANGE) && !(loan.preSold && taken(loan, Kind.CONVERSION))) {
            allowed(() -> office.revoke(loan));
        }
    }

    private boolean waitsForAnother(TrueLoan loan) {
        return desk.jdbc.sql("SELECT EXISTS (SELECT 1 FROM mortgage_fact_waiting WHERE application_no = ? AND why = 'filed-otherwise')").param(loan.number()).query(Boolean.class).single();
    }

    private boolean taken(TrueLoan loan, Kind kind) {
        List<String> proofs = new ArrayList<>(proofs(loan));
        Collections.reverse(proofs);
        return kind == Kind.MORTGAGE || kind == Kind.DOUBLE_PRE_NOTICE ? asks(loan, kind, null, false) : proofs.stream().anyMatch(proof -> asks(loan, kind, proof, false));
    }

    private void kindly() {
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofHours(1));
            List.copyOf(registry.cases.values()).stream().filter(TruthOfTheRegisterTest::open).forEach(one -> registry.moves(one, desk.clock.instant()).forEach(this::hears));
        }
        looks();
        rounds();
    }

    /** The gateway has the case as the registry has it; only what a person found to stand no more is off here. */
    private void endsAsItIsThere(TrueCase one) {
        String state = Words.of(one.takenOff() || one.foundWrongAt != null ? RegistrationState.DELETED : one.last().state());
        assertThat(row(one.application.caseNo())).as(story(one)).startsWith(one.entriesTold.isEmpty() || one.standsAsTold() || one.troubledAsTold() && !one.doubted() ? state : "");
        assertThat(registered(one)).as(story(one)).isEqualTo(one.standsAsTold() || one.doubted() && registered(one));
    }

    private boolean registered(TrueCase one) {
        return desk.jdbc.sql("SELECT registered FROM mortgage_fact_case WHERE case_no = ?").param(one.application.caseNo()).query(Boolean.class).single();
    }

    private void nothingWaitsForNobody() {
        List<CaseFacts.Waiting> list = facts.waiting(null, Integer.MAX_VALUE);
        List<String> listed = list.stream().map(CaseFacts.Waiting::number).toList();
        assertThat(listed).containsAll(desk.jdbc.sql("SELECT case_no FROM mortgage_fact_case WHERE NOT settled").query(String.class).list());
        List<String> loansListed = list.stream().map(CaseFacts.Waiting::applicationNo).toList();
        for (TrueLoan loan : loans) {
            // a contract that is not signed waits for its branch, in another list
            boolean owes = !well(loan) && "in-force".equals(desk.fact(loan.acceptanceNo, "contract"));
            assertThat(!owes || loansListed.contains(loan.number())).as("%s waits for nobody: %s", loan, story(loan)).isTrue();
        }
    }

    /** The same words once more, about another case: shuffled, and some twice. */
    private void endsAlikeInAnotherOrder(TrueCase one) {
        List<Word> words = told.stream().filter(word -> word.of() == one).distinct().toList();
        if (words.isEmpty() || !one.lookedAt.isEmpty()) {
            return;
        }
        List<String> ends = new ArrayList<>();
        for (int order = 0; order < 2; order++) {
            List<Word> shuffled = new ArrayList<>(words);
            shuffled.add(any(words));
            Collections.shuffle(shuffled, random);
            ends.add(replayed(one, shuffled));
        }
        assertThat(ends.get(0)).as(story(one)).isEqualTo(ends.get(1));
    }

    private String replayed(TrueCase one, List<Word> words) {
        String caseNo = "DJR" + numbers.incrementAndGet();
        Content.Group content = one.application.content().with("caseNo", caseNo);
        Content.Group nobodys = one.application.earlierNo() == null ? content : content.with("earlierNo", "虚(2025)虚构市不动产证明第" + String.format("%07d", numbers.incrementAndGet()) + "号");
        RegistrationApplication again = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(nobodys);
        desk.inOneCommit(() -> doors.registrations.file(new FileCase(Doors.CITY, Desk.BANK, "R" + caseNo, again, "chen")));
        for (Word word : words) {
            CanonicalMessage message = word.message().operation().read(word.message().content().with("caseNo", caseNo));
            Incoming incoming = new Incoming(Doors.CITY, id(), desk.clock.instant(), message);
            desk.inOneCommit(() -> message instanceof RegistrationStatus ? doors.registrations.status(incoming)
                    : message instanceof RegistrationEntry ? doors.registrations.entry(incoming) : doors.registrations.certificate(incoming));
        }
        return row(caseNo);
    }

    private String row(String caseNo) {
        return desk.jdbc.sql("SELECT coalesce(state, 'null') || ' ' || registered || ' ' || certified || ' ' || settled || ' ' || doubts::text || ' ' || coalesce(refused, '') FROM mortgage_fact_case WHERE case_no = ?")
                .param(caseNo).query(String.class).single();
    }

    // --- how it is said

    private String story(TrueLoan loan) {
        return desk.fact(loan.acceptanceNo, "word") + "/" + desk.fact(loan.acceptanceNo, "security") + "/" + desk.fact(loan.acceptanceNo, "pieces") + " " + registry.cases.values().stream().filter(one -> one.loan.equals(loan.number())).map(this::story).toList() + " waiting "
                + desk.jdbc.sql("SELECT source || ' ' || number || ' ' || waits_for || ' ' || why FROM mortgage_fact_waiting WHERE application_no = ?").param(loan.number()).query(String.class).list() + " "
                + desk.events(loan.acceptanceNo);
    }

    private String story(TrueCase one) {
        return one.application.caseNo() + " " + one.kind() + "@" + one.filedAt + " on " + one.application.earlierNo() + " " + one.all.stream().map(each -> each.state() + (each.entry() == null ? "" : each.plain() ? "(entry)" : each.ours() ? "(branch)" : "(wrong)") + "@" + each.at()).toList()
                + " told " + one.statesTold + one.entriesTold + " looked " + one.lookedAt + one.foundWrong + " is " + row(one.application.caseNo());
    }

    private @Nullable TrueLoan loanOf(TrueCase one) {
        return loans.stream().filter(loan -> loan.number().equals(one.loan)).findFirst().orElse(null);
    }

    private void pass(Duration time) {
        desk.clock.set(desk.clock.instant().plus(time));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private Answered answer(CanonicalMessage message, Reply reply) {
        return new Answered(Doors.CITY, id(), message, reply);
    }

    private static Reply refused(FailureCode code) {
        return new Reply.Rejected(List.of(Problem.of(code, "x")));
    }

    private MessageId id() {
        return new MessageId("M" + numbers.incrementAndGet());
    }

    private static CaseFacts facts(JdbcClient jdbc) {
        try {
            return BeanUtils.instantiateClass(CaseFacts.class.getDeclaredConstructor(JdbcClient.class), jdbc);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
