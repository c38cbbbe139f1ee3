package io.jinqiao.adapter.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns checked lines into the two plans. Lines that contradict each other were refused before. */
final class Compiler {
    private Compiler() {}

    static In.Scope in(List<Line> lines) {
        return new ScopeBuilder().build(lines, null);
    }

    static Out.Group out(List<Line> lines) {
        Out.Group root = new Out.Group("");
        Map<List<String>, List<String>> groups = new HashMap<>();
        lines.forEach(line -> out(root, line, groups));
        return root;
    }

    private static void out(Out.Group root, Line line, Map<List<String>, List<String>> groups) {
        if (line instanceof Line.Field f) {
            parent(root, f.their())
                    .members()
                    .add(new Out.Leaf(last(f.their()), ours(f.our(), groups), Place.of(f.our(), f.their()), f.value(), f.required()));
        } else if (line instanceof Line.Rows r) {
            Out.Rows rows = new Out.Rows(last(r.their()), ours(r.our(), groups), Place.of(r.our(), r.their()), out(r.lines()), r.required());
            parent(root, r.their()).members().add(rows);
        } else if (line instanceof Line.Shared s) {
            Line.Field f = s.field();
            parent(root, f.their()).members().add(new Out.Shared(
                    new Out.Leaf(last(f.their()), ours(f.our(), groups), Place.of(f.our(), f.their()), f.value(), f.required())));
        } else if (line instanceof Line.Constant c) {
            parent(root, c.their()).members().add(new Out.Constant(last(c.their()), c.text(), c.kind()));
        }
    }

    /** Names of messages are constants: with the same constant here most look-ups compare no characters. */
    private static Out.Ours ours(List<String> path, Map<List<String>, List<String>> groups) {
        List<String> around = path.subList(0, path.size() - 1).stream().map(String::intern).toList();
        return new Out.Ours(groups.computeIfAbsent(around, a -> a), last(path).intern());
    }

    private static Out.Group parent(Out.Group root, List<String> path) {
        Out.Group at = root;
        for (String name : path.subList(0, path.size() - 1)) {
            at = inner(at, name);
        }
        return at;
    }

    private static Out.Group inner(Out.Group group, String name) {
        for (Out member : group.members()) {
            if (member instanceof Out.Group inner && inner.name().equals(name)) {
                return inner;
            }
        }
        Out.Group inner = new Out.Group(name);
        group.members().add(inner);
        return inner;
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    /** Counts slots and groups of one scope. */
    private static final class ScopeBuilder {
        private final In.Group root = new In.Group(0, "");
        private final Assembly assembly = new Assembly();
        private final List<In.Leaf> due = new ArrayList<>();
        private final List<In.Rows> wanted = new ArrayList<>();
        private int slots;
        private int groups = 1;
        private @Nullable ScopeBuilder around;

        In.Scope build(List<Line> lines, @Nullable ScopeBuilder outer) {
            around = outer;
            lines.forEach(this::add);
            return new In.Scope(root, slots, groups, List.copyOf(due), List.copyOf(wanted), assembly);
        }

        private void add(Line line) {
            if (line instanceof Line.Field f) {
                field(f);
            } else if (line instanceof Line.Rows r) {
                rows(r);
            } else if (line instanceof Line.Shared s) {
                Line.Field f = s.field();
                parent(f.their()).members().put(last(f.their()), new In.Shared(java.util.Objects.requireNonNull(around).outside(f)));
            } else if (line instanceof Line.Constant c) {
                List<String> texts = new ArrayList<>(List.of(c.text()));
                texts.addAll(c.alsoRead());
                constant(c.their(), texts, List.of());
            } else if (line instanceof Line.Expected e) {
                constant(e.their(), e.texts(), e.absent());
            } else if (line instanceof Line.Ignored i) {
                parent(i.their()).members().put(last(i.their()), new In.Ignored());
            }
        }

        private void rows(Line.Rows r) {
            assembly.place(r.our(), slots);
            In.Group parent = parent(r.their());
            In.Rows rows = new In.Rows(slots++, parent.id(), Place.of(r.our(), r.their()), new ScopeBuilder().build(r.lines(), this), r.max(), r.required());
            parent.members().put(last(r.their()), rows);
            if (r.required()) {
                wanted.add(rows);
            }
        }

        private void constant(List<String> their, List<String> texts, List<String> absent) {
            parent(their).members().put(last(their), new In.Constant(slots++, Place.of(List.of(), their), List.copyOf(texts), absent));
        }

        /** A value of ours that the rows of this scope tell, each of them. */
        private In.Leaf outside(Line.Field f) {
            assembly.place(f.our(), slots);
            return new In.Leaf(slots++, 0, Place.of(f.our(), f.their()), f.value(), f.required(), f.fallback());
        }

        private void field(Line.Field f) {
            In.Group parent = parent(f.their());
            assembly.place(f.our(), slots);
            In.Leaf leaf = new In.Leaf(
                    slots++, parent.id(), Place.of(f.our(), f.their()), f.value(), f.required(), f.fallback());
            parent.members().put(last(f.their()), leaf);
            if (f.required() || f.fallback() != null) {
                due.add(leaf);
            }
        }

        private In.Group inner(In.Group around, String name, String their) {
            if (around.members().get(name) instanceof In.Group known) {
                return known;
            }
            In.Group inner = new In.Group(groups++, their);
            around.members().put(name, inner);
            return inner;
        }

        private In.Group parent(List<String> path) {
            In.Group at = root;
            for (String name : path.subList(0, path.size() - 1)) {
                String their = at.their().isEmpty() ? name : at.their() + "." + name;
                at = inner(at, name, their);
            }
            return at;
        }
    }
}
