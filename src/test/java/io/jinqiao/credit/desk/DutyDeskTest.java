package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.store.DutyStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does what of one loan, entered by two people; what changes at the Center with it is told to the simulated one. */
class DutyDeskTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String ACCOUNT = Samples.PROVIDER + "GJJ1";

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private ReportingDesk center;
    private DutyDesk desk;
    private final List<String> refusals = new ArrayList<>();

    @BeforeEach
    void aMonthIsTold() throws IOException {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
        DutyStore store = new DutyStore(credit.sql);
        credit.perLoan = account -> {
            AgreeDuties own = store.of(List.of(account)).get(account);
            return own == null ? credit.duties : new Duties(own.reporter(), own.notifier(), own.objections(), own.agreement(), CreditFixture.TERMS);
        };
        center = ReportingDesk.inMemory(ReportSettings.plain().compressed(), credit.house.clock());
        desk = new DutyDesk(store, credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER), account -> account.startsWith(Samples.PROVIDER));
        deliver(credit.run(SEPTEMBER, CreditFixture.paying(2)).files());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static AgreeDuties bank(Side reporter, Side notifier) {
        return new AgreeDuties(ACCOUNT, reporter, notifier, Side.CENTRE, "协2026-8", "商转公，由银行继续报送");
    }

    private static void refuses(FailureCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(code));
    }

    private Optional<String> confirmed(AgreeDuties what) {
        return credit.house.transaction().execute(status -> desk.answer(desk.propose(what, "wang"), true, "li"));
    }

    @Test
    @DisplayName("when the bank takes the reporting over, the Center is told the account is handed over, and from then on nothing of it is sent")
    void handedOver() throws IOException {
        credit.now = OCTOBER.atDay(20).atStartOfDay().toInstant(ZoneOffset.ofHours(8));
        deliver(List.of(FileName.parse(confirmed(bank(Side.BANK, Side.BANK)).orElseThrow()).orElseThrow()));
        assertThat(refusals).isEmpty();
        assertThat(credit.house.histories().whole(ACCOUNT).transferred()).isTrue();
        MonthlyRun.Result october = credit.run(OCTOBER, CreditFixture.paying(2));
        assertThat(october.sent()).isEqualTo(1);
        assertThat(october.elsewhere()).isEqualTo(1);
        refuses(FailureCode.CREDIT_HANDED_OVER, () -> desk.propose(bank(Side.CENTRE, Side.CENTRE), "wang"));
    }

    @Test
    @DisplayName("in the month that was told already the Center would not follow, so nobody may propose it")
    void tooEarly() {
        credit.now = SEPTEMBER.atDay(30).atStartOfDay().toInstant(ZoneOffset.ofHours(8));
        assertThatThrownBy(() -> desk.propose(bank(Side.BANK, Side.BANK), "wang"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains("BQR004"));
    }

    @Test
    @DisplayName("where the bank tells the people of this one loan its adverse record waits for no notice of ours, another loan's does")
    void notifier() throws IOException {
        credit.now = OCTOBER.atDay(20).atStartOfDay().toInstant(ZoneOffset.ofHours(8));
        assertThat(confirmed(bank(Side.CENTRE, Side.BANK))).as("nothing is to be told to the Center").isEmpty();
        MonthlyRun.Result october = credit.run(OCTOBER, (month, sink) -> {
            sink.accept(CreditFixture.loan(CreditFixture.account(1)), CreditFixture.month(month, 1));
            sink.accept(CreditFixture.loan(CreditFixture.account(2)), CreditFixture.month(month, 1));
        });
        assertThat(october.sent()).isEqualTo(1);
        assertThat(credit.text(CreditFixture.accounts(october))).contains(ACCOUNT);
        assertThat(credit.house.asides().all()).allMatch(aside -> aside.account().endsWith("GJJ2"));
    }

    @Test
    @DisplayName("nobody enters it alone, turned down nothing changes, one of an account is open at a time, and an account of nobody is refused")
    void twoPeople() {
        credit.now = OCTOBER.atDay(20).atStartOfDay().toInstant(ZoneOffset.ofHours(8));
        long number = desk.propose(bank(Side.BANK, Side.BANK), "wang");
        refuses(FailureCode.CREDIT_DUTY_OPEN, () -> desk.propose(bank(Side.CENTRE, Side.BANK), "li"));
        refuses(FailureCode.DUTIES_NOT_SEPARATED, () -> desk.answer(number, true, "wang"));
        assertThat(desk.answer(number, false, "li")).isEmpty();
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_file WHERE record = '215'", Long.class)).isZero();
        assertThat(credit.perLoan.apply(ACCOUNT).bankReports()).isFalse();
        refuses(FailureCode.RESOURCE_UNKNOWN, () -> desk.answer(number, true, "li"));
        refuses(FailureCode.CREDIT_ACCOUNT_NOBODYS, () -> desk.propose(new AgreeDuties("D88888888H0001GJJ1", Side.BANK, Side.BANK, Side.BANK, "协2026-8", "测试"), "wang"));
    }

    private void deliver(List<FileName> files) throws IOException {
        refusals.addAll(credit.deliver(center, files));
    }
}
