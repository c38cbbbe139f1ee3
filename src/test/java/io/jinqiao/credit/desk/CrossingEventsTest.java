package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.notice.NoticeEvent;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.report.PersonFacts;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.ChangeStore;
import io.jinqiao.credit.store.DeliveryStore;
import io.jinqiao.credit.store.DutyStore;
import io.jinqiao.credit.store.ObjectionStore;
import io.jinqiao.credit.store.RunStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.timetable.Timetable;
import io.jinqiao.workbench.simulate.credit.report.Feedback;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** True events that follow or cross one another at the Center: what one says is known when the next is judged. */
class CrossingEventsTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String ACCOUNT = Samples.PROVIDER + "GJJ1";

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private ReportingDesk center;
    private DutyStore agreed;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
        center = ReportingDesk.inMemory(ReportSettings.plain().compressed(), credit.house.clock());
        agreed = new DutyStore(credit.sql);
        credit.perLoan = account -> {
            AgreeDuties own = agreed.of(List.of(account)).get(account);
            return own == null ? credit.duties : new Duties(own.reporter(), own.notifier(), own.objections(), own.agreement(), CreditFixture.TERMS);
        };
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private void deliver(List<FileName> files) throws IOException {
        assertThat(credit.deliver(center, files)).as("refused by the Center").isEmpty();
    }

    private void at(int month, int day) {
        credit.now = LocalDate.of(2026, month, day).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
    }

    private FileName correct(YearMonth month, CreditFacts facts) {
        return FileName.parse(new Corrector(credit.house, facts, Samples.TYPES).correct(ACCOUNT, month, Samples.REPORTER)).orElseThrow();
    }

    private static CreditFacts balance(long fen) {
        return (month, sink) -> sink.accept(CreditFixture.loan(CreditFixture.account(1)), with(CreditFixture.month(month, 0), new Money(fen), null));
    }

    private static CreditFacts closed(LocalDate on) {
        return (month, sink) -> sink.accept(CreditFixture.loan(CreditFixture.account(1)), with(CreditFixture.month(month, 0), Money.ZERO, on));
    }

    private static MonthFacts with(MonthFacts m, Money balance, LocalDate closed) {
        return new MonthFacts(
                m.month(), closed == null ? m.dueOn() : null, balance, closed == null ? m.remaining() : 0, 0, 0, Money.ZERO, Money.ZERO, MonthFacts.Aged.NONE, m.fell(), m.paid(), false, closed == null ? m.lastPaid() : closed,
                m.category(), closed == null ? m.categorised() : closed, closed, List.of());
    }

    /** Accounts are refused, what they refer to is taken. */
    private void accountsRefused(MonthlyRun.Result run) throws IOException {
        for (FileName file : run.files()) {
            if (file.record().equals("210")) {
                credit.answer(file, 3, 0, 1, CreditFixture.refused(2, "BLE012"));
            } else {
                deliver(List.of(file));
            }
        }
    }

    @Test
    void aMonthIsCorrectedAsOftenAsItMust() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        deliver(List.of(correct(SEPTEMBER, balance(12_345_600))));
        deliver(List.of(correct(SEPTEMBER, balance(22_345_600))));
        assertThat(credit.house.histories().underWay(List.of(ACCOUNT))).isEmpty();
        assertThat(credit.house.histories().whole(ACCOUNT).records()).as("one month, as it is now").hasSize(1);
    }

    @Test
    void anAccountCorrectedToOpenGoesOnBeingTold() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        deliver(credit.run(OCTOBER, closed(OCTOBER.atDay(12))).files());
        deliver(List.of(correct(OCTOBER, CreditFixture.paying(1))));
        MonthlyRun.Result november = credit.run(NOVEMBER, CreditFixture.paying(1));
        assertThat(november.sent()).isEqualTo(1);
        deliver(november.files().stream().filter(file -> file.record().equals("210")).toList());
    }

    @Test
    void anAccountCorrectedToClosedIsClosed() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        deliver(List.of(correct(SEPTEMBER, closed(SEPTEMBER.atDay(20)))));
        assertThat(credit.house.histories().latest(List.of(ACCOUNT)).get(ACCOUNT).history().closed()).isTrue();
        assertThat(credit.house.histories().whole(ACCOUNT).closed()).isTrue();
    }

    @Test
    void anEndOfAContractIsToldOnceHoweverOftenItsAccountIsRefused() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        accountsRefused(credit.run(OCTOBER, closed(OCTOBER.atDay(12))));
        MonthlyRun.Result again = credit.again(OCTOBER, closed(OCTOBER.atDay(12)));
        assertThat(again.files()).extracting(FileName::record).containsExactly("210");
        deliver(again.files());
    }

    @Test
    void aPersonsChangesOfOneDayAreToldOnce() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        accountsRefused(credit.run(OCTOBER, learnt(LocalDate.of(2026, 10, 10))));
        MonthlyRun.Result again = credit.again(OCTOBER, learnt(LocalDate.of(2026, 10, 20)));
        assertThat(again.files()).extracting(FileName::record).containsExactly("210");
        deliver(again.files());
        assertThat(credit.run(NOVEMBER, learnt(LocalDate.of(2026, 10, 20))).files()).as("what is still to be told goes with the next month").extracting(FileName::record).containsExactly("110", "210");
    }

    private static CreditFacts learnt(LocalDate updated) {
        return (month, sink) -> {
            LoanFacts loan = CreditFixture.loan(CreditFixture.account(1));
            PersonFacts k = loan.borrower();
            PersonFacts now = new PersonFacts(k.key(), k.person(), k.born(), k.sex(), k.marital(), null, k.education(), k.degree(), k.employment(), k.employer(), k.residence(), "测试市测试路 " + updated.getDayOfMonth() + " 号", updated);
            sink.accept(new LoanFacts(loan.account(), now, loan.contracts(), loan.consented()), CreditFixture.month(month, 0));
        };
    }

    private DutyDesk duties() {
        return new DutyDesk(agreed, credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER), account -> true);
    }

    private Optional<String> handedOver() {
        return credit.house.transaction().execute(status -> duties().answer(duties().propose(new AgreeDuties(ACCOUNT, Side.BANK, Side.BANK, Side.BANK, "协1", "测试"), "wang"), true, "li"));
    }

    @Test
    void nothingIsHandedOverWhileTheCenterHasNotAnswered() throws IOException {
        MonthlyRun.Result first = credit.run(SEPTEMBER, CreditFixture.paying(1));
        assertThatThrownBy(this::handedOver).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains("UNDERWAY"));
        deliver(first.files());
        at(10, 20);
        assertThat(handedOver()).isPresent();
    }

    @Test
    void aHandingOverTheCenterRefusedLeavesTheAccountWithUs() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        at(10, 20);
        credit.answer(FileName.parse(handedOver().orElseThrow()).orElseThrow(), 3, 0, 1, CreditFixture.refused(2, "BQR004"));
        assertThat(credit.run(OCTOBER, CreditFixture.paying(1)).sent()).isEqualTo(1);
    }

    @Test
    void nothingIsCorrectedOfAnAccountThatWasHandedOver() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        at(10, 20);
        deliver(List.of(FileName.parse(handedOver().orElseThrow()).orElseThrow()));
        assertThatThrownBy(() -> correct(SEPTEMBER, balance(12_345_600)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.CREDIT_HANDED_OVER));
    }

    @Test
    void anAnswerOfFewerRecordsThanWereSentIsNotBelieved() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        assertThat(CreditFixture.texts(credit.answer(file, 1, 1, 0, "").problems())).containsExactly("it tells of another number of records than the file's 2");
        assertThat(credit.house.histories().underWay(List.of(ACCOUNT))).isNotEmpty();
        assertThat(credit.answer(file, 1, 2, 0, "").accepted()).isEqualTo(2);
    }

    @Test
    void aRefusalByARuleNobodyKnowsIsKeptAsItCame() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        assertThat(credit.answer(file, 3, 1, 1, CreditFixture.refused(2, "XXX999")).refused()).isEqualTo(1);
        assertThat(credit.sql.queryForList("SELECT array_to_string(refused, ';') FROM credit_row WHERE refused IS NOT NULL", String.class)).containsExactly("XXX999 0000");
        assertThat(credit.again(SEPTEMBER, CreditFixture.paying(2)).sent()).as("it is made again").isEqualTo(1);
    }

    @Test
    void aNameWithARareCharacterReachesTheCenterAsItIsWritten() throws IOException {
        MonthlyRun.Result run = credit.run(SEPTEMBER, (month, sink) -> {
            LoanFacts loan = CreditFixture.loan(CreditFixture.account(1));
            PersonFacts k = loan.borrower();
            PersonFacts rare = new PersonFacts(k.key(), k.person(), k.born(), k.sex(), k.marital(), null, k.education(), k.degree(), k.employment(), "测试𠮷野公司", k.residence(), k.address(), k.updated());
            sink.accept(new LoanFacts(loan.account(), rare, loan.contracts(), loan.consented()), CreditFixture.month(month, 0));
        });
        FileName person = run.files().stream().filter(file -> file.record().equals("110")).findFirst().orElseThrow();
        assertThat(credit.text(person)).contains("<CpnName>测试𠮷野公司</CpnName>");
        deliver(run.files());
    }

    @Test
    void onlyWhatChangesAnOlderRecordCorrectsAnObjection() throws IOException {
        ObjectionStore objections = new ObjectionStore(JdbcClient.create(database));
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        deliver(credit.run(OCTOBER, CreditFixture.paying(1)).files());
        LocalDate received = LocalDate.of(2026, 10, 20);
        assertThat(objections.correctedSince(ACCOUNT, received)).as("October was told for the first time").isFalse();
        at(11, 2);
        deliver(List.of(correct(SEPTEMBER, balance(12_345_600))));
        assertThat(objections.correctedSince(ACCOUNT, received)).isTrue();
        assertThat(objections.correctedSince(ACCOUNT, LocalDate.of(2026, 11, 3))).isFalse();
    }

    @Test
    void whatWasTakenBackWasCorrected() throws IOException {
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        at(10, 21);
        ChangeDesk changes = new ChangeDesk(new ChangeStore(credit.sql), credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER), account -> false);
        ChangeReported whole = new ChangeReported(ACCOUNT, null, null, null, "该贷款不属于此人");
        deliver(List.of(FileName.parse(credit.house.transaction().execute(status -> changes.answer(changes.propose(whole, "wang"), true, "li").orElseThrow())).orElseThrow()));
        assertThat(new ObjectionStore(JdbcClient.create(database)).correctedSince(ACCOUNT, LocalDate.of(2026, 10, 20))).isTrue();
    }

    @Test
    void anAnswerThatFitsNothingHoldsBackNoOther() throws IOException {
        FrontEnd frontEnd = new FrontEnd(folder.resolve("out"), folder.resolve("in"));
        Courier courier = new Courier(Mockito.mock(Timetable.class), credit.house, new DeliveryStore(credit.sql), frontEnd, new Answers(credit.house, true), new ReportingRules.Feedback(true, false, 3), null);
        List<FileName> files = new ArrayList<>(credit.run(SEPTEMBER, CreditFixture.paying(2)).files());
        for (FileName file : files) {
            for (Feedback feedback : center.deliver(file + ".txt.gz", Files.readAllBytes(credit.house.folder().path(file)))) {
                Files.createDirectories(frontEnd.in());
                Files.write(frontEnd.in().resolve(feedback.name() + ".txt"), feedback.bytes());
            }
        }
        credit.sql.update(
                "INSERT INTO credit_accepted (account, reported, event, closed, adverse, specials, file, row) SELECT account, reported, event, closed, adverse, specials, file, row FROM credit_row WHERE substr(file, 23, 3) = '210' AND row = 1");
        for (int look = 0; look < 3; look++) {
            courier.fetch();
        }
        assertThat(credit.sql.queryForList("SELECT record FROM credit_file WHERE answer IS NULL", String.class)).containsExactly("210");
        assertThat(credit.sql.queryForList("SELECT problems[1] FROM credit_feedback WHERE NOT taken", String.class)).singleElement().asString().contains("does not fit what is known");
        assertThat(frontEnd.in().resolve("aside")).isNotEmptyDirectory();
    }

    @Test
    void aMonthSkippedForARecordUnderWayIsLookedAtAgain() throws IOException {
        YearMonth august = SEPTEMBER.minusMonths(1);
        deliver(credit.run(august, CreditFixture.one(1, 0)).files());
        FileName correction = correct(august, balance(12_345_600));
        RunStore runs = new RunStore(credit.sql);
        at(10, 2);
        long number = runs.ask(SEPTEMBER, "timetable", credit.now).orElseThrow();
        runs.begin(number, credit.now);
        assertThat(credit.again(SEPTEMBER, CreditFixture.one(1, 0)).underWay()).isEqualTo(1);
        runs.end(number, credit.now);
        deliver(List.of(correction));
        assertThat(runs.wanted(SEPTEMBER, LocalDate.of(2026, 10, 3).atStartOfDay().toInstant(ZoneOffset.ofHours(8)))).isTrue();
        deliver(credit.again(SEPTEMBER, CreditFixture.one(1, 0)).files());
        assertThat(credit.house.asides().all()).isEmpty();
        assertThat(runs.wanted(SEPTEMBER, LocalDate.of(2026, 10, 3).atStartOfDay().toInstant(ZoneOffset.ofHours(8)))).as("all is told").isFalse();
    }

    @Test
    void whatIsUnderWayOfTheMonthItselfWaitsForNothing() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.one(1, 0));
        credit.again(SEPTEMBER, CreditFixture.one(1, 0));
        assertThat(credit.house.asides().all()).isEmpty();
    }

    @Test
    void aLoanPaidOffIsNotClosedWhileArrearsOfItWaitToBeTold() throws IOException {
        YearMonth august = SEPTEMBER.minusMonths(1);
        deliver(credit.run(august, CreditFixture.one(1, 0)).files());
        credit.run(SEPTEMBER, CreditFixture.one(1, 1));
        assertThat(credit.run(OCTOBER, closed(OCTOBER.atDay(12))).sent()).isZero();
        assertThat(credit.house.asides().all()).extracting(AsideStore.Aside::rule, AsideStore.Aside::item).contains(Assertions.tuple("EARLIER", "2026-09"));
        for (String person : List.of("borrower", "co-borrower-1")) {
            credit.notices.add(ACCOUNT, SEPTEMBER.atDay(1), person, new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", LocalDate.of(2026, 11, 2)), credit.now);
            credit.notices.add(ACCOUNT, SEPTEMBER.atDay(1), person, new NoticeEvent.Arrived(LocalDate.of(2026, 11, 2)), credit.now);
        }
        at(11, 5);
        deliver(credit.again(SEPTEMBER, CreditFixture.one(1, 1)).files());
        deliver(credit.again(OCTOBER, closed(OCTOBER.atDay(12))).files());
        assertThat(credit.house.asides().all()).isEmpty();
        assertThat(credit.house.histories().whole(ACCOUNT).closed()).isTrue();
    }

    @Test
    void anAccountIsNeitherHandedOverNorCorrectedToClosedOverArrearsThatWaitToBeTold() throws IOException {
        deliver(credit.run(SEPTEMBER.minusMonths(1), CreditFixture.one(1, 0)).files());
        credit.run(SEPTEMBER, CreditFixture.one(1, 1));
        deliver(credit.run(OCTOBER, CreditFixture.one(1, 0)).files());
        at(11, 12);
        assertThatThrownBy(this::handedOver).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains("EARLIER"));
        assertThatThrownBy(() -> correct(OCTOBER, closed(OCTOBER.atDay(12)))).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains("EARLIER"));
    }

    @Test
    void anIdentifierThatChangesWhileARunReadsIsNotToldOfUnderTheOldOne() throws IOException {
        deliver(credit.run(SEPTEMBER.minusMonths(1), CreditFixture.one(1, 0)).files());
        at(10, 1);
        FileName renaming = changed(new ChangeReported(ACCOUNT, null, null, ACCOUNT + "9", "核心系统更换"));
        MonthlyRun.Result run = credit.run(SEPTEMBER, (month, sink) -> {
            CreditFixture.one(1, 0).each(month, sink);
            try {
                deliver(List.of(renaming));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(run.sent()).isZero();
        assertThat(run.underWay()).isEqualTo(1);
        assertThat(credit.house.asides().all()).as("under the identifier it has now").extracting(AsideStore.Aside::account).containsExactly(ACCOUNT + "9");
    }

    private FileName changed(ChangeReported what) {
        ChangeDesk desk = new ChangeDesk(new ChangeStore(credit.sql), credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER), account -> false);
        return FileName.parse(credit.house.transaction().execute(status -> desk.answer(desk.propose(what, "wang"), true, "li").orElseThrow())).orElseThrow();
    }

    @Test
    void twoPeopleWhoCorrectAMonthAtOnceTellItOnce() throws Exception {
        deliver(credit.run(SEPTEMBER, CreditFixture.one(1, 0)).files());
        at(10, 9);
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Executor aThreadEach = work -> new Thread(work).start();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> credit.house.transaction().executeWithoutResult(status -> {
            correct(SEPTEMBER, balance(12_345_600));
            made.countDown();
            waitFor(go);
        }), aThreadEach);
        waitFor(made);
        CompletableFuture<FileName> other = CompletableFuture.supplyAsync(() -> credit.house.transaction().execute(status -> correct(SEPTEMBER, balance(12_345_600))), aThreadEach);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> credit.sql.queryForObject("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", Long.class) == 1);
        go.countDown();
        one.join();
        assertThatThrownBy(other::join).hasCauseInstanceOf(Refusal.class).hasMessageContaining("credit.record_refused");
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_row WHERE account = ? AND refused IS NULL", Long.class, ACCOUNT)).isEqualTo(1);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
