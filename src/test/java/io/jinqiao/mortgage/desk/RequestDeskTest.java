package io.jinqiao.mortgage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.message.Answered;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Clearance;
import io.jinqiao.message.Consequence.Secured;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.CreditCode;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegisterEntry.Right;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationApplication.Mortgagee;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.UnitRights.Holders;
import io.jinqiao.message.UnitRights.State;
import io.jinqiao.message.UnitRights;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.mortgage.model.Forwarded;
import io.jinqiao.mortgage.model.Prepared;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.RequestStore;
import io.jinqiao.support.DatabaseText;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestPersonalData;
import io.jinqiao.workbench.demo.InventedApplications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A request from the one visit to the registry: held, checked, filed, destroyed; and what the loan and the bank hear of it. */
class RequestDeskTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final CertificateNumber TITLE = CertificateNumber.title("虚(2020)虚构市不动产权第0000009号");

    private static HikariDataSource database;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static Doors doors;
    private static Registrations registrations;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        doors = new Doors(database, Clock.fixed(NOW, ZoneOffset.UTC), () -> new MessageId("R" + NUMBER.incrementAndGet()));
        registrations = doors.registrations;
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void oneRegistry() {
        doors.inService.clear();
        doors.inService.add(Doors.CITY);
        doors.deaf.clear();
    }

    // --- the one visit

    @Test
    void atAcceptanceTheRegisterIsAskedAndTheRequestIsPrepared() {
        LoanApplication application = preSold();
        Outcome outcome = accepted(application);
        PropertyCheck asked = (PropertyCheck) outcome.outgoing().get(0).message();
        assertThat(outcome.outgoing()).hasSize(1).first().extracting(Outgoing::partner).isEqualTo(Doors.CITY);
        assertThat(asked.holders()).singleElement().extracting(PropertyCheck.Holder::name).isEqualTo("虚构置业发展有限公司");
        assertThat(request(application)).isEqualTo("held application false {loan-not-in-force} null");
        assertThat(check(asked)).as("what was not answered is not known").isEqualTo("null {}");
    }

    @Test
    void aPreparedRequestIsFiledByItselfOnceTheLoanIsInForceAndTheRegisterClean() {
        LoanApplication application = preSold();
        accepted(application);
        Outcome checking = inForce(application, application.terms().amount());
        assertThat(request(application)).isEqualTo("held application true {check-awaited} null");
        Outcome filed = answered(check(checking), rights(application, Map.of()));
        RegistrationApplication sent = (RegistrationApplication) filed.outgoing().get(0).message();
        assertThat(sent.kind()).isEqualTo(Kind.DOUBLE_PRE_NOTICE);
        assertThat(sent.mortgageContractNo()).isEqualTo("JK-1");
        assertThat(sent.claim()).isEqualTo(new MortgageApplication.Claim(application.terms().amount(), DAY, DAY.plusMonths(120), null));
        assertThat(sent.mortgagee().name()).isEqualTo("虚构市住房公积金管理中心");
        assertThat(filed.consequences()).contains(new Secured(BANK, application.applicationNo(), Secured.State.SUBMITTED, sent.caseNo()));
        assertThat(request(application)).isEqualTo("filed application true {} " + sent.caseNo());
    }

    @Test
    void whatTheApplicationDoesNotTellTheBranchMustSend() {
        LoanApplication application = resale();
        Content.Rows findings = (Content.Rows) ((Reply.Accepted) accepted(application).reply()).content().get("findings");
        assertThat(findings.rows()).extracting(row -> row.text("code") + " @" + row.text("field")).containsExactly("registration.title_missing @titleNo");
        assertThat(request(application)).contains("request-incomplete");
        assertThat(inForce(application, application.terms().amount()).outgoing()).isEmpty();
        assertThat(request(application)).isEqualTo("held application false {request-incomplete} null");
        Outcome own = ask(application, mortgage(application), true);
        assertThat(own.outgoing()).singleElement().extracting(Outgoing::message).isInstanceOf(PropertyCheck.class);
        assertThat(jdbc.sql("SELECT state || ' ' || ended_by FROM mortgage_fact_request WHERE request_no = ?").param(application.applicationNo()).query(String.class).single())
                .startsWith("replaced ");
    }

    /** An application may name neither; the registry needs both. */
    @Test
    void whatTheRequestOfAPreSoldHomeLacksIsToldAtOnce() {
        LoanApplication whole = preSold();
        assertThat(((Reply.Accepted) accepted(whole).reply()).content().get("findings")).as("nothing").isNull();
        LoanApplication.Home home = whole.home();
        LoanApplication lacking = new LoanApplication(
                "L" + whole.applicationNo(), whole.branchCode(), whole.acceptedOn(), whole.loanKind(), whole.homeKind(), List.of(whole.borrower()), whole.mortgagee(),
                new LoanApplication.Home(home.address(), null, home.builtArea(), home.price(), home.ordinal()), whole.contract(), whole.terms(), whole.accounts(), whole.authorisations(),
                whole.attachments(), whole.initialOpinion(), true);
        Content.Rows findings = (Content.Rows) ((Reply.Accepted) accepted(lacking).reply()).content().get("findings");
        assertThat(findings.rows()).extracting(row -> row.text("code") + " @" + row.text("field")).containsExactly("field.missing @parties", "field.missing @home.unitNumber");
        assertThat(request(lacking)).isEqualTo("held application false {loan-not-in-force,request-incomplete} null");
    }

    // --- held, filed, destroyed

    @Test
    void aRequestThatComesEarlyIsHeldAndOneThatComesLateGoesAtOnce() {
        LoanApplication early = resale();
        MortgageApplication request = mortgage(early);
        Outcome held = ask(early, request, false);
        assertThat(state(held)).isEqualTo("held");
        assertThat(held.outgoing()).isEmpty();
        assertThat(held.consequences()).contains(new Secured(BANK, early.applicationNo(), Secured.State.HELD, request.requestNo()));
        assertThat(inForce(early, early.terms().amount()).outgoing()).hasSize(1);

        LoanApplication late = resale();
        Outcome asked = ask(late, mortgage(late), true);
        assertThat(state(asked)).isEqualTo("held");
        Outcome filed = answered(check(asked), rights(late, Map.of()));
        assertThat(filed.outgoing()).singleElement().extracting(Outgoing::message).isInstanceOf(RegistrationApplication.class);
    }

    @ParameterizedTest
    @CsvSource({"rejected, false", "withdrawn, false", "approval-expired, false", "settled, true", "reversed, true"})
    void withTheEndOfTheLoanWhatIsHeldIsDestroyedAndItsDigestStays(String how, boolean told) {
        LoanApplication application = resale();
        MortgageApplication request = mortgage(application);
        ask(application, request, false);
        Outcome ended = follow(new Consequence.Ended(BANK, application.applicationNo(), how));
        assertThat(events(ended)).isEqualTo(told ? List.of("REFUSED") : List.of());
        assertThat(jdbc.sql("SELECT state || ' ' || ended_by || ' ' || (content IS NULL) || ' ' || encode(content_digest, 'hex') FROM mortgage_request WHERE request_no = ?")
                        .param(request.requestNo()).query(String.class).single())
                .isEqualTo("destroyed " + how + " true " + io.jinqiao.message.CanonicalJson.digest(request).hex());
        assertThat(inForce(application, application.terms().amount()).outgoing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "settled", "reversed"})
    void aCancellationIsHeldWhateverBecomesOfItsLoan(String how) {
        LoanApplication application = resale();
        callBack(entered(filed(application, mortgage(application)), application.terms().amount(), "虚(2026)虚构市不动产证明第0000301号"));
        doors.inService.clear();
        assertThat(state(ask(application, request(application, Kind.CANCELLATION, null, "虚(2026)虚构市不动产证明第0000301号"), false))).isEqualTo("held");
        assertThat(events(follow(new Consequence.Ended(BANK, application.applicationNo(), how)))).isEmpty();
        assertThat(waits(application)).isEqualTo("{registry-unknown}");
    }

    /** A county without a registry has more requests than one round takes. */
    @Test
    void whoWaitsForSomebodyElseKeepsNobodyFromHisTurn() {
        doors.inService.clear();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LoanApplication application = resale();
            MortgageApplication request = mortgage(application);
            ask(application, request, true);
            asked.add(request.requestNo());
        }
        RequestStore store = new RequestStore(jdbc, new ConcealedData(TestPersonalData.keys(database)));
        Instant later = NOW.plus(Duration.ofDays(1));
        int waiting = inOneCommit(() -> store.waitingForTheRegister(later, later, 1_000)).size();
        List<String> tried = new ArrayList<>();
        for (int i = 1; i <= waiting; i++) {
            Instant now = later.plusSeconds(i);
            inOneCommit(() -> store.waitingForTheRegister(later, now, 1)).forEach(one -> tried.add(one.requestNo()));
        }
        assertThat(tried).doesNotHaveDuplicates().hasSize(waiting).containsAll(asked);
    }

    /** Both wait for somebody, and neither for the other. */
    @Test
    void aRequestThatIsSentAnewWhileARoundGoesOnIsTaken() throws Exception {
        doors.inService.clear();
        LoanApplication first = resale();
        LoanApplication second = resale();
        ask(first, mortgage(first), true);
        ask(second, mortgage(second), true);
        CaseStore cases = new CaseStore(jdbc, TestPersonalData.on(database));
        List<CompletableFuture<Outcome>> both = inOneCommit(() -> {
            cases.oneAtATime(BANK, first.applicationNo());
            CompletableFuture<Outcome> round = CompletableFuture.supplyAsync(() -> inOneCommit(() -> registrations.rounds(new Rounds(NOW))), command -> new Thread(command).start());
            await().atMost(Duration.ofSeconds(60)).until(() -> round.isDone() || waiting() == 1);
            CompletableFuture<Outcome> anew = CompletableFuture.supplyAsync(() -> ask(second, mortgage(second), true), command -> new Thread(command).start());
            await().atMost(Duration.ofSeconds(60)).until(() -> anew.isDone() || waiting() == 2);
            return List.of(round, anew);
        });
        both.get(0).get(60, TimeUnit.SECONDS);
        assertThat(state(both.get(1).get(60, TimeUnit.SECONDS))).isEqualTo("held");
    }

    private static int waiting() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").query(Integer.class).single();
    }

    /** A cancellation is held whatever becomes of its loan, also when the person's data are erased. */
    @Test
    void whatIsHeldOfAPersonWhoseDataWereErasedStopsNoRound() {
        doors.inService.clear();
        LoanApplication erased = resale();
        LoanApplication other = resale();
        ask(erased, mortgage(erased), true);
        ask(other, mortgage(other), true);
        jdbc.sql("UPDATE mortgage_request SET content = '' WHERE application_no = ?").param(erased.applicationNo()).update();
        doors.inService.add(Doors.CITY);
        try {
            assertThat(rounds(NOW, other)).hasSize(1);
        } finally {
            jdbc.sql("UPDATE mortgage_request SET content = NULL, state = 'destroyed', waits_for = '{}', ended_at = now(), ended_by = 'settled' WHERE application_no = ?").param(erased.applicationNo()).update();
        }
    }

    @Test
    void whatWaitsForTheRegisterIsStoppedWhenTheApprovalIsTakenBack() {
        LoanApplication application = resale();
        ask(application, mortgage(application), false);
        PropertyCheck asked = check(inForce(application, application.terms().amount()));
        inOneCommit(() -> registrations.revoked(new RevokeOpinion(application.applicationNo(), BANK, "r", "zhao")));
        assertThat(answered(asked, rights(application, Map.of())).outgoing()).as("clean, but no longer in force").isEmpty();
        assertThat(check(inForce(application, application.terms().amount())).checkNo()).as("asked anew").isNotEqualTo(asked.checkNo());
    }

    @Test
    void anotherAmountThanWasApprovedIsNotSecured() {
        LoanApplication application = resale();
        MortgageApplication request = mortgage(application);
        ask(application, request, false);
        Outcome told = inForce(application, new Money(application.terms().amount().fen() - 1_000_00L));
        assertThat(told.outgoing()).extracting(Outgoing::message).singleElement().isInstanceOfSatisfying(MortgageResult.class, one -> assertThat(one.requestNo() + " " + one.event()).isEqualTo(request.requestNo() + " REFUSED"));
        assertThat(waits(application)).isEqualTo("{claim-differs}");
    }

    @Test
    void withoutARegistryOrWithTwoNothingIsFiledAndTheNextRoundFindsTheOne() {
        LoanApplication application = resale();
        doors.inService.clear();
        assertThat(ask(application, mortgage(application), true).outgoing()).isEmpty();
        assertThat(waits(application)).isEqualTo("{registry-unknown}");
        doors.inService.addAll(List.of(Doors.CITY, new PartnerId("city-b")));
        assertThat(rounds(NOW, application)).isEmpty();
        doors.inService.remove(1);
        assertThat(rounds(NOW, application)).hasSize(1);
    }

    @Test
    void aMortgageeNobodyNamedGetsNothing() {
        LoanApplication application = resale();
        MortgageApplication request = mortgage(application);
        MortgageApplication other = (MortgageApplication) io.jinqiao.message.Operation.MORTGAGE_APPLICATION.read(
                request.content().with("mortgagee", "12371300MB2H1K085U"));
        ask(application, other, true);
        assertThat(waits(application)).isEqualTo("{mortgagee-unknown}");
    }

    // --- the register

    @ParameterizedTest
    @CsvSource({
        "seizure, registered, in-the-way", "objection, registered, in-the-way", "restriction, registered, in-the-way", "residence, registered, in-the-way",
        "mortgage, in-process, being-decided", "pre-notice, in-process, being-decided", "seizure, unknown, not-known"
    })
    void nothingIsFiledWhileSomethingStandsInTheWayIsDecidedOrIsNotKnown(String right, String state, String verdict) {
        LoanApplication application = resale();
        PropertyCheck asked = check(ask(application, mortgage(application), true));
        Outcome outcome = answered(asked, rights(application, Map.of(word(UnitRights.Right.class, right), word(State.class, state))));
        assertThat(outcome.outgoing().stream().map(Outgoing::message)).noneMatch(RegistrationApplication.class::isInstance);
        assertThat(waits(application)).isEqualTo("{not-clean}");
        assertThat(check(asked)).isEqualTo(verdict + " {" + right + ":" + verdict + "}");
        assertThat(outcome.consequences()).contains(new Consequence.Checked(
                BANK, application.applicationNo(), asked.checkNo(), word(Clearance.Verdict.class, verdict), List.of(right + ":" + verdict)));
    }

    @Test
    void aSeizureThatCameAfterAcceptanceStopsTheRequestAndItsBankIsToldOnce() {
        LoanApplication application = resale();
        PropertyCheck atAcceptance = check(accepted(application));
        answered(atAcceptance, rights(application, Map.of()));
        assertThat(check(atAcceptance)).isEqualTo("clean {}");
        PropertyCheck asked = check(ask(application, mortgage(application), true));
        Outcome seized = answered(asked, rights(application, Map.of(UnitRights.Right.SEIZURE, State.REGISTERED)));
        MortgageResult told = (MortgageResult) seized.outgoing().get(0).message();
        assertThat(told.event()).isEqualTo(MortgageResult.Event.SEIZED);
        assertThat(told.reason()).isEqualTo("seizure:in-the-way");

        PropertyCheck again = (PropertyCheck) rounds(NOW.plus(Duration.ofHours(5)), application).get(0).message();
        assertThat(answered(again, rights(application, Map.of(UnitRights.Right.SEIZURE, State.REGISTERED))).outgoing()).isEmpty();
        PropertyCheck lifted = (PropertyCheck) rounds(NOW.plus(Duration.ofHours(10)), application).get(0).message();
        assertThat(answered(lifted, rights(application, Map.of())).outgoing()).singleElement().extracting(Outgoing::message).isInstanceOf(RegistrationApplication.class);
    }

    @Test
    void nothingIsCleanByDataOfTheRegisterThatAreOldOrOfATimeToCome() {
        for (Instant of : List.of(NOW.minus(Duration.ofHours(37)), NOW.plus(Duration.ofDays(8)))) {
            LoanApplication application = resale();
            PropertyCheck asked = check(ask(application, mortgage(application), true));
            Outcome outcome = answered(asked, of, rights(application, Map.of()));
            assertThat(outcome.outgoing()).isEmpty();
            assertThat(check(asked)).isEqualTo("not-known {register:not-known}");
            assertThat(waits(application)).isEqualTo("{not-clean}");
            PropertyCheck again = (PropertyCheck) rounds(NOW.plus(Duration.ofHours(5)), application).get(0).message();
            assertThat(answered(again, NOW.minus(Duration.ofHours(35)), rights(application, Map.of())).outgoing())
                    .as("last night's copy").singleElement().extracting(Outgoing::message).isInstanceOf(RegistrationApplication.class);
        }
        LoanApplication seized = resale();
        PropertyCheck asked = check(ask(seized, mortgage(seized), true));
        answered(asked, NOW.minus(Duration.ofHours(37)), rights(seized, Map.of(UnitRights.Right.SEIZURE, State.REGISTERED)));
        assertThat(check(asked)).as("what stood in the way then stands in it").isEqualTo("in-the-way {seizure:in-the-way,register:not-known}");
    }

    /** A person filed it while the loan was not in force; nobody applies for the same thing twice. */
    @Test
    void aHeldRequestForWhatAPersonHadFiledIsFiledAsThatCaseAndItsBankHearsOfIt() {
        LoanApplication application = preSold();
        accepted(application);
        RegistrationApplication byHand = Forwarded.of(
                Prepared.completed(Prepared.of(application).content(), new Consequence.InForce(BANK, application.applicationNo(), "JK-1", DAY, application.terms().amount(), 120, "OP-1")),
                "DJ" + NUMBER.incrementAndGet(), "虚构市住房公积金管理中心", List.of());
        inOneCommit(() -> registrations.file(new FileCase(Doors.CITY, BANK, application.applicationNo(), byHand, "chen")));
        assertThat(callBack(preNoticesEntered(byHand)).outgoing()).as("no request, nobody to tell").isEmpty();
        Outcome went = inForce(application, application.terms().amount());
        assertThat(went.outgoing().stream().map(Outgoing::message)).noneMatch(one -> one instanceof PropertyCheck || one instanceof RegistrationApplication);
        assertThat(events(went)).containsExactly("RECEIVED", "ENTERED");
        assertThat(security(went)).containsExactly(Secured.State.PRE_NOTICED);
        assertThat(request(application)).isEqualTo("filed application true {} " + byHand.caseNo());
    }

    /** Who holds it and who mortgages it belong to what is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"mortgagee", "mortgagor"})
    void aHeldRequestIsNotACaseThatAPersonFiledForOtherPeople(String other) {
        LoanApplication application = preSold();
        accepted(application);
        RegistrationApplication right = Forwarded.of(
                Prepared.completed(Prepared.of(application).content(), new Consequence.InForce(BANK, application.applicationNo(), "JK-1", DAY, application.terms().amount(), 120, "OP-1")),
                "DJ" + NUMBER.incrementAndGet(), "虚构市住房公积金管理中心", List.of());
        List<Party> parties = right.parties().stream()
                .map(one -> other.equals("mortgagor") && one.role() == Party.Role.MORTGAGOR ? new Party(one.role(), one.name() + "二", one.identity(), null, null, null) : one)
                .toList();
        CreditCode bank = new CreditCode("91350100M000100Y43");
        Mortgagee mortgagee = other.equals("mortgagee") ? new Mortgagee("别的银行", bank) : right.mortgagee();
        RegistrationApplication byHand = new RegistrationApplication(
                right.caseNo(), right.areaCode(), right.kind(), right.units(), right.earlierNo(), mortgagee, parties, right.mortgageContractNo(), right.claim(), right.reason(), right.attachments());
        inOneCommit(() -> registrations.file(new FileCase(Doors.CITY, BANK, application.applicationNo(), byHand, "chen")));
        inForce(application, application.terms().amount());
        assertThat(waits(application)).isEqualTo("{filed-otherwise}");
    }

    @Test
    void aHeldRequestForAnotherAmountThanAPersonFiledIsNotThatCase() {
        LoanApplication application = preSold();
        accepted(application);
        RegistrationApplication other = Forwarded.of(
                Prepared.completed(Prepared.of(application).content(), new Consequence.InForce(BANK, application.applicationNo(), "JK-1", DAY, new Money(100), 120, "OP-1")),
                "DJ" + NUMBER.incrementAndGet(), "虚构市住房公积金管理中心", List.of());
        inOneCommit(() -> registrations.file(new FileCase(Doors.CITY, BANK, application.applicationNo(), other, "chen")));
        assertThat(inForce(application, application.terms().amount()).outgoing()).as("nothing is applied for beside it, nor asked").isEmpty();
        assertThat(waits(application)).isEqualTo("{filed-otherwise}");
        assertThat(waitsFor(application)).containsExactly("centre filed-otherwise");
        callBack(new RegistrationStatus("TS" + NUMBER.incrementAndGet(), other.caseNo(), "SL1", RegistrationState.WITHDRAWN, NOW.plusSeconds(60), "金额有误", null));
        assertThat(rounds(NOW.plus(Duration.ofHours(5)), application)).as("it was withdrawn: the request goes on").hasSize(1);
    }

    @Test
    void anAnswerToAnEarlierQuestionFilesNothing() {
        LoanApplication application = resale();
        PropertyCheck first = check(ask(application, mortgage(application), true));
        rounds(NOW.plus(Duration.ofHours(5)), application);
        assertThat(answered(first, rights(application, Map.of())).outgoing()).isEmpty();
    }

    @Test
    void aRegistryThatRefusesToAnswerLeavesItUnknown() {
        LoanApplication application = resale();
        PropertyCheck asked = check(ask(application, mortgage(application), true));
        Outcome outcome = inOneCommit(() -> registrations.checked(
                new Answered(Doors.CITY, id(), asked, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "05"))))));
        assertThat(outcome.outgoing()).isEmpty();
        assertThat(waits(application)).isEqualTo("{check-awaited}");
    }

    /** Wrong title number, wrong unit: asking for ever helps nobody. */
    @Test
    void aQuestionTheRegisterRefusesTimeAndAgainGoesBackToTheBranchOnce() {
        LoanApplication application = resale();
        PropertyCheck asked = check(ask(application, mortgage(application), true));
        assertThat(nothingFound(asked).outgoing()).isEmpty();
        assertThat(waitsFor(application)).containsExactly("registrar check-awaited");
        PropertyCheck second = (PropertyCheck) rounds(NOW.plus(Duration.ofHours(5)), application).get(0).message();
        assertThat(nothingFound(second).outgoing()).isEmpty();
        PropertyCheck third = (PropertyCheck) rounds(NOW.plus(Duration.ofHours(10)), application).get(0).message();
        MortgageResult told = (MortgageResult) nothingFound(third).outgoing().get(0).message();
        assertThat(told.event()).isEqualTo(MortgageResult.Event.REFUSED);
        assertThat(told.reason()).contains("registration.case_unknown", "不动产权证号");
        assertThat(waits(application)).isEqualTo("{check-refused}");
        assertThat(waitsFor(application)).containsExactly("bank check-refused");
        assertThat(rounds(NOW.plus(Duration.ofDays(3)), application)).as("nobody asks on").isEmpty();
        PropertyCheck mended = check(ask(application, mortgage(application), true));
        assertThat(nothingFound(mended).outgoing()).as("a request of its own is asked about anew").isEmpty();
        assertThat(waits(application)).isEqualTo("{check-awaited}");
    }

    @Test
    void whatTheRegisterDoesNotKnowWaitsForTheRegistrarAndWhatStandsInTheWayForTheBorrower() {
        LoanApplication old = resale();
        answered(check(ask(old, mortgage(old), true)), NOW.minus(Duration.ofHours(37)), rights(old, Map.of()));
        assertThat(waitsFor(old)).containsExactly("registrar not-clean");
        LoanApplication seized = resale();
        answered(check(ask(seized, mortgage(seized), true)), rights(seized, Map.of(UnitRights.Right.SEIZURE, State.REGISTERED)));
        assertThat(waitsFor(seized)).containsExactly("borrower not-clean");
    }

    private static Outcome nothingFound(PropertyCheck asked) {
        return inOneCommit(() -> registrations.checked(new Answered(Doors.CITY, id(), asked, new Reply.Rejected(List.of(Problem.of(FailureCode.CASE_UNKNOWN))))));
    }

    private static List<String> waitsFor(LoanApplication application) {
        return jdbc.sql("SELECT waits_for || ' ' || why FROM mortgage_fact_waiting WHERE source = 'request' AND application_no = ?").param(application.applicationNo()).query(String.class).list();
    }

    // --- what is not for this registry or this loan

    @Test
    void whatTheRegistryWouldMissIsToldInTheBranchsPlaces() {
        LoanApplication application = resale();
        MortgageApplication request = mortgage(application);
        assertThat(refusal(() -> ask(application, with(request, "titleNo", null), true))).isEqualTo("registration.title_missing @titleNo");
        assertThat(refusal(() -> ask(application, with(request, "titleNo", "no title"), true))).isEqualTo("field.wrong_form @titleNo");
        MortgageApplication conversion = request(application, Kind.CONVERSION, null, "虚(2026)虚构市不动产证明第0000077号");
        assertThat(refusal(() -> ask(application, conversion, true))).isEqualTo("field.disagree @earlierNo");
    }

    @Test
    void aSecondRequestWaitsForTheCaseThatIsOpen() {
        LoanApplication application = resale();
        filed(application, mortgage(application));
        assertThat(refusal(() -> ask(application, mortgage(application), true))).startsWith("loan.state_forbids");
    }

    // --- from entry to payoff

    @Test
    void theLoanHearsOfEveryStepAndTheBankOfEveryEventOnce() {
        LoanApplication application = resale();
        RegistrationApplication sent = filed(application, mortgage(application));
        List<CanonicalMessage> notices = List.of(
                new RegistrationStatus("TS1", sent.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW.plusSeconds(60), null, null),
                new RegistrationStatus("TS2", sent.caseNo(), "SL1", RegistrationState.SUPPLEMENT, NOW.plusSeconds(120), "抵押合同缺页", DAY.plusDays(9)),
                new RegistrationStatus("TS3", sent.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW.plusSeconds(180), null, null),
                entered(sent, sent.claim().amount(), "虚(2026)虚构市不动产证明第0000001号"));
        assertThat(notices.stream().map(this::callBack).flatMap(one -> events(one).stream())).containsExactly("RECEIVED", "RETURNED", "ENTERED");
        assertThat(notices.stream().map(this::callBack).flatMap(one -> events(one).stream())).as("said again").isEmpty();
        assertThat(security(callBack(notices.get(3)))).isEmpty();

        Outcome deleted = callBack(new RegistrationStatus("TS9", sent.caseNo(), "SL1", RegistrationState.DELETED, NOW.plusSeconds(900), "错误登簿", null));
        assertThat(events(deleted)).containsExactly("DELETED");
        assertThat(security(deleted)).containsExactly(Secured.State.NONE);
    }

    /** Else the registry's notice would be refused for what we have not agreed on with a bank. */
    @Test
    void aBankThatAgreedOnNoNoticeIsNotToldAndTheCaseGoesOn() {
        LoanApplication application = resale();
        RegistrationApplication sent = filed(application, mortgage(application));
        doors.deaf.add(BANK);
        Outcome entered = callBack(entered(sent, sent.claim().amount(), "虚(2026)虚构市不动产证明第0000401号"));
        assertThat(entered.outgoing()).isEmpty();
        assertThat(security(entered)).containsExactly(Secured.State.REGISTERED);
    }

    @Test
    void anEntryInDoubtMovesNothingAndIsNotPassedOn() {
        LoanApplication application = resale();
        RegistrationApplication sent = filed(application, mortgage(application));
        Outcome dear = callBack(entered(sent, new Money(sent.claim().amount().fen() / 10_000), "虚(2026)虚构市不动产证明第0000001号"));
        assertThat(events(dear)).isEmpty();
        assertThat(security(dear)).containsExactly(Secured.State.SUBMITTED);
    }

    @Test
    void whatSomebodyElseHoldsOrIsNotCurrentInTheRegisterOpensNoGate() {
        for (boolean foreign : List.of(true, false)) {
            LoanApplication application = resale();
            RegistrationApplication sent = filed(application, mortgage(application));
            RegisterEntry good = entered(sent, sent.claim().amount(), "虚(2026)虚构市不动产证明第0000501号").entry();
            RegisterEntry.Proof proof = good.proofs().get(0);
            RegisterEntry.RightState state = foreign ? RegisterEntry.RightState.CURRENT : RegisterEntry.RightState.HISTORIC;
            RegisterEntry.Proof told = new RegisterEntry.Proof(proof.right(), proof.unitNumber(), proof.proofNo(), proof.obligors(), null, state);
            RegisterEntry.Holder holder = new RegisterEntry.Holder(foreign ? "别的银行" : sent.mortgagee().name(), null, proof.proofNo().value());
            Outcome outcome = callBack(new RegistrationEntry(
                    "TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", sent.kind(), new RegisterEntry(good.enteredAt(), good.amount(), List.of(told), List.of(holder))));
            assertThat(security(outcome)).containsExactly(Secured.State.SUBMITTED);
            assertThat(events(outcome)).isEmpty();
            assertThat(jdbc.sql("SELECT doubts::text FROM mortgage_fact_case WHERE case_no = ?").param(sent.caseNo()).query(String.class).single())
                    .isEqualTo(foreign ? "{other-mortgagee}" : "{right-not-current}");
        }
    }

    @Test
    void aPreNoticeIsConvertedAndTheMortgageCancelledInTheEnd() {
        LoanApplication application = preSold();
        accepted(application);
        RegistrationApplication sent = (RegistrationApplication)
                answered(check(inForce(application, application.terms().amount())), rights(application, Map.of())).outgoing().get(0).message();
        assertThat(security(callBack(preNoticesEntered(sent)))).containsExactly(Secured.State.PRE_NOTICED);

        MortgageApplication conversion = request(application, Kind.CONVERSION, null, "虚(2026)虚构市不动产证明第0000102号");
        PropertyCheck asked = check(ask(application, conversion, true));
        Outcome clean = answered(asked, rights(application, Map.of(UnitRights.Right.PRE_NOTICE, State.REGISTERED)));
        RegistrationApplication converted = (RegistrationApplication) clean.outgoing().get(0).message();
        assertThat(security(clean)).as("a pre-notice secures until the mortgage does").containsOnly(Secured.State.PRE_NOTICED);
        assertThat(security(callBack(entered(converted, converted.claim().amount(), "虚(2028)虚构市不动产证明第0000200号")))).containsExactly(Secured.State.CONVERTED);

        MortgageApplication payoff = request(application, Kind.CANCELLATION, null, "虚(2028)虚构市不动产证明第0000200号");
        Outcome cancelled = ask(application, payoff, true);
        assertThat(state(cancelled)).as("a seizure hinders nobody from giving a right up").isEqualTo("forwarded");
        RegistrationApplication end = (RegistrationApplication) cancelled.outgoing().get(0).message();
        RegisterEntry gone = new RegisterEntry(NOW.plusSeconds(5000), null, List.of());
        assertThat(security(callBack(new RegistrationEntry("TS" + id().value(), end.caseNo(), "SL3", Kind.CANCELLATION, gone)))).containsExactly(Secured.State.RELEASED);
    }

    @Test
    void aResultAfterTheCancellationBringsNoSecurityBack() {
        LoanApplication application = resale();
        RegistrationApplication sent = filed(application, mortgage(application));
        callBack(entered(sent, sent.claim().amount(), "虚(2026)虚构市不动产证明第0000301号"));
        RegistrationApplication end = (RegistrationApplication)
                ask(application, request(application, Kind.CANCELLATION, null, "虚(2026)虚构市不动产证明第0000301号"), true).outgoing().get(0).message();
        RegisterEntry gone = new RegisterEntry(NOW.plusSeconds(5000), null, List.of());
        assertThat(security(callBack(new RegistrationEntry("TS" + id().value(), end.caseNo(), "SL9", Kind.CANCELLATION, gone)))).containsExactly(Secured.State.RELEASED);
        Outcome late = callBack(new RegistrationStatus("TSL", sent.caseNo(), "SL1", RegistrationState.REGISTERED, NOW.plusSeconds(9000), null, null));
        assertThat(security(late)).doesNotContain(Secured.State.REGISTERED);
        assertThat(events(late)).isEmpty();
    }

    @Test
    void aConversionThatIsTakenOffAgainSecuresNothingUntilTheRegistrySaysWhatStands() {
        LoanApplication application = preSold();
        accepted(application);
        RegistrationApplication sent = (RegistrationApplication)
                answered(check(inForce(application, application.terms().amount())), rights(application, Map.of())).outgoing().get(0).message();
        callBack(preNoticesEntered(sent));
        PropertyCheck asked = check(ask(application, request(application, Kind.CONVERSION, null, "虚(2026)虚构市不动产证明第0000102号"), true));
        RegistrationApplication converted = (RegistrationApplication)
                answered(asked, rights(application, Map.of(UnitRights.Right.PRE_NOTICE, State.REGISTERED))).outgoing().get(0).message();
        callBack(entered(converted, converted.claim().amount(), "虚(2028)虚构市不动产证明第0000201号"));
        assertThat(security(callBack(new RegistrationStatus("TSX", converted.caseNo(), "SL1", RegistrationState.DELETED, NOW.plusSeconds(9000), "错误登簿", null))))
                .containsExactly(Secured.State.NONE);
    }

    @Test
    void aRefusedApplicationIsToldAndANewRequestMayCome() {
        LoanApplication application = resale();
        RegistrationApplication sent = filed(application, mortgage(application));
        Outcome refused = inOneCommit(() -> registrations.receipt(
                new Answered(Doors.CITY, id(), sent, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "03"))))));
        assertThat(events(refused)).containsExactly("REFUSED");
        assertThat(security(refused)).containsExactly(Secured.State.NONE);
        assertThat(filed(application, mortgage(application)).caseNo()).isNotEqualTo(sent.caseNo());
    }

    @Test
    void noNameStandsInTheTables() {
        LoanApplication application = preSold();
        accepted(application);
        PropertyCheck asked = check(inForce(application, application.terms().amount()));
        answered(asked, rights(application, Map.of()));
        assertThat(new DatabaseText(new JdbcTemplate(database)).tablesThatTell(application.borrower().name(), application.borrower().identity().number())).isEmpty();
    }

    // --- how it is said

    private static LoanApplication preSold() {
        return application(0);
    }

    /** An existing home. */
    private static LoanApplication resale() {
        return application(4);
    }

    private static LoanApplication application(int n) {
        Content.Group content = InventedApplications.application("A" + NUMBER.incrementAndGet() + "-", n, DAY).content().with("mortgagee", Doors.CENTRE);
        return (LoanApplication) io.jinqiao.message.Operation.LOAN_APPLICATION.read(content);
    }

    private static MortgageApplication mortgage(LoanApplication application) {
        return request(application, Kind.MORTGAGE, TITLE.value(), null);
    }

    private static MortgageApplication request(LoanApplication application, Kind kind, @Nullable String title, @Nullable String earlier) {
        boolean ends = kind == Kind.CANCELLATION;
        Party owner = application.borrower();
        return new MortgageApplication(
                "DY" + NUMBER.incrementAndGet(), application.applicationNo(), kind, application.home().unitNumber(), application.home().address(), title, earlier,
                application.mortgagee(), List.of(new Party(Party.Role.MORTGAGOR, owner.name(), owner.identity(), null, null, null)), ends ? null : "DYHT-1",
                ends ? null : new MortgageApplication.Claim(application.terms().amount(), DAY, DAY.plusMonths(120), null), List.of(), "T1001");
    }

    private static MortgageApplication with(MortgageApplication request, String place, @Nullable String value) {
        return new MortgageApplication(
                request.requestNo(), request.applicationNo(), request.kind(), request.unitNumber(), request.address(), place.equals("titleNo") ? value : request.titleNo(),
                request.earlierNo(), request.mortgagee(), request.parties(), request.mortgageContractNo(), request.claim(), request.attachments(), request.operatorNo());
    }

    private static Outcome accepted(LoanApplication application) {
        return follow(new Consequence.Accepted(BANK, id(), application));
    }

    private static Outcome inForce(LoanApplication application, Money amount) {
        return follow(new Consequence.InForce(BANK, application.applicationNo(), "JK-1", DAY, amount, 120, "OP-1"));
    }

    private static Outcome follow(Consequence consequence) {
        return inOneCommit(() -> registrations.follow(Outcome.accepted(Content.Group.EMPTY).with(consequence)));
    }

    private static Outcome ask(LoanApplication application, MortgageApplication request, boolean inForce) {
        Consequence.InForce loan = inForce ? new Consequence.InForce(BANK, application.applicationNo(), "JK-1", DAY, application.terms().amount(), 120, "OP-1") : null;
        return inOneCommit(() -> registrations.request(new MortgageRequest(new Incoming(BANK, id(), NOW, request), application, loan, loan == null ? null : loan.opinionNo(), List.of(), List.of())));
    }

    private static RegistrationApplication filed(LoanApplication application, MortgageApplication request) {
        PropertyCheck asked = check(ask(application, request, true));
        return (RegistrationApplication) answered(asked, rights(application, Map.of())).outgoing().get(0).message();
    }

    private static PropertyCheck check(Outcome outcome) {
        return outcome.outgoing().stream().map(Outgoing::message).filter(PropertyCheck.class::isInstance).map(PropertyCheck.class::cast).findFirst().orElseThrow();
    }

    private static UnitRights rights(LoanApplication application, Map<UnitRights.Right, State> others) {
        Map<UnitRights.Right, State> states = new EnumMap<>(UnitRights.Right.class);
        List.of(UnitRights.Right.values()).forEach(right -> states.put(right, State.NONE));
        states.putAll(others);
        return new UnitRights(Objects.requireNonNull(application.home().unitNumber()), Holders.MATCH, states);
    }

    private static Outcome answered(PropertyCheck asked, UnitRights rights) {
        return answered(asked, NOW, rights);
    }

    private static Outcome answered(PropertyCheck asked, Instant of, UnitRights rights) {
        return inOneCommit(() -> registrations.checked(new Answered(
                Doors.CITY, id(), asked, new Reply.Accepted(new PropertyCheck.Answer(asked.checkNo(), of, List.of(rights)).content()))));
    }

    private static RegistrationEntry entered(RegistrationApplication sent, Money amount, String proof) {
        List<RegisterEntry.Proof> proofs = List.of(new RegisterEntry.Proof(
                Right.MORTGAGE, sent.units().get(0).unitNumber(), CertificateNumber.proof(proof), sent.parties().get(0).name()));
        return new RegistrationEntry("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", sent.kind(), new RegisterEntry(NOW.plusSeconds(600), amount, proofs));
    }

    private static RegistrationEntry preNoticesEntered(RegistrationApplication sent) {
        String developer = sent.parties().stream().filter(party -> party.role() == Party.Role.DEVELOPER).findFirst().orElseThrow().name();
        return new RegistrationEntry("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL2", sent.kind(), new RegisterEntry(NOW.plusSeconds(300), sent.claim().amount(), List.of(
                new RegisterEntry.Proof(Right.PURCHASE_PRE_NOTICE, sent.units().get(0).unitNumber(), CertificateNumber.proof("虚(2026)虚构市不动产证明第0000101号"), developer),
                new RegisterEntry.Proof(Right.MORTGAGE_PRE_NOTICE, sent.units().get(0).unitNumber(), CertificateNumber.proof("虚(2026)虚构市不动产证明第0000102号"), sent.parties().get(0).name()))));
    }

    private Outcome callBack(CanonicalMessage notice) {
        Incoming incoming = new Incoming(Doors.CITY, id(), NOW, notice);
        return inOneCommit(() -> notice instanceof RegistrationStatus ? registrations.status(incoming) : registrations.entry(incoming));
    }

    private static List<String> events(Outcome outcome) {
        return outcome.outgoing().stream().map(Outgoing::message).filter(MortgageResult.class::isInstance).map(one -> ((MortgageResult) one).event().name()).toList();
    }

    private static List<Secured.State> security(Outcome outcome) {
        return outcome.consequences().stream().filter(Secured.class::isInstance).map(one -> ((Secured) one).state()).toList();
    }

    private static List<Outgoing> rounds(Instant at, LoanApplication application) {
        String unit = Objects.requireNonNull(application.home().unitNumber()).value();
        return inOneCommit(() -> registrations.rounds(new Rounds(at))).outgoing().stream()
                .filter(one -> one.message() instanceof PropertyCheck check && mine(check, application))
                .toList();
    }

    private static boolean mine(PropertyCheck check, LoanApplication application) {
        return application.applicationNo().equals(
                jdbc.sql("SELECT application_no FROM mortgage_fact_check WHERE check_no = ?").param(check.checkNo()).query(String.class).single());
    }

    private static String request(LoanApplication application) {
        return jdbc.sql("SELECT state || ' ' || origin || ' ' || in_force || ' ' || waits_for::text || ' ' || coalesce(case_no, 'null') FROM mortgage_fact_request WHERE bank = ? AND request_no = ?")
                .params(BANK.value(), application.applicationNo()).query(String.class).single();
    }

    private static String waits(LoanApplication application) {
        return jdbc.sql("SELECT waits_for::text FROM mortgage_fact_request WHERE application_no = ? AND state = 'held'").param(application.applicationNo()).query(String.class).single();
    }

    private static String check(PropertyCheck asked) {
        return jdbc.sql("SELECT coalesce(verdict, 'null') || ' ' || hindrances::text FROM mortgage_fact_check WHERE check_no = ?").param(asked.checkNo()).query(String.class).single();
    }

    private static String state(Outcome outcome) {
        return Objects.requireNonNull(((Reply.Accepted) outcome.reply()).content().text("state"));
    }

    private static String refusal(Runnable work) {
        Problem problem = catchThrowableOfType(Refusal.class, work::run).problems().get(0);
        return problem.code().code() + (problem.field() == null ? "" : " @" + problem.field());
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return io.jinqiao.message.Words.parse(word, type);
    }

    private static MessageId id() {
        return new MessageId("M" + NUMBER.incrementAndGet());
    }

    private static <T> T inOneCommit(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
