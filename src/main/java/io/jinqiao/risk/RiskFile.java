package io.jinqiao.risk;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.message.Finding.Grade;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of rules: every rule of the file is one of ours, every one of ours is in the file. */
final class RiskFile {
    record Title(String zh, String en) {}

    record Version(
            LocalDate from, @Nullable Boolean asked, boolean assumed, String source, Map<String, JsonNode> parameters) {}

    record Row(String rule, Title title, Grade grade, String code, List<Version> versions) {}

    record Table(int format, List<Row> rules) {}

    private RiskFile() {}

    /** @param name of the file below {@code rules/} @throws io.jinqiao.rulebook.RulebookException with every problem of the file */
    static <F> List<RiskPoint<F>> read(Sources sources, String name, Map<String, Rule<F>> ours) {
        Document file = RuleFile.checked(sources, sources.get("rules/" + name + ".yaml"), "risk");
        Problems problems = new Problems();
        List<Row> rows = file.as(Table.class).rules();
        List<RiskPoint<F>> points = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Node.Group at = (Node.Group) file.group().rows("rules").get(i);
            if (known(rows.get(i), at, ours, problems) && fresh(rows.get(i), at, seen, problems)) {
                points.add(point(rows.get(i), at, ours, problems));
            }
        }
        for (String rule : ours.keySet()) {
            if (!seen.contains(rule)) {
                problems.at(file.root(), "缺少规则 / the rule " + rule + " is missing", "如要停用，请加一个 \"asked: false\" 的版本 / end it with a version \"asked: false\" instead");
            }
        }
        problems.throwIfAny();
        return List.copyOf(points);
    }

    private static boolean known(Row row, Node.Group at, Map<String, ?> ours, Problems problems) {
        if (ours.containsKey(row.rule())) {
            return true;
        }
        problems.unknown(at.members().get("rule"), "规则 / rule", row.rule(), ours.keySet());
        return false;
    }

    private static boolean fresh(Row row, Node.Group at, Set<String> seen, Problems problems) {
        if (seen.add(row.rule())) {
            return true;
        }
        problems.at(at, "规则重复 / the rule " + row.rule() + " is there twice");
        return false;
    }

    private static <F> RiskPoint<F> point(Row row, Node.Group at, Map<String, Rule<F>> ours, Problems problems) {
        Rule<F> rule = ours.get(row.rule());
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < row.versions().size(); i++) {
            Node version = at.rows("versions").get(i);
            check(row, rule, row.versions().get(i), version, problems);
            if (!days.add(row.versions().get(i).from())) {
                problems.at(version, "同日已有另一版本生效 / another version starts on this day");
            }
        }
        return new RiskPoint<>(
                rule, row.grade(), row.code(), row.title().zh() + " / " + row.title().en(),
                days.size() < row.versions().size() ? EffectiveTable.of(Map.of()) : versions(row));
    }

    private static EffectiveTable<RiskPoint.InForce> versions(Row row) {
        return EffectiveTable.of(row.versions(), Version::from)
                .map(v -> new RiskPoint.InForce(!Boolean.FALSE.equals(v.asked()), new Parameters(v.parameters())));
    }

    private static void check(Row row, Rule<?> rule, Version version, Node at, Problems problems) {
        Set<String> wanted = new HashSet<>(rule.numbers());
        wanted.addAll(rule.words());
        if (!wanted.equals(version.parameters().keySet())) {
            problems.at(at, "参数不符 / parameters are " + version.parameters().keySet(), "该规则的参数是 / the rule takes exactly " + wanted);
        }
        version.parameters().forEach((name, value) -> {
            if (wanted.contains(name) && value.isArray() != rule.words().contains(name)) {
                problems.at(at, (value.isArray() ? "是一列词 / " : "是数值 / ") + name + " is " + (value.isArray() ? "a list of words" : "a number"));
            }
        });
        if (version.assumed() && row.grade() == Grade.RED_LINE) {
            problems.at(at, "假定的数值不能作为底线红线 / an assumed number cannot draw a red line", "写明来源，或降低等级 / name its source, or give the rule a milder grade");
        }
    }
}
