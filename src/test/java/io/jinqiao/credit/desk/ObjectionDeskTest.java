package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.credit.ObjectionAct.Finding;
import io.jinqiao.credit.ReceiveObjection;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.store.ObjectionStore;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ObjectionDeskTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final String ACCOUNT = CreditFixture.account(1).account();

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private ObjectionDesk desk;
    private int number;

    @BeforeEach
    void start() throws IOException {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
        credit.loaded(CreditFixture.accounts(credit.run(YearMonth.of(2026, 9), CreditFixture.paying(1))));
        desk = new ObjectionDesk(
                new ObjectionStore(JdbcClient.create(database)), accounts -> Map.of(accounts.iterator().next(), credit.duties), account -> credit.house.identifiers().all().current(account), () -> new MessageId("01JDB8W0M0JQ000000000000%02d".formatted(++number)),
                Clock.fixed(TODAY.atTime(1, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static ReceiveObjection about(String account, @Nullable String centerNo, LocalDate on) {
        return new ReceiveObjection(account, "borrower", "2026年9月的逾期标记", on, centerNo, null, "zhou.min");
    }

    private static List<String> refused(Runnable work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, work::run);
        return refusal.problems().stream().map(problem -> problem.code() + "@" + problem.field()).toList();
    }

    private List<String> line(String objectionNo) {
        return credit.sql.queryForList("SELECT act || coalesce(' ' || detail, '') || ' ' || by_whom FROM credit_fact_objection_act WHERE objection_no = ? ORDER BY step", String.class, objectionNo);
    }

    @Test
    void whatWasReportedWronglyIsCorrectedAtTheCenterAndThenAnswered() throws IOException {
        String no = desk.receive(about(ACCOUNT, "YY001", TODAY));
        desk.act(no, new ObjectionAct.Mark(true), "zhou.min");
        desk.act(no, new ObjectionAct.Find(Finding.JUSTIFIED, "扣款晚入账一天"), "zhou.min");
        desk.act(no, new ObjectionAct.Answer(true), "he.lin");
        assertThat(refused(() -> desk.act(no, new ObjectionAct.Correct(), "zhou.min"))).containsExactly("CREDIT_OBJECTION_UNCORRECTED@null");

        credit.now = Instant.parse("2026-11-01T01:00:00Z");
        credit.loaded(CreditFixture.accounts(credit.run(YearMonth.of(2026, 10), CreditFixture.paying(1))));
        assertThat(refused(() -> desk.act(no, new ObjectionAct.Correct(), "zhou.min"))).as("another month corrects nothing").containsExactly("CREDIT_OBJECTION_UNCORRECTED@null");
        credit.loaded(FileName.parse(new Corrector(credit.house, CreditFixture.paying(1), Samples.TYPES).correct(ACCOUNT, YearMonth.of(2026, 9), Samples.REPORTER)).orElseThrow());
        desk.act(no, new ObjectionAct.Correct(), "zhou.min");
        desk.act(no, new ObjectionAct.Mark(false), "zhou.min");
        desk.act(no, new ObjectionAct.Reply("异复2026-1"), "zhou.min");

        assertThat(line(no)).containsExactly(
                "receive zhou.min", "mark zhou.min", "find justified: 扣款晚入账一天 zhou.min", "answer confirmed he.lin", "correct zhou.min", "unmark zhou.min", "reply 异复2026-1 zhou.min");
        assertThat(credit.sql.queryForMap("SELECT stage, marked, due_on::text AS due, waits_for FROM credit_fact_objection"))
                .containsEntry("stage", "replied").containsEntry("marked", false).containsEntry("due", "2026-11-09").containsEntry("waits_for", "nobody");
    }

    @Test
    void anAccountTheCenterDoesNotKnowAndADayToComeAreToldTogether() {
        assertThat(refused(() -> desk.receive(about("none", null, TODAY.plusDays(1))))).containsExactly("CREDIT_OBJECTION_FUTURE@receivedOn", "CREDIT_ACCOUNT_UNKNOWN@account");
    }

    @Test
    void aLoanWhoseObjectionsTheBankAnswersIsTakenByTheBank() {
        credit.duties = new Duties(Side.CENTRE, Side.CENTRE, Side.BANK, "协议2026-3", CreditFixture.TERMS);
        assertThat(refused(() -> desk.receive(about(ACCOUNT, null, TODAY)))).containsExactly("CREDIT_OBJECTION_ELSEWHERE@account");
    }

    @Test
    void theCentersNumberIsTakenOnceAndPeopleAtTheCounterHaveNone() {
        desk.receive(about(ACCOUNT, "YY001", TODAY));
        assertThat(refused(() -> desk.receive(about(ACCOUNT, "YY001", TODAY)))).containsExactly("CREDIT_OBJECTION_KNOWN@centerNo");
        assertThat(desk.receive(about(ACCOUNT, null, TODAY))).isNotEqualTo(desk.receive(about(ACCOUNT, null, TODAY)));
    }

    @Test
    void nothingIsWrittenWhenAnActMayNotFollow() {
        String no = desk.receive(about(ACCOUNT, null, TODAY));
        assertThat(refused(() -> desk.act(no, new ObjectionAct.Reply("1"), "he.lin"))).containsExactly("CREDIT_OBJECTION_STEP@null");
        assertThat(refused(() -> desk.act("CY0", new ObjectionAct.Correct(), "he.lin"))).containsExactly("CREDIT_OBJECTION_UNKNOWN@null");
        assertThat(line(no)).containsExactly("receive zhou.min");
    }
}
