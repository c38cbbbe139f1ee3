package io.jinqiao.mortgage.model;

import java.util.Set;

/**
 * Kinds of papers a registry wants to see.
 *
 * @param needs nothing is filed without one of each
 * @param sends go along when they are here
 */
public record Wanted(Set<String> needs, Set<String> sends) {
    public Wanted {
        needs = Set.copyOf(needs);
        sends = Set.copyOf(sends);
    }

    boolean has(String kind) {
        return needs.contains(kind) || sends.contains(kind);
    }
}
