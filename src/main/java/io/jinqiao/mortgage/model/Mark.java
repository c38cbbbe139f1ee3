package io.jinqiao.mortgage.model;

import io.jinqiao.message.RegistrationState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A state with its moment. What stands in the register is past every step of the way there, and what was taken off is past that, whatever moments are
 * told: a day without a time reads as its midnight, and a clock that is wrong must not keep a deletion from us. Else later ones win, whichever was
 * heard first; of two at the same moment the one further on, and the rest only so that the order of hearing never matters.
 */
public record Mark(RegistrationState state, Instant at, @Nullable String reason, @Nullable LocalDate dueOn) {
    private static final Comparator<Mark> ORDER = Comparator.comparing(Mark::past)
            .thenComparing(Mark::at)
            .thenComparing(Mark::state)
            .thenComparing(Mark::reason, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Mark::dueOn, Comparator.nullsFirst(Comparator.naturalOrder()));

    private int past() {
        return switch (state) {
            case DELETED -> 2;
            case REGISTERED -> 1;
            case SUBMITTED, ACCEPTED, SUPPLEMENT, REJECTED, WITHDRAWN -> 0;
        };
    }

    static @Nullable Mark later(@Nullable Mark one, Mark other) {
        return one == null || ORDER.compare(one, other) < 0 ? other : one;
    }
}
