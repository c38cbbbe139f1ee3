package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the request or the reply part of a mapping table. */
final class SectionReader {
    private final CodeTables codes;
    private final String money;
    private final @Nullable Charset columns;
    private final Problems problems;
    private final Set<String> notCarried;

    /** @param columns charset in which the widths of columns are counted; null where there are none */
    SectionReader(
            CodeTables codes, String money, @Nullable Charset columns, Problems problems, Set<String> notCarried) {
        this.codes = codes;
        this.money = money;
        this.columns = columns;
        this.problems = problems;
        this.notCarried = notCarried;
    }

    /** @param heading where the section begins: what has no line is told there */
    List<Line> read(Node heading, List<Node> rows, Shape.Group shape) {
        return read(heading, rows, shape, "");
    }

    private List<Line> read(Node heading, List<Node> rows, Shape.Group shape, String prefix) {
        List<Line> lines = new ArrayList<>();
        Map<String, Node> ours = new LinkedHashMap<>();
        Map<String, Node> theirs = new LinkedHashMap<>();
        for (Node node : rows) {
            Node.Group row = (Node.Group) node;
            String their = String.valueOf(row.text("their"));
            twice(theirs, their, row, "their");
            within(theirs, their, row);
            Line line = line(row, their, shape, prefix, ours);
            if (line != null) {
                lines.add(line);
            }
        }
        missing(heading, shape, prefix, "", ours.keySet());
        return lines;
    }

    private @Nullable Line line(
            Node.Group row, String their, Shape.Group shape, String prefix, Map<String, Node> ours) {
        List<String> path = Lines.path(their);
        String constant = row.text("constant");
        if (constant != null) {
            return new Line.Constant(path, constant, ValueReader.kind(row));
        }
        if (row.get("ignore") != null) {
            return new Line.Ignored(path);
        }
        String our = row.text("our");
        if (our == null) {
            problems.at(row, "neither our place, nor a constant, nor to be ignored", "add our, constant or ignore");
            return null;
        }
        twice(ours, our, row, "our");
        Shape at = at(shape, our, row);
        if (at == null) {
            return null;
        }
        return row.get("rows") == null ? field(row, path, our, at) : rows(row, path, our, at, prefix);
    }

    private @Nullable Line field(Node.Group row, List<String> their, String our, Shape at) {
        if (!(at instanceof Shape.Leaf leaf)) {
            problems.at(row, "\"" + our + "\" is " + (at instanceof Shape.Rows ? "rows" : "a group") + ", not a value", at instanceof Shape.Rows ? "add rows" : "name its members");
            return null;
        }
        Value value = new ValueReader(codes, money, columns, problems).read(row, leaf);
        boolean required = "true".equals(row.text("required"));
        String fallback = row.text("default");
        return new Line.Field(Lines.path(our), their, value, required, fallback);
    }

    private @Nullable Line rows(Node.Group row, List<String> their, String our, Shape at, String prefix) {
        if (!(at instanceof Shape.Rows rows)) {
            problems.at(row, "\"" + our + "\" is not repeated", "take rows away");
            return null;
        }
        List<Line> lines = read(row, row.rows("rows"), rows.row(), prefix + our + "[].");
        return new Line.Rows(Lines.path(our), their, lines, rows.max());
    }

    private void twice(Map<String, Node> seen, String name, Node.Group row, String what) {
        Node first = seen.putIfAbsent(name, row);
        if (first != null) {
            Node at = row.get(what);
            problems.at(at == null ? row : at, "\"" + name + "\" stands in line " + first.line() + " already", null);
        }
    }

    /** A member cannot be a value and a group at once. */
    private void within(Map<String, Node> theirs, String their, Node.Group row) {
        for (String other : theirs.keySet()) {
            if (other.startsWith(their + ".") || their.startsWith(other + ".")) {
                Node at = row.get("their");
                problems.at(at == null ? row : at, "\"" + their + "\" and \"" + other + "\" cannot both be: one is inside the other", null);
                return;
            }
        }
    }

    private @Nullable Shape at(Shape.Group shape, String our, Node.Group row) {
        Shape at = shape;
        for (String step : Lines.path(our)) {
            Shape next = at instanceof Shape.Group group ? group.members().get(step) : null;
            if (next == null) {
                Node node = row.get("our");
                problems.unknown(
                        node == null ? row : node,
                        "place of ours",
                        our,
                        at instanceof Shape.Group group ? List.copyOf(group.members().keySet()) : List.of());
                return null;
            }
            at = next;
        }
        return at;
    }

    /** Every place of ours has a line or is named as not carried; a required one needs a line. */
    private void missing(Node heading, Shape.Group shape, String prefix, String path, Set<String> ours) {
        shape.members().forEach((name, member) -> {
            String place = path + name;
            if (ours.contains(place)) {
                return;
            }
            if (member instanceof Shape.Group group && ours.stream().anyMatch(o -> o.startsWith(place + "."))) {
                missing(heading, group, prefix, place + ".", ours);
            } else if (member.required()) {
                problems.at(heading, "the required place \"" + prefix + place + "\" has no line", "add {our: " + place + ", their: …}");
            } else if (!notCarried.contains(prefix + place)) {
                problems.at(
                        heading,
                        "the place \"" + prefix + place + "\" has no line",
                        "add one, or name it under not-carried");
            }
        });
    }
}
