package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.ReportSealer;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.DeliveryStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.timetable.Timetable;
import io.jinqiao.workbench.simulate.credit.report.Feedback;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import io.jinqiao.workbench.simulate.credit.report.Seal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

class CourierTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final Seal SEAL = new Seal(Seal.Mode.CBC, "0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final ReportSettings AGREED = ReportSettings.plain().compressed().sealedBy(SEAL).sealingFeedback();

    private static final byte[] BREAKS = "breaks".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private FrontEnd frontEnd;
    private Courier courier;
    private ReportingDesk center;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder.resolve("files"), ".enc", new Sealed()::seal);
        frontEnd = new FrontEnd(folder.resolve("theirs/in"), folder.resolve("theirs/out"));
        courier = new Courier(Mockito.mock(Timetable.class), credit.house, new DeliveryStore(credit.sql), frontEnd, new Answers(credit.house, true), new ReportingRules.Feedback(true, true, 3), new Sealed());
        center = ReportingDesk.inMemory(AGREED, credit.house.clock());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    /** As the Center encrypts, by its own code. */
    private static final class Sealed implements ReportSealer {
        @Override
        public OutputStream seal(OutputStream file) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            return new FilterOutputStream(plain) {
                private boolean closed;

                @Override
                public void close() throws IOException {
                    if (closed) {
                        return;
                    }
                    closed = true;
                    try {
                        file.write(SEAL.close(plain.toByteArray()));
                        file.close();
                    } catch (GeneralSecurityException e) {
                        throw new IOException(e);
                    }
                }
            };
        }

        @Override
        public InputStream open(InputStream in) throws IOException {
            byte[] sealed = in.readAllBytes();
            if (Arrays.equals(sealed, BREAKS)) {
                throw new IllegalStateException("breaks the machine it is opened by");
            }
            try {
                return new ByteArrayInputStream(SEAL.open(sealed));
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> there = Files.list(folder)) {
            return there.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What the Center does with what lies there, in the order of the names of its records. */
    private void theCenterReads() throws IOException {
        Files.createDirectories(frontEnd.in());
        for (String record : List.of("110", "510", "210", "212")) {
            for (Path file : files(frontEnd.out())) {
                if (file.getFileName().toString().startsWith(record, 22)) {
                    for (Feedback feedback : center.deliver(file.getFileName().toString(), Files.readAllBytes(file))) {
                        Files.write(frontEnd.in().resolve(feedback.name() + ".enc"), center.wrapped(feedback));
                    }
                    Files.delete(file);
                }
            }
        }
    }

    private void fetched() throws IOException {
        courier.fetch();
        courier.fetch();
    }

    @Test
    void filesGoEncryptedToTheFrontEndAndAnswersComeHome() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.paying(1));
        courier.deliver();
        assertThat(files(frontEnd.out())).as("person, contract, account").hasSize(3).allMatch(file -> file.toString().endsWith(".enc"));
        assertThat(files(folder.resolve("files"))).as("nothing is left in the house").isEmpty();
        theCenterReads();
        fetched();
        assertThat(credit.sql.queryForList("SELECT answer FROM credit_file", Integer.class)).containsOnly(1);
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_accepted", Long.class)).isEqualTo(1);
        assertThat(files(frontEnd.in())).isEmpty();
        courier.deliver();
        assertThat(files(frontEnd.out())).as("nothing goes twice").isEmpty();
    }

    @Test
    void anAnswerIsNotReadBeforeItIsWholeAndOneThatCannotBeReadLiesAside() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.paying(2));
        courier.deliver();
        theCenterReads();
        courier.fetch();
        assertThat(credit.sql.queryForList("SELECT answer FROM credit_file WHERE answer IS NOT NULL", Integer.class)).as("looked at once").isEmpty();
        for (Path file : files(frontEnd.in())) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 16));
        }
        fetched();
        fetched();
        assertThat(credit.sql.queryForList("SELECT DISTINCT taken FROM credit_feedback", Boolean.class)).containsExactly(false);
        assertThat(files(frontEnd.in().resolve("aside"))).hasSize(3);
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_accepted", Long.class)).isZero();
    }

    @Test
    void aFileThatIsNotTheOneThatWasMadeStaysHere() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.paying(1));
        Path made = files(folder.resolve("files")).get(0);
        Files.write(made, new byte[] {1});
        courier.deliver();
        assertThat(files(frontEnd.out())).isEmpty();
    }

    @Test
    void aMonthThatWasToldWronglyIsCorrectedAndTheGateHoldsForItToo() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.paying(1));
        courier.deliver();
        theCenterReads();
        fetched();
        String account = CreditFixture.account(1).account();
        Corrector late = new Corrector(credit.house, CreditFixture.one(1, 1), Samples.TYPES);
        assertThatThrownBy(() -> late.correct(account, SEPTEMBER, Samples.REPORTER)).isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.CREDIT_NOTICE_FIRST.code());
        Corrector another = new Corrector(credit.house, balance(12_345_600), Samples.TYPES);
        String file = another.correct(account, SEPTEMBER, Samples.REPORTER);
        assertThat(FileName.parse(file).orElseThrow().record()).isEqualTo("212");
        assertThatThrownBy(() -> another.correct(account, SEPTEMBER, Samples.REPORTER)).as("not answered yet").isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.CREDIT_RECORD_REFUSED.code());
        courier.deliver();
        theCenterReads();
        fetched();
        assertThat(credit.sql.queryForObject("SELECT answer FROM credit_file WHERE record = '212'", Integer.class)).isEqualTo(1);
        assertThatThrownBy(() -> another.correct(account, SEPTEMBER.plusMonths(1), Samples.REPORTER)).isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.CREDIT_MONTH_NOT_TOLD.code());
    }

    private static CreditFacts balance(long fen) {
        return (month, sink) -> {
            AccountFacts account = CreditFixture.account(1);
            LoanFacts loan = CreditFixture.loan(account);
            MonthFacts m = CreditFixture.month(month, 0);
            sink.accept(loan, new MonthFacts(
                    m.month(), m.dueOn(), new Money(fen), m.remaining(), m.lateInstalments(), m.daysLate(), m.late(), m.latePrincipal(), m.aged(), m.fell(), m.paid(), m.paidAfterDue(), m.lastPaid(), m.category(), m.categorised(),
                    m.closedOn(), new ArrayList<>(m.specials())));
        };
    }

    private static String ofTheHeader(String rule) {
        return CreditFixture.refused(0, rule).replace("<ErrRecId>0</ErrRecId>", "");
    }

    /** Three loans; the answer changes nothing, and the right one is taken later. */
    private void isNotBelieved(int flag, long right, long wrong, String rows, String why) throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(3)));
        Answers.Result taken = credit.answer(file, flag, right, wrong, rows);
        assertThat(CreditFixture.texts(taken.problems())).singleElement().asString().contains(why);
        assertThat(taken.accepted() + taken.refused()).isZero();
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_accepted", Long.class)).isZero();
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_row WHERE type = 'D1' AND refused IS NULL", Long.class)).as("still under way").isEqualTo(3);
        Answers.Result corrected = credit.answer(file, 3, 2, 1, CreditFixture.refused(3, "ABE003"));
        assertThat(corrected.problems()).isEmpty();
        assertThat(corrected.accepted()).isEqualTo(2);
        assertThat(corrected.refused()).isEqualTo(1);
    }

    @Test
    void twoRefusalsOfOneRecordAreNotTwoRecords() throws IOException {
        isNotBelieved(3, 1, 2, CreditFixture.refused(2, "BLE012") + CreditFixture.refused(2, "BLE013"), "tells 2 wrong records, its rows refuse 1");
    }

    @Test
    void aRefusalThatNamesNoRecordOfAFileTakenInPartIsNotBelieved() throws IOException {
        isNotBelieved(3, 2, 1, ofTheHeader("ABF010"), "names no record");
    }

    @Test
    void anAnswerThatAllWasTakenButForSomeIsNotBelieved() throws IOException {
        isNotBelieved(1, 2, 1, "", "all were taken");
    }

    @Test
    void aFileRefusedWholeOfWhichSomeWasTakenIsNotBelieved() throws IOException {
        isNotBelieved(2, 2, 1, CreditFixture.refused(2, "ABF010"), "refused whole");
    }

    @Test
    void twoRefusalsOfOneRecordAreOneWithBothRules() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(3)));
        assertThat(credit.answer(file, 3, 2, 1, CreditFixture.refused(2, "BLE012") + CreditFixture.refused(2, "BLE013")).refused()).isEqualTo(1);
        assertThat(credit.sql.queryForList("SELECT array_to_string(refused, ';') FROM credit_row WHERE refused IS NOT NULL", String.class)).containsExactly("BLE012 0000;BLE013 0000");
    }

    @Test
    void aRecordRefusedOverAndOverIsKeptWithEachRuleOnce() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        assertThat(credit.answer(file, 3, 1, 1, CreditFixture.refused(2, "BLE012").repeat(20_000)).refused()).isEqualTo(1);
        assertThat(credit.sql.queryForList("SELECT array_to_string(refused, ';') FROM credit_row WHERE refused IS NOT NULL", String.class)).containsExactly("BLE012 0000");
    }

    @Test
    void aRowBeyondTheFileEndsTheReading() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        Answers.Result taken = credit.answer(file, 3, 0, 2, CreditFixture.refused(4, "ABE003") + "rubbish\r\n".repeat(10));
        assertThat(CreditFixture.texts(taken.problems())).containsExactly("rows beyond the file's 2 records");
    }

    @Test
    void theHeaderIsTheRowTheAgreementSays() throws IOException {
        FileName first = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        assertThat(credit.answer(first, 2, 0, 2, CreditFixture.refused(1, "ABH005")).refused()).as("the header counts").isEqualTo(2);
        FileName second = CreditFixture.accounts(credit.again(SEPTEMBER, CreditFixture.paying(2)));
        String rows = CreditFixture.refused(0, "ABH005") + CreditFixture.refused(1, "BLE012");
        String header = "A0722.0.0" + second.toString().substring(0, 29) + "32.0.02026100209000000000010000001\r\n";
        FileName answer = new FileName(second.provider(), second.day(), second.record(), second.serial(), 3);
        Answers.Result taken = new Answers(credit.house, false).take(answer, new ByteArrayInputStream((header + rows).getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.problems()).isEmpty();
        assertThat(taken.refused()).as("the header does not count").isEqualTo(1);
    }

    @Test
    void whatTheCenterWritesFreelyIsNotKept() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(1)));
        String row = CreditFixture.refused(2, "ABE004").replace("<FbMsg>0000", "<FbMsg>测试甲 999999199003071234");
        assertThat(credit.answer(file, 3, 0, 1, row).refused()).isEqualTo(1);
        assertThat(credit.sql.queryForList("SELECT array_to_string(refused, ';') FROM credit_row WHERE refused IS NOT NULL", String.class)).containsExactly("ABE004 ?");
    }

    private void answersWait() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.paying(2));
        courier.deliver();
        theCenterReads();
    }

    private void looksOften() {
        for (int look = 0; look < 4; look++) {
            courier.look();
        }
    }

    private List<String> unanswered() {
        return credit.sql.queryForList("SELECT record FROM credit_file WHERE answer IS NULL ORDER BY record", String.class);
    }

    private List<String> came(String name) {
        return credit.sql.queryForList("SELECT name FROM credit_feedback WHERE name = ?", String.class, name);
    }

    @Test
    void aFileWhereTheFolderForThoseSetAsideShouldBeBlocksNothingAndIsToldOnce() throws IOException {
        answersWait();
        Files.writeString(frontEnd.in().resolve("0-no-answer.txt"), "x");
        Files.writeString(frontEnd.in().resolve("aside"), "x");
        looksOften();
        assertThat(unanswered()).isEmpty();
        assertThat(came("0-no-answer.txt")).hasSize(1);
        assertThat(came("aside")).hasSize(1);
        Files.delete(frontEnd.in().resolve("aside"));
        looksOften();
        assertThat(files(frontEnd.in())).isEmpty();
        assertThat(files(frontEnd.in().resolve("aside"))).singleElement().asString().endsWith("0-no-answer.txt");
        assertThat(came("0-no-answer.txt")).as("it was told when it came").hasSize(1);
    }

    @Test
    void anotherFileUnderTheNameOfOneThatIsStuckIsLookedAtAgain() throws IOException {
        Files.createDirectories(frontEnd.in());
        Files.writeString(frontEnd.in().resolve("aside"), "x");
        Path stuck = Files.writeString(frontEnd.in().resolve("0-no-answer.txt"), "x");
        looksOften();
        Files.writeString(stuck, "another");
        looksOften();
        assertThat(came("0-no-answer.txt")).hasSize(2);
    }

    @Test
    void anAnswerThatCannotBeOpenedAtAllBlocksNoOtherAndIsLookedAtAgain() throws IOException {
        answersWait();
        Path broken = files(frontEnd.in()).get(0);
        byte[] whole = Files.readAllBytes(broken);
        Files.write(broken, BREAKS);
        looksOften();
        assertThat(unanswered()).hasSize(1);
        assertThat(files(frontEnd.in())).containsExactly(broken);
        Files.write(broken, whole);
        looksOften();
        assertThat(unanswered()).isEmpty();
        assertThat(files(frontEnd.in())).isEmpty();
    }

    @Test
    void answersAreTakenThoughNothingCanBeDelivered() throws IOException {
        answersWait();
        credit.again(SEPTEMBER, CreditFixture.one(7, 0));
        assertThat(files(folder.resolve("files"))).isNotEmpty();
        for (Path made : files(folder.resolve("files"))) {
            Files.delete(made);
        }
        assertThatThrownBy(courier::look).as("it is told").isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(courier::look).isInstanceOf(UncheckedIOException.class);
        assertThat(credit.sql.queryForList("SELECT answer FROM credit_file WHERE delivered_at IS NOT NULL", Integer.class)).hasSize(3).containsOnly(1);
    }

    private List<String> missed() {
        return credit.sql.queryForList("SELECT name FROM credit_file WHERE missed_at IS NOT NULL ORDER BY name", String.class);
    }

    @Test
    void aFileThatIsNotAnsweredInTimeIsMissedOnceAndNoOther() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.paying(1));
        courier.alarm();
        assertThat(missed()).as("nothing was delivered").isEmpty();
        courier.deliver();
        credit.now = credit.now.plus(Duration.ofDays(3));
        courier.alarm();
        assertThat(missed()).as("the third day is in time").isEmpty();
        credit.sql.update("UPDATE credit_file SET answer = 1 WHERE record = '110'");
        credit.now = credit.now.plusSeconds(1);
        courier.alarm();
        assertThat(missed()).hasSize(2).noneMatch(name -> name.startsWith("110", 22));
        Timestamp first = credit.sql.queryForObject("SELECT max(missed_at) FROM credit_file", Timestamp.class);
        credit.now = credit.now.plus(Duration.ofDays(1));
        courier.alarm();
        assertThat(credit.sql.queryForObject("SELECT max(missed_at) FROM credit_file", Timestamp.class)).as("it is told once").isEqualTo(first);
    }
}
