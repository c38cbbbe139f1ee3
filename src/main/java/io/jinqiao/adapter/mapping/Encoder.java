package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes canonical content as one wire tree; a group with nothing in it is not written. For one use. */
final class Encoder {
    private final WireSink sink;
    private final List<Problem> problems = new ArrayList<>();
    /** Groups around the present place that were not written yet, because nothing was in them so far. */
    private final List<String> pending = new ArrayList<>();

    private @Nullable List<String> lastGroups;
    private Content.@Nullable Group lastContent;
    private Content.@Nullable Group lastAround;

    /** Which row of which rows, outwards. @param around content the rows stand in */
    private record Row(@Nullable Row outer, Content.Group around, Place rows, int index) {
        String our() {
            return (outer == null ? "" : outer.our()) + rows.our() + "[" + index + "].";
        }

        String their() {
            return (outer == null ? "" : outer.their()) + rows.their() + "[" + index + "].";
        }
    }

    Encoder(WireSink sink) {
        this.sink = sink;
    }

    /** @return what their form cannot hold; then the written bytes are worth nothing */
    List<Problem> write(Out.Group root, Content.Group content) {
        sink.startGroup("");
        members(root, content, null);
        sink.endGroup();
        return problems;
    }

    private void members(Out.Group group, Content.Group content, @Nullable Row row) {
        List<Out> members = group.members();
        for (int i = 0; i < members.size(); i++) {
            Out member = members.get(i);
            if (member instanceof Out.Leaf leaf) {
                leaf(leaf, content, row);
            } else if (member instanceof Out.Shared shared) {
                leaf(shared.of(), java.util.Objects.requireNonNull(row).around(), row);
            } else if (member instanceof Out.Group inner) {
                inner(inner, content, row);
            } else if (member instanceof Out.Rows rows) {
                rows(rows, content, row);
            } else if (member instanceof Out.Constant constant) {
                flush();
                sink.leaf(constant.name(), constant.text(), constant.kind());
            }
        }
    }

    private void inner(Out.Group inner, Content.Group content, @Nullable Row row) {
        pending.add(inner.name());
        members(inner, content, row);
        if (pending.isEmpty()) {
            sink.endGroup();
        } else {
            pending.remove(pending.size() - 1);
        }
    }

    private void leaf(Out.Leaf leaf, Content.Group content, @Nullable Row row) {
        Content.Group around = around(leaf.our().groups(), content);
        String text = around == null ? null : around.text(leaf.our().name());
        if (text == null) {
            if (leaf.required() && around != null) {
                problem(leaf.place(), row, FailureCode.FIELD_MISSING);
            }
            return;
        }
        try {
            String theirs = leaf.value().toTheirs(text);
            flush();
            sink.leaf(leaf.name(), theirs, leaf.value().kind());
        } catch (IllegalValue e) {
            problem(leaf.place(), row, e.code(), e.arguments().toArray(String[]::new));
        }
    }

    private void rows(Out.Rows rows, Content.Group content, @Nullable Row row) {
        Content.Group around = around(rows.our().groups(), content);
        Content found = around == null ? null : around.get(rows.our().name());
        if (!(found instanceof Content.Rows list) || list.rows().isEmpty()) {
            if (rows.required() && around != null) {
                problem(rows.place(), row, FailureCode.FIELD_MISSING);
            }
            return;
        }
        flush();
        sink.startList(rows.name());
        for (int i = 0; i < list.rows().size(); i++) {
            sink.startGroup("");
            members(rows.row(), list.rows().get(i), new Row(row, content, rows.place(), i));
            sink.endGroup();
        }
        sink.endList();
    }

    /** Lines of one group mostly follow each other: the last group found is often asked for again. */
    private Content.@Nullable Group around(List<String> groups, Content.Group content) {
        if (groups.isEmpty()) {
            return content;
        }
        if (groups != lastGroups || content != lastContent) {
            lastGroups = groups;
            lastContent = content;
            lastAround = find(groups, content);
        }
        return lastAround;
    }

    private static Content.@Nullable Group find(List<String> groups, Content.Group content) {
        Content.Group at = content;
        for (int i = 0; i < groups.size(); i++) {
            if (!(at.get(groups.get(i)) instanceof Content.Group inner)) {
                return null;
            }
            at = inner;
        }
        return at;
    }

    private void flush() {
        for (String name : pending) {
            sink.startGroup(name);
        }
        pending.clear();
    }

    private void problem(Place place, @Nullable Row row, FailureCode code, String... arguments) {
        String our = (row == null ? "" : row.our()) + place.our();
        String their = (row == null ? "" : row.their()) + place.their();
        problems.add(new Problem(code, our, their, List.of(arguments)));
    }
}
