package io.jinqiao.adapter.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a mapping table, checked; {@code their} is the path from the nearest group or row around it. */
public sealed interface Line {

    /**
     * @param required the wire must have it whenever the group around it is there
     * @param fallback canonical text to take when the wire has none; null: none
     */
    record Field(List<String> our, List<String> their, Value value, boolean required, @Nullable String fallback)
            implements Line {}

    /** A value of ours that stands outside the rows, and the same in every one of theirs. */
    record Shared(Field field) implements Line {}

    /**
     * A repeated group, one row of theirs for one of ours.
     *
     * @param max more rows are not built
     * @param required the wire must have one whenever the group around it is there
     */
    record Rows(List<String> our, List<String> their, List<Line> lines, int max, boolean required) implements Line {}

    /** Always the same text on the wire, without a place in our words. @param alsoRead what others write in its place */
    record Constant(List<String> their, String text, Kind kind, List<String> alsoRead) implements Line {}

    /** Never written; where it is read, it must be one of these, or one of those that stand for no value. */
    record Expected(List<String> their, List<String> texts, List<String> absent) implements Line {}

    /** Agreed, but nothing we use: read over, never written. */
    record Ignored(List<String> their) implements Line {}
}
