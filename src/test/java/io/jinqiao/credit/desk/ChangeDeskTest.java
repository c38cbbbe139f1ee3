package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.ledger.Identifiers;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.store.ChangeStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was told by mistake is taken back at the simulated Center and told again; what is known under one identifier is known under another. */
class ChangeDeskTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String ACCOUNT = Samples.PROVIDER + "GJJ1";
    private static final String RENAMED = Samples.PROVIDER + "GJJ10088";
    private static final ChangeReported WHOLE = new ChangeReported(ACCOUNT, null, null, null, "该贷款不属于此人");
    private static final ChangeReported LATEST = new ChangeReported(ACCOUNT, OCTOBER.atEndOfMonth(), null, null, "十月的还款记到了另一笔贷款");

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private ReportingDesk center;
    private ChangeDesk desk;
    private final List<String> refusals = new ArrayList<>();

    @BeforeEach
    void twoMonthsAreTold() throws IOException {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
        center = ReportingDesk.inMemory(ReportSettings.plain().compressed(), credit.house.clock());
        desk = new ChangeDesk(new ChangeStore(credit.sql), credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER), (Samples.PROVIDER + "GJJ0000001")::equals);
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(1)).files());
        deliver(credit.run(OCTOBER, CreditFixture.paying(1)).files());
        assertThat(events()).containsExactly("31 2026-09-30", "30 2026-10-31");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    @DisplayName("a month taken back leaves the ledger when the Center said so, is kept beside it, and is told again by the next run")
    void aMonth() throws IOException {
        String file = confirmed(LATEST);
        assertThat(events()).containsExactly("31 2026-09-30", "30 2026-10-31");
        deliver(List.of(FileName.parse(file).orElseThrow()));
        assertThat(events()).containsExactly("31 2026-09-30");
        assertThat(credit.house.histories().latest(List.of(ACCOUNT)).get(ACCOUNT).history().latest()).isEqualTo(SEPTEMBER.atEndOfMonth());
        assertThat(credit.sql.queryForList("SELECT event || ' ' || by_file FROM credit_deleted", String.class)).containsExactly("30 " + file);

        MonthlyRun.Result again = credit.again(OCTOBER, CreditFixture.paying(1));
        deliver(again.files());
        assertThat(refusals).isEmpty();
        assertThat(again.sent()).isEqualTo(1);
        assertThat(events()).containsExactly("31 2026-09-30", "30 2026-10-31");
    }

    @Test
    @DisplayName("an account taken back is told from its beginning again, and the Center takes it")
    void anAccount() throws IOException {
        deliver(List.of(FileName.parse(confirmed(WHOLE)).orElseThrow()));
        assertThat(events()).isEmpty();
        assertThat(credit.house.histories().whole(ACCOUNT).known()).isFalse();
        MonthlyRun.Result again = credit.again(OCTOBER, CreditFixture.paying(1));
        assertThat(credit.text(CreditFixture.accounts(again))).contains("<OpenDate>").contains(ACCOUNT);
        deliver(again.files());
        assertThat(refusals).isEmpty();
        assertThat(again.sent()).isEqualTo(1);
        assertThat(events()).hasSize(1);
    }

    @Test
    @DisplayName("a mortgage contract taken back is told again as it is now, with the account that refers to it")
    void aContract() throws IOException {
        String contract = Samples.PROVIDER + "DY1";
        deliver(List.of(FileName.parse(confirmed(new ChangeReported(contract, null, null, null, "不动产证号录错"))).orElseThrow()));
        assertThat(refusals).isEmpty();
        assertThat(credit.house.references().isContract(contract)).isFalse();
        assertThat(credit.sql.queryForList("SELECT account FROM credit_deleted", String.class)).containsExactly(contract);
        assertThat(events()).as("the account is as it was").hasSize(2);

        MonthlyRun.Result november = credit.run(OCTOBER.plusMonths(1), CreditFixture.paying(1));
        assertThat(november.files()).extracting(FileName::record).containsExactly("510", "210");
        assertThat(credit.text(CreditFixture.accounts(november))).contains("<Ccc>" + contract);
        deliver(november.files());
        assertThat(refusals).isEmpty();
        assertThat(credit.house.references().isContract(contract)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GJJ9, , , BTE000",
        "GJJ9, 2026-10-31, , BTE000",
        "GJJ1, 2026-11-01, , NOTHING",
        "GJJ1, 2026-10-31, 2026-10-01, BSE001",
        "GJJ1, , 2026-10-31, EVERYTHING",
    })
    @DisplayName("what the Center would refuse is refused here, with its rule")
    void refused(String account, LocalDate from, LocalDate to, String rule) {
        ChangeReported wrong = new ChangeReported(Samples.PROVIDER + account, from, to, null, "测试");
        assertThatThrownBy(() -> desk.propose(wrong, "wang")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.CREDIT_RECORD_REFUSED);
            assertThat(refusal.problems().get(0).arguments()).contains(rule);
        });
    }

    @Test
    @DisplayName("nobody takes something back alone, turned down nothing leaves, and of one account one proposal is open at a time")
    void twoPeople() {
        long number = desk.propose(LATEST, "wang");
        assertThatThrownBy(() -> desk.propose(WHOLE, "li")).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.CREDIT_CHANGE_OPEN));
        assertThatThrownBy(() -> desk.answer(number, true, "wang")).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED));
        assertThat(desk.answer(number, false, "li")).isEmpty();
        assertThatThrownBy(() -> desk.answer(number, true, "li")).isInstanceOf(Refusal.class);
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_file WHERE record IN ('213', '214')", Long.class)).isZero();
    }

    @Test
    @DisplayName("nothing is taken back while a record of the account is not answered")
    void underWay() throws IOException {
        long number = desk.propose(LATEST, "wang");
        credit.run(OCTOBER.plusMonths(1), CreditFixture.paying(1));
        assertThatThrownBy(() -> desk.answer(number, true, "li")).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains("UNDERWAY"));
    }

    @Test
    @DisplayName("an account with another identifier is told of under it, with everything that was kept of it, and the old one is nobody's")
    void anotherIdentifier() throws IOException {
        credit.now = OCTOBER.plusMonths(1).atDay(3).atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
        deliver(List.of(FileName.parse(confirmed(renamed(ACCOUNT, RENAMED))).orElseThrow()));
        assertThat(events()).isEmpty();
        assertThat(events(RENAMED)).containsExactly("31 2026-09-30", "30 2026-10-31");
        assertThat(credit.house.histories().whole(ACCOUNT).known()).isFalse();
        Identifiers known = credit.house.identifiers().all();
        assertThat(known.now(ACCOUNT)).isEqualTo(RENAMED);
        assertThat(known.made(RENAMED)).isEqualTo(ACCOUNT);

        MonthlyRun.Result november = credit.run(OCTOBER.plusMonths(1), (month, sink) -> sink.accept(CreditFixture.loan(known(CreditFixture.account(1), RENAMED)), CreditFixture.month(month, 0)));
        deliver(november.files());
        assertThat(refusals).isEmpty();
        assertThat(november.sent()).isEqualTo(1);
        assertThat(events(RENAMED)).hasSize(3);

        deliver(List.of(FileName.parse(confirmed(renamed(RENAMED, ACCOUNT))).orElseThrow()));
        assertThat(refusals).as("its own former one may come back").isEmpty();
        assertThat(events()).hasSize(3);
    }

    @Test
    @DisplayName("a mortgage contract with another identifier stays the contract it was")
    void anotherContractNumber() throws IOException {
        String contract = Samples.PROVIDER + "DY1";
        String renamed = Samples.PROVIDER + "DY12026";
        deliver(List.of(FileName.parse(confirmed(renamed(contract, renamed))).orElseThrow()));
        assertThat(refusals).isEmpty();
        assertThat(credit.house.references().isContract(contract)).isFalse();
        assertThat(credit.house.references().isContract(renamed)).isTrue();
        assertThat(credit.house.identifiers().all().now(contract)).isEqualTo(renamed);
    }

    @Test
    @DisplayName("of every table that keeps something under an identifier it is known whether it follows")
    void everyTable() {
        assertThat(credit.sql.queryForList(
                        "SELECT table_name FROM information_schema.columns WHERE table_name LIKE 'credit\\_%' AND table_name NOT LIKE 'credit\\_fact%' AND column_name = 'account'", String.class))
                .containsExactlyInAnyOrder(
                        "credit_account", "credit_accepted", "credit_aside", "credit_notice", "credit_release", "credit_duty", "credit_objection", "credit_deleted", "credit_change", "credit_row");
    }

    @Test
    @DisplayName("until the Center took it, and when it did not, everything is as it was")
    void notTaken() throws IOException {
        String file = confirmed(renamed(ACCOUNT, RENAMED));
        assertThat(events()).hasSize(2);
        assertThatThrownBy(() -> desk.propose(renamed(Samples.PROVIDER + "GJJ1", RENAMED + "A"), "wang")).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains("UNDERWAY"));
        assertThat(credit.answer(FileName.parse(file).orElseThrow(), 3, 0, 1, CreditFixture.refused(2, "BIE002")).refused()).isEqualTo(1);
        assertThat(events()).hasSize(2);
        assertThat(credit.house.identifiers().all().now(ACCOUNT)).isEqualTo(ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource({
        "GJJ9, GJJ0999999, BIE001",
        "GJJ1, GJJ1, BIE000",
        "GJJ1, GJJ0000001, BIE002",
        "GJJ1, GJJ2, BIE002",
        "GJJ1, DY1, BIE002",
        "GJJ1, ABC0000001, ANOTHERS",
    })
    @DisplayName("an identifier the Center would refuse, or another loan may come to have, is refused here, with its rule")
    void refusedIdentifiers(String account, String fresh, String rule) throws IOException {
        credit.again(OCTOBER, CreditFixture.one(2, 0));
        ChangeReported wrong = renamed(Samples.PROVIDER + account, Samples.PROVIDER + fresh);
        assertThatThrownBy(() -> desk.propose(wrong, "wang"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems()).anyMatch(problem -> problem.arguments().contains(rule)));
    }

    @Test
    @DisplayName("an identifier another account gave up is not given to this one")
    void givenUp() throws IOException {
        deliver(List.of(FileName.parse(confirmed(renamed(ACCOUNT, RENAMED))).orElseThrow()));
        deliver(credit.again(OCTOBER, CreditFixture.one(2, 0)).files());
        assertThatThrownBy(() -> desk.propose(renamed(Samples.PROVIDER + "GJJ2", ACCOUNT), "wang"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains("BIE002"));
    }

    private static AccountFacts known(AccountFacts as, String identifier) {
        return new AccountFacts(
                identifier, as.borrower(), as.office(), as.opened(), as.due(), as.amount(), as.repayMode(), as.instalments(), as.guarantee(), as.funds(), as.form(), as.district(), as.others(), as.contracts());
    }

    private static ChangeReported renamed(String account, String becomes) {
        return new ChangeReported(account, null, null, becomes, "银行换了核心系统");
    }

    private String confirmed(ChangeReported what) {
        return credit.house.transaction().execute(status -> desk.answer(desk.propose(what, "wang"), true, "li").orElseThrow());
    }

    private List<String> events() {
        return events(ACCOUNT);
    }

    private List<String> events(String account) {
        return credit.sql.queryForList("SELECT event || ' ' || reported FROM credit_accepted WHERE account = ? ORDER BY reported", String.class, account);
    }

    private void deliver(List<FileName> files) throws IOException {
        refusals.addAll(credit.deliver(center, files));
    }
}
