package io.jinqiao.mortgage.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.loan.Applications;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.SecureLoan;
import io.jinqiao.loan.desk.Desk;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.ContractSigned;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
    private boolean calm;

    /** @param preSold else an existing home */
    private record TrueLoan(String number, String acceptanceNo, ApprovedLoan approved, boolean preSold) {}

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
        loans.forEach(loan -> {
            onlyOnItsSecurity(loan, "at the end");
            assertThat(payable(loan)).as("%s is payable: %s", loan, story(loan)).isEqualTo(securedAsTold(loan) && !settled(loan));
        });
        nothingWaitsForNobody();
        List<TrueCase> all = List.copyOf(registry.cases.values());
        all.forEach(this::endsAlikeInAnotherOrder);
        System.out.println("truth of the register: " + registry.cases.size() + " cases of " + LOANS + " loans " + counts);
        assertThat(counts.keySet()).contains("lost", "late", "told again", "DELETED", "REJECTED", "SUPPLEMENT", "CONVERSION", "CHANGE", "CANCELLATION", "looked", "payable", "refused", "by hand", "by hand refused");
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
        desk.review(no, io.jinqiao.loan.ReviewLoan.Stage.INITIAL);
        desk.review(no, io.jinqiao.loan.ReviewLoan.Stage.SECOND);
        ApprovedLoan approved = Objects.requireNonNull(desk.approve(no).approved());
        TrueLoan loan = new TrueLoan(application.applicationNo(), no, approved, preSold);
        loans.add(loan);
        if (preSold) {
            List.of(SecureLoan.Piece.STAGE_GUARANTEE, SecureLoan.Piece.PROJECT_ADMITTED).forEach(piece -> does(() -> desk.loans.secure(new SecureLoan(no, piece, "x", Desk.APPROVER))));
        }
        if (!preSold && i % 6 == 1) {
            byHand(loan, i % 12 == 1 ? approved.amount() : new Money(approved.amount().fen() / 3));
        }
        does(() -> desk.loans.contractSigned(desk.from(Desk.BANK, new ContractSigned(
                "JK-" + i, loan.number(), approved.opinionNo(), application.borrower().identity().number(), approved.amount(), approved.months(), approved.rateVersion(),
                application.accounts().payeeAccountNo(), Applications.DAY))));
        does(() -> doors.registrations.follow(desk.loans.sealContract(new SealContract(no, "JK-" + i, Desk.APPROVER))));
    }

    /** A person files it at the counter. */
    private void byHand(TrueLoan loan, Money amount) {
        RegistrationApplication application = Forwarded.of(request(loan, Kind.MORTGAGE, amount, null), "DJH" + numbers.incrementAndGet(), "虚构市住房公积金管理中心", List.of());
        boolean ofThisLoan = amount.equals(loan.approved().amount());
        try {
            does(() -> doors.registrations.file(desk.loans.filing(new FileCase(Doors.CITY, Desk.BANK, loan.number(), application, "chen"))));
            assertThat(ofThisLoan).as("a case for another amount was filed for %s", loan).isTrue();
            count("by hand");
        } catch (Refusal refusal) {
            assertThat(ofThisLoan).as("%s: %s", loan, refusal.problems()).isFalse();
            count("by hand refused");
        }
    }

    private MortgageApplication request(TrueLoan loan, Kind kind, @Nullable Money amount, @Nullable String earlier) {
        LoanApplication application = loan.approved().application();
        Party owner = application.borrower();
        List<Party> parties = new ArrayList<>(List.of(new Party(Party.Role.MORTGAGOR, owner.name(), owner.identity(), null, null, null)));
        application.parties().stream().filter(party -> party.role() == Party.Role.DEVELOPER).forEach(parties::add);
        return new MortgageApplication(
                "DY" + numbers.incrementAndGet(), loan.number(), kind, application.home().unitNumber(), application.home().address(),
                kind == Kind.MORTGAGE ? "虚(2020)虚构市不动产权第0000009号" : null, earlier, application.mortgagee(), parties, amount == null ? null : "DYHT-1",
                amount == null ? null : new MortgageApplication.Claim(amount, Applications.DAY, Applications.DAY.plusMonths(120), null), List.of(), "T1001");
    }

    /** The bank wants something registered; what the loan does not allow is refused, and that is well. */
    private void asks(TrueLoan loan) {
        String proof = registry.cases.values().stream()
                .filter(one -> one.loan.equals(loan.number()) && one.entered() != null && !one.entered().proofs().isEmpty())
                .reduce((one, later) -> later)
                .map(one -> one.entered().proofs().get(one.entered().proofs().size() - 1).proofNo().value())
                .orElse(null);
        boolean first = proof == null || random.nextInt(3) == 0;
        Kind kind = settled(loan) ? Kind.CANCELLATION
                : first ? loan.preSold() ? Kind.DOUBLE_PRE_NOTICE : Kind.MORTGAGE
                : loan.preSold() && random.nextBoolean() ? Kind.CONVERSION : Kind.CHANGE;
        MortgageApplication request = request(loan, kind, kind == Kind.CANCELLATION ? null : loan.approved().amount(), kind == Kind.MORTGAGE || kind == Kind.DOUBLE_PRE_NOTICE ? null : proof);
        try {
            does(() -> doors.registrations.request(desk.loans.requested(desk.from(Desk.BANK, request))));
            count("asked " + kind);
        } catch (Refusal notNow) {
            count("refused");
            count("refused " + kind + " " + notNow.problems().get(0).code() + " " + notNow.problems().get(0).field());
        }
    }

    // --- what happens

    private void step() {
        pass(Duration.ofSeconds(1 + random.nextInt(random.nextInt(10) == 0 ? 40_000 : 900)));
        int drawn = random.nextInt(100);
        if (drawn < 60) {
            arrive(1 + underWay.size() / 40);
        } else if (drawn < 80) {
            moves();
        } else if (drawn < 90) {
            TrueLoan loan = any(loans);
            if (payable(loan) && random.nextInt(6) == 0) {
                desk.jdbc.sql("UPDATE loan_loan SET money = 'settled' WHERE acceptance_no = ?").param(loan.acceptanceNo()).update();
                count("settled");
            } else {
                asks(loan);
            }
        } else if (drawn < 94 && !told.isEmpty()) {
            count("told again");
            hears(any(told));
        } else if (drawn < 98) {
            looks();
        } else {
            rounds();
        }
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
            // of what is entered anew only a call-back tells
            boolean again = word.content() && one.all.stream().filter(each -> each.entry() != null).count() > 1;
            if (!again && random.nextInt(4) == 0) {
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
            one.looked(stands);
            count("looked");
        } catch (Refusal nothingTaken) {
            assertThat(nothingTaken.problems().get(0).code()).isEqualTo(FailureCode.FIELDS_DISAGREE);
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
        TrueCase one = registry.receives(application, loan, desk.clock.instant());
        one.refused = random.nextInt(12) == 0;
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
        List<TrueCase> of = registry.cases.values().stream().filter(one -> one.loan.equals(loan.number())).toList();
        if (of.stream().anyMatch(one -> one.kind() == Kind.CANCELLATION && one.standsAsTold()) || of.stream().anyMatch(one -> one.kind() == Kind.CHANGE && one.troubledAsTold())) {
            return false;
        }
        boolean mortgage = of.stream().anyMatch(one -> (one.kind() == Kind.MORTGAGE || one.kind() == Kind.CONVERSION) && one.standsAsTold());
        boolean left = of.stream().noneMatch(one -> one.kind() == Kind.CONVERSION && one.troubledAsTold());
        return mortgage || left && of.stream().anyMatch(one -> one.kind() == Kind.DOUBLE_PRE_NOTICE && one.standsAsTold());
    }

    private boolean payable(TrueLoan loan) {
        return "ready-to-pay".equals(desk.fact(loan.acceptanceNo(), "word")) && !settled(loan);
    }

    private boolean settled(TrueLoan loan) {
        return "settled".equals(desk.fact(loan.acceptanceNo(), "money"));
    }

    /** The gateway has the case as the registry has it; only what a person found to stand no more is off here. */
    private void endsAsItIsThere(TrueCase one) {
        String state = Words.of(one.takenOff() || !one.foundWrong.isEmpty() ? RegistrationState.DELETED : one.last().state());
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
            boolean owes = settled(loan) ? !List.of("released", "none").contains(desk.fact(loan.acceptanceNo(), "security")) : !payable(loan);
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
        RegistrationApplication again = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(one.application.content().with("caseNo", caseNo));
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
        return desk.events(loan.acceptanceNo()) + " " + registry.cases.values().stream().filter(one -> one.loan.equals(loan.number())).map(this::story).toList() + " waiting "
                + desk.jdbc.sql("SELECT source || ' ' || number || ' ' || waits_for || ' ' || why FROM mortgage_fact_waiting WHERE application_no = ?").param(loan.number()).query(String.class).list();
    }

    private String story(TrueCase one) {
        return one.application.caseNo() + " " + one.kind() + " " + one.all.stream().map(each -> each.state() + (each.entry() == null ? "" : each.plain() ? "(entry)" : each.ours() ? "(branch)" : "(wrong)") + "@" + each.at()).toList()
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
