package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.credit.desk.House.Told;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.NoticeEvent;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.store.ChangeStore;
import io.jinqiao.credit.store.ConsentStore;
import io.jinqiao.message.Digest;
import io.jinqiao.loan.Applications;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what banks told of repayments to files the Center takes: nothing here is handed to the run, all of it is read from the tables of the rooms. */
class LedgerToTheCenterTest {
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate OPENED = LocalDate.of(2026, 6, 10);
    private static final PartnerId OTHER = new PartnerId("abc");
    private static final long PRINCIPAL = 250_000;
    private static final long INTEREST = 130_000;
    private static final int NORMAL = 1;
    private static final int LATE = 2;
    private static final int CURED = 3;
    private static final int PREPAID = 4;
    private static final int PAID_OFF = 5;
    private static final int NEW = 6;

    @TempDir
    private Path folder;

    private House house;
    private CreditFixture credit;
    private ReportingDesk center;
    private final List<String> refusals = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        house = new House(folder);
        credit = new CreditFixture(house.database, folder.resolve("files"));
        credit.perLoan = house.rules::duties;
        center = ReportingDesk.inMemory(ReportSettings.plain().compressed(), theirs());
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private Clock theirs() {
        return new Clock() {
            @Override
            public Instant instant() {
                return credit.now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.ofHours(8);
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void loan(int number, LocalDate disbursedOn) {
        house.loan(House.BANK, number, disbursedOn, UnaryOperator.identity());
        house.profile(House.BANK, number, disbursedOn);
    }

    /** Instalment 1 fell due in July and was paid before anything was told to the Center. */
    private static Told paid(int number, YearMonth month) {
        int instalment = instalment(month);
        return new Told(number, instalment, month.atDay(10), PRINCIPAL, INTEREST, month.atDay(10), "bank-account", 60_000_000 - PRINCIPAL * instalment, 240 - instalment, 0);
    }

    private static Told missed(int number, YearMonth month, int behind) {
        int instalment = instalment(month);
        return new Told(number, instalment, month.atDay(10), PRINCIPAL, INTEREST, null, "", 60_000_000 - PRINCIPAL * (instalment - behind), 240 - instalment, 0);
    }

    private static int instalment(YearMonth month) {
        return month.getMonthValue() - 6;
    }

    private void theYear() {
        for (int number = NORMAL; number <= PAID_OFF; number++) {
            loan(number, OPENED);
        }
        YearMonth september = AUGUST.plusMonths(1);
        YearMonth october = AUGUST.plusMonths(2);
        house.file(House.BANK, AUGUST.minusMonths(1).atEndOfMonth(), all(AUGUST.minusMonths(1)));
        house.file(House.BANK, AUGUST.atEndOfMonth(), List.of(paid(NORMAL, AUGUST), missed(LATE, AUGUST, 1), missed(CURED, AUGUST, 1), paid(PREPAID, AUGUST), paid(PAID_OFF, AUGUST)));
        loan(NEW, LocalDate.of(2026, 9, 20));
        house.file(House.BANK, september.atEndOfMonth(), List.of(
                paid(NORMAL, september),
                missed(LATE, september, 2),
                new Told(CURED, 2, AUGUST.atDay(10), PRINCIPAL, INTEREST, september.atDay(5), "bank-account", 60_000_000 - 3 * PRINCIPAL, 238, 700),
                paid(CURED, september),
                new Told(PREPAID, 3, september.atDay(10), PRINCIPAL + 10_000_000, INTEREST, september.atDay(10), "prepayment", 60_000_000 - 3 * PRINCIPAL - 10_000_000, 200, 0),
                new Told(PAID_OFF, 3, september.atDay(10), 60_000_000 - 2 * PRINCIPAL, INTEREST, september.atDay(10), "prepayment", 0, 0, 0)));
        house.file(House.BANK, october.atEndOfMonth(), List.of(
                paid(NORMAL, october), missed(LATE, october, 3), paid(CURED, october),
                new Told(PREPAID, 4, october.atDay(10), PRINCIPAL, INTEREST, october.atDay(10), "bank-account", 60_000_000 - 4 * PRINCIPAL - 10_000_000, 199, 0),
                new Told(NEW, 1, october.atDay(20), PRINCIPAL, INTEREST, october.atDay(25), "bank-account", 60_000_000 - PRINCIPAL, 239, 30)));
    }

    private static List<Told> all(YearMonth month) {
        List<Told> rows = new ArrayList<>();
        for (int number = NORMAL; number <= PAID_OFF; number++) {
            rows.add(paid(number, month));
        }
        return rows;
    }

    @Test
    void whatBanksToldOfPaymentsIsTakenByTheCenterMonthAfterMonth() throws IOException {
        theYear();
        monthEnd(AUGUST);
        house.mortgage(House.BANK, NORMAL, LocalDate.of(2026, 9, 3));
        house.mortgage(House.BANK, PAID_OFF, LocalDate.of(2026, 9, 3));
        monthEnd(AUGUST.plusMonths(1));
        monthEnd(AUGUST.plusMonths(2));
        assertThat(refusals).isEmpty();
        assertThat(credit.house.asides().all()).isEmpty();
        assertThat(credit.sql.queryForList("SELECT right(key, 3) || ' ' || event FROM credit_reference WHERE record = '510' ORDER BY 1", String.class)).as("told when it was registered, and its end in the month after both").containsExactly("DY1 10", "DY5 10", "DY5 20");
        assertThat(courses()).containsExactly(
                "1 31 1", "1 30 1", "1 30 1",
                "2 31 1 adverse", "2 30 1 adverse", "2 30 1 adverse",
                "3 31 1 adverse", "3 30 1", "3 30 1",
                "4 31 1", "4 30 1", "4 30 1",
                "5 31 1", "5 32 1",
                "6 10 1", "6 30 1");
    }

    /** Account, event, how often, what was told in the order of the months. */
    private List<String> courses() {
        return credit.sql.queryForList(
                "SELECT right(account, 1) || ' ' || event || ' ' || count(*) || CASE WHEN adverse THEN ' adverse' ELSE '' END FROM credit_accepted"
                        + " GROUP BY account, reported, event, adverse ORDER BY account, reported",
                String.class);
    }

    @Test
    void arrearsThatCameInAndALoanPaidOffAreToldBeforeTheMonthsEnd() throws IOException {
        theYear();
        house.mortgage(House.BANK, PAID_OFF, LocalDate.of(2026, 8, 3));
        monthEnd(AUGUST);
        credit.now = Instant.parse("2026-09-30T12:00:00Z");
        String recovered = tellPayment(CURED);
        String closed = tellPayment(PAID_OFF);
        assertThat(line(credit.text(FileName.parse(recovered).orElseThrow()), CURED))
                .contains("<RptDate>2026-09-10</RptDate><RptDateCode>40</RptDateCode>", "<AcctBal>592500</AcctBal><FiveCate>1</FiveCate><FiveCateAdjDate>2026-09-10</FiveCateAdjDate><RemRepPrd>237</RemRepPrd><RpyStatus>N</RpyStatus>", "<LatRpyAmt>3800</LatRpyAmt><LatRpyDate>2026-09-10</LatRpyDate>");
        deliver(List.of(FileName.parse(recovered).orElseThrow(), FileName.parse(closed).orElseThrow()));
        assertThatThrownBy(() -> tellPayment(CURED)).as("told once").isInstanceOf(Refusal.class).hasMessageContaining("credit.nothing_recovered");
        assertThatThrownBy(() -> tellPayment(NORMAL)).as("was never late").isInstanceOf(Refusal.class).hasMessageContaining("credit.nothing_recovered");
        assertThatThrownBy(() -> tellPayment(LATE)).as("still late").isInstanceOf(Refusal.class).hasMessageContaining("credit.facts_missing");
        monthEnd(AUGUST.plusMonths(1));
        monthEnd(AUGUST.plusMonths(2));
        assertThat(refusals).isEmpty();
        assertThat(credit.sql.queryForList("SELECT event FROM credit_reference WHERE record = '510' ORDER BY reported, event", String.class)).as("the contract ends with its account").containsExactly("10", "20");
        assertThat(courses()).contains("3 31 1 adverse", "3 40 1", "3 30 1", "5 31 1", "5 20 1").doesNotContain("5 32 1", "5 30 1");
    }

    @Test
    void aLoanPaidOffBeforeTheMonthBeforeWasToldIsNotClosedPastIt() throws IOException {
        theYear();
        monthEnd(AUGUST.minusMonths(1));
        credit.now = Instant.parse("2026-09-30T12:00:00Z");
        assertThatThrownBy(() -> tellPayment(PAID_OFF)).isInstanceOf(Refusal.class).hasMessageContaining("credit.earlier_first");
    }

    @Test
    void aPaymentThatLeavesArrearsIsNotToldAsTheirRecovery() throws IOException {
        loan(LATE, OPENED);
        YearMonth september = AUGUST.plusMonths(1);
        house.file(House.BANK, AUGUST.atEndOfMonth(), List.of(paid(LATE, AUGUST.minusMonths(1)), missed(LATE, AUGUST, 1)));
        monthEnd(AUGUST);
        house.file(House.BANK, september.atDay(20), List.of(
                new Told(LATE, 2, AUGUST.atDay(10), PRINCIPAL, INTEREST, september.atDay(15), "bank-account", 60_000_000 - 2 * PRINCIPAL, 238, 700), missed(LATE, september, 1)));
        credit.now = Instant.parse("2026-09-21T12:00:00Z");
        assertThatThrownBy(() -> tellPayment(LATE)).isInstanceOf(Refusal.class).hasMessageContaining("credit.nothing_recovered");
    }

    @Test
    void whoseInstalmentOfTheMonthWasNotToldHasNotPaidAllArrears() throws IOException {
        loan(CURED, OPENED);
        YearMonth september = AUGUST.plusMonths(1);
        house.file(House.BANK, AUGUST.atEndOfMonth(), List.of(paid(CURED, AUGUST.minusMonths(1)), missed(CURED, AUGUST, 1)));
        monthEnd(AUGUST);
        house.file(House.BANK, september.atDay(20), List.of(
                new Told(CURED, 2, AUGUST.atDay(10), PRINCIPAL, INTEREST, september.atDay(15), "bank-account", 60_000_000 - 2 * PRINCIPAL, 238, 700)));
        credit.now = Instant.parse("2026-09-21T12:00:00Z");
        assertThatThrownBy(() -> tellPayment(CURED)).isInstanceOf(Refusal.class).hasMessageContaining("credit.facts_missing");
    }

    @Test
    void whileAnInstalmentOfAnEarlierMonthWasNeverToldNoLaterMonthIsToldAsNormal() throws IOException {
        loan(NORMAL, OPENED);
        YearMonth july = AUGUST.minusMonths(1);
        YearMonth september = AUGUST.plusMonths(1);
        house.file(House.BANK, july.atEndOfMonth(), List.of(paid(NORMAL, july)));
        monthEnd(july);
        house.file(House.BANK, AUGUST.atEndOfMonth(), List.of());
        monthEnd(AUGUST);
        house.file(House.BANK, september.atEndOfMonth(), List.of(
                new Told(NORMAL, 3, september.atDay(10), PRINCIPAL, INTEREST, september.atDay(10), "bank-account", 60_000_000 - 2 * PRINCIPAL, 237, 0)));
        assertThat(run(september).sent()).isZero();
        assertThat(asides()).containsExactly("0102622200000001 FACTS instalment", "0102622200000001 EARLIER 2026-08");
    }

    @Test
    void aLaterLoanWithTheNumberAnotherAccountWasGivenIsNotToldUnderIt() throws IOException {
        loan(NORMAL, OPENED);
        YearMonth september = AUGUST.plusMonths(1);
        house.file(House.BANK, AUGUST.minusMonths(1).atEndOfMonth(), List.of(paid(NORMAL, AUGUST.minusMonths(1))));
        house.file(House.BANK, AUGUST.atEndOfMonth(), List.of(paid(NORMAL, AUGUST)));
        monthEnd(AUGUST);
        changed("211", House.account(House.BANK, House.loanAccount(NORMAL)), House.account(House.BANK, House.loanAccount(50)));
        loan(50, LocalDate.of(2026, 9, 20));
        house.file(House.BANK, september.atEndOfMonth(), List.of());
        assertThat(run(september).sent()).isZero();
        assertThat(asides()).contains("0102622200000050 FACTS identifier");
    }

    @Test
    void whatIsKeptOfALoanAndCannotBeReadHoldsOnlyThatLoanBack() throws IOException {
        theYear();
        house.in(() -> credit.sql.update("UPDATE credit_profile SET content = ? WHERE application_no = ?", house.data.concealText(new Subject(House.BANK, "APP-1"), "{}"), "APP-1"));
        assertThat(run(AUGUST).sent()).isEqualTo(2);
        assertThat(asides()).contains("0102622200000001 FACTS unreadable");
    }

    @Test
    void whatCannotEvenBeDecryptedHoldsOnlyThatLoanBack() throws IOException {
        theYear();
        house.in(() -> credit.sql.update("UPDATE credit_profile SET content = set_byte(content, length(content) - 1, 255 - get_byte(content, length(content) - 1)) WHERE application_no = ?", "APP-1"));
        assertThat(run(AUGUST).sent()).isEqualTo(2);
        assertThat(asides()).contains("0102622200000001 FACTS unreadable");
    }

    @Test
    void aSecondSpouseOfALoanStopsNoRun() throws IOException {
        theYear();
        house.loan(House.BANK, 17, LocalDate.of(2026, 8, 20), application -> {
            List<Party> parties = new ArrayList<>(application.parties());
            parties.add(Applications.person(Party.Role.SPOUSE, "测试乙", "19910307", 501, 0));
            parties.add(Applications.person(Party.Role.SPOUSE, "测试丙", "19920307", 502, 0));
            return House.parties(application, parties);
        });
        house.profile(House.BANK, 17, LocalDate.of(2026, 8, 20));
        assertThat(run(AUGUST).sent()).isEqualTo(3);
        assertThat(asides()).as("whoever has no part of its own has consented to nothing").contains("0102622200000017 CONSENT co-borrower-1");
    }

    private String tellPayment(int number) {
        DayRecord desk = new DayRecord(credit.house, house.facts, Samples.TYPES);
        return credit.house.transaction().execute(status -> desk.tell(House.account(House.BANK, House.loanAccount(number)), Samples.REPORTER));
    }

    @Test
    void theRecordsSayWhatTheLedgerSays() throws IOException {
        theYear();
        monthEnd(AUGUST);
        String september = credit.text(CreditFixture.accounts(run(AUGUST.plusMonths(1))));
        assertThat(line(september, NORMAL)).contains("<SettDate>2026-09-10</SettDate><AcctStatus>1</AcctStatus><AcctBal>592500</AcctBal><RemRepPrd>237</RemRepPrd>", "<RpyStatus>N</RpyStatus>", "<CurRpyAmt>3800</CurRpyAmt><ActRpyAmt>3800</ActRpyAmt><LatRpyDate>2026-09-10</LatRpyDate>");
        assertThat(line(september, LATE)).contains("<AcctStatus>2</AcctStatus><AcctBal>597500</AcctBal>", "<FiveCate>2</FiveCate>", "<RpyStatus>2</RpyStatus><OverdPrd>2</OverdPrd><TotOverd>7600</TotOverd><OverdPrinc>5000</OverdPrinc><Oved31_60Princ>2500</Oved31_60Princ><Oved61_90Princ>0</Oved61_90Princ>", "<ActRpyAmt>0</ActRpyAmt><LatRpyDate>2026-07-10</LatRpyDate>");
        assertThat(line(september, CURED)).contains("<RpyStatus>N</RpyStatus><OverdPrd>0</OverdPrd><TotOverd>0</TotOverd>", "<CurRpyAmt>3800</CurRpyAmt><ActRpyAmt>7607</ActRpyAmt>");
        assertThat(line(september, PREPAID)).contains("<RemRepPrd>200</RemRepPrd>", "<ChanTranType>4</ChanTranType><TranDate>2026-09-10</TranDate><TranAmt>102500</TranAmt><DueTranMon>37</DueTranMon>");
        assertThat(line(september, PAID_OFF)).contains("<AcctStatus>3</AcctStatus><AcctBal>0</AcctBal>", "<RpyStatus>C</RpyStatus>", "<CloseDate>2026-09-10</CloseDate>", "<ChanTranType>5</ChanTranType>");
        assertThat(line(september, NEW)).contains("<RptDateCode>10</RptDateCode>", "<OpenDate>2026-09-20</OpenDate>", "<SettDate></SettDate>", "<RemRepPrd>240</RemRepPrd>", "<RpyStatus>*</RpyStatus>");
    }

    @Test
    void aLoanAndItsMortgageAreToldOfUnderTheIdentifiersTheCenterKnowsNow() throws IOException {
        theYear();
        String made = House.account(House.BANK, House.loanAccount(NORMAL));
        monthEnd(AUGUST);
        house.mortgage(House.BANK, NORMAL, LocalDate.of(2026, 9, 3));
        monthEnd(AUGUST.plusMonths(1));
        changed("211", made, made + "9");
        changed("511", Samples.PROVIDER + "DY" + NORMAL, Samples.PROVIDER + "DY777");
        monthEnd(AUGUST.plusMonths(2));
        assertThat(refusals).isEmpty();
        assertThat(credit.sql.queryForList("SELECT event FROM credit_accepted WHERE account = ? ORDER BY reported", String.class, made + "9")).containsExactly("31", "30", "30");
        assertThat(credit.sql.queryForList("SELECT key FROM credit_reference WHERE record = '510'", String.class)).as("nothing was told twice").containsExactly(Samples.PROVIDER + "DY777");
        List<String> found = new ArrayList<>();
        for (String account : List.of(made, made + "9")) {
            house.facts.one(AUGUST, account, new CreditFacts.Sink() {
                @Override
                public void accept(LoanFacts loan, MonthFacts month) {
                    found.add(loan.account().account());
                }

                @Override
                public void unknown(String nobody, String what) {
                    found.add(nobody + " " + what);
                }
            });
        }
        assertThat(found).as("nobody asks for what it was").containsExactly(made + "9");
    }

    /** Two people wanted it and the Center took it. */
    private void changed(String record, String account, String becomes) throws IOException {
        ChangeDesk desk = new ChangeDesk(new ChangeStore(credit.sql), credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER), house::isALoan);
        ChangeReported what = new ChangeReported(account, null, null, becomes, "核心系统更换");
        String file = credit.house.transaction().execute(status -> desk.answer(desk.propose(what, "wang"), true, "li").orElseThrow());
        assertThat(FileName.parse(file).orElseThrow().record()).isEqualTo(record);
        deliver(List.of(FileName.parse(file).orElseThrow()));
    }

    @Test
    void theNumberOfAnotherLoanIsNobodysIdentifier() throws IOException {
        theYear();
        assertThat(house.isALoan(House.account(House.BANK, House.loanAccount(LATE)))).isTrue();
        assertThat(house.isALoan(House.account(House.BANK, "1"))).isFalse();
    }

    private static String line(String file, int number) {
        return file.lines().filter(line -> line.contains("<AcctCode>" + House.account(House.BANK, House.loanAccount(number)) + "<")).findFirst().orElseThrow();
    }

    @Test
    void aLoanOfWhichSomethingIsNotKnownIsSetAsideAloneWithWhatItIs() throws IOException {
        theYear();
        house.loan(House.BANK, 11, LocalDate.of(2026, 8, 20), UnaryOperator.identity());
        house.loan(OTHER, 12, LocalDate.of(2026, 8, 20), UnaryOperator.identity());
        house.loan(new PartnerId("psbc"), 13, LocalDate.of(2026, 8, 20), UnaryOperator.identity());
        loan(14, OPENED);
        house.ledgers.clock.set("2026-11-25T20:00:00Z");
        house.ledgers.openOlder("icbc", "622200009999", 60_000_000, 240, LocalDate.of(2026, 8, 20), 60_000_000, LocalDate.of(2026, 8, 31));
        assertThat(run(AUGUST).sent()).isEqualTo(3);
        assertThat(asides()).containsExactlyInAnyOrder(
                "0102622200000002 NOTICE borrower",
                "0102622200000003 NOTICE borrower",
                "0102622200000011 FACTS person",
                "0103622200000012 FACTS ledger",
                "psbc 622200000013 FACTS bank",
                "0102622200000014 FACTS instalment",
                "0102622200009999 FACTS application");
    }

    @Test
    void nobodyIsToldOfForTheFirstTimeWithoutTheirConsent() throws IOException {
        theYear();
        house.loan(House.BANK, 15, LocalDate.of(2026, 8, 20), application -> House.with(application, List.of()));
        house.profile(House.BANK, 15, LocalDate.of(2026, 8, 20));
        run(AUGUST);
        assertThat(asides()).contains("0102622200000015 CONSENT borrower");
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_row WHERE account LIKE '%0015'", Long.class)).isZero();
    }

    @Test
    void whoTookTheConsentBackIsNotToldOfForTheFirstTimeButKeptRightAfterIt() throws IOException {
        theYear();
        withdraw(PREPAID, LocalDate.of(2026, 9, 1));
        monthEnd(AUGUST);
        assertThat(asides()).as("taken back before the first record left").containsExactly("0102622200000004 CONSENT borrower");
        withdraw(NORMAL, LocalDate.of(2026, 9, 2));
        monthEnd(AUGUST.plusMonths(1));
        assertThat(asides()).containsOnly("0102622200000004 CONSENT borrower");
        assertThat(courses()).contains("1 31 1", "1 30 1").noneMatch(course -> course.startsWith("4 "));
    }

    @Test
    void aConsentTakenBackWhileTheFirstRecordWaitedHoldsIt() throws IOException {
        theYear();
        run(AUGUST);
        withdraw(LATE, LocalDate.of(2026, 9, 2));
        tellEverybodyWhoWaits(LocalDate.of(2026, 9, 3));
        credit.now = LocalDate.of(2026, 11, 8).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
        credit.again(AUGUST, house.facts);
        assertThat(asides()).contains("0102622200000002 CONSENT borrower");
    }

    private void withdraw(int number, LocalDate day) {
        house.in(() -> new ConsentStore(JdbcClient.create(house.database))
                .withdraw(new WithdrawConsent(House.BANK, "APP-" + number, "borrower", WithdrawConsent.What.REPORTING, day, Digest.of(new byte[] {2}), "zhou"), Instant.EPOCH));
    }

    @Test
    void aLoanItsBankReportsIsLeftToTheBank() throws IOException {
        PartnerId bank = new PartnerId("ccb");
        house.loan(bank, 16, LocalDate.of(2026, 8, 20), UnaryOperator.identity());
        house.profile(bank, 16, LocalDate.of(2026, 8, 20));
        house.file(bank, AUGUST.atEndOfMonth(), List.of());
        MonthlyRun.Result result = run(AUGUST);
        assertThat(result.sent()).isZero();
        assertThat(result.elsewhere()).isEqualTo(1);
    }

    private List<String> asides() {
        return credit.house.asides().all().stream().map(aside -> aside.account().replace("D19999999H0001", "") + " " + aside.rule() + " " + aside.item()).toList();
    }

    private MonthlyRun.Result run(YearMonth month) throws IOException {
        return credit.run(month, house.facts);
    }

    private void monthEnd(YearMonth month) throws IOException {
        deliver(run(month).files());
        tellEverybodyWhoWaits(month.plusMonths(1).atDay(3));
        credit.now = month.plusMonths(1).atDay(8).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
        deliver(credit.again(month, house.facts).files());
    }

    private void tellEverybodyWhoWaits(LocalDate day) {
        credit.sql.query("SELECT account, episode, person FROM credit_notice GROUP BY account, episode, person HAVING max(step) = 0", row -> {
            LocalDate episode = row.getDate("episode").toLocalDate();
            credit.notices.add(row.getString("account"), episode, row.getString("person"), new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", day), credit.now);
            credit.notices.add(row.getString("account"), episode, row.getString("person"), new NoticeEvent.Arrived(day), credit.now);
        });
    }

    private void deliver(List<FileName> files) throws IOException {
        refusals.addAll(credit.deliver(center, files));
    }
}
