package io.jinqiao.workbench.bench.mutation;

/**
 * One change PIT made.
 *
 * @param type class below {@code io.jinqiao}, such as {@code signing.Freshness}
 * @param change what was changed, as PIT says it
 * @param line from 1
 * @param code the changed line of the source, without the blanks around it; empty when there is no such line
 */
record Mutant(String type, String method, String change, int line, String code, boolean killed) {
    static final String BASE = "io.jinqiao.";

    /** One line for people, jumpable in an editor. */
    String words() {
        return type + ":" + line + " " + method + ": " + change + "\n      " + code;
    }
}
