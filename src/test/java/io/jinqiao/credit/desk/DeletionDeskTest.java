package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.DeleteReported;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.store.DeletionStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.workbench.simulate.credit.report.Feedback;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
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

/** What was told by mistake is taken back at the simulated Center and told again. */
class DeletionDeskTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String ACCOUNT = Samples.PROVIDER + "GJJ1";
    private static final DeleteReported WHOLE = new DeleteReported(ACCOUNT, null, null, "该贷款不属于此人");
    private static final DeleteReported LATEST = new DeleteReported(ACCOUNT, OCTOBER.atEndOfMonth(), null, "十月的还款记到了另一笔贷款");

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private ReportingDesk center;
    private DeletionDesk desk;
    private final List<String> refusals = new ArrayList<>();

    @BeforeEach
    void twoMonthsAreTold() throws IOException {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
        center = ReportingDesk.inMemory(ReportSettings.plain().compressed(), credit.house.clock());
        desk = new DeletionDesk(new DeletionStore(credit.sql), credit.house, Samples.TYPES, () -> Optional.of(Samples.REPORTER));
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
        deliver(List.of(FileName.parse(confirmed(new DeleteReported(contract, null, null, "不动产证号录错"))).orElseThrow()));
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
        DeleteReported wrong = new DeleteReported(Samples.PROVIDER + account, from, to, "测试");
        assertThatThrownBy(() -> desk.propose(wrong, "wang")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.CREDIT_RECORD_REFUSED);
            assertThat(refusal.problems().get(0).arguments()).contains(rule);
        });
    }

    @Test
    @DisplayName("nobody takes something back alone, turned down nothing leaves, and of one account one proposal is open at a time")
    void twoPeople() {
        long number = desk.propose(LATEST, "wang");
        assertThatThrownBy(() -> desk.propose(WHOLE, "li")).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.CREDIT_DELETION_OPEN));
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

    private String confirmed(DeleteReported what) {
        return credit.house.transaction().execute(status -> desk.answer(desk.propose(what, "wang"), true, "li").orElseThrow());
    }

    private List<String> events() {
        return credit.sql.queryForList("SELECT event || ' ' || reported FROM credit_accepted WHERE account = ? ORDER BY reported", String.class, ACCOUNT);
    }

    private void deliver(List<FileName> files) throws IOException {
        for (FileName file : files) {
            for (Feedback feedback : center.deliver(file + ".txt.gz", Files.readAllBytes(credit.house.folder().path(file)))) {
                if (feedback.flag() != '1') {
                    refusals.add(file + " " + feedback.codes());
                }
                new Answers(credit.house, true).take(FileName.parse(feedback.name()).orElseThrow(), new ByteArrayInputStream(feedback.bytes())).problems().forEach(problem -> refusals.add(file + " " + problem));
            }
        }
    }
}
