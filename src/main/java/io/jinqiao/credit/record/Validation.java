package io.jinqiao.credit.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything wrong with a record before it leaves: structure, forms, then the rules across items. What only the Center's database knows is the ledger's. */
public final class Validation {
    private final CreditRecord record;
    private final ReportContext context;
    private final List<Finding> findings = new ArrayList<>();

    private Validation(CreditRecord record, ReportContext context) {
        this.record = record;
        this.context = context;
    }

    /** @return all of it; empty when the record may leave */
    public static List<Finding> of(CreditRecord record, ReportContext context) {
        Validation validation = new Validation(record, context);
        validation.structure();
        validation.rules();
        return List.copyOf(validation.findings);
    }

    private void structure() {
        RecordType type = record.type();
        String event = type.event() == null ? null : record.value(type.event());
        for (int s = 0; s < type.segments().size(); s++) {
            SegmentType segment = type.segments().get(s);
            presence(segment, s, segment.at(event));
            if (record.has(s)) {
                items(segment, s);
                group(segment, s);
            }
        }
    }

    private void presence(SegmentType segment, int s, SegmentType.@Nullable Presence presence) {
        if (presence == SegmentType.Presence.REQUIRED && !record.has(s)) {
            add("ABD000", segment.name(), "缺少" + segment.title().zh(), "a segment is missing");
        } else if (presence == null && record.has(s)) {
            add("ABD000", segment.name(), "此时点不应报送" + segment.title().zh(), "a segment that does not belong to this event");
        }
    }

    private void items(SegmentType segment, int s) {
        for (int i = 0; i < segment.items().size(); i++) {
            item(segment.items().get(i), record.value(s, i));
        }
    }

    private void item(ItemType item, @Nullable String value) {
        if (value == null) {
            if (item.kind() != ItemType.Kind.S) {
                add("ABD000", item.name(), "缺少" + item.zh(), "an item is missing");
            }
        } else if (Check.blank(value)) {
            if (item.kind() == ItemType.Kind.M) {
                add("ABE000", item.name(), item.zh() + "不能为空", "an item is empty");
            }
        } else {
            String broken = item.form().broken(value, context.reporter());
            if (broken != null) {
                add(broken, item.name(), item.zh() + "的值不合规则", "the value is not of its form");
            }
        }
    }

    private void group(SegmentType segment, int s) {
        SegmentType.Group group = segment.group();
        if (group == null) {
            return;
        }
        List<String[]> rows = record.rows(s);
        if (!Integer.toString(rows.size()).equals(record.value(s, group.count()))) {
            add("ABE010", segment.items().get(group.count()).name(), "个数与实际不符", "the count is another than that of what follows");
        }
        Set<List<@Nullable String>> seen = new HashSet<>();
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                item(group.items().get(i), row[i]);
            }
            if (!seen.add(group.unique().stream().map(i -> Objects.requireNonNullElse(row[i], "")).toList())) {
                add("ABE011", group.element(), "重复", "the same twice");
            }
        }
    }

    private void rules() {
        Check.Looked whole = new Check.Looked(record, null, context);
        for (Rule rule : record.type().rules()) {
            if (rule.group() < 0) {
                apply(rule, whole);
            } else {
                record.rows(rule.group()).forEach(row -> apply(rule, new Check.Looked(record, row, context)));
            }
        }
    }

    private void apply(Rule rule, Check.Looked at) {
        String broken = rule.check().broken(at);
        if (broken != null) {
            add(rule.id(), broken, rule.zh(), rule.en());
        }
    }

    private void add(String rule, String item, String zh, String en) {
        findings.add(new Finding(rule, item, zh, en));
    }
}
