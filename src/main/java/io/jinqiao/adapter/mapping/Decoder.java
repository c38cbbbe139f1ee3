package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one wire tree into canonical content, keeping every problem with both names. For one use. */
final class Decoder implements WireSink {
    /** Beyond so many, more problems help nobody; the message is refused anyway. */
    private static final int MOST_PROBLEMS = 200;

    private static final Content.Refused REFUSED = new Content.Refused();

    private final Reading reading;
    private final List<Problem> problems;
    private In[] open = new In[16];
    /** By open group: the member to expect next. */
    private int[] next = new int[16];
    private int depth;
    private int skipping;
    private Frame frame;
    private Content.@Nullable Group result;

    /** The message or a row while it is read; slots with more than one row keep them in {@code rows}. */
    private static final class Frame {
        final In.Scope scope;
        final @Nullable Frame outer;
        final In.@Nullable Rows rows;
        final int index;
        final @Nullable Content[] slots;
        final boolean[] seen;
        final @Nullable List<Content.Group>[] lists;

        @SuppressWarnings({"unchecked", "rawtypes"})
        Frame(In.Scope scope, @Nullable Frame outer, In.@Nullable Rows rows, int index) {
            this.scope = scope;
            this.outer = outer;
            this.rows = rows;
            this.index = index;
            this.slots = new Content[scope.slots()];
            this.seen = new boolean[scope.groups()];
            this.lists = new List[scope.slots()];
        }

        String our(String name) {
            return outer == null || rows == null
                    ? name
                    : outer.our(rows.place().our() + "[" + index + "]" + (name.isEmpty() ? "" : "." + name));
        }

        String their(String name) {
            return outer == null || rows == null
                    ? name
                    : outer.their(rows.place().their() + "[" + index + "]" + (name.isEmpty() ? "" : "." + name));
        }
    }

    Decoder(Reading reading, List<Problem> problems) {
        this.reading = reading;
        this.problems = problems;
        this.frame = new Frame(reading.scope(), null, null, 0);
    }

    Content.Group result() {
        return result == null ? Content.Group.EMPTY : result;
    }

    @Override
    public void startGroup(String name) {
        if (skipping > 0) {
            skipping++;
        } else if (depth == 0) {
            push(frame.scope.root());
            frame.seen[0] = true;
        } else if (open[depth - 1] instanceof In.Rows rows) {
            startRow(rows);
        } else {
            startMember(name, member(name));
        }
    }

    private void startMember(String name, @Nullable In member) {
        if (member instanceof In.Group group) {
            if (frame.seen[group.id()]) {
                twice(null, group.their());
            }
            frame.seen[group.id()] = true;
            push(group);
        } else if (member instanceof In.Rows rows) {
            startRow(rows);
        } else {
            skip(name, member, "value");
        }
    }

    private void startRow(In.Rows rows) {
        List<Content.Group> list = list(rows);
        if (list.size() > rows.max()) {
            skipping++;
            return;
        }
        frame = new Frame(rows.row(), frame, rows, list.size());
        frame.seen[0] = true;
        push(rows.row().root());
    }

    @Override
    public void endGroup() {
        if (skipping > 0) {
            skipping--;
            return;
        }
        In closed = open[--depth];
        if (closed == frame.scope.root()) {
            endScope();
        }
    }

    private void endScope() {
        Content.Group group = finished();
        if (frame.outer == null || frame.rows == null) {
            result = group;
            return;
        }
        In.Rows rows = frame.rows;
        frame = frame.outer;
        list(rows).add(group);
    }

    private Content.Group finished() {
        for (In.Leaf leaf : frame.scope.due()) {
            if (frame.slots[leaf.slot()] != null || !frame.seen[leaf.group()]) {
                continue;
            }
            if (leaf.fallback() != null) {
                frame.slots[leaf.slot()] = new Content.Text(leaf.fallback());
            } else {
                refuse(leaf.slot(), leaf.place(), FailureCode.FIELD_MISSING);
            }
        }
        for (int slot = 0; slot < frame.lists.length; slot++) {
            List<Content.Group> list = frame.lists[slot];
            if (list != null && frame.slots[slot] == null) {
                frame.slots[slot] = new Content.Rows(list);
            }
        }
        for (In.Rows rows : frame.scope.wanted()) {
            if (frame.slots[rows.slot()] == null && frame.seen[rows.group()]) {
                refuse(rows.slot(), rows.place(), FailureCode.FIELD_MISSING);
            }
        }
        return frame.scope.assembly().build(frame.slots);
    }

    @Override
    public void startList(String name) {
        if (skipping > 0) {
            skipping++;
            return;
        }
        In member = open[depth - 1] instanceof In.Rows ? null : member(name);
        if (member instanceof In.Rows rows) {
            list(rows);
            push(rows);
        } else if (open[depth - 1] instanceof In.Rows rows) {
            refuse(rows.slot(), rows.place(), FailureCode.FIELD_WRONG_FORM, "rows");
            skipping++;
        } else {
            skip(name, member, member instanceof In.Group ? "group" : "value");
        }
    }

    @Override
    public void endList() {
        if (skipping > 0) {
            skipping--;
        } else {
            depth--;
        }
    }

