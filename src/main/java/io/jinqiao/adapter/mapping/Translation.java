package io.jinqiao.adapter.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Their names of our places: for problems the records find, which know only ours. */
final class Translation {
    /** Paths without row numbers: rows are {@code name[]}. */
    private final Map<String, String> theirs = new HashMap<>();

    Translation(List<Line> lines) {
        add("", "", lines);
    }

    private void add(String ourPrefix, String theirPrefix, List<Line> lines) {
        for (Line line : lines) {
            if (line instanceof Line.Field f) {
                put(ourPrefix, f.our(), theirPrefix, f.their());
            } else if (line instanceof Line.Shared s) {
                String outside = ourPrefix.isEmpty() ? "" : ourPrefix.substring(0, ourPrefix.lastIndexOf('.', ourPrefix.length() - 2) + 1);
                theirs.putIfAbsent(outside + String.join(".", s.field().our()), theirPrefix.replace("[]", "") + String.join(".", s.field().their()));
            } else if (line instanceof Line.Rows r) {
                put(ourPrefix, r.our(), theirPrefix, r.their());
                String our = ourPrefix + String.join(".", r.our()) + "[]";
                String their = theirPrefix + String.join(".", r.their()) + "[]";
                theirs.putIfAbsent(our, their);
                add(our + ".", their + ".", r.lines());
            }
        }
    }

    private void put(String ourPrefix, List<String> our, String theirPrefix, List<String> their) {
        theirs.put(ourPrefix + String.join(".", our), theirPrefix + String.join(".", their));
        for (int i = 1; i < our.size(); i++) {
            // a whole group of ours: where its first value lies, or the group it lies in
            List<String> group = their.size() > 1 ? their.subList(0, their.size() - 1) : their;
            theirs.putIfAbsent(ourPrefix + String.join(".", our.subList(0, i)), theirPrefix + String.join(".", group));
        }
    }

    /** @param our path with row numbers; the answer has the same ones */
    @Nullable String theirs(String our) {
        List<String> numbers = new ArrayList<>();
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < our.length(); i++) {
            bare.append(our.charAt(i));
            if (our.charAt(i) == '[') {
                int end = our.indexOf(']', i);
                numbers.add(our.substring(i + 1, end));
                i = end - 1;
            }
        }
        String their = theirs.get(bare.toString());
        for (String number : numbers) {
            their = their == null ? null : their.replaceFirst("\\[]", "[" + number + "]");
        }
        return their;
    }
}
