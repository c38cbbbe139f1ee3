package io.jinqiao.repayment.rules;

import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Party;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which step of collection is due when, and what a contact may not be.
 *
 * @param rungs from mild to grave
 * @param filingWithin working days after an act in which its record should be here
 * @param longestPromise calendar days
 * @param pauses how many promises of a case stop its steps while they run
 * @param again working days after the last deadline until the same step is ordered again
 */
public record Ladder(LocalDate from, Contact contact, int filingWithin, int longestPromise, int pauses, List<Rung> rungs, int again) {

    /** The same in two languages. */
    public record Clause(String zh, String en) {
        @Override
        public String toString() {
            return zh + " / " + en;
        }
    }

    /**
     * @param steps in which a person is spoken to
     * @param persons who may be told of the debt
     * @param from first minute of the day, at the centre
     * @param to first minute after it
     * @param apart least time between two contacts with one person; after a try that reached nobody {@code apartNotReached}
     */
    public record Contact(
            Set<CollectionStep> steps, Set<Party.Role> persons, LocalTime from, LocalTime to, Duration apart, Duration apartNotReached, Clause clause) {}

    /**
     * @param instalments overdue, at least
     * @param days since the oldest was due, at least
     * @param within working days the bank has
     */
    public record Rung(String id, CollectionStep step, int instalments, int days, int within, List<Party.Role> whom) {}

    /** The gravest step that fits. */
    public Optional<Rung> fitting(int instalments, int days) {
        return rungs.stream().filter(rung -> instalments >= rung.instalments() && days >= rung.days()).reduce((mild, grave) -> grave);
    }

    /** How grave a step is: its place from 0; −1 for none of this ladder. */
    public int place(String id) {
        return rungs.stream().map(Rung::id).toList().indexOf(id);
    }
}
