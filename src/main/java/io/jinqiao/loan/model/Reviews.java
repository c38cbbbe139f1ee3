package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan.Stage;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who reviewed.
 *
 * @param initial who did the latest initial review
 * @param second who did the latest second review
 * @param recommended what the latest review said; false before the first
 * @param officers everybody who ever reviewed it, also those whose review was done again by another
 * @param callers who said so each time; empty also for reviews of a time when that was not written down
 */
public record Reviews(
        @Nullable String initial, @Nullable String second, boolean recommended, Set<String> officers, Set<String> callers) {
    public static final Reviews NONE = new Reviews(null, null, false, Set.of(), Set.of());

    public Reviews {
        officers = Set.copyOf(officers);
        callers = Set.copyOf(callers);
    }

    Reviews with(Stage stage, boolean says, Officer by) {
        boolean first = stage == Stage.INITIAL;
        return new Reviews(
                first ? by.name() : initial, first ? second : by.name(), says, and(officers, by.name()), and(callers, by.caller()));
    }

    /** The other review is this officer's. */
    boolean otherIsBy(Stage stage, Officer officer) {
        String other = stage == Stage.INITIAL ? second : initial;
        return other != null && officer.isSamePerson(other);
    }

    /** Neither the officer nor the caller had part in a review. Whose part nobody wrote down may have been theirs. */
    boolean leaveFree(Officer officer) {
        return officers.isEmpty() == callers.isEmpty()
                && officers.stream().noneMatch(officer::isSamePerson)
                && callers.stream().noneMatch(officer::isSameCaller);
    }

    private static Set<String> and(Set<String> all, String one) {
        Set<String> more = new TreeSet<>(all);
        more.add(one);
        return more;
    }
}