    @Override
    public void leaf(String name, String text, Kind kind) {
        if (skipping > 0 || kind == Kind.NULL) {
            return;
        }
        if (open[depth - 1] instanceof In.Rows rows) {
            refuse(rows.slot(), rows.place(), FailureCode.FIELD_WRONG_FORM, "rows");
            return;
        }
        In member = member(name);
        if (member instanceof In.Leaf leaf) {
            if (present(leaf, text)) {
                take(leaf, text, kind);
            }
        } else if (member instanceof In.Shared shared) {
            if (present(shared.of(), text)) {
                share(shared.of(), text, kind);
            }
        } else if (member instanceof In.Constant constant) {
            expect(constant, text);
        } else if (member instanceof In.Rows rows) {
            if (!text.isEmpty() || !reading.emptyIsAbsent()) {
                refuse(rows.slot(), rows.place(), FailureCode.FIELD_WRONG_FORM, "rows");
            }
        } else {
            skip(name, member, "group");
            skipping--;
        }
    }

    private void expect(In.Constant constant, String text) {
        if (frame.slots[constant.slot()] != null) {
            twice(null, constant.place().their());
            return;
        }
        frame.slots[constant.slot()] = REFUSED;
        boolean absent = constant.absent().contains(text) || !constant.absent().isEmpty() && text.isEmpty() && reading.emptyIsAbsent();
        if (!absent && !constant.texts().contains(text)) {
            problem(null, constant.place().their(), FailureCode.FIELD_WRONG_FORM, String.join(", ", constant.texts()));
        }
    }

    private boolean present(In.Leaf leaf, String text) {
        return text.isEmpty() ? !reading.emptyIsAbsent() : !leaf.value().absent().contains(text);
    }

    /** A value of the content around this row: the first row tells it, the others must tell the same. */
    private void share(In.Leaf leaf, String text, Kind kind) {
        Frame around = java.util.Objects.requireNonNull(frame.outer);
        String their = frame.their(leaf.place().their());
        Content known = around.slots[leaf.slot()];
        try {
            Content told = new Content.Text(leaf.value().toOurs(text, kind));
            if (known == null) {
                around.slots[leaf.slot()] = told;
            } else if (!known.equals(told) && known != REFUSED) {
                around.slots[leaf.slot()] = REFUSED;
                told(around.our(leaf.place().our()), their, FailureCode.FIELDS_DISAGREE, their.replaceFirst("\\[\\d+](?!.*\\[)", "[0]"));
            }
        } catch (IllegalValue e) {
            around.slots[leaf.slot()] = REFUSED;
            told(around.our(leaf.place().our()), their, e.code(), e.arguments().toArray(String[]::new));
        }
    }

    private void take(In.Leaf leaf, String text, Kind kind) {
        if (frame.slots[leaf.slot()] != null) {
            twice(leaf.place().our(), leaf.place().their());
            return;
        }
        try {
            frame.slots[leaf.slot()] = new Content.Text(leaf.value().toOurs(text, kind));
        } catch (IllegalValue e) {
            refuse(leaf.slot(), leaf.place(), e.code(), e.arguments().toArray(String[]::new));
        }
    }

    /** Something that has no place here: told unless it is agreed to be read over, then left out with all that is in it. */
    private void skip(String name, @Nullable In member, String expected) {
        skipping++;
        if (member instanceof In.Leaf leaf) {
            refuse(leaf.slot(), leaf.place(), FailureCode.FIELD_WRONG_FORM, leaf.value().kind().word());
        } else if (member == null) {
            if (reading.refuseUnexpected()) {
                problem(null, path(name), FailureCode.FIELD_UNEXPECTED);
            }
        } else if (!(member instanceof In.Ignored)) {
            problem(null, path(name), FailureCode.FIELD_WRONG_FORM, expected);
        }
    }

    private void twice(@Nullable String our, String their) {
        problem(our, their, FailureCode.MEMBER_DUPLICATE, their);
    }

    private void refuse(int slot, Place place, FailureCode code, String... arguments) {
        frame.slots[slot] = REFUSED;
        problem(place.our(), place.their(), code, arguments);
    }

    private void problem(@Nullable String our, String their, FailureCode code, String... arguments) {
        told(our == null ? null : frame.our(our), frame.their(their), code, arguments);
    }

    private void told(@Nullable String our, String their, FailureCode code, String... arguments) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(code, our, their, Arrays.asList(arguments)));
        }
    }

    private @Nullable In member(String name) {
        Members members = ((In.Group) open[depth - 1]).members();
        int place = members.place(name, next[depth - 1]);
        if (place == Members.NONE) {
            return null;
        }
        next[depth - 1] = place + 1;
        return members.at(place);
    }

    private String path(String name) {
        String group = ((In.Group) open[depth - 1]).their();
        return (group.isEmpty() ? "" : group + ".") + Names.shown(name);
    }

    private List<Content.Group> list(In.Rows rows) {
        List<Content.Group> list = frame.lists[rows.slot()];
        if (list == null) {
            list = new ArrayList<>();
            frame.lists[rows.slot()] = list;
        }
        return list;
    }

    private void push(In node) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            next = Arrays.copyOf(next, depth * 2);
        }
        next[depth] = 0;
        open[depth++] = node;
    }
}
