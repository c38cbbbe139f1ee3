package io.jinqiao.adapter.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a request.
 *
 * @param lines those for every message
 * @param by line of the place that chooses more of them; null: nothing chooses
 * @param forWords all lines of a message, by the word in that place
 */
public record RequestLines(List<Line> lines, Line.@Nullable Field by, Map<String, List<Line>> forWords) {
    public RequestLines(List<Line> lines) {
        this(lines, null, Map.of());
    }
}
