package io.jinqiao.mortgage.model;

import io.jinqiao.message.RegistrationState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A state with its moment. Later ones win, whichever was heard first; of two at the same moment the one further on, and the rest only so that
 * the order of hearing never matters.
 */
public record Mark(RegistrationState state, Instant at, @Nullable String reason, @Nullable LocalDate dueOn) {
    private static final Comparator<Mark> ORDER = Comparator.comparing(Mark::at)
            .thenComparing(Mark::state)
            .thenComparing(Mark::reason, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Mark::dueOn, Comparator.nullsFirst(Comparator.naturalOrder()));

    static @Nullable Mark later(@Nullable Mark one, Mark other) {
        return one == null || ORDER.compare(one, other) < 0 ? other : one;
    }
}
