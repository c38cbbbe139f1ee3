package io.jinqiao.risk;

import java.util.List;
import java.util.Set;

/**
 * A named, pure rule. Its grade, titles, sources, days and numbers stand in {@code rules/risk.yaml}.
 *
 * @param numbers names of its numeric parameters
 * @param words names of its parameters that are lists of words
 * @param touched the fields that break it, in our words; empty when it is kept
 */
record Rule(String name, Set<String> numbers, Set<String> words, Test touched) {

    @FunctionalInterface
    interface Test {
        List<String> apply(Facts facts, Parameters parameters);
    }
}
