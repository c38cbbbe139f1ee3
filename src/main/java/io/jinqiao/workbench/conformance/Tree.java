package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Places in a content by their path: names, and numbers of rows from 0. */
final class Tree {
    private Tree() {}

    static @Nullable Content get(Content in, List<Object> path) {
        Content at = in;
        for (Object step : path) {
            if (at instanceof Content.Group group && step instanceof String name) {
                at = group.get(name);
            } else if (at instanceof Content.Rows rows && step instanceof Integer row && row < rows.rows().size()) {
                at = rows.rows().get(row);
            } else {
                return null;
            }
        }
        return at;
    }

    /** A copy with another value at the path, or without the place; groups on the way are made. */
    static Content.Group with(Content.Group in, List<Object> path, @Nullable Content value) {
        return (Content.Group) Objects.requireNonNull(replaced(in, path, value));
    }

    private static @Nullable Content replaced(@Nullable Content in, List<Object> path, @Nullable Content value) {
        if (path.isEmpty()) {
            return value;
        }
        List<Object> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Integer row) {
            List<Content.Group> rows = new ArrayList<>(((Content.Rows) Objects.requireNonNull(in)).rows());
            rows.set(row, (Content.Group) Objects.requireNonNull(replaced(rows.get(row), rest, value)));
            return new Content.Rows(rows);
        }
        String name = (String) path.get(0);
        Map<String, Content> members = new LinkedHashMap<>(in instanceof Content.Group group ? group.members() : Map.of());
        Content inner = replaced(members.get(name), rest, value);
        if (inner == null) {
            members.remove(name);
        } else {
            members.put(name, inner);
        }
        return new Content.Group(members);
    }

    /** As failures write it: {@code parties[0].name}. */
    static String words(List<Object> path) {
        StringBuilder words = new StringBuilder();
        for (Object step : path) {
            words.append(step instanceof Integer row ? "[" + row + "]" : (words.isEmpty() ? "" : ".") + step);
        }
        return words.toString();
    }

    /** The first place in which two contents differ; null: none. */
    static @Nullable String difference(@Nullable Content one, @Nullable Content other, String at) {
        if (Objects.equals(one, other)) {
            return null;
        }
        if (one instanceof Content.Group a && other instanceof Content.Group b) {
            Map<String, Content> names = new LinkedHashMap<>(a.members());
            names.putAll(b.members());
            return names.keySet().stream()
                    .map(name -> difference(a.get(name), b.get(name), at.isEmpty() ? name : at + "." + name))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(at);
        }
        if (one instanceof Content.Rows a && other instanceof Content.Rows b && a.rows().size() == b.rows().size()) {
            for (int i = 0; i < a.rows().size(); i++) {
                String inner = difference(a.rows().get(i), b.rows().get(i), at + "[" + i + "]");
                if (inner != null) {
                    return inner;
                }
            }
        }
        return at;
    }
}
