package io.jinqiao.credit.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record, of whatever type. An item that is not there is null; one that is there and empty is the empty text. Holds personal data: not for logs. */
public final class CreditRecord {
    private final RecordType type;
    private final String @Nullable [][] values;
    private final List<List<String[]>> rows;

    private CreditRecord(RecordType type, String @Nullable [][] values, List<List<String[]>> rows) {
        this.type = type;
        this.values = values;
        this.rows = rows;
    }

    public RecordType type() {
        return type;
    }

    /** Whether a segment is there. */
    boolean has(int segment) {
        return values[segment] != null;
    }

    public boolean has(String mark) {
        return has(type.segment(mark));
    }

    @Nullable String value(int segment, int item) {
        String[] found = values[segment];
        return found == null ? null : found[item];
    }

    /** From the first segment that is there and knows the item; null when none has it. */
    public @Nullable String value(String item) {
        for (RecordType.Place place : type.places(item)) {
            if (has(place.segment())) {
                return value(place.segment(), place.item());
            }
        }
        return null;
    }

    /** A segment's items that are there, by their names. */
    public Map<String, String> items(String mark) {
        int segment = type.segment(mark);
        String[] found = values[segment];
        return found == null ? Map.of() : named(type.segments().get(segment).items(), found);
    }

    /** The rows of a segment's group, values in the order of its items. */
    List<String[]> rows(int segment) {
        return rows.get(segment);
    }

    /** One group's rows by the names of their items. */
    public List<Map<String, String>> rows(String mark) {
        int segment = type.segment(mark);
        SegmentType.Group group = type.segments().get(segment).group();
        return group == null ? List.of() : rows.get(segment).stream().map(row -> named(group.items(), row)).toList();
    }

    private static Map<String, String> named(List<ItemType> items, String[] row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            if (row[i] != null) {
                named.put(items.get(i).name(), row[i]);
            }
        }
        return named;
    }

    public static Builder of(RecordType type) {
        return new Builder(type);
    }

    /** The same record, to be changed. */
    public Builder change() {
        Builder copy = new Builder(type);
        for (int s = 0; s < values.length; s++) {
            copy.values[s] = values[s] == null ? null : values[s].clone();
            for (String[] row : rows.get(s)) {
                copy.rows.get(s).add(row.clone());
            }
        }
        return copy;
    }

    /** Puts a record together; what is not set is not there. */
    public static final class Builder {
        private final RecordType type;
        private final String @Nullable [][] values;
        private final List<List<String[]>> rows = new ArrayList<>();

        private Builder(RecordType type) {
            this.type = type;
            this.values = new String[type.segments().size()][];
            type.segments().forEach(segment -> rows.add(new ArrayList<>()));
        }

        /** @param items by name. @throws IllegalArgumentException when the segment does not know one */
        public Builder segment(String mark, Map<String, String> items) {
            int at = type.segment(mark);
            if (values[at] == null) {
                values[at] = new String[type.segments().get(at).items().size()];
            }
            put(type.segments().get(at).items(), values[at], items);
            return this;
        }

        public Builder row(String mark, Map<String, String> items) {
            int at = type.segment(mark);
            SegmentType.Group group = type.segments().get(at).group();
            if (group == null) {
                throw new IllegalArgumentException("segment " + mark + " has no group");
            }
            String[] row = new String[group.items().size()];
            put(group.items(), row, items);
            rows.get(at).add(row);
            return this;
        }

        public Builder without(String mark) {
            values[type.segment(mark)] = null;
            rows.get(type.segment(mark)).clear();
            return this;
        }

        /** Takes an item out: absent, not empty. */
        public Builder withoutItem(String mark, String item) {
            int at = type.segment(mark);
            String[] segment = values[at];
            if (segment != null) {
                segment[RecordType.index(type.segments().get(at).items(), item)] = null;
            }
            return this;
        }

        public CreditRecord build() {
            return new CreditRecord(type, Arrays.stream(values).map(v -> v == null ? null : v.clone()).toArray(String[][]::new), List.copyOf(rows.stream().map(List::copyOf).toList()));
        }

        private static void put(List<ItemType> known, String[] into, Map<String, String> items) {
            items.forEach((name, value) -> {
                int index = RecordType.index(known, name);
                if (index < 0) {
                    throw new IllegalArgumentException("there is no item " + name);
                }
                into[index] = value;
            });
        }
    }
}
