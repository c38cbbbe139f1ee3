package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.credit.NoticeStep;
import io.jinqiao.credit.record.CodeTables;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.rules.RuleTexts;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.credit.store.ProfileStore;
import io.jinqiao.credit.store.ReleaseStore;
import io.jinqiao.credit.store.RunStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.timetable.BackOff;
import io.jinqiao.timetable.Timetable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String ACCOUNT = CreditFixture.account(1).account();

    @TempDir
    private Path folder;

    private House house;
    private CreditFixture credit;
    private Runs runs;
    private ReportDesk desk;
    private ReportingDay day;
    private NoticeDesk notices;
    private CreditFacts facts = CreditFixture.paying(3);
    private final List<String> appointments = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        house = new House(folder);
        credit = new CreditFixture(house.database, folder.resolve("files"));
        RunStore store = new RunStore(credit.sql);
        Clock clock = credit.house.clock();
        runs = new Runs(new Appointments(), store, house.rules, Samples.TYPES, credit.house, (month, sink) -> facts.each(month, sink), clock, clock);
        desk = new ReportDesk(house.rules, new CodeTables(new Sources(folder, RunsTest.class.getClassLoader())), store, new ProfileStore(credit.sql, house.data), runs, new Corrector(credit.house, facts, Samples.TYPES), new DayRecord(credit.house, facts, Samples.TYPES), new RuleTexts(new Sources(folder, RunsTest.class.getClassLoader()), Samples.TYPES), clock);
        day = new ReportingDay(new Appointments(), house.rules, desk, store, new AsideStore(credit.sql), new ListStore(credit.sql), clock);
        notices = new NoticeDesk(credit.notices, new ReleaseStore(credit.sql), house.rules, house.data, clock);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private final class Appointments implements Timetable {
        @Override
        public void every(String name, Duration interval, Runnable job) {}

        @Override
        public void appointments(String name, BackOff backOff, Appointment appointment) {}

        @Override
        public void at(String name, String instance, Instant time, String payload) {
            appointments.add(instance);
        }

        @Override
        public void cancel(String name, String instance) {}
    }

    private Map<String, Object> run() {
        return credit.sql.queryForMap("SELECT seen, sent, starts, ended_at IS NOT NULL AS over FROM credit_run");
    }

    @Test
    void aRunThatDiesGoesOnWithWhatIsNotInAFileAndSaysHowFarItIs() throws IOException {
        long number = desk.start(SEPTEMBER, "operator");
        assertThat(appointments).containsExactly(Long.toString(number));
        facts = (month, sink) -> {
            CreditFixture.paying(1500).each(month, sink);
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> runs.run(number)).hasMessage("killed");
        assertThat(run()).containsEntry("seen", 1000L).containsEntry("over", false);
        assertThatThrownBy(() -> desk.start(SEPTEMBER, "operator")).isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.CREDIT_RUN_UNDER_WAY.code());
        facts = CreditFixture.paying(1500);
        runs.run(number);
        assertThat(run()).containsEntry("sent", 1500L).containsEntry("starts", 2).containsEntry("over", true);
        assertThat(credit.sql.queryForList("SELECT right(name, 4) FROM credit_file WHERE record = '210'", String.class)).containsExactly("0010");
        runs.run(number);
        assertThat(run()).as("an appointment that comes twice").containsEntry("starts", 2);
    }

    @Test
    void aMonthThatIsNotOverIsNotTold() {
        credit.now = Instant.parse("2026-09-30T15:59:59Z");
        assertThatThrownBy(() -> desk.start(SEPTEMBER, "operator")).isInstanceOf(Refusal.class);
        credit.now = Instant.parse("2026-09-30T16:00:00Z");
        assertThat(desk.start(SEPTEMBER, "operator")).isPositive();
    }

    @Test
    void theMonthIsToldOnItsDayAndAgainEachDayWhileSomethingWaits() throws IOException {
        facts = CreditFixture.one(1, 1);
        assertThat(lookedAt("2026-10-01T03:00:00Z")).as("a day early").isZero();
        assertThat(lookedAt("2026-10-01T16:59:00Z")).as("an hour early").isZero();
        assertThat(lookedAt("2026-10-01T17:00:00Z")).isEqualTo(1);
        assertThat(lookedAt("2026-10-01T17:10:00Z")).as("twice a day").isEqualTo(1);
        assertThat(lookedAt("2026-10-02T17:00:00Z")).as("a notice is due still").isEqualTo(2);
        facts = (month, sink) -> {};
        credit.sql.update("DELETE FROM credit_aside");
        assertThat(lookedAt("2026-10-03T17:00:00Z")).as("nothing waits").isEqualTo(2);
        credit.sql.update("INSERT INTO credit_aside VALUES ('x', '2026-09-01', 'NOTICE', 'borrower', now())");
        assertThat(lookedAt("2026-10-10T17:00:00Z")).as("after the last day").isEqualTo(2);
    }

    @Test
    void aMonthThatWaitedBeyondTheLastDayIsToldAgainOnceWithTheMonthAfterIt() throws IOException {
        facts = CreditFixture.one(1, 1);
        lookedAt("2026-10-01T17:00:00Z");
        step(SEPTEMBER.atDay(1), NoticeStep.What.DISPATCHED, 20, "short-message");
        step(SEPTEMBER.atDay(1), NoticeStep.What.ARRIVED, 21, null);
        facts = (month, sink) -> {
            if (month.equals(SEPTEMBER)) {
                CreditFixture.one(1, 1).each(month, sink);
            }
        };
        lookedAt("2026-11-01T17:00:00Z");
        assertThat(months()).containsExactly("2026-09", "2026-10");
        lookedAt("2026-11-01T17:10:00Z");
        lookedAt("2026-11-01T17:20:00Z");
        lookedAt("2026-11-02T17:20:00Z");
        assertThat(months()).as("once").containsExactly("2026-09", "2026-10", "2026-09");
        assertThat(credit.house.asides().all()).extracting(AsideStore.Aside::item).as("the borrower was told, the other person was not").containsExactly("co-borrower-1");
    }

    @Test
    void anOlderMonthThatMetARecordUnderWayIsLookedAtAgainTheNextDay() throws IOException {
        facts = CreditFixture.one(1, 1);
        lookedAt("2026-10-01T17:00:00Z");
        step(SEPTEMBER.atDay(1), NoticeStep.What.DISPATCHED, 20, "short-message");
        step(SEPTEMBER.atDay(1), NoticeStep.What.ARRIVED, 21, null);
        facts = (month, sink) -> {
            if (month.equals(SEPTEMBER)) {
                CreditFixture.one(1, 1).each(month, sink);
            }
        };
        credit.sql.update("INSERT INTO credit_file (name, record, made_at, rows, size, digest) VALUES (repeat('x', 30), '212', now(), 1, 1, decode(repeat('00', 32), 'hex'))");
        credit.sql.update("INSERT INTO credit_row (file, row, account, type, reported, event, closed, adverse, specials) VALUES (repeat('x', 30), 1, ?, 'D1', '2026-08-31', '212', false, false, '{}')", ACCOUNT);
        lookedAt("2026-11-01T17:00:00Z");
        lookedAt("2026-11-01T17:10:00Z");
        assertThat(credit.house.asides().all()).extracting(AsideStore.Aside::rule).as("not answered yet").containsExactly("UNDERWAY");
        lookedAt("2026-11-01T17:20:00Z");
        assertThat(months()).containsExactly("2026-09", "2026-10", "2026-09");
        credit.sql.update("DELETE FROM credit_row WHERE account = ?", ACCOUNT);
        lookedAt("2026-11-02T17:20:00Z");
        assertThat(months()).containsExactly("2026-09", "2026-10", "2026-09", "2026-09");
    }

    @Test
    void whatABankToldAfterTheLastDayIsToldWithTheNextMonth() throws IOException {
        facts = (month, sink) -> sink.unknown(ACCOUNT, "ledger");
        lookedAt("2026-10-01T17:00:00Z");
        facts = (month, sink) -> CreditFixture.one(1, 0).each(month, sink);
        lookedAt("2026-11-01T17:00:00Z");
        lookedAt("2026-11-01T17:10:00Z");
        lookedAt("2026-11-01T17:20:00Z");
        assertThat(months()).containsExactly("2026-09", "2026-10", "2026-09");
        assertThat(credit.sql.queryForList("SELECT to_char(month, 'YYYY-MM') FROM credit_row WHERE account = ? ORDER BY 1", String.class, ACCOUNT)).containsExactly("2026-09");
        assertThat(credit.house.asides().all()).as("October waits for September").extracting(AsideStore.Aside::rule).containsExactly("EARLIER");
    }

    private List<String> months() {
        return credit.sql.queryForList("SELECT to_char(month, 'YYYY-MM') FROM credit_run ORDER BY number", String.class);
    }

    private long lookedAt(String instant) throws IOException {
        credit.now = Instant.parse(instant);
        day.look();
        for (String number : List.copyOf(appointments)) {
            runs.run(Long.parseLong(number));
        }
        return appointments.stream().distinct().count();
    }

    @Test
    void aNoticeThatCannotBeDeliveredIsReleasedByTwoPeopleNotBefore() throws IOException {
        credit.run(SEPTEMBER, CreditFixture.one(1, 1));
        LocalDate episode = LocalDate.of(2026, 9, 1);
        step(episode, NoticeStep.What.DISPATCHED, 2, "short-message");
        assertThatThrownBy(() -> notices.proposeRelease(ACCOUNT, episode, "borrower", "no answer", "li")).isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.CREDIT_NOTICE_DELIVERABLE.code());
        assertThat(credit.sql.queryForObject("SELECT address FROM credit_notice WHERE event = 'dispatched'", String.class)).isEqualTo(house.data.pseudonym("13900000000")).doesNotContain("1390");
        assertThatThrownBy(() -> notices.step(new NoticeStep(ACCOUNT, episode, "borrower", NoticeStep.What.DISPATCHED, LocalDate.of(2026, 10, 2), "letter", null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems()).extracting(problem -> problem.code()).containsExactly(FailureCode.FIELD_MISSING, FailureCode.FIELD_MISSING));
        step(episode, NoticeStep.What.CAME_BACK, 3, null);
        step(episode, NoticeStep.What.DISPATCHED, 4, "letter");
        step(episode, NoticeStep.What.CAME_BACK, 9, null);
        long number = notices.proposeRelease(ACCOUNT, episode, "borrower", "came back twice", "li");
        assertThatThrownBy(() -> notices.answerRelease(number, true, "LI")).isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.DUTIES_NOT_SEPARATED.code());
        at(18);
        assertThatThrownBy(() -> notices.answerRelease(number, true, "wang")).isInstanceOf(Refusal.class).hasMessageContaining(FailureCode.CREDIT_NOTICE_TOO_EARLY.code());
        at(19);
        notices.answerRelease(number, true, "wang");
        credit.again(SEPTEMBER, CreditFixture.one(1, 1));
        assertThat(credit.house.asides().all()).extracting(AsideStore.Aside::item).as("the other person still waits").containsExactly("co-borrower-1");
    }

    private void at(int day) {
        credit.now = LocalDate.of(2026, 10, day).atTime(9, 0).toInstant(java.time.ZoneOffset.ofHours(8));
    }

    private void step(LocalDate episode, NoticeStep.What what, int day, String channel) {
        at(day);
        notices.step(new NoticeStep(ACCOUNT, episode, "borrower", what, LocalDate.of(2026, 10, day), channel, channel == null ? null : "v1", channel == null ? null : "13900000000"));
    }
}
