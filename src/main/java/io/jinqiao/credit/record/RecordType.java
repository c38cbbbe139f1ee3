package io.jinqiao.credit.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of record (信息记录) as the Center knows it from a day on.
 *
 * @param number such as {@code 210}
 * @param element the record's element inside {@code <Document>}
 * @param event the item whose code says which segments belong there; null where there is none
 * @param key items that make a record one of a kind within a file
 */
public record RecordType(
        String number, String element, SegmentType.Title title, LocalDate from, @Nullable String event, List<String> key, List<SegmentType> segments, List<Rule> rules) {

    /** Where an item stands, looked for in all segments: the first segment that has it wins when a record is read. */
    List<Place> places(String item) {
        List<Place> places = new ArrayList<>();
        for (int s = 0; s < segments.size(); s++) {
            int i = index(segments.get(s).items(), item);
            if (i >= 0) {
                places.add(new Place(s, i));
            }
        }
        return places;
    }

    int segment(String mark) {
        for (int s = 0; s < segments.size(); s++) {
            if (segments.get(s).mark().equals(mark)) {
                return s;
            }
        }
        throw new IllegalArgumentException("record " + number + " has no segment " + mark);
    }

    static int index(List<ItemType> items, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Every id of a rule this type can break, structure and forms among them. */
    public List<String> ruleIds() {
        return rules.stream().map(Rule::id).distinct().sorted().toList();
    }

    record Place(int segment, int item) {}
}
