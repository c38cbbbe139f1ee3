package io.jinqiao.loan.rules;

import static io.jinqiao.loan.model.LoanEvent.Type.ACCEPTED;
import static io.jinqiao.loan.model.LoanEvent.Type.APPROVED;
import static io.jinqiao.loan.model.LoanEvent.Type.ATTACHMENTS_COMPLETE;
import static io.jinqiao.loan.model.LoanEvent.Type.FUNDS_ARRIVED;
import static io.jinqiao.loan.model.LoanEvent.Type.FUNDS_AWAITED;
import static io.jinqiao.loan.model.LoanEvent.Type.INITIAL_REVIEWED;
import static io.jinqiao.loan.model.LoanEvent.Type.RETURNED;
import static io.jinqiao.loan.model.LoanEvent.Type.SUPPLEMENTED;
import static io.jinqiao.loan.model.LoanEvent.Type.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.LoanDeadline.Kind;
import io.jinqiao.loan.LoanDeadline.Owner;
import io.jinqiao.loan.LoanDeadline.State;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.rules.Clocks.Happened;
import io.jinqiao.loan.rules.DeadlineClock.Stretch;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.rulebook.CalendarFiles;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
    private static final Sources PACKAGED = new Sources(Path.of("target/no-home"));
    private static final WorkingCalendar CALENDAR = new CalendarFiles().workingCalendar(PACKAGED);

    @TempDir
    Path home;

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Events written {@code type day, type day}. */
    private static List<Happened> events(Object... typesAndDays) {
        List<Happened> events = new ArrayList<>();
        for (int i = 0; i < typesAndDays.length; i += 2) {
            events.add(new Happened((LoanEvent.Type) typesAndDays[i], day((String) typesAndDays[i + 1])));
        }
        return events;
    }

    private static LoanDeadline clock(
            @Nullable String assumptions, String name, LoanDeadline.Clock clock, String today, List<Happened> events) {
        Deadlines deadlines = DeadlineFile.read(PACKAGED, assumptions);
        return new Clocks(deadlines, CALENDAR)
                .of(events, day(today)).stream()
                        .filter(d -> d.name().equals(name) && d.clock() == clock)
                        .findFirst()
                        .orElse(null);
    }

    private static LoanDeadline promised(String name, String today, Object... typesAndDays) {
        return clock(null, name, LoanDeadline.Clock.PROMISED, today, events(typesAndDays));
    }

    private static LoanDeadline legal(String today, Object... typesAndDays) {
        return clock(null, "decision", LoanDeadline.Clock.LEGAL, today, events(typesAndDays));
    }

    // --- counting

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 5, 2026-11-30",
        "2026-09-30, 5, 2026-10-13", // National Day week off, make-up Saturday Oct 10 worked
        "2026-09-18, 5, 2026-09-24", // make-up Sunday Sep 20 worked
        "2026-02-12, 3, 2026-02-24", // Fri 13, make-up Sat 14, then nine days off
        "2026-12-29, 5, 2027-01-05", // into a year nobody published
    })
    void countsWorkingDaysWithoutTheDayItStarts(String started, int days, String due) {
        assertThat(new DeadlineClock(CALENDAR, Kind.WORKING, List.of()).due(day(started), days)).isEqualTo(day(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 15, 2026-09-16",
        "2026-09-16, 15, 2026-10-08", // Oct 1 is off: the next working day
        "2026-09-05, 15, 2026-09-20", // a make-up Sunday is a working day
        "2026-11-07, 15, 2026-11-23", // Nov 22 is a Sunday
    })
    void endsACalendarLimitOnAWorkingDay(String started, int days, String due) {
        assertThat(new DeadlineClock(CALENDAR, Kind.CALENDAR, List.of()).due(day(started), days)).isEqualTo(day(due));
    }

    @Test
    void countsTheDayAPauseBeginsAndNotTheDayItEnds() {
        List<Stretch> pause = List.of(new Stretch(day("2026-11-25"), day("2026-12-01")));
        DeadlineClock clock = new DeadlineClock(CALENDAR, Kind.WORKING, pause);
        // Nov 24 and 25 count, Nov 26 to Dec 1 do not, Dec 2, 3 and 4 do
        assertThat(clock.due(day("2026-11-23"), 5)).isEqualTo(day("2026-12-04"));
        DeadlineClock calendar = new DeadlineClock(CALENDAR, Kind.CALENDAR, pause);
        assertThat(calendar.due(day("2026-11-23"), 5)).isEqualTo(day("2026-12-04"));
    }

    @Test
    void losesNothingToAPauseOfOneDay() {
        List<Stretch> pause = List.of(new Stretch(day("2026-11-25"), day("2026-11-25")));
        assertThat(new DeadlineClock(CALENDAR, Kind.WORKING, pause).due(day("2026-11-23"), 5)).isEqualTo(day("2026-11-30"));
    }

    @Test
    void knowsNoDueDayWhileAPauseLasts() {
        List<Stretch> pause = List.of(new Stretch(day("2026-11-25"), null));
        DeadlineClock clock = new DeadlineClock(CALENDAR, Kind.WORKING, pause);
        assertThat(clock.due(day("2026-11-23"), 5)).isNull();
        assertThat(clock.due(day("2026-11-23"), 2)).isEqualTo(day("2026-11-25"));
    }

    // --- clocks of a loan

    @Test
    void startsWhenEveryScanIsHereNotBefore() {
        assertThat(promised("initial-review", "2026-11-24", ACCEPTED, "2026-11-23")).isNull();
        LoanDeadline review =
                promised("initial-review", "2026-11-25", ACCEPTED, "2026-11-23", ATTACHMENTS_COMPLETE, "2026-11-24");
        assertThat(review.started()).isEqualTo(day("2026-11-24"));
        assertThat(review.dueOn()).isEqualTo(day("2026-12-01"));
        assertThat(review.daysLeft()).isEqualTo(4);
        assertThat(review.state()).isEqualTo(State.RUNNING);
        assertThat(review.owner()).isEqualTo(Owner.CENTRE);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, RUNNING, 0", "2026-12-01, LATE, -1", "2026-12-07, LATE, -5"})
    void isLateTheDayAfterItsLastDay(String today, State state, int left) {
        LoanDeadline review = promised("initial-review", today, ATTACHMENTS_COMPLETE, "2026-11-23");
        assertThat(review.state()).isEqualTo(state);
        assertThat(review.daysLeft()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, MET", "2026-12-01, MET_LATE"})
    void saysWhetherWhatItWaitedForCameInTime(String reviewed, State state) {
        LoanDeadline review =
                promised("initial-review", "2026-12-31", ATTACHMENTS_COMPLETE, "2026-11-23", INITIAL_REVIEWED, reviewed);
        assertThat(review.state()).isEqualTo(state);
        assertThat(review.daysLeft()).isNull();
    }

    @Test
    void standsStillWhileReturnedAndWhileWaitingForFunds() {
        LoanDeadline paused =
                promised("decision", "2026-12-10", ATTACHMENTS_COMPLETE, "2026-11-23", RETURNED, "2026-11-25");
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.dueOn()).isNull();
        assertThat(paused.daysLeft()).isEqualTo(8);
        LoanDeadline resumed = promised(
                "decision", "2026-12-10", ATTACHMENTS_COMPLETE, "2026-11-23", RETURNED, "2026-11-25", SUPPLEMENTED, "2026-12-01",
                FUNDS_AWAITED, "2026-12-02", FUNDS_ARRIVED, "2026-12-08");
        assertThat(resumed.state()).isEqualTo(State.RUNNING);
        assertThat(resumed.dueOn()).isEqualTo(day("2026-12-17"));
    }

    @Test
    void staysLateWhenItIsReturnedAfterItsLastDay() {
        LoanDeadline late =
                promised("initial-review", "2026-12-10", ATTACHMENTS_COMPLETE, "2026-11-23", RETURNED, "2026-12-03");
        assertThat(late.state()).isEqualTo(State.LATE);
    }

    @Test
    void endsEveryClockWhenTheBorrowerWithdraws() {
        LoanDeadline ended = promised("decision", "2026-12-31", ATTACHMENTS_COMPLETE, "2026-11-23", WITHDRAWN, "2026-11-25");
        assertThat(ended.state()).isEqualTo(State.MET);
    }

    @Test
    void countsTheSupplementAnewForEveryReturn() {
        LoanDeadline second = promised(
                "supplement", "2026-12-10", RETURNED, "2026-11-23", SUPPLEMENTED, "2026-11-24", RETURNED, "2026-12-01");
        assertThat(second.started()).isEqualTo(day("2026-12-01"));
        assertThat(second.state()).isEqualTo(State.RUNNING);
        assertThat(second.owner()).isEqualTo(Owner.BORROWER);
        assertThat(second.assumed()).isTrue();
    }

    // --- the legal clock

    @Test
    void runsFifteenDaysByTheTextOf2019() {
        LoanDeadline legal = legal("2026-09-20", ATTACHMENTS_COMPLETE, "2026-09-16");
        assertThat(legal.dueOn()).isEqualTo(day("2026-10-08"));
        assertThat(legal.kind()).isEqualTo(Kind.CALENDAR);
        assertThat(legal.assumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-20", "2026-11-23"})
    void assumesNothingAboutTheUnknownLegalLimit(String started) {
        LoanDeadline legal = legal("2026-12-31", ATTACHMENTS_COMPLETE, started);
        assertThat(legal.state()).isEqualTo(State.UNKNOWN);
        assertThat(legal.dueOn()).isNull();
        assertThat(legal.daysLeft()).isNull();
        assertThat(legal.source()).contains("Order 844");
    }

    @Test
    void keepsTheOldLimitForAClockThatStartedBeforeTheNewOne() {
        assertThat(legal("2026-09-25", ATTACHMENTS_COMPLETE, "2026-09-19").dueOn()).isEqualTo(day("2026-10-08"));
    }

    @Test
    void marksTheAssumptionOfTheDemonstration() {
        LoanDeadline legal = clock(
                "workbench/assumed-limits.yaml", "decision", LoanDeadline.Clock.LEGAL, "2026-11-24",
                events(ATTACHMENTS_COMPLETE, "2026-11-23"));
        assertThat(legal.assumed()).isTrue();
        assertThat(legal.dueOn()).isEqualTo(day("2026-12-07"));
        assertThat(legal.source()).contains("assumption");
    }

    @Test
    void refusesToAssumeWhatIsKnown() throws IOException {
        Files.writeString(
                home.resolve("own.yaml"),
                "format: 1\nlimits:\n  - {deadline: decision, clock: legal, from: 2002-03-24, kind: working, days: 3, source: x}\n");
        assertThatThrownBy(() -> DeadlineFile.read(new Sources(home), "own.yaml"))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("own.yaml:3:5  limits[0]  没有这个未定时限 / there is no unknown limit of decision, legal, from 2002-03-24");
    }

    @Test
    void marksADueDayInAYearNobodyPublished() {
        LoanDeadline valid = promised("approval-validity", "2026-11-24", APPROVED, "2026-11-23");
        assertThat(valid.dueOn()).isEqualTo(day("2027-02-22"));
        assertThat(valid.provisional()).isTrue();
        assertThat(promised("decision", "2026-11-24", ATTACHMENTS_COMPLETE, "2026-11-23").provisional()).isFalse();
    }

    // --- files

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deadlines | event: returned | event: returnd | \"returnd\" is not one of",
                "deadlines | days: unknown | days: unknwn | days",
                "deadlines | owner: centre | owner: center | owner",
                "schemes | home-kinds: [pre-sold] | home-kinds: [] | no scheme is taken for homes of the kind pre-sold",
                "schemes | home-kinds: [pre-sold] | home-kinds: [pre-sold, new] | homes of the kind new have two schemes",
                "schemes | scheme: pledge | scheme: surety | the scheme \"surety\" is there twice",
                "rates | version: R20250508 | version: R20240518 | another table has this version",
                "rates | {home: 1, up-to-months: 360, percent: 2.60} | {home: 1, up-to-months: 300, percent: 2.60} | no rate for a first home over 360 months",
            })
    void stopsTheStartOnABrokenFile(String file, String from, String to, String message) throws IOException {
        Path own = home.resolve("rules/" + file + ".yaml");
        Files.createDirectories(own.getParent());
        String text = PACKAGED.get("rules/" + file + ".yaml").text();
        assertThat(text).contains(from);
        Files.writeString(own, text.replace(from, to));
        assertThatThrownBy(() -> new LoanRules(new Sources(home), CALENDAR, new LoanProperties(null)))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("rules/" + file + ".yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void tellsTheProblemsOfAllFilesAtOnce() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/rates.yaml"), "format: 2\n");
        Files.writeString(home.resolve("rules/schemes.yaml"), "format: 2\n");
        assertThatThrownBy(() -> new LoanRules(new Sources(home), CALENDAR, new LoanProperties(null)))
                .hasMessageContaining("rules/rates.yaml:")
                .hasMessageContaining("rules/schemes.yaml:");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-07, 1, 60, 2.35", "2025-05-08, 1, 60, 2.10", "2026-11-23, 1, 61, 2.60", "2026-11-23, 2, 60, 2.525",
        "2026-11-23, 2, 360, 3.075"
    })
    void knowsTheRateOfADay(String on, int ordinal, int months, String percent) {
        Rates rates = Rates.read(PACKAGED);
        assertThat(rates.at(day(on), ordinal, months).orElseThrow().percent()).isEqualByComparingTo(percent);
        assertThat(rates.at(day("2024-05-17"), 1, 60)).isEmpty();
        assertThat(rates.at(day(on), 3, 60)).isEmpty();
    }
}
