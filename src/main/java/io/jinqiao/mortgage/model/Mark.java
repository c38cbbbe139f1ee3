package io.jinqiao.mortgage.model;

import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A state with its moment. What stands in the register is past every step of the way there, and what was taken off is past that, whatever moments are
 * told: a day without a time reads as its midnight, and a clock that is wrong must not keep a deletion from us. Else later ones win, whichever was
 * heard first; of two at the same moment the one further on, and the rest only so that the order of hearing never matters.
 *
 * @param registryNo by which the registry called the case when it told this
 */
public record Mark(RegistrationState state, Instant at, @Nullable String reason, @Nullable LocalDate dueOn, String registryNo) {
    private static final Comparator<Mark> ORDER = Comparator.comparing(Mark::past)
            .thenComparing(Mark::counted)
            .thenComparing(Mark::state)
            .thenComparing(Mark::reason, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Mark::dueOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Mark::registryNo);

    private int past() {
        return switch (state) {
            case DELETED -> 2;
            case REGISTERED -> 1;
            case SUBMITTED, ACCEPTED, SUPPLEMENT, REJECTED, WITHDRAWN -> 0;
        };
    }

    /** What is asked for, refused or taken off on a day without a time comes after what was told of that day: else it would be lost behind the receipt of the morning. */
    Instant counted() {
        boolean asks = state == RegistrationState.SUPPLEMENT || state == RegistrationState.REJECTED || state == RegistrationState.WITHDRAWN || state == RegistrationState.DELETED;
        ZonedDateTime told = at.atZone(WorkingCalendar.ZONE);
        return asks && told.toLocalTime().equals(LocalTime.MIDNIGHT) ? told.plusDays(1).toInstant().minusMillis(1) : at;
    }

    static @Nullable Mark later(@Nullable Mark one, Mark other) {
        return one == null || ORDER.compare(one, other) < 0 ? other : one;
    }
}
