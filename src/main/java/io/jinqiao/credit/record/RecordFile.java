package io.jinqiao.credit.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code rules/credit/record/}: every problem at once, with its line. */
final class RecordFile {
    record Item(String name, String zh, String type, @JsonProperty("class") @Nullable String kind) {}

    record GroupRow(String element, String count, List<String> unique, List<Item> items) {}

    record SegmentRow(String mark, String element, SegmentType.Title title, Map<String, SegmentType.Presence> presence, List<Item> items, @Nullable GroupRow group) {}

    record Effective(LocalDate from) {}

    record Table(
            int format,
            String record,
            String element,
            SegmentType.Title title,
            String source,
            Effective effective,
            @Nullable String event,
            List<String> key,
            List<SegmentRow> segments,
            List<RuleRow> rules) {}

    private final Document file;
    private final Table table;
    private final CodeTables tables;
    private final Problems problems;

    private RecordFile(Document file, CodeTables tables, Problems problems) {
        this.file = file;
        this.table = file.as(Table.class);
        this.tables = tables;
        this.problems = problems;
    }

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    static RecordType read(Sources sources, Source source, CodeTables tables) {
        Problems problems = new Problems();
        RecordType type = new RecordFile(RuleFile.checked(sources, source, "credit-record"), tables, problems).type();
        problems.throwIfAny();
        return type;
    }

    private RecordType type() {
        List<SegmentType> segments = new ArrayList<>();
        List<Node> places = file.group().rows("segments");
        for (int i = 0; i < table.segments().size(); i++) {
            segments.add(segment(table.segments().get(i), (Node.Group) places.get(i)));
        }
        RecordType bare = type(segments, List.of());
        Stream.concat(table.key().stream(), Stream.ofNullable(table.event()))
                .filter(name -> bare.places(name).isEmpty())
                .forEach(name -> problems.unknown(leaf(file.group(), "key"), "item", name, items(bare)));
        events(bare, places);
        RuleReader reader = new RuleReader(bare, tables, problems);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < table.rules().size(); i++) {
            rules.add(reader.rule(table.rules().get(i), file.group().rows("rules").get(i)));
        }
        return type(segments, rules);
    }

    private RecordType type(List<SegmentType> segments, List<Rule> rules) {
        return new RecordType(table.record(), table.element(), table.title(), table.effective().from(), table.event(), List.copyOf(table.key()), List.copyOf(segments), List.copyOf(rules));
    }

    private SegmentType segment(SegmentRow row, Node.Group at) {
        List<ItemType> items = items(row.items(), at.rows("items"));
        return new SegmentType(row.mark(), row.element(), row.title(), row.presence(), items, row.group() == null ? null : group(row.group(), items, (Node.Group) Objects.requireNonNull(at.get("group"))));
    }

    private SegmentType.Group group(GroupRow row, List<ItemType> segment, Node.Group at) {
        List<ItemType> items = items(row.items(), at.rows("items"));
        int count = RecordType.index(segment, row.count());
        if (count < 0) {
            problems.unknown(leaf(at, "count"), "item", row.count(), segment.stream().map(ItemType::name).toList());
        }
        row.unique().stream()
                .filter(name -> RecordType.index(items, name) < 0)
                .forEach(name -> problems.unknown(leaf(at, "unique"), "item", name, items.stream().map(ItemType::name).toList()));
        return new SegmentType.Group(row.element(), count, row.unique().stream().map(name -> RecordType.index(items, name)).toList(), items);
    }

    private List<ItemType> items(List<Item> rows, List<Node> places) {
        List<ItemType> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Item row = rows.get(i);
            if (!seen.add(row.name())) {
                problems.at(places.get(i), "数据项重复 / the item " + row.name() + " is there twice");
            }
            items.add(new ItemType(row.name(), row.zh(), form(row, places.get(i)), row.kind() == null ? ItemType.Kind.M : ItemType.Kind.valueOf(row.kind())));
        }
        return List.copyOf(items);
    }

    private Form form(Item row, Node at) {
        String table = row.type().startsWith("code ") ? row.type().substring(5) : null;
        if (table != null && !tables.names().contains(table)) {
            problems.unknown(leaf(at, "type"), "table", table, tables.names());
            return new Form.Day();
        }
        return Form.of(row.type(), tables);
    }

    /** Presence is told for codes of the event. */
    private void events(RecordType bare, List<Node> places) {
        Set<String> codes = bare.event() != null
                        && bare.places(bare.event()).stream().findFirst().map(p -> bare.segments().get(p.segment()).items().get(p.item()).form()).orElse(null) instanceof Form.Code code
                ? code.codes().keySet()
                : Set.of(SegmentType.ALWAYS);
        for (int i = 0; i < table.segments().size(); i++) {
            Node at = leaf(places.get(i), "presence");
            table.segments().get(i).presence().keySet().stream().filter(event -> !codes.contains(event)).forEach(event -> problems.unknown(at, "event", event, codes));
        }
    }

    private static List<String> items(RecordType type) {
        return type.segments().stream().flatMap(segment -> segment.items().stream()).map(ItemType::name).distinct().toList();
    }

    private static Node leaf(Node group, String member) {
        Node found = ((Node.Group) group).get(member);
        return found == null ? group : found;
    }
}
