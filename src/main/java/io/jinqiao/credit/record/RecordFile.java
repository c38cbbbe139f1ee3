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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code rules/credit/record/}: every problem at once, with its line. */
final class RecordFile {
    record Item(String name, String zh, String type, @JsonProperty("class") @Nullable String kind) {}

    record GroupRow(String element, String count, List<String> unique, List<Item> items) {}

    /** @param like the record whose segment of the same mark this is; then the rest is null */
    record SegmentRow(
            String mark,
            @Nullable String like,
            @Nullable String inside,
            @Nullable String element,
            SegmentType.@Nullable Title title,
            Map<String, SegmentType.Presence> presence,
            @Nullable List<Item> items,
            @Nullable GroupRow group) {}

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
            @Nullable String rulesLike,
            List<RuleRow> rules) {}

    private final Document file;
    private final Table table;
    private final Map<String, RecordFile> others;
    private final CodeTables tables;
    private final Problems problems = new Problems();

    /** @param others files of other records by their number, for what is like theirs */
    private RecordFile(Document file, Map<String, RecordFile> others, CodeTables tables) {
        this.file = file;
        this.table = file.as(Table.class);
        this.others = others;
        this.tables = tables;
    }

    /** @throws io.jinqiao.rulebook.RulebookException when the file does not agree with its schema */
    static RecordFile open(Sources sources, Source source, Map<String, RecordFile> others, CodeTables tables) {
        return new RecordFile(RuleFile.checked(sources, source, "credit-record"), others, tables);
    }

    String record() {
        return table.record();
    }

    LocalDate from() {
        return table.effective().from();
    }

    String name() {
        return file.source().name();
    }

    /** @throws io.jinqiao.rulebook.RulebookException with everything else wrong with the file */
    RecordType read() {
        RecordType type = type();
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
        if (table.rulesLike() != null) {
            rules.addAll(rulesLike(bare, table.rulesLike(), rules.stream().map(Rule::id).collect(Collectors.toSet())));
        }
        return type(segments, rules);
    }

    /** Of another record's rules those that name nothing this one has not. @param own ids this record has rules of its own for */
    private List<Rule> rulesLike(RecordType bare, String record, Set<String> own) {
        List<Rule> rules = new ArrayList<>();
        for (RuleRow row : other(record, leaf(file.group(), "rules-like")).map(other -> other.table.rules()).orElse(List.of())) {
            Problems scratch = new Problems();
            Rule rule = new RuleReader(bare, tables, scratch).rule(row, file.root());
            if (scratch.isEmpty() && !own.contains(row.id())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private Optional<RecordFile> other(String record, Node at) {
        if (!others.containsKey(record)) {
            problems.unknown(at, "record", record, others.keySet());
        }
        return Optional.ofNullable(others.get(record));
    }

    private RecordType type(List<SegmentType> segments, List<Rule> rules) {
        return new RecordType(table.record(), table.element(), table.title(), table.effective().from(), table.event(), List.copyOf(table.key()), List.copyOf(segments), List.copyOf(rules));
    }

    private SegmentType segment(SegmentRow row, Node.Group at) {
        return row.like() == null ? own(row, at) : like(row, row.like(), at);
    }

    private SegmentType like(SegmentRow row, String record, Node.Group at) {
        SegmentType model = other(record, leaf(at, "like"))
                .flatMap(other -> other.table.segments().stream().filter(segment -> segment.mark().equals(row.mark())).findFirst().map(segment -> other.own(segment, other.place(segment))))
                .orElse(null);
        if (model == null) {
            problems.at(at, "记录 " + record + " 没有此段 / record " + record + " has no segment " + row.mark());
            return new SegmentType(row.mark(), null, null, new SegmentType.Title("", ""), row.presence(), List.of(), null);
        }
        return new SegmentType(row.mark(), model.element(), row.inside(), model.title(), row.presence(), model.items(), model.group());
    }

    private Node.Group place(SegmentRow segment) {
        return (Node.Group) file.group().rows("segments").get(table.segments().indexOf(segment));
    }

    private SegmentType own(SegmentRow row, Node.Group at) {
        List<ItemType> items = items(Objects.requireNonNull(row.items()), at.rows("items"));
        SegmentType.Group group = row.group() == null ? null : group(row.group(), items, (Node.Group) Objects.requireNonNull(at.get("group")));
        return new SegmentType(row.mark(), row.element(), row.inside(), Objects.requireNonNull(row.title()), row.presence(), items, group);
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
