package io.jinqiao.loan.rules;

import io.jinqiao.loan.LoanDeadline.Clock;
import io.jinqiao.loan.LoanDeadline.Kind;
import io.jinqiao.loan.LoanDeadline.Owner;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Pause;
import io.jinqiao.rulebook.EffectiveTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who must do what by when ({@code rules/deadlines.yaml}). @param reportGrace working days */
public record Deadlines(List<Deadline> all, int reportGrace) {
    public Deadlines {
        all = List.copyOf(all);
    }

    /**
     * @param limits by clock; a clock runs by the limit in force on the day it starts
     */
    public record Deadline(
            String name,
            String chinese,
            String english,
            Owner owner,
            LoanEvent.Type starts,
            boolean restarts,
            Set<LoanEvent.Type> ends,
            Set<Pause.Reason> pauses,
            Map<Clock, EffectiveTable<Limit>> limits) {
        public Deadline {
            ends = Set.copyOf(ends);
            pauses = Set.copyOf(pauses);
            limits = Map.copyOf(limits);
        }
    }

    /** @param days null: not known to us */
    public record Limit(
            Clock clock, Kind kind, @Nullable Integer days, LocalDate from, boolean assumed, String source) {}

    /** @throws NoSuchElementException when the file has no such deadline */
    public Deadline named(String name) {
        return all.stream()
                .filter(deadline -> deadline.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("rules/deadlines.yaml has no deadline " + name));
    }
}
