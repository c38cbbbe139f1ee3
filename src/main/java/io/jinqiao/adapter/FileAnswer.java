package io.jinqiao.adapter;

/**
 * The file that says what became of a file.
 *
 * @param refused whether the whole file was
 * @param companion what must lie beside it when it is complete; null: it gets its name only then
 */
public record FileAnswer(String name, byte[] bytes, boolean refused, @org.jspecify.annotations.Nullable Companion companion) {

    /** A marker file. */
    public record Companion(String name, byte[] bytes) {}
}
