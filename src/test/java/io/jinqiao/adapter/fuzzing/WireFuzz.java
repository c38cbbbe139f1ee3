package io.jinqiao.adapter.fuzzing;

/**
 * What a coverage-guided fuzzer calls; {@code docs/fuzzing.md} has the commands. The target's name is in {@code -Djinqiao.fuzz}.
 */
public final class WireFuzz {
    private static final WireTarget TARGET = WireTarget.named(System.getProperty("jinqiao.fuzz", "ccb-request"));

    private WireFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.read(bytes);
    }
}
