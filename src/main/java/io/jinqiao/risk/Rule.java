package io.jinqiao.risk;

import java.util.List;
import java.util.Set;

/**
 * A named, pure rule. Its grade, titles, sources, days and numbers stand in a file.
 *
 * @param <F> what it looks at
 * @param numbers names of its numeric parameters
 * @param words names of its parameters that are lists of words
 * @param touched the fields that break it, in our words; empty when it is kept
 */
record Rule<F>(String name, Set<String> numbers, Set<String> words, Test<F> touched) {

    @FunctionalInterface
    interface Test<F> {
        List<String> apply(F facts, Parameters parameters);
    }
}
