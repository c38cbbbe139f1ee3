package io.jinqiao.credit.record;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the names of one rule mean: an item of the row that is looked at, else of the record.
 *
 * @param group the segment whose rows are looked at; -1: none
 * @param rule where the rule stands
 */
record Scope(RecordType type, CodeTables tables, int group, Node rule, Problems problems) {
    /** The day the file is made: no item, but rules compare with it. */
    private static final String FILE_DATE = "FileDate";

    Check.Item item(String name) {
        if (name.equals(FILE_DATE)) {
            return at -> at.context().fileDate().toString();
        }
        int inRow = inRow(name);
        if (inRow >= 0) {
            return at -> at.row() == null ? null : at.row()[inRow];
        }
        List<RecordType.Place> places = type.places(name);
        if (places.isEmpty()) {
            problems.unknown(rule, "item", name, names());
        }
        return places.size() == 1 ? only(places.get(0)) : first(places);
    }

    private static Check.Item only(RecordType.Place place) {
        return at -> at.record().value(place.segment(), place.item());
    }

    private static Check.Item first(List<RecordType.Place> places) {
        return at -> {
            for (RecordType.Place place : places) {
                if (at.record().has(place.segment())) {
                    return at.record().value(place.segment(), place.item());
                }
            }
            return null;
        };
    }

    List<Check.Item> items(Collection<String> names) {
        return names.stream().map(this::item).toList();
    }

    /** Holds where the segment of the item is there. */
    Check there(String name) {
        if (inRow(name) >= 0) {
            return at -> null;
        }
        List<Integer> segments = type.places(name).stream().map(RecordType.Place::segment).toList();
        return at -> segments.stream().anyMatch(at.record()::has) ? null : name;
    }

    /** Values of an item: each one of its codes, when it has a table. */
    Set<String> codes(String name, List<String> values) {
        if (form(name) instanceof Form.Code code) {
            values.stream()
                    .filter(value -> !code.codes().containsKey(value))
                    .forEach(value -> problems.unknown(rule, "code of " + name, value, code.codes().keySet()));
        }
        return Set.copyOf(values);
    }

    Set<String> table(String name) {
        if (tables.names().contains(name)) {
            return tables.table(name).keySet();
        }
        problems.unknown(rule, "table", name, tables.names());
        return Set.of();
    }

    Check segment(String mark, boolean required) {
        List<String> marks = type.segments().stream().map(SegmentType::mark).toList();
        if (!marks.contains(mark)) {
            problems.unknown(rule, "segment", mark, marks);
            return at -> null;
        }
        return Checks.segment(type.segment(mark), required);
    }

    private List<ItemType> rowItems() {
        SegmentType.Group rows = group < 0 ? null : type.segments().get(group).group();
        return rows == null ? List.of() : rows.items();
    }

    private int inRow(String name) {
        return RecordType.index(rowItems(), name);
    }

    private Form form(String name) {
        if (inRow(name) >= 0) {
            return rowItems().get(inRow(name)).form();
        }
        return type.places(name).stream()
                .map(place -> type.segments().get(place.segment()).items().get(place.item()).form())
                .findFirst()
                .orElse(new Form.Day());
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(List.of(FILE_DATE));
        rowItems().forEach(item -> names.add(item.name()));
        type.segments().forEach(segment -> segment.items().forEach(item -> names.add(item.name())));
        return names;
    }
}
