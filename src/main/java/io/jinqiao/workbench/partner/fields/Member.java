package io.jinqiao.workbench.partner.fields;

import io.jinqiao.rulebook.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member of a content as its schema sees it. @param line null for a group around others */
record Member(Node.@Nullable Group line, boolean list, Map<String, Member> inner) {

    static Map<String, Member> of(List<Node> lines) {
        Map<String, Member> top = new LinkedHashMap<>();
        for (Node node : lines) {
            Node.Group line = (Node.Group) node;
            String[] path = String.valueOf(line.text("their")).split("\\.");
            Map<String, Member> at = top;
            for (int i = 0; i < path.length - 1; i++) {
                at = at.computeIfAbsent(path[i], p -> new Member(null, false, new LinkedHashMap<>())).inner();
            }
            List<Node> rows = line.rows("rows");
            at.put(path[path.length - 1], new Member(line, !rows.isEmpty(), of(rows)));
        }
        return top;
    }

    boolean leaf() {
        return inner.isEmpty();
    }

    boolean required() {
        return line != null && "true".equals(line.text("required"));
    }

    String text(String word) {
        String text = line == null ? null : line.text(word);
        return text == null ? "" : text;
    }
}
