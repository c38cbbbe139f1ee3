package io.jinqiao.credit.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Identifiers the Center knows accounts and contracts by, where they are not the ones made of the bank's and the registry's numbers any more. Three names of one thing: the one it was made
 * with, every one it had, the one it has now.
 */
public final class Identifiers {
    private final Map<String, String> now = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();

    /** The Center took a change (211, 511). */
    public record Step(String was, String became) {}

    /** @param steps in the order the Center took them */
    public Identifiers(List<Step> steps) {
        for (Step step : steps) {
            String first = made.getOrDefault(step.was(), step.was());
            made.put(step.was(), first);
            made.put(step.became(), first);
            now.put(first, step.became());
        }
    }

    /** @param first as it was made @return as the Center knows it now */
    public String now(String first) {
        return now.getOrDefault(first, first);
    }

    /** @param one any it ever had @return as the Center knows it now */
    public String current(String one) {
        return now(made(one));
    }

    /** @param one any it ever had @return the one it was made with */
    public String made(String one) {
        return made.getOrDefault(one, one);
    }

    /** Whether something else has, or had, this identifier. */
    public boolean anothers(String one, String account) {
        String owner = made.get(one);
        return owner != null && !Objects.equals(owner, made(account));
    }
}
