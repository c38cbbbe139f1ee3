package io.jinqiao.mortgage.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.model.Limits.Pace;
import io.jinqiao.mortgage.model.NinetyDays.Alarm;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Working days of a registry, and the ninety calendar days of a pre-notice. */
class DaysTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 9, 24);
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(List.of(new WorkingCalendar.Year(
            2026,
            Set.of(LocalDate.of(2026, 9, 25), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 7)),
            Set.of(LocalDate.of(2026, 10, 10)))));
    private static final Limits LIMITS = new Limits(5, 30);

    @Test
    void aRegistrysDaysLeaveHolidaysOutAndCountMakeUpDays() {
        assertThat(LIMITS.promisedBy(CALENDAR, THURSDAY)).isEqualTo(LocalDate.of(2026, 10, 9));
        assertThat(new Limits(6, 30).promisedBy(CALENDAR, THURSDAY)).isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void aCaseIsLateTheDayAfterWhatWasPromisedAndUnlawfullyLateAfterTheLawsDays() {
        assertThat(pace(RegistrationState.ACCEPTED, LocalDate.of(2026, 10, 9))).isEqualTo(Pace.IN_TIME);
        assertThat(pace(RegistrationState.ACCEPTED, LocalDate.of(2026, 10, 10))).isEqualTo(Pace.LATE);
        LocalDate legal = LIMITS.legalBy(CALENDAR, THURSDAY);
        assertThat(pace(null, legal)).isEqualTo(Pace.LATE);
        assertThat(pace(null, legal.plusDays(1))).isEqualTo(Pace.UNLAWFULLY_LATE);
    }

    @Test
    void whatWaitsForUsOrIsOverIsNotLate() {
        LocalDate late = LocalDate.of(2027, 6, 1);
        assertThat(pace(RegistrationState.SUPPLEMENT, late)).isEqualTo(Pace.STANDS_STILL);
        assertThat(pace(RegistrationState.REGISTERED, late)).isEqualTo(Pace.OVER);
        assertThat(pace(RegistrationState.DELETED, late)).isEqualTo(Pace.OVER);
    }

    private static Pace pace(RegistrationState state, LocalDate today) {
        return LIMITS.pace(CALENDAR, THURSDAY, state, today);
    }

    /** The first of January does not count: the last day is the first of April, 90 days on. */
    @Test
    void ninetyCalendarDaysAreCountedFromTheDayAfter() {
        NinetyDays days = new NinetyDays(LocalDate.of(2026, 1, 1), null);
        assertThat(days.lastDay()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(days.alarm(LocalDate.of(2026, 3, 1))).isEqualTo(Alarm.RUNNING);
        assertThat(days.alarm(LocalDate.of(2026, 3, 2))).isEqualTo(Alarm.NEAR);
        assertThat(days.alarm(LocalDate.of(2026, 4, 1))).isEqualTo(Alarm.NEAR);
        assertThat(days.daysLeft(LocalDate.of(2026, 4, 1))).isEqualTo(1);
        assertThat(days.alarm(LocalDate.of(2026, 4, 2))).isEqualTo(Alarm.LOST);
        assertThat(days.daysLeft(LocalDate.of(2026, 4, 2))).isZero();
    }

    @Test
    void nothingRunsBeforeTheBuildingIsRegistered() {
        assertThat(new NinetyDays(null, null).alarm(LocalDate.of(2030, 1, 1))).isEqualTo(Alarm.NOT_YET);
        assertThat(new NinetyDays(null, null).daysLeft(LocalDate.of(2030, 1, 1))).isNull();
    }

    @Property
    void appliedForOnAnyOfTheNinetyDaysIsInTimeAndOnNoOther(@ForAll @IntRange(max = 200) int day, @ForAll @IntRange(max = 400) int today) {
        LocalDate start = LocalDate.of(2026, 2, 28);
        Alarm alarm = new NinetyDays(start, start.plusDays(day)).alarm(start.plusDays(today));
        assertThat(alarm).isEqualTo(day <= 90 ? Alarm.MET : Alarm.MET_LATE);
    }

    @Property
    void anUnusedPreNoticeIsLostExactlyAfterNinetyDays(@ForAll @IntRange(max = 400) int today) {
        LocalDate start = LocalDate.of(2028, 2, 28);
        assertThat(new NinetyDays(start, null).alarm(start.plusDays(today)) == Alarm.LOST).isEqualTo(today > 90);
    }
}
