package io.jinqiao.adapter.descriptor;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.function.UnaryOperator;

/** Texts of a file with configured values in the place of their placeholders. */
record Filled(UnaryOperator<String> placeholders, Problems problems) {

    String text(Members group, String name) {
        return text(group.node(name), group.text(name));
    }

    /** What has no value is told, and stays as it is. */
    String text(Node at, String text) {
        try {
            return placeholders.apply(text);
        } catch (IllegalArgumentException e) {
            problems.at(at, "占位符没有值 / a placeholder has no value", e.getMessage());
            return text;
        }
    }
}
