package io.jinqiao.credit.notice;

import java.util.List;
import java.util.Set;

/**
 * Nobody is told of to the Center for the first time without their written consent. What the Center knows already is kept right with or without a consent that
 * still runs: a record that stops would say something wrong.
 */
public final class ConsentGate {
    private ConsentGate() {}

    /**
     * @param parts everybody the record tells of
     * @param consented those whose consent was in force
     * @param known whether the Center has the account
     * @return whose consent the record waits for; empty when it may leave
     */
    public static List<String> holds(List<String> parts, Set<String> consented, boolean known) {
        return known ? List.of() : parts.stream().filter(part -> !consented.contains(part)).toList();
    }
}
