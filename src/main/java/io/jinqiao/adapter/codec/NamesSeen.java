package io.jinqiao.adapter.codec;

import java.util.HashSet;
import java.util.Set;

/** Member names of the open groups, to find the second of its kind. Few names are compared one by one, many by hash. */
final class NamesSeen {
    private static final int FEW = 24;

    private String[] names = new String[64];
    private int count;
    private int[] starts = new int[8];
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Set<String>[] many = new Set[8];
    private int depth;

    void open() {
        if (depth == starts.length) {
            starts = java.util.Arrays.copyOf(starts, depth * 2);
            many = java.util.Arrays.copyOf(many, depth * 2);
        }
        starts[depth] = count;
        many[depth] = null;
        depth++;
    }

    void close() {
        depth--;
        count = starts[depth];
        many[depth] = null;
    }

    /** @return false when the innermost open group had it already */
    boolean add(String name) {
        Set<String> set = many[depth - 1];
        if (set != null) {
            return set.add(name);
        }
        int start = starts[depth - 1];
        for (int i = start; i < count; i++) {
            if (names[i].equals(name)) {
                return false;
            }
        }
        if (count - start == FEW) {
            set = new HashSet<>(java.util.Arrays.asList(names).subList(start, count));
            many[depth - 1] = set;
            count = start;
            return set.add(name);
        }
        if (count == names.length) {
            names = java.util.Arrays.copyOf(names, count * 2);
        }
        names[count++] = name;
        return true;
    }
}
