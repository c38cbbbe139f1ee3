package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.notice.NoticeEvent;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.PersonFacts;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlyRunTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private List<String> aside() {
        return credit.house.asides().all().stream().map(aside -> aside.account().substring(14) + " " + aside.rule() + " " + aside.item()).toList();
    }

    private void told(String person, LocalDate on) {
        LocalDate episode = credit.notices.of(CreditFixture.account(1).account(), CreditFixture.TERMS).firstKey();
        credit.notices.add(CreditFixture.account(1).account(), episode, person, new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", on), credit.now);
        credit.notices.add(CreditFixture.account(1).account(), episode, person, new NoticeEvent.Arrived(on), credit.now);
    }

    @Test
    void putsTheMonthOfEveryLoanIntoAFileTheLedgerFollowsWhatWasAccepted() throws IOException {
        MonthlyRun.Result september = credit.run(SEPTEMBER, CreditFixture.paying(3));
        assertThat(september.files()).contains(new FileName(Samples.PROVIDER, LocalDate.of(2026, 10, 1), "210", 1));
        assertThat(credit.text(CreditFixture.accounts(september))).startsWith("A0502102.0.0  D19999999H00012026100101000000000003\r\n").contains("<RptDateCode>31</RptDateCode>");
        assertThat(credit.loaded(CreditFixture.accounts(september)).accepted()).isEqualTo(3);
        MonthlyRun.Result october = credit.run(OCTOBER, CreditFixture.paying(3));
        assertThat(credit.text(CreditFixture.accounts(october))).contains("<RptDateCode>30</RptDateCode>").doesNotContain("<OpenDate>");
    }

    @Test
    void aLongRunMakesSeveralFilesAndWhatAccountsReferToGoesBeforeThem() throws IOException {
        MonthlyRun.Result result = credit.run(SEPTEMBER, CreditFixture.paying(CreditFixture.PER_FILE + 1));
        assertThat(credit.sql.queryForList("SELECT record || ' ' || rows FROM credit_file ORDER BY (SELECT min(ctid) FROM credit_row r WHERE r.file = name)", String.class))
                .containsExactly("110 1", "510 2000", "210 2000", "510 1", "210 1");
        assertThat(result.sent()).isEqualTo(CreditFixture.PER_FILE + 1);
        assertThat(result.files()).hasSize(5);
    }

    @Test
    void nothingIsSentTwiceAndNothingFollowsWhatIsNotAnswered() throws IOException {
        MonthlyRun.Result first = credit.run(SEPTEMBER, CreditFixture.paying(2));
        assertThat(credit.run(SEPTEMBER, CreditFixture.paying(3))).satisfies(again -> {
            assertThat(again.sent()).isEqualTo(1);
            assertThat(again.underWay()).isEqualTo(2);
        });
        credit.loaded(CreditFixture.accounts(first));
        assertThat(credit.run(SEPTEMBER, CreditFixture.paying(2)).done()).isEqualTo(2);
    }

    @Test
    void aLoanThatBreaksARuleIsSetAsideWithItsRuleAndTheRestGoes() throws IOException {
        AccountFacts wrong = CreditFixture.account(7);
        AccountFacts nameless = new AccountFacts(
                wrong.account(), new AccountFacts.Person("", "10", "999999199003071235"), wrong.office(), wrong.opened(), wrong.due(), wrong.amount(), wrong.repayMode(), wrong.instalments(), wrong.guarantee(), wrong.funds(), wrong.form(),
                wrong.district(), wrong.others(), wrong.contracts());
        CreditFacts facts = (month, sink) -> {
            sink.accept(CreditFixture.loan(CreditFixture.account(1)), CreditFixture.month(month, 0));
            sink.accept(CreditFixture.loan(nameless), CreditFixture.month(month, 0));
        };
        MonthlyRun.Result result = credit.run(SEPTEMBER, facts);
        assertThat(result.sent()).isEqualTo(1);
        assertThat(aside()).containsExactly("GJJ7 ABE000 Name", "GJJ7 ABE004 IDNum");
        credit.run(SEPTEMBER, CreditFixture.paying(7));
        assertThat(aside()).isEmpty();
    }

    @Test
    void theFirstAdverseRecordWaitsUntilEverybodyWasToldAndGoesThenAsItIs() throws IOException {
        assertThat(credit.run(SEPTEMBER, CreditFixture.one(1, 1)).sent()).isZero();
        assertThat(aside()).containsExactly("GJJ1 NOTICE borrower", "GJJ1 NOTICE co-borrower-1");
        told("borrower", LocalDate.of(2026, 10, 2));
        credit.now = credit.now.plusSeconds(3 * 86_400);
        assertThat(credit.again(SEPTEMBER, CreditFixture.one(1, 1)).sent()).isZero();
        told("co-borrower-1", LocalDate.of(2026, 10, 3));
        MonthlyRun.Result result = credit.again(SEPTEMBER, CreditFixture.one(1, 1));
        assertThat(credit.text(CreditFixture.accounts(result))).contains("<RptDate>2026-09-30</RptDate>", "<RpyStatus>1</RpyStatus>");
        assertThat(aside()).isEmpty();
    }

    @Test
    void theNextMonthOfTheSameEpisodeWaitsForNothingANewEpisodeDoes() throws IOException {
        credit.duties = new Duties(Side.CENTRE, Side.BANK, Side.CENTRE, "协2026-1", CreditFixture.TERMS);
        credit.loaded(credit.run(SEPTEMBER, CreditFixture.one(1, 1)));
        credit.duties = new Duties(Side.CENTRE, Side.CENTRE, Side.CENTRE, null, CreditFixture.TERMS);
        credit.loaded(credit.run(OCTOBER, CreditFixture.one(1, 2)));
        credit.loaded(credit.run(OCTOBER.plusMonths(1), CreditFixture.one(1, 0)));
        assertThat(credit.run(OCTOBER.plusMonths(2), CreditFixture.one(1, 1)).aside()).isEqualTo(1);
    }

    @Test
    void aRunThatDiesLeavesNoFileNoSerialNumberAndNoRow() throws IOException {
        CreditFacts dying = (month, sink) -> {
            CreditFixture.paying(1500).each(month, sink);
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> credit.run(SEPTEMBER, dying)).hasMessage("killed");
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_row", Long.class)).isZero();
        MonthlyRun.Result result = credit.run(SEPTEMBER, CreditFixture.paying(1500));
        assertThat(result.files()).extracting(FileName::serial).containsExactly(1, 1, 1);
        assertThat(result.sent()).isEqualTo(1500);
    }

    @Test
    void whatWasRefusedIsReadyToBeMadeAgainTheRestIsInTheLedger() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(3)));
        Answers.Result result = credit.answer(file, 3, 2, 1, CreditFixture.refused(3, "ABE003"));
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.refused()).isEqualTo(1);
        assertThat(credit.sql.queryForList("SELECT account || ' ' || refused[1] FROM credit_row WHERE type = 'D1' AND refused IS NOT NULL", String.class)).containsExactly(Samples.PROVIDER + "GJJ2 ABE003 0000");
        MonthlyRun.Result again = credit.again(SEPTEMBER, CreditFixture.paying(3));
        assertThat(again.sent()).isEqualTo(1);
        assertThat(again.files()).extracting(FileName::serial).containsExactly(2);
    }

    @Test
    void aFileThatIsRefusedWholeIsMadeAgainUnderAnotherSerialNumber() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        String reason = "<Document><FbInf><FbErrNum>1</FbErrNum><ErrInf><FbCode>ABF001</FbCode><FbMsg>0000</FbMsg></ErrInf></FbInf></Document>\r\n";
        assertThat(credit.answer(file, 2, 0, 2, reason).refused()).isEqualTo(2);
        MonthlyRun.Result again = credit.again(SEPTEMBER, CreditFixture.paying(2));
        assertThat(again.sent()).isEqualTo(2);
        assertThat(again.files()).extracting(FileName::serial).containsExactly(2);
    }

    @Test
    void anAnswerThatComesTwiceChangesNothingAnotherOneIsNotBelieved() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        credit.loaded(file);
        assertThat(credit.loaded(file).repeated()).isTrue();
        assertThat(CreditFixture.texts(credit.answer(file, 3, 1, 1, CreditFixture.refused(2, "ABE003")).problems())).containsExactly("it was answered otherwise before");
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_accepted", Long.class)).isEqualTo(2);
    }

    @Test
    void anAnswerToAFileNeverSentOrWithRowsBeyondItChangesNothing() throws IOException {
        FileName file = CreditFixture.accounts(credit.run(SEPTEMBER, CreditFixture.paying(2)));
        assertThat(CreditFixture.texts(credit.answer(file, 3, 1, 1, CreditFixture.refused(4, "ABE003")).problems())).containsExactly("rows beyond the file's 2 records");
        FileName never = new FileName(Samples.PROVIDER, LocalDate.of(2026, 10, 1), "210", 9);
        assertThat(CreditFixture.texts(credit.answer(never, 3, 1, 1, CreditFixture.refused(2, "ABE003")).problems())).containsExactly("no such file was ever sent");
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_row WHERE refused IS NULL AND type = 'D1'", Long.class)).isEqualTo(2);
        assertThat(credit.loaded(file).accepted()).isEqualTo(2);
    }

    @Test
    void asidesAreToldOnceHoweverOftenItRuns() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.one(1, 1));
        credit.again(SEPTEMBER, CreditFixture.one(1, 1));
        assertThat(credit.house.asides().all()).extracting(AsideStore.Aside::item).containsExactly("borrower", "co-borrower-1");
    }

    /** A loan of the fixture's one borrower, of whom something was learnt on a day. */
    private static CreditFacts learnt(LocalDate day, String marital, int... loans) {
        return (month, sink) -> {
            for (int number : loans) {
                LoanFacts loan = CreditFixture.loan(CreditFixture.account(number));
                PersonFacts known = loan.borrower();
                PersonFacts borrower = new PersonFacts(
                        known.key(), known.person(), known.born(), known.sex(), marital, null, known.education(), known.degree(), known.employment(), known.employer(), known.residence(), known.address(), day);
                sink.accept(new LoanFacts(loan.account(), borrower, loan.contracts(), loan.consented()), CreditFixture.month(month, 0));
            }
        };
    }

    private static List<String> records(MonthlyRun.Result result) {
        return result.files().stream().map(FileName::record).toList();
    }

    @Test
    void aPersonWithSeveralLoansIsToldOnceWhicheverLoanTellsOfThem() throws IOException {
        MonthlyRun.Result september = credit.run(SEPTEMBER, CreditFixture.paying(3));
        FileName persons = september.files().get(0);
        assertThat(persons.record()).isEqualTo("110");
        assertThat(credit.text(persons).lines()).hasSize(2);
        assertThat(records(credit.again(SEPTEMBER, CreditFixture.one(4, 0)))).as("on its way").containsExactly("510", "210");
        credit.loaded(september);
        assertThat(records(credit.run(OCTOBER, CreditFixture.one(5, 0)))).as("a loan of a later month").containsExactly("510", "210");
    }

    @Test
    void whatIsLearntOfAPersonLaterIsToldWithTheNextMonthAndNothingOlderAfterIt() throws IOException {
        credit.loaded(credit.run(SEPTEMBER, CreditFixture.paying(1)));
        MonthlyRun.Result october = credit.run(OCTOBER, learnt(LocalDate.of(2026, 10, 20), "10", 1, 2));
        assertThat(records(october)).containsExactly("110", "510", "210");
        assertThat(credit.text(october.files().get(0))).contains("<RptDateCode>20</RptDateCode>", "<SpsInfoUpDate>2026-10-20</SpsInfoUpDate>");
        credit.loaded(october);
        assertThat(records(credit.run(OCTOBER.plusMonths(1), learnt(LocalDate.of(2026, 10, 19), "10", 1)))).containsExactly("210");
    }

    @Test
    void whatCannotBeToldOfAPersonIsShownAndKeepsNoAccountBackThatTheCenterKnows() throws IOException {
        credit.loaded(credit.run(SEPTEMBER, CreditFixture.paying(1)));
        MonthlyRun.Result october = credit.run(OCTOBER, learnt(LocalDate.of(2026, 10, 20), "77", 1, 2));
        assertThat(october.sent()).isEqualTo(1);
        assertThat(october.aside()).isEqualTo(1);
        assertThat(aside()).anyMatch(line -> line.startsWith("GJJ1 ") && line.endsWith(" MariStatus")).anyMatch(line -> line.startsWith("GJJ2 ") && line.endsWith(" MariStatus"));
    }
}
