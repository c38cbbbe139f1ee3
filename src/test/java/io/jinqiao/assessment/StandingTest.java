package io.jinqiao.assessment;

import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.Applications.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.assessment.ProposeStanding.Cap;
import io.jinqiao.assessment.ProposeStanding.Kind;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StandingTest {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final PartnerId OTHER = new PartnerId("bank-b");

    private static final AssessmentProperties PROPERTIES = new AssessmentProperties(Duration.ofSeconds(1), Duration.ofDays(30), Duration.ZERO);

    private static HikariDataSource database;
    private static JdbcClient jdbc;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private final Standing standing = node();

    private Standing node() {
        return new StandingGate(new StandingStore(jdbc), PROPERTIES, clock, clock);
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void forgetEverything() {
        jdbc.sql("TRUNCATE assessment_standing, assessment_standing_answer, loan_loan CASCADE").update();
    }

    private static Incoming from(PartnerId bank, CanonicalMessage message) {
        return new Incoming(bank, new MessageId("m"), START, message);
    }

    private static Incoming application(PartnerId bank) {
        return from(bank, good().build());
    }

    private long propose(Kind kind, @Nullable Cap cap, Instant from) {
        return standing.propose(new ProposeStanding(BANK, kind, cap, from, "管委会〔2026〕7号", "承办资格", "qian"));
    }

    private void decide(Kind kind, @Nullable Cap cap, Instant from) {
        standing.confirm(new ConfirmStanding(propose(kind, cap, from), true, "sun"));
    }

    private static List<String> refusal(Runnable work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, work::run);
        assertThat(refusal).as("nothing was refused").isNotNull();
        return refusal.problems().stream()
                .map(p -> p.code() + (p.field() == null ? "" : "@" + p.field()))
                .toList();
    }

    @Test
    void refusesABankNobodyDecidedAbout() {
        assertThat(refusal(() -> standing.check(application(BANK)))).containsExactly("NO_STANDING");
    }

    @Test
    void letsABankInWhoseStandingTwoPeopleEntered() {
        decide(Kind.ACTIVE, null, START);
        Incoming application = application(BANK);
        assertThat(standing.check(application)).isSameAs(application);
        assertThat(refusal(() -> standing.check(application(OTHER)))).containsExactly("NO_STANDING");
    }

    @Test
    void refusesABankWhoseStandingIsOnlyProposed() {
        propose(Kind.ACTIVE, null, START);
        assertThat(refusal(() -> standing.check(application(BANK)))).containsExactly("NO_STANDING");
        assertThat(standing.open()).hasSize(1);
    }

    @Test
    void refusesABankWhoseStandingWasTurnedDown() {
        standing.confirm(new ConfirmStanding(propose(Kind.ACTIVE, null, START), false, "sun"));
        assertThat(refusal(() -> standing.check(application(BANK)))).containsExactly("NO_STANDING");
        assertThat(standing.open()).isEmpty();
    }

    @Test
    void letsNobodyConfirmTheirOwnProposal() {
        long number = propose(Kind.ACTIVE, null, START);
        for (String name : List.of("qian", " Qian", "QIAN ", " ")) {
            assertThat(refusal(() -> standing.confirm(new ConfirmStanding(number, true, name))))
                    .containsExactly("DUTIES_NOT_SEPARATED");
        }
    }

    @Test
    void takesOneAnswerToAProposal() {
        long number = propose(Kind.ACTIVE, null, START);
        standing.confirm(new ConfirmStanding(number, true, "sun"));
        assertThat(refusal(() -> standing.confirm(new ConfirmStanding(number, false, "zhou"))))
                .containsExactly("ALREADY_ANSWERED");
        assertThat(refusal(() -> standing.confirm(new ConfirmStanding(number + 1, true, "sun"))))
                .containsExactly("RESOURCE_UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"SUSPENDED", "ENDED"})
    void refusesOnlyNewBusinessOfABankWithoutStanding(Kind kind) {
        decide(Kind.ACTIVE, null, START);
        decide(kind, null, START);
        assertThat(refusal(() -> standing.check(application(BANK)))).containsExactly("NO_STANDING");
        ApplicantCheck question = new ApplicantCheck("C-1", "0102", good().build().parties());
        assertThat(refusal(() -> standing.check(from(BANK, question)))).containsExactly("NO_STANDING");
        Incoming running = from(BANK, new ApplicationWithdrawal("APP-1", "x", "OP"));
        assertThat(standing.check(running)).isSameAs(running);
    }

    @Test
    void changesWhenTheTimeComes() {
        decide(Kind.ACTIVE, null, START);
        decide(Kind.SUSPENDED, null, START.plusSeconds(3600));
        now.set(START.plusSeconds(3599));
        assertThat(standing.check(application(BANK))).isNotNull();
        now.set(START.plusSeconds(3600));
        assertThat(refusal(() -> standing.check(application(BANK)))).containsExactly("NO_STANDING");
    }

    @Test
    void neverHoldsBeforeItWasConfirmed() {
        long number = propose(Kind.ACTIVE, null, START);
        now.set(START.plusSeconds(7200));
        standing.confirm(new ConfirmStanding(number, true, "sun"));
        assertThat(standing.history(BANK)).singleElement().satisfies(decision -> {
            assertThat(decision.answeredAt()).isEqualTo(START.plusSeconds(7200));
            assertThat(StandingCache.holdsFrom(decision)).isEqualTo(START.plusSeconds(7200));
        });
    }

    @Test
    void hearsWithinASecondWhatAnotherNodeConfirmed() {
        decide(Kind.ACTIVE, null, START);
        Standing here = node();
        here.check(application(BANK));
        decide(Kind.SUSPENDED, null, START);
        now.set(START.plusMillis(999));
        assertThat(here.check(application(BANK))).isNotNull();
        now.set(START.plusMillis(1000));
        assertThat(refusal(() -> here.check(application(BANK)))).containsExactly("NO_STANDING");
    }

    @Test
    void staysClosedWhenItCannotBeKnown() {
        decide(Kind.ACTIVE, null, START);
        standing.check(application(BANK));
        now.set(START.plusSeconds(2));
        HikariDataSource gone = TestDatabase.empty();
        Standing blind = new StandingGate(
                new StandingStore(JdbcClient.create(gone)), PROPERTIES, clock, clock);
        assertThat(refusal(() -> blind.check(application(BANK)))).containsExactly("STORE_UNAVAILABLE");
        gone.close();
    }

    @Test
    void refusesWhatIsAboveTheCapByCount() {
        decide(Kind.CAPPED, new Cap(1, null), START);
        standing.check(application(BANK));
        taken("A-1", START, 100);
        assertThat(refusal(() -> standing.check(application(BANK)))).containsExactly("STANDING_CAPPED");
    }

    @Test
    void refusesWhatIsAboveTheCapByAmountAndCountsFromItsBeginning() {
        decide(Kind.CAPPED, new Cap(null, yuan(1_000_000)), START);
        taken("A-0", START.minusSeconds(1), yuan(9_000_000).fen());
        taken("A-1", START, yuan(400_000).fen());
        standing.check(application(BANK));
        taken("A-2", START, 1);
        assertThat(refusal(() -> standing.check(application(BANK)))).containsExactly("STANDING_CAPPED");
    }

    @Test
    void letsTwoAtOnceNeverPassACapWithRoomForOne() throws Exception {
        decide(Kind.CAPPED, new Cap(1, null), START);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        CountDownLatch firstChecked = new CountDownLatch(1);
        CompletableFuture<FailureCode> second = CompletableFuture.supplyAsync(() -> {
            await(firstChecked);
            return transaction.execute(status -> code(() -> standing.check(application(BANK))));
        });
        transaction.executeWithoutResult(status -> {
            standing.check(application(BANK));
            firstChecked.countDown();
            waitsForTheLock();
            taken("A-1", START, 100);
        });
        assertThat(second.get()).isEqualTo(FailureCode.STANDING_CAPPED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when the other transaction waits for the cap's lock. */
    private static void waitsForTheLock() {
        while (jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static @Nullable FailureCode code(Runnable work) {
        try {
            work.run();
            return null;
        } catch (Refusal refusal) {
            return refusal.problems().get(0).code();
        }
    }

    @Test
    void asksForEverythingADecisionNeeds() {
        ProposeStanding nothing = new ProposeStanding(BANK, Kind.CAPPED, null, START.minusSeconds(3600), "", " ", "");
        assertThat(refusal(() -> standing.propose(nothing)))
                .containsExactly(
                        "FIELD_MISSING@document",
                        "FIELD_MISSING@reason",
                        "FIELD_MISSING@by",
                        "FIELD_MISSING@cap",
                        "FIELD_WRONG_FORM@effectiveFrom");
        ProposeStanding capForNothing =
                new ProposeStanding(BANK, Kind.ACTIVE, new Cap(1, null), START, "document", "reason", "qian");
        assertThat(refusal(() -> standing.propose(capForNothing))).containsExactly("FIELD_UNEXPECTED@cap");
    }

    /** An application of the bank as the loan room would have written it. */
    private static void taken(String number, Instant at, long fen) {
        jdbc.sql("INSERT INTO loan_loan (acceptance_no, bank, application_no, message_id, branch_code, accepted_on, accepted_at,"
                        + " home_kind, scheme, applied_fen, applied_months, borrower, application, word,"
                        + " decision, contract, security, money) VALUES (?, 'bank-a', ?, 'm', 'b', '2026-11-23', ?, 'new', 's', ?,"
                        + " 1, '', '', 'w', 'accepted', 'none', 'none', 'none')")
                .params(number, number, at.atOffset(ZoneOffset.UTC), fen)
                .update();
    }

    @Test
    void aProposalNobodyAnsweredForThirtyDaysLapsesAndIsNoLongerOnTheList() {
        long proposal = propose(Kind.SUSPENDED, null, START);
        now.set(START.plus(Duration.ofDays(30)));
        assertThat(standing.open()).extracting(StandingDecision::number).contains(proposal);
        now.set(START.plus(Duration.ofDays(30)).plusSeconds(1));
        assertThat(standing.open()).extracting(StandingDecision::number).doesNotContain(proposal);
        assertThat(refusal(() -> standing.confirm(new ConfirmStanding(proposal, true, "sun")))).containsExactly("STANDING_LAPSED");
        standing.confirm(new ConfirmStanding(proposal, false, "sun"));
        assertThat(standing.history(BANK)).singleElement().satisfies(one -> assertThat(one.confirmed()).isFalse());
    }

    @Test
    void whatTakesSomethingFromABankIsConfirmedItsNoticeBeforeItsDayAndWhatGivesIsNot() {
        Standing noticed = new StandingGate(new StandingStore(jdbc), new AssessmentProperties(Duration.ofSeconds(1), Duration.ofDays(30), Duration.ofDays(5)), clock, clock);
        long early = propose(Kind.SUSPENDED, null, START.plus(Duration.ofDays(5)));
        long late = propose(Kind.SUSPENDED, null, START.plus(Duration.ofDays(5)).minusSeconds(1));
        long active = propose(Kind.ACTIVE, null, START);
        assertThat(refusal(() -> noticed.confirm(new ConfirmStanding(late, true, "sun")))).containsExactly("STANDING_NOTICE");
        noticed.confirm(new ConfirmStanding(early, true, "sun"));
        noticed.confirm(new ConfirmStanding(active, true, "sun"));
        Incoming application = application(BANK);
        assertThat(noticed.check(application)).as("until its day").isSameAs(application);
        now.set(START.plus(Duration.ofDays(5)));
        assertThat(refusal(() -> noticed.check(application))).containsExactly("NO_STANDING");
    }
}
