package io.jinqiao.credit.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of record (信息记录) as the Center knows it from a day on: its number, such as {@code 210}; the record's element inside {@code <Document>}; the item whose
 * code says which segments belong there, null where there is none; the key, items that make a record one of a kind within a file.
 */
public final class RecordType {
    private final String number;
    private final String element;
    private final SegmentType.Title title;
    private final LocalDate from;
    private final @Nullable String event;
    private final List<String> key;
    private final List<SegmentType> segments;
    private final List<Rule> rules;
    /** Found once: every record asks for each of its items. */
    private final Map<String, List<Place>> places = new HashMap<>();

    private final Map<String, Integer> marks = new HashMap<>();

    RecordType(String number, String element, SegmentType.Title title, LocalDate from, @Nullable String event, List<String> key, List<SegmentType> segments, List<Rule> rules) {
        this.number = number;
        this.element = element;
        this.title = title;
        this.from = from;
        this.event = event;
        this.key = List.copyOf(key);
        this.segments = List.copyOf(segments);
        this.rules = List.copyOf(rules);
        for (int s = 0; s < segments.size(); s++) {
            marks.putIfAbsent(segments.get(s).mark(), s);
            List<ItemType> items = segments.get(s).items();
            for (int i = 0; i < items.size(); i++) {
                places.computeIfAbsent(items.get(i).name(), name -> new ArrayList<>()).add(new Place(s, i));
            }
        }
    }

    public String number() {
        return number;
    }

    public String element() {
        return element;
    }

    public SegmentType.Title title() {
        return title;
    }

    public LocalDate from() {
        return from;
    }

    public @Nullable String event() {
        return event;
    }

    public List<String> key() {
        return key;
    }

    public List<SegmentType> segments() {
        return segments;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Where an item stands, looked for in all segments: the first segment that has it wins when a record is read. */
    List<Place> places(String item) {
        return places.getOrDefault(item, List.of());
    }

    int segment(String mark) {
        Integer at = marks.get(mark);
        if (at == null) {
            throw new IllegalArgumentException("record " + number + " has no segment " + mark);
        }
        return at;
    }

    static int index(List<ItemType> items, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Ids of the rules across items; what structure and forms break has ids of its own, see {@link Validation} and {@link Form}. */
    public List<String> ruleIds() {
        return rules.stream().map(Rule::id).distinct().sorted().toList();
    }

    record Place(int segment, int item) {}
}
