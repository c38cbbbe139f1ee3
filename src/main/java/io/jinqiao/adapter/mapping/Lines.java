package io.jinqiao.adapter.mapping;

import java.util.ArrayList;
import java.util.List;

/** Makes lines without a file, and moves lines into a group. */
public final class Lines {
    private Lines() {}

    /** A text as it is. */
    public static Line text(String our, String their, boolean required) {
        return new Line.Field(List.of(our), path(their), Value.TEXT, required, null);
    }

    /** A text that is cut to so many characters when written. */
    public static Line cutText(String our, String their, int max) {
        Value value = new Value(Kind.STRING, new Length(max, null, true), List.of());
        return new Line.Field(List.of(our), path(their), value, false, null);
    }

    public static Line rows(String our, String their, int max, List<Line> lines) {
        return new Line.Rows(List.of(our), path(their), lines, max, false);
    }

    /** The same lines one group further in, on both sides. */
    public static List<Line> within(String our, String their, List<Line> lines) {
        return lines.stream().map(line -> within(List.of(our), path(their), line)).toList();
    }

    /** The same lines one group further in, on their side only. */
    public static List<Line> inTheirs(String their, List<Line> lines) {
        return lines.stream().map(line -> within(List.of(), path(their), line)).toList();
    }

    private static Line within(List<String> our, List<String> their, Line line) {
        if (line instanceof Line.Field f) {
            return new Line.Field(join(our, f.our()), join(their, f.their()), f.value(), f.required(), f.fallback());
        }
        if (line instanceof Line.Shared) {
            throw new IllegalArgumentException("各行共有的值须写在 rows 内 / a value shared by rows stands in rows");
        }
        if (line instanceof Line.Rows r) {
            return new Line.Rows(join(our, r.our()), join(their, r.their()), r.lines(), r.max(), r.required());
        }
        if (line instanceof Line.Constant c) {
            return new Line.Constant(join(their, c.their()), c.text(), c.kind(), c.alsoRead());
        }
        if (line instanceof Line.Expected e) {
            return new Line.Expected(join(their, e.their()), e.texts(), e.absent());
        }
        return new Line.Ignored(join(their, ((Line.Ignored) line).their()));
    }

    static List<String> path(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }

    private static List<String> join(List<String> first, List<String> then) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(then);
        return List.copyOf(joined);
    }
}
