package io.jinqiao.credit.record;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a check of a rule as it stands in the file; a name or a code nobody knows is told with its line. */
final class RuleReader {
    private final RecordType type;
    private final CodeTables tables;
    private final Problems problems;

    /** @param type without its rules */
    RuleReader(RecordType type, CodeTables tables, Problems problems) {
        this.type = type;
        this.tables = tables;
        this.problems = problems;
    }

    Rule rule(RuleRow row, Node at) {
        if (row.asked() != 1) {
            problems.at(at, "一条规则只检查一件事 / a rule asks for one thing, this one for " + row.asked(), "one of values, not-values, filled, blank, absent, positive, at-most, order, days, months, same, differ, identity, credit-code, table, segment");
        }
        int group = group(row, at);
        Scope scope = new Scope(type, tables, group, at, problems);
        Check check = asked(scope, row);
        if (row.when() != null) {
            check = check.when(condition(scope, row.when()));
        }
        if (row.unless() != null) {
            check = check.unless(condition(scope, row.unless()));
        }
        return new Rule(row.id(), row.zh(), row.en(), group, check);
    }

    private int group(RuleRow row, Node at) {
        if (row.in() == null) {
            return -1;
        }
        for (int s = 0; s < type.segments().size(); s++) {
            SegmentType.Group group = type.segments().get(s).group();
            if (group != null && group.element().equals(row.in())) {
                return s;
            }
        }
        problems.unknown(at, "group", row.in(), type.segments().stream().map(SegmentType::group).filter(g -> g != null).map(SegmentType.Group::element).toList());
        return -1;
    }

    private Check asked(Scope in, RuleRow row) {
        List<Check> asked = new ArrayList<>();
        each(row.values(), (name, values) -> asked.add(Checks.among(name, in.item(name), in.codes(name, values), true)));
        each(row.notValues(), (name, values) -> asked.add(Checks.among(name, in.item(name), in.codes(name, values), false)));
        each(row.filled(), name -> asked.add(Checks.filled(name, in.item(name), in.there(name))));
        each(row.blank(), name -> asked.add(Checks.blank(name, in.item(name))));
        each(row.absent(), name -> asked.add(Checks.absent(name, in.item(name))));
        each(row.positive(), name -> asked.add(Checks.positive(name, in.item(name))));
        each(row.segment(), (mark, wanted) -> asked.add(in.segment(mark, wanted == RuleRow.Asked.REQUIRED)));
        each(row.table(), (name, table) -> asked.add(Checks.among(name, in.item(name), in.table(table), true)));
        if (row.atMost() != null) {
            asked.add(Checks.atMost(row.atMost().item(), in.item(row.atMost().item()), in.item(row.atMost().of())));
        }
        if (row.order() != null) {
            row.order().first().forEach(first -> row.order().last().forEach(last -> asked.add(Checks.notAfter(first, in.item(first), in.item(last)))));
        }
        if (row.days() != null) {
            asked.add(Checks.fewerDays(row.days().to(), in.item(row.days().from()), in.item(row.days().to()), row.days().fewerThan()));
        }
        if (row.months() != null) {
            asked.add(Checks.monthsApart(row.months().from(), in.item(row.months().from()), in.item(row.months().to()), row.months().atMost()));
        }
        if (row.same() != null) {
            asked.add(Checks.same(row.same().item(), in.item(row.same().item()), in.item(row.same().as())));
        }
        if (row.differ() != null) {
            asked.add(Checks.differ(in.items(row.differ().keySet()), in.items(row.differ().values())));
        }
        if (row.identity() != null) {
            asked.add(Checks.identity(row.identity().number(), in.item(row.identity().type()), in.item(row.identity().number())));
        }
        if (row.creditCode() != null) {
            asked.add(Checks.creditCode(row.creditCode(), in.item(row.creditCode())));
        }
        return Checks.all(asked);
    }

    private static Check condition(Scope in, Map<String, List<String>> values) {
        return Checks.all(values.entrySet().stream()
                .map(entry -> Checks.is(entry.getKey(), in.item(entry.getKey()), in.codes(entry.getKey(), entry.getValue())))
                .toList());
    }

    private static void each(@Nullable List<String> names, Consumer<String> one) {
        if (names != null) {
            names.forEach(one);
        }
    }

    private static <V> void each(@Nullable Map<String, V> named, BiConsumer<String, V> one) {
        if (named != null) {
            named.forEach(one);
        }
    }
}
