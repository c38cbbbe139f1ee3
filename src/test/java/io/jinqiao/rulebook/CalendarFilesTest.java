package io.jinqiao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFilesTest {
    @TempDir
    Path home;

    private final WorkingCalendar calendar =
            new CalendarFiles().workingCalendar(new Sources(Path.of("target/no-home")));

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10", "2026-11-23"})
    void worksOnMakeUpDaysAndOrdinaryMondays(String date) {
        assertThat(calendar.isWorkingDay(day(date))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-02-16", "2026-04-06", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-07", "2026-11-22"})
    void restsOnHolidaysAndOrdinarySundays(String date) {
        assertThat(calendar.isWorkingDay(day(date))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-18, 1, 2026-09-20", // Friday, then the make-up Sunday
        "2026-09-24, 1, 2026-09-28", // over the Mid-Autumn Festival
        "2026-09-30, 3, 2026-10-10", // National Day week, then Thursday, Friday and the make-up Saturday
        "2026-02-13, 2, 2026-02-24", // make-up Saturday, then nine days off
        "2026-05-08, 1, 2026-05-09",
        "2026-11-23, 0, 2026-11-23",
    })
    void countsWorkingDaysAfterADay(String from, int count, String expected) {
        assertThat(calendar.plus(day(from), count)).isEqualTo(day(expected));
        assertThat(calendar.between(day(from), day(expected))).isEqualTo(count);
    }

    @Test
    void movesOnFromADayOff() {
        assertThat(calendar.workedOnOrAfter(day("2026-10-01"))).isEqualTo(day("2026-10-08"));
        assertThat(calendar.workedOnOrAfter(day("2026-10-10"))).isEqualTo(day("2026-10-10"));
    }

    @Test
    void countsMondayToFridayInAYearNobodyPublishedAndSaysSo() {
        assertThat(calendar.isWorkingDay(day("2027-01-01"))).isTrue();
        assertThat(calendar.isWorkingDay(day("2027-01-02"))).isFalse();
        assertThat(calendar.provisional(day("2027-01-01"))).isTrue();
        assertThat(calendar.provisional(day("2026-12-31"))).isFalse();
    }

    @Test
    void missesTheNextYearAMonthBefore() {
        assertThat(calendar.nextYearMissing(day("2026-11-30"))).isFalse();
        assertThat(calendar.nextYearMissing(day("2026-12-01"))).isTrue();
    }

    @Test
    void refusesAFileThatContradictsItself() throws IOException {
        Path file = home.resolve("rules/calendar/2027.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                format: 1
                year: 2027
                source: invented
                checked: false
                off: [{from: 2027-01-01, to: 2027-01-03, holiday: New Year}]
                worked: [2027-01-02, 2027-01-05]
                """);
        assertThatThrownBy(() -> new CalendarFiles().workingCalendar(new Sources(home)))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("rules/calendar/2027.yaml:6:10  worked[0]  既放假又上班 / 2027-01-02 is both off and worked")
                .hasMessageContaining("rules/calendar/2027.yaml:6:22  worked[1]  不是周末，本来就上班 / 2027-01-05 is no weekend day");
    }
}
