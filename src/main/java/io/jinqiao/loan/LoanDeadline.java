package io.jinqiao.loan;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One clock of one loan, as it stands today.
 *
 * @param name such as {@code decision}
 * @param started day of the event that started it; not counted itself
 * @param dueOn last day in time; null while paused, or when the number of days is not known
 * @param daysLeft days of its kind until and with the due day, negative when late; null when ended or not known
 * @param provisional the due day lies in a year whose holidays nobody published yet
 * @param assumed the number of days is an assumption
 * @param source where the number of days stands
 */
public record LoanDeadline(
        String name,
        String chinese,
        String english,
        Owner owner,
        Clock clock,
        Kind kind,
        LocalDate started,
        @Nullable LocalDate dueOn,
        @Nullable Integer daysLeft,
        State state,
        boolean provisional,
        boolean assumed,
        String source) {

    /** Who must act. */
    public enum Owner {
        CENTRE,
        BANK,
        REGISTRY,
        BORROWER,
        CORE
    }

    public enum Clock {
        LEGAL,
        PROMISED
    }

    public enum Kind {
        CALENDAR,
        WORKING
    }

    public enum State {
        RUNNING,
        LATE,
        PAUSED,
        /** What it waited for happened in time. */
        MET,
        MET_LATE,
        /** The number of days is not known to us. */
        UNKNOWN
    }

    public String title(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
