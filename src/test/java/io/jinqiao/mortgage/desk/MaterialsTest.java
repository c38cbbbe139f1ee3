package io.jinqiao.mortgage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Consequence.Wanted;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Material;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationMaterial;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.RegistrationSupplement;
import io.jinqiao.message.Reply;
import io.jinqiao.message.UnitRights;
import io.jinqiao.message.UnitRights.Holders;
import io.jinqiao.message.UnitRights.State;
import io.jinqiao.mortgage.RegistryMaterials;
import io.jinqiao.mortgage.RegistryMaterials.Way;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.mortgage.store.MaterialStore;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.workbench.demo.InventedApplications;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The papers a registry wants to see: which, when, in how many calls; and what it asks for later. */
class MaterialsTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final CertificateNumber TITLE = CertificateNumber.title("虚(2020)虚构市不动产权第0000009号");
    private static final RegistryMaterials UPLOAD = new RegistryMaterials(Way.UPLOAD, 1000, Integer.MAX_VALUE, 400);
    private static final RegistryMaterials ONE_CALL = new RegistryMaterials(Way.ONE_CALL, 1000, 1500, 1000);

    private static HikariDataSource database;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static Doors doors;

    private final LoanApplication loan = application(4);

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        doors = new Doors(database, Clock.fixed(NOW, ZoneOffset.UTC), () -> new MessageId("R" + NUMBER.incrementAndGet()));
        doors.materials = UPLOAD;
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void uploadAgain() {
        doors.materials = UPLOAD;
        doors.lacking.clear();
    }

    // --- which papers, and when

    @Test
    void nothingIsFiledOrAskedBeforeEveryPaperTheRegistryWantsIsHere() {
        AttachmentRef contract = scan("loan-contract", 300);
        Outcome asked = ask(request(Kind.MORTGAGE, List.of(contract)), List.of());
        assertThat(asked.outgoing()).isEmpty();
        assertThat(waits()).isEqualTo("{materials-missing}");
        assertThat(((Content.Rows) Objects.requireNonNull(content(asked).get("missingAttachments"))).rows()).extracting(row -> row.text("kind")).containsExactly("identity-card");
        assertThat(arrived(contract).outgoing()).as("the card is still missing").isEmpty();
        assertThat(arrived(scan("identity-card", 300)).outgoing()).singleElement().extracting(Outgoing::message).isInstanceOf(PropertyCheck.class);
    }

    @Test
    void onlyWhatTheRegistryWantsLeavesOfALoansScans() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 1), scan("loan-contract", 2), scan("income-proof", 3));
        assertThat(filed.application().attachments()).extracting(Material::kind).containsExactly("identity-card", "loan-contract");
    }

    @Test
    void ofAKindTheBranchListedOnlyWhatItListedGoes() {
        AttachmentRef mine = scan("loan-contract", 7);
        Filed filed = filed(Kind.MORTGAGE, List.of(mine), scan("identity-card", 1), scan("loan-contract", 2), mine);
        assertThat(filed.application().attachments()).extracting(Material::name).containsExactlyInAnyOrder(mine, scan("identity-card", 1));
    }

    @Test
    void aFileTheRegistryWouldNotTakeIsRefusedBeforeItIsKept() {
        MortgageApplication request = request(Kind.MORTGAGE, List.of(scan("identity-card", 300), scan("loan-contract", 1001)));
        assertThat(refusal(() -> ask(request, List.of()))).isEqualTo("attachment.too_large @attachments[1].size 1001 1000");
        doors.materials = ONE_CALL;
        MortgageApplication many = request(Kind.MORTGAGE, List.of(scan("identity-card", 800), scan("loan-contract", 800)));
        assertThat(refusal(() -> ask(many, List.of()))).isEqualTo("attachment.too_large @attachments 1600 1500");
    }

    @Test
    void aScanOfTheLoanThatIsTooLargeWaitsForASmallerOne() {
        ask(request(Kind.MORTGAGE, List.of()), List.of(scan("identity-card", 1001), scan("loan-contract", 5)));
        assertThat(waits()).isEqualTo("{materials-too-large}");
    }

    // --- in how many calls

    @Test
    void aFileGoesInPartsOneAfterTheOtherAndEachOnce() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 900), scan("loan-contract", 400));
        assertThat(filed.wanted()).as("the registry has no case yet").isEmpty();
        List<String> parts = new ArrayList<>();
        List<Wanted> next = wanted(receipt(filed.application()));
        while (!next.isEmpty()) {
            RegistrationMaterial part = part(next);
            parts.add(part.kind() + " " + part.part() + "/" + part.parts() + " " + part.bytes());
            assertThat(wanted(rounds())).as("one is on its way").isEmpty();
            Outcome answered = taken(part);
            assertThat(wanted(taken(part))).as("heard again").isEmpty();
            next = wanted(answered);
        }
        assertThat(parts).containsExactly(
                "identity-card 1/3 " + read(0, 400), "identity-card 2/3 " + read(400, 400), "identity-card 3/3 " + read(800, 100), "loan-contract 1/1 " + read(0, 400));
        assertThat(states(filed)).containsExactly("identity-card there 3", "loan-contract there 1");
    }

    @Test
    void whatWaitsWithNothingOnItsWayIsBegunByTheRounds() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 900), scan("loan-contract", 400));
        receipt(filed.application());
        jdbc.sql("UPDATE mortgage_material SET state = 'waiting' WHERE case_no = ?").param(filed.application().caseNo()).update();
        assertThat(part(wanted(rounds())).part()).isEqualTo(1);
    }

    /** Before each commit the process ends once, and another one goes on: what the first had done in it is undone, its answer is heard again. */
    @Test
    void aProcessThatEndsBeforeAnyCommitLosesNoPartAndSendsNoneTwice() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 900), scan("loan-contract", 400));
        List<String> posted = new ArrayList<>();
        List<Wanted> next = afterACrash(another -> another.registrations.receipt(receiptOf(filed.application())));
        while (!next.isEmpty()) {
            RegistrationMaterial part = part(next);
            posted.add(part.kind() + " " + part.part());
            assertThat(wanted(rounds())).as("its outbox row is there: it is on its way").isEmpty();
            next = afterACrash(another -> another.registrations.material(takenOf(part)));
        }
        assertThat(posted).containsExactly("identity-card 1", "identity-card 2", "identity-card 3", "loan-contract 1");
        assertThat(states(filed)).containsExactly("identity-card there 3", "loan-contract there 1");
    }

    private static List<Wanted> afterACrash(Function<Doors, Outcome> step) {
        Outcome undone = transaction.execute(status -> {
            status.setRollbackOnly();
            return step.apply(another());
        });
        Outcome done = inOneCommit(() -> step.apply(another()));
        assertThat(wanted(done)).as("the same once more").hasSameSizeAs(wanted(undone));
        return wanted(done);
    }

    /** Nothing of the process before lives on but the database. */
    private static Doors another() {
        Doors another = new Doors(database, Clock.fixed(NOW, ZoneOffset.UTC), MaterialsTest::id);
        another.materials = UPLOAD;
        return another;
    }

    @Test
    void aRefusedFileIsShownAndTheOthersGoOn() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 300), scan("loan-contract", 400));
        RegistrationMaterial card = part(wanted(receipt(filed.application())));
        Outcome refused = inOneCommit(() -> doors.registrations.material(
                new Answered(Doors.CITY, id(), card, new Reply.Rejected(List.of(Problem.at("digest", FailureCode.ATTACHMENT_DIGEST_WRONG))))));
        assertThat(part(wanted(refused)).kind()).isEqualTo("loan-contract");
        assertThat(states(filed)).containsExactly("identity-card refused 0", "loan-contract sent 0");
    }

    @Test
    void anAnswerAboutAnotherFileThanWasSentTakesNothing() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 300), scan("loan-contract", 400));
        RegistrationMaterial card = part(wanted(receipt(filed.application())));
        RegistrationMaterial.Answer other = new RegistrationMaterial.Answer(Digest.of(new byte[] {9}), 1, true);
        Outcome answered = inOneCommit(() -> doors.registrations.material(new Answered(Doors.CITY, id(), card, new Reply.Accepted(other.content()))));
        assertThat(states(filed)).as("shown to a person, and not there").containsExactly("identity-card refused 0", "loan-contract sent 0");
        assertThat(part(wanted(answered)).kind()).isEqualTo("loan-contract");
    }

    @Test
    void aFileTheRegistryRefusedIsSentAgainWhenItIsHandedInAgain() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 300), scan("loan-contract", 400));
        RegistrationMaterial card = part(wanted(receipt(filed.application())));
        inOneCommit(() -> doors.registrations.material(new Answered(Doors.CITY, id(), card, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "damaged"))))));
        MaterialStore store = new MaterialStore(jdbc);
        AttachmentRef again = new AttachmentRef(card.kind(), card.digest(), card.size());
        inOneCommit(() -> {
            store.hold(card.caseNo(), "BZ-again", List.of(again), 400);
            store.release(card.caseNo(), "BZ-again");
            return true;
        });
        assertThat(states(filed)).contains("identity-card waiting 0");
    }

    @Test
    void nothingMoreIsSentToACaseThatIsOver() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 300), scan("loan-contract", 400));
        RegistrationMaterial card = part(wanted(receipt(filed.application())));
        status(filed, RegistrationState.REJECTED, null, 60);
        assertThat(wanted(taken(card))).isEmpty();
    }

    @Test
    void inOneCallEveryFileIsInsideTheApplicationAndNothingFollows() {
        doors.materials = ONE_CALL;
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 300), scan("loan-contract", 400));
        assertThat(filed.application().attachments()).extracting(Material::document).containsExactly(read(0, 300), read(0, 400));
        assertThat(wanted(receipt(filed.application()))).isEmpty();
        assertThat(states(filed)).isEmpty();
    }

    // --- what the registry asks for later

    @Test
    void whatTheRegistryAsksForGoesFromTheBankToTheRegistryOnceItsFilesAreHere() {
        Filed filed = uploaded();
        Outcome back = status(filed, RegistrationState.SUPPLEMENT, null, 60);
        MortgageResult told = (MortgageResult) back.outgoing().get(0).message();
        assertThat(told.event()).isEqualTo(MortgageResult.Event.RETURNED);
        assertThat(told.dueOn()).as("the registry named no day: ten working days of the centre's").isEqualTo(LocalDate.of(2026, 12, 15));
        AttachmentRef page = scan("mortgage-contract", 500);
        assertThat(handedIn(page).outgoing()).as("its file is not here").isEmpty();
        RegistrationSupplement sent = (RegistrationSupplement) arrived(page).outgoing().get(0).message();
        assertThat(sent.attachments()).extracting(Material::name).containsExactly(page);
        assertThat(sent.registryNo()).isEqualTo("SL1");
        Outcome taken = inOneCommit(() -> doors.registrations.supplement(new Answered(
                Doors.CITY, id(), sent, new Reply.Accepted(new RegistrationSupplement.Answer(sent.caseNo(), NOW).content()))));
        RegistrationMaterial first = part(wanted(taken));
        assertThat(first.kind() + " " + first.part() + "/" + first.parts()).isEqualTo("mortgage-contract 1/2");
        assertThat(wanted(taken(part(wanted(taken(first)))))).isEmpty();
        assertThat(jdbc.sql("SELECT state FROM mortgage_fact_supplement WHERE case_no = ?").param(sent.caseNo()).query(String.class).list()).containsExactly("taken");
    }

    @Test
    void inOneCallTheSupplementCarriesItsFiles() {
        doors.materials = ONE_CALL;
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 300), scan("loan-contract", 400));
        receipt(filed.application());
        status(filed, RegistrationState.SUPPLEMENT, null, 60);
        AttachmentRef page = scan("mortgage-contract", 500);
        handedIn(page);
        RegistrationSupplement sent = (RegistrationSupplement) filled(wanted(arrived(page)).get(0));
        assertThat(sent.attachments()).extracting(Material::document).containsExactly(read(0, 500));
    }

    @Test
    void nobodyCanSupplementWhatNoRegistryWaitsFor() {
        uploaded();
        assertThat(refusal(() -> handedIn(scan("mortgage-contract", 5)))).startsWith("loan.state_forbids");
    }

    @Test
    void aRegistryThatTakesNoSupplementSaysWhereToGo() {
        Filed filed = uploaded();
        status(filed, RegistrationState.SUPPLEMENT, null, 60);
        doors.lacking.add(Operation.REGISTRATION_SUPPLEMENT);
        assertThat(refusal(() -> handedIn(scan("mortgage-contract", 5)))).startsWith("registration.not_offered registration-supplement");
    }

    @ParameterizedTest
    @CsvSource({", 2026-12-10, supplement-near 2026-12-15", ", 2026-12-16, supplement-late 2026-12-15", "2026-12-03, 2026-12-04, supplement-late 2026-12-03", ", 2026-12-09, "})
    void aSupplementThatDoesNotComeIsTold(@Nullable LocalDate dueOn, String today, @Nullable String alarm) {
        Filed filed = uploaded();
        status(filed, RegistrationState.SUPPLEMENT, dueOn, 60);
        Doors then = new Doors(database, Clock.fixed(Instant.parse(today + "T02:00:00Z"), ZoneOffset.UTC), MaterialsTest::id);
        assertThat(alarms(filed, then)).isEqualTo(alarm == null ? List.of() : List.of(alarm));
        handedIn();
        assertThat(alarms(filed, then)).as("handed in").isEmpty();
    }

    /** By the poll, whose clock differs: what was handed in answers it, and the registry is late with its word. */
    @Test
    void theSameToldAgainAMomentLaterIsNoSecondSupplement() {
        Filed filed = uploaded();
        status(filed, RegistrationState.SUPPLEMENT, null, 60);
        handedIn();
        status(filed, RegistrationState.SUPPLEMENT, null, 63);
        assertThat(waiting(filed)).containsExactly("registrar supplemented");
        Doors late = new Doors(database, Clock.fixed(Instant.parse("2026-12-20T02:00:00Z"), ZoneOffset.UTC), MaterialsTest::id);
        assertThat(alarms(filed, late)).isEmpty();
        assertThat(jdbc.sql("SELECT kind FROM mortgage_fact_alarm WHERE case_no = ? AND ended_at IS NULL").param(filed.application().caseNo()).query(String.class).list()).containsExactly("late");
    }

    @Test
    void aSecondSupplementIsToldWithItsOwnLastDayThoughTheAlarmOfTheFirstStillStands() {
        Filed filed = uploaded();
        status(filed, RegistrationState.SUPPLEMENT, LocalDate.of(2026, 12, 3), 60);
        Doors then = new Doors(database, Clock.fixed(Instant.parse("2026-12-02T02:00:00Z"), ZoneOffset.UTC), MaterialsTest::id);
        assertThat(alarms(filed, then)).containsExactly("supplement-near 2026-12-03");
        handedIn();
        status(filed, RegistrationState.SUPPLEMENT, LocalDate.of(2026, 12, 4), 65);
        assertThat(waiting(filed)).containsExactly("bank supplement");
        assertThat(alarms(filed, then)).containsExactly("supplement-near 2026-12-04");
    }

    private static List<String> waiting(Filed filed) {
        return jdbc.sql("SELECT waits_for || ' ' || why FROM mortgage_fact_waiting WHERE number = ?").param(filed.application().caseNo()).query(String.class).list();
    }

    private static List<String> alarms(Filed filed, Doors then) {
        inOneCommit(() -> {
            then.alarms.raise();
            return true;
        });
        return jdbc.sql("SELECT kind || ' ' || last_day FROM mortgage_fact_alarm WHERE case_no = ? AND ended_at IS NULL AND kind LIKE 'supplement%'")
                .param(filed.application().caseNo())
                .query(String.class)
                .list();
    }

    // --- a registry that offers less

    @Test
    void aRegistryIsNotAskedWhatItDoesNotOfferAndTheOthersAre() {
        Filed filed = uploaded();
        doors.lacking.add(Operation.REGISTRATION_ENQUIRY);
        doors.lacking.add(Operation.REGISTRATION_RECONCILIATION);
        Outcome none = inOneCommit(() -> doors.registrations.rounds(new Rounds(NOW.plusSeconds(6 * 3600))));
        assertThat(none.outgoing()).extracting(one -> one.message().operation())
                .doesNotContain(Operation.REGISTRATION_ENQUIRY, Operation.REGISTRATION_RECONCILIATION);
        doors.lacking.clear();
        Outcome all = inOneCommit(() -> doors.registrations.rounds(new Rounds(NOW.plusSeconds(6 * 3600))));
        assertThat(all.outgoing()).extracting(one -> one.message().subject()).contains(filed.application().caseNo());
    }

    // --- how it is said

    /** @param wanted what waits for the loan's scans beside it */
    private record Filed(RegistrationApplication application, List<Wanted> wanted) {}

    private Filed uploaded() {
        Filed filed = filed(Kind.MORTGAGE, List.of(), scan("identity-card", 300), scan("loan-contract", 400));
        taken(part(wanted(taken(part(wanted(receipt(filed.application())))))));
        return filed;
    }

    private Filed filed(Kind kind, List<AttachmentRef> listed, AttachmentRef... here) {
        Outcome asked = ask(request(kind, listed), List.of(here));
        PropertyCheck question = (PropertyCheck) asked.outgoing().get(0).message();
        Outcome filed = inOneCommit(() -> doors.registrations.checked(new Answered(
                Doors.CITY, id(), question, new Reply.Accepted(new PropertyCheck.Answer(question.checkNo(), NOW, List.of(clean())).content()))));
        RegistrationApplication application = Stream.concat(
                        filed.outgoing().stream().map(Outgoing::message), wanted(filed).stream().map(MaterialsTest::filled))
                .filter(RegistrationApplication.class::isInstance)
                .map(RegistrationApplication.class::cast)
                .findFirst()
                .orElseThrow();
        return new Filed(application, doors.materials.way() == Way.UPLOAD ? wanted(filed) : List.of());
    }

    private Outcome ask(MortgageApplication request, List<AttachmentRef> here) {
        Consequence.InForce inForce = new Consequence.InForce(BANK, loan.applicationNo(), "JK-1", DAY, loan.terms().amount(), 120, "OP-1");
        return inOneCommit(() -> doors.registrations.request(new MortgageRequest(new Incoming(BANK, id(), NOW, request), loan, inForce, inForce == null ? null : inForce.opinionNo(), List.of(), here)));
    }

    private MortgageApplication request(Kind kind, List<AttachmentRef> listed) {
        Party owner = loan.borrower();
        return new MortgageApplication(
                "DY" + NUMBER.incrementAndGet(), loan.applicationNo(), kind, loan.home().unitNumber(), loan.home().address(), TITLE.value(), null,
                loan.mortgagee(), List.of(new Party(Party.Role.MORTGAGOR, owner.name(), owner.identity(), null, null, null)), "DYHT-1",
                new MortgageApplication.Claim(loan.terms().amount(), DAY, DAY.plusMonths(120), null), listed, "T1001");
    }

    private Outcome arrived(AttachmentRef scan) {
        return follow(new Consequence.Scanned(BANK, loan.applicationNo(), List.of(scan)));
    }

    private Outcome handedIn(AttachmentRef... files) {
        ApplicationSupplement supplement = new ApplicationSupplement("BJ" + NUMBER.incrementAndGet(), loan.applicationNo(), List.of(files), "补件");
        return follow(new Consequence.Supplemented(BANK, id(), supplement, List.of(), "放款中"));
    }

    private static Outcome follow(Consequence consequence) {
        return inOneCommit(() -> doors.registrations.follow(Outcome.accepted(Content.Group.EMPTY).with(consequence)));
    }

    private static Outcome receipt(RegistrationApplication sent) {
        return inOneCommit(() -> doors.registrations.receipt(receiptOf(sent)));
    }

    private static Answered receiptOf(RegistrationApplication sent) {
        return new Answered(Doors.CITY, id(), sent, new Reply.Accepted(new RegistrationApplication.Answer(sent.caseNo(), "SL1", NOW).content()));
    }

    private static Outcome taken(RegistrationMaterial part) {
        return inOneCommit(() -> doors.registrations.material(takenOf(part)));
    }

    private static Answered takenOf(RegistrationMaterial part) {
        return new Answered(Doors.CITY, id(), part, new Reply.Accepted(new RegistrationMaterial.Answer(part.digest(), part.part(), part.part() == part.parts()).content()));
    }

    private static Outcome status(Filed filed, RegistrationState state, @Nullable LocalDate dueOn, int after) {
        RegistrationStatus status = new RegistrationStatus(
                "TS" + NUMBER.incrementAndGet(), filed.application().caseNo(), "SL1", state, NOW.plusSeconds(after), "抵押合同缺页", dueOn);
        return inOneCommit(() -> doors.registrations.status(new Incoming(Doors.CITY, id(), NOW, status)));
    }

    private static Outcome rounds() {
        return inOneCommit(() -> doors.registrations.rounds(new Rounds(NOW)));
    }

    private static List<Wanted> wanted(Outcome outcome) {
        return outcome.consequences().stream().filter(Wanted.class::isInstance).map(Wanted.class::cast).toList();
    }

    private static RegistrationMaterial part(List<Wanted> wanted) {
        assertThat(wanted).hasSize(1);
        return (RegistrationMaterial) filled(wanted.get(0));
    }

    /** As the loan would: the piece of a scan is what its place says. */
    private static CanonicalMessage filled(Wanted wanted) {
        assertThat(wanted.registry()).isEqualTo(Doors.CITY);
        return wanted.message().with((digest, from, length) -> piece(from, length));
    }

    private static byte[] piece(int from, int length) {
        return ("from " + from + " for " + length).getBytes(StandardCharsets.UTF_8);
    }

    private static String read(int from, int length) {
        return java.util.Base64.getEncoder().encodeToString(piece(from, length));
    }

    private static List<String> states(Filed filed) {
        return jdbc.sql("SELECT kind || ' ' || state || ' ' || taken FROM mortgage_fact_material WHERE case_no = ? ORDER BY place")
                .param(filed.application().caseNo())
                .query(String.class)
                .list();
    }

    private UnitRights clean() {
        Map<UnitRights.Right, State> states = new EnumMap<>(UnitRights.Right.class);
        List.of(UnitRights.Right.values()).forEach(right -> states.put(right, State.NONE));
        return new UnitRights(Objects.requireNonNull(loan.home().unitNumber()), Holders.MATCH, states);
    }

    private String waits() {
        return jdbc.sql("SELECT waits_for::text FROM mortgage_fact_request WHERE application_no = ? AND state = 'held'").param(loan.applicationNo()).query(String.class).single();
    }

    private static Content.Group content(Outcome outcome) {
        return ((Reply.Accepted) outcome.reply()).content();
    }

    private static AttachmentRef scan(String kind, int size) {
        return new AttachmentRef(kind, Digest.of((kind + size).getBytes(StandardCharsets.UTF_8)), size);
    }

    private static LoanApplication application(int n) {
        Content.Group content = InventedApplications.application("M" + NUMBER.incrementAndGet() + "-", n, DAY).content().with("mortgagee", Doors.CENTRE);
        return (LoanApplication) Operation.LOAN_APPLICATION.read(content);
    }

    private static String refusal(Runnable work) {
        Problem problem = catchThrowableOfType(Refusal.class, work::run).problems().get(0);
        return (problem.code().code() + (problem.field() == null ? "" : " @" + problem.field()) + " " + String.join(" ", problem.arguments())).trim();
    }

    private static MessageId id() {
        return new MessageId("M" + NUMBER.incrementAndGet());
    }

    private static <T> T inOneCommit(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
