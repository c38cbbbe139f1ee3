package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.desk.CutOff.Missed;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.timetable.BackOff;
import io.jinqiao.timetable.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutOffTest {
    private static final PartnerId DAILY = new PartnerId("bank-a");
    private static final PartnerId WEEKDAYS = new PartnerId("bank-b");
    private static final PartnerId NEVER = new PartnerId("bank-c");
    /** A Friday. */
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path home;

    @Test
    void aFileThatIsNotHereAtItsCutOffIsMissedOnceAndArrivesAfterAll() throws IOException {
        agree();
        try (Ledgers ledgers = new Ledgers(home)) {
            ledgers.clock.set("2026-11-20T01:00:00Z");
            for (PartnerId bank : List.of(DAILY, WEEKDAYS, NEVER)) {
                ledgers.open(Ledgers.loan(bank, "L", 1_000_000, FRIDAY.minusDays(1)));
            }
            CutOff cutOff = new CutOff(new NoTimetable(), ledgers.files, new Agreements(new Sources(home)), new WorkingCalendar(List.of()), ledgers.clock);
            ledgers.clock.set("2026-11-21T01:59:59Z");
            assertThat(cutOff.look()).as("10:00 of the centre has not come").isEmpty();
            ledgers.clock.set("2026-11-21T02:00:00Z");
            assertThat(cutOff.look()).containsExactly(new Missed(DAILY, FRIDAY), new Missed(WEEKDAYS, FRIDAY));
            assertThat(cutOff.look()).as("each is told once").isEmpty();
            ledgers.take(new TestFile(DAILY, "LATE", null, FRIDAY, List.of()));
            assertThat(ledgers.lines("SELECT partner || ' ' || (arrived_at IS NULL) FROM repayment_fact_missing ORDER BY partner"))
                    .containsExactly("bank-a false", "bank-b true");
            ledgers.clock.set("2026-11-23T02:00:00Z");
            assertThat(cutOff.look()).as("on a weekend one of them sends nothing; two days at once").containsExactly(
                    new Missed(DAILY, FRIDAY.plusDays(1)), new Missed(DAILY, FRIDAY.plusDays(2)));
        }
    }

    @Test
    void aFileIsMissedHoweverLongNobodyLooked() throws IOException {
        agree();
        try (Ledgers ledgers = new Ledgers(home)) {
            ledgers.clock.set("2026-11-20T01:00:00Z");
            ledgers.open(Ledgers.loan(DAILY, "L", 1_000_000, FRIDAY.minusDays(1)));
            CutOff cutOff = new CutOff(new NoTimetable(), ledgers.files, new Agreements(new Sources(home)), new WorkingCalendar(List.of()), ledgers.clock);
            cutOff.look();
            ledgers.clock.set("2026-12-20T02:00:00Z");
            assertThat(cutOff.look()).hasSize(30).startsWith(new Missed(DAILY, FRIDAY)).endsWith(new Missed(DAILY, LocalDate.of(2026, 12, 19)));
        }
    }

    @Test
    void aFileInTimeIsNotMissedAndAFallenOneIs() throws IOException {
        agree();
        try (Ledgers ledgers = new Ledgers(home)) {
            ledgers.clock.set("2026-11-21T01:00:00Z");
            ledgers.open(Ledgers.loan(DAILY, "L", 1_000_000, FRIDAY.minusDays(1)));
            ledgers.take(new TestFile(DAILY, "FALLS", null, FRIDAY, List.of(Told.paid("NOBODY", 1, FRIDAY, 1, 1))));
            CutOff cutOff = new CutOff(new NoTimetable(), ledgers.files, new Agreements(new Sources(home)), new WorkingCalendar(List.of()), ledgers.clock);
            ledgers.clock.set("2026-11-21T02:00:00Z");
            assertThat(cutOff.look()).containsExactly(new Missed(DAILY, FRIDAY));
            ledgers.take(new TestFile(DAILY, "SATURDAY", null, FRIDAY.plusDays(1), List.of()));
            ledgers.clock.set("2026-11-22T02:00:00Z");
            assertThat(cutOff.look()).isEmpty();
        }
    }

    @Test
    void anInstalmentThatFellDueOnADayOfWhichNothingWasToldIsNeitherPaidNorOverdueUntilTheFileComes() throws IOException {
        agree();
        try (Ledgers ledgers = new Ledgers(home)) {
            ledgers.open(Ledgers.loan(DAILY, "DUE", 1_000_000, FRIDAY.minusMonths(1)));
            ledgers.open(Ledgers.loan(DAILY, "LATER", 1_000_000, FRIDAY.minusDays(3)));
            ledgers.clock.set("2026-11-22T02:00:00Z");
            new CutOff(new NoTimetable(), ledgers.files, new Agreements(new Sources(home)), new WorkingCalendar(List.of()), ledgers.clock).look();
            String silent = "SELECT concat_ws(' ', partner, account_no, instalment, due_on, told_until) FROM repayment_fact_silent";
            assertThat(ledgers.lines(silent)).containsExactly("bank-a DUE 1 2026-11-20 2026-11-14");
            assertThat(ledgers.lines("SELECT account_no FROM repayment_fact_loan")).as("the ledger says nothing nobody told").isEmpty();
            ledgers.take(new TestFile(DAILY, "LATE", null, FRIDAY, List.of(Told.unpaid("DUE", 1, FRIDAY, 8_000, 1_000_000))));
            assertThat(ledgers.lines(silent)).as("now it is told").isEmpty();
        }
    }

    @Test
    void whatWasToldAheadOfItsDayIsNotOverdueBeforeItsBankToldOfThatDay() throws IOException {
        agree();
        try (Ledgers ledgers = new Ledgers(home)) {
            ledgers.open(Ledgers.loan(DAILY, "DUE", 1_000_000, FRIDAY.minusMonths(1)));
            ledgers.open(Ledgers.loan(WEEKDAYS, "OTHER", 1_000_000, FRIDAY.minusMonths(1)));
            LocalDate before = FRIDAY.minusDays(3);
            ledgers.take(new TestFile(DAILY, "AHEAD", null, before, List.of(Told.unpaid("DUE", 1, FRIDAY, 8_000, 1_000_000).on(before).with("result", "other"))));
            ledgers.take(new TestFile(WEEKDAYS, "WEEK", null, FRIDAY.plusDays(3), List.of(Told.paid("OTHER", 1, FRIDAY, 8_000, 992_000).on(FRIDAY.plusDays(3)))));
            String overdue = "SELECT concat_ws(' ', account_no, overdue, cumulative, days) FROM repayment_fact_loan WHERE account_no = 'DUE'";
            assertThat(ledgers.lines(overdue)).as("its bank told nothing of the due day").containsExactly("DUE 0 0 0");
            ledgers.clock.set("2026-11-25T21:00:00Z");
            ledgers.take(new TestFile(DAILY, "DAY", null, FRIDAY, List.of()));
            assertThat(ledgers.lines(overdue)).as("the bank told of the day, and of no payment").containsExactly("DUE 1 1 3");
            assertThat(ledgers.lines("SELECT l.overdue::text FROM repayment_loans_at('bank-a', '2026-11-23', '2026-11-25T20:30:00Z') l")).as("by what was known before").containsExactly("0");
        }
    }

    private void agree() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/repayment.yaml"), """
                format: 1
                every-bank: {tolerated-permille: 5, daily-file: {expected: every-day, by: "10:00"}, ledger: bank}
                banks:
                  - {bank: bank-b, agreement: {tolerated-permille: 0, daily-file: {expected: working-days, by: "10:00"}, ledger: bank}}
                  - {bank: bank-c, agreement: {tolerated-permille: 0, daily-file: {expected: never}, ledger: bank}}
                """);
    }

    static final class NoTimetable implements Timetable {
        @Override
        public void every(String name, Duration interval, Runnable job) {}

        @Override
        public void appointments(String name, BackOff backOff, Appointment appointment) {}

        @Override
        public void at(String name, String instance, Instant time, String payload) {}

        @Override
        public void cancel(String name, String instance) {}
    }
}
