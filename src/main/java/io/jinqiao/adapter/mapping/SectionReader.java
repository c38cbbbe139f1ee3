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
    private final Selection selection;

    /** @param columns charset in which the widths of columns are counted; null where there are none */
    SectionReader(
            CodeTables codes, String money, @Nullable Charset columns, Problems problems, Set<String> notCarried) {
        this(codes, money, columns, problems, notCarried, Selection.ALL);
    }

    /** @param selection which lines count */
    SectionReader(
            CodeTables codes,
            String money,
            @Nullable Charset columns,
            Problems problems,
            Set<String> notCarried,
            Selection selection) {
        this.selection = selection;
        this.codes = codes;
        this.money = money;
        this.columns = columns;
        this.problems = problems;
        this.notCarried = notCarried;
    }

    /** @param heading where the section begins: what has no line is told there */
    List<Line> read(Node heading, List<Node> rows, Shape.Group shape) {
        return read(heading, rows, new Around(shape, new LinkedHashMap<>(), null), "");
    }

    /** A scope and its lines so far. @param outer the scope around the rows; null outside of rows */
    private record Around(Shape.Group shape, Map<String, Node> ours, @Nullable Around outer) {}

    private List<Line> read(Node heading, List<Node> rows, Around scope, String prefix) {
        List<Line> lines = new ArrayList<>();
        Map<String, Node> theirs = new LinkedHashMap<>();
        for (Node node : rows) {
            Node.Group row = (Node.Group) node;
            if (!selection.admits(row)) {
                continue;
            }
            String their = String.valueOf(row.text("their"));
            twice(theirs, their, row, "their");
            within(theirs, their, row);
            Line line = line(row, their, scope, prefix);
            if (line != null) {
                lines.add(line);
            }
        }
        if (scope.outer() == null) {
            missing(heading, scope.shape(), prefix, "", scope.ours().keySet());
        }
        return lines;
    }

    private @Nullable Line line(
            Node.Group row, String their, Around scope, String prefix) {
        List<String> path = Lines.path(their);
        String constant = row.text("constant");
        if (constant != null) {
            return new Line.Constant(path, constant, ValueReader.kind(row), ValueReader.texts(row, "also-read"));
        }
        if (row.get("expect") != null) {
            return new Line.Expected(path, ValueReader.texts(row, "expect"), ValueReader.texts(row, "absent"));
        }
        if (row.get("ignore") != null) {
            return new Line.Ignored(path);
        }
        String our = row.text("our");
        if (our == null) {
            problems.at(row, "既无我方字段，也非常量或限定值，也未忽略 / neither our place, nor a constant, nor a value that is expected, nor to be ignored", "补 our、constant、expect 或 ignore / add our, constant, expect or ignore");
            return null;
        }
        if (our.startsWith("^")) {
            return shared(row, path, our.substring(1), scope.outer());
        }
        twice(scope.ours(), our, row, "our");
        Shape at = at(scope.shape(), our, row);
        if (at == null) {
            return null;
        }
        return row.get("rows") == null ? field(row, path, our, at) : rows(row, path, our, at, scope, prefix);
    }

    /** A place outside the rows. */
    private @Nullable Line shared(Node.Group row, List<String> path, String our, @Nullable Around outer) {
        if (outer == null) {
            problems.at(row, "不在 rows 之内 / ^" + our + " stands outside of rows", "删去 ^ / take the ^ away");
            return null;
        }
        twice(outer.ours(), our, row, "our");
        Shape at = at(outer.shape(), our, row);
        return at != null && field(row, path, our, at) instanceof Line.Field field ? new Line.Shared(field) : null;
    }

    private @Nullable Line field(Node.Group row, List<String> their, String our, Shape at) {
        if (!(at instanceof Shape.Leaf leaf)) {
            problems.at(row, (at instanceof Shape.Rows ? "是多行" : "是一组") + "，不是单个值 / \"" + our + "\" is " + (at instanceof Shape.Rows ? "rows" : "a group") + ", not a value", at instanceof Shape.Rows ? "补 rows / add rows" : "写到其下各项 / name its members");
            return null;
        }
        Value value = new ValueReader(codes, money, columns, problems).read(row, leaf);
        boolean required = "true".equals(row.text("required"));
        String fallback = row.text("default");
        return new Line.Field(Lines.path(our), their, value, required, fallback);
    }

    private @Nullable Line rows(Node.Group row, List<String> their, String our, Shape at, Around scope, String prefix) {
        if (!(at instanceof Shape.Rows rows)) {
            problems.at(row, "不是重复项 / \"" + our + "\" is not repeated", "删去 rows / take rows away");
            return null;
        }
        Around inner = new Around(rows.row(), new LinkedHashMap<>(), scope);
        List<Line> lines = read(row, row.rows("rows"), inner, prefix + our + "[].");
        missing(row, rows.row(), prefix + our + "[].", "", inner.ours().keySet());
        return new Line.Rows(Lines.path(our), their, lines, rows.max(), "true".equals(row.text("required")));
    }

    private void twice(Map<String, Node> seen, String name, Node.Group row, String what) {
        Node first = seen.putIfAbsent(name, row);
        if (first != null) {
            Node at = row.get(what);
            problems.at(at == null ? row : at, "第 " + first.line() + " 行已有 / \"" + name + "\" stands in line " + first.line() + " already", null);
        }
    }

    /** A member cannot be a value and a group at once. */
    private void within(Map<String, Node> theirs, String their, Node.Group row) {
        for (String other : theirs.keySet()) {
            if (other.startsWith(their + ".") || their.startsWith(other + ".")) {
                Node at = row.get("their");
                problems.at(at == null ? row : at, "两者不能并存，一个在另一个之内 / \"" + their + "\" and \"" + other + "\" cannot both be: one is inside the other", null);
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
                        "我方字段 / place of ours",
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
                problems.at(heading, "必填字段没有映射行 / the required place \"" + prefix + place + "\" has no line", "补 / add {our: " + place + ", their: …}");
            } else if (!notCarried.contains(prefix + place)) {
                problems.at(
                        heading,
                        "此字段没有映射行 / the place \"" + prefix + place + "\" has no line",
                        "补一行，或列入 not-carried / add one, or name it under not-carried");
            }
        });
    }
}
