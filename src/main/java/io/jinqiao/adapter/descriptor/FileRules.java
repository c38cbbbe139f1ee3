package io.jinqiao.adapter.descriptor;

import io.jinqiao.message.FileKind;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Problems;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the files of an {@code adapter.yaml}. */
final class FileRules {
    private final Members top;
    private final UnaryOperator<String> placeholders;
    private final Problems problems;

    FileRules(Members top, UnaryOperator<String> placeholders, Problems problems) {
        this.top = top;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    Map<FileKind, FileRule> read(Map<Operation, OperationRule> operations) {
        Map<FileKind, FileRule> rules = new EnumMap<>(FileKind.class);
        if (!top.has("files")) {
            return rules;
        }
        top.in("files").group().members().forEach((name, node) -> {
            FileKind kind = FileKind.of(name);
            if (!operations.containsKey(kind.operation())) {
                problems.at(node, "operations 中没有此业务 / " + name + " is not under operations", "该业务也要约定：它是文件中的单行 / agree on the operation too: it is the file's single row");
            }
            rules.put(kind, rule(kind, Members.of(node)));
        });
        return rules;
    }

    private FileRule rule(FileKind kind, Members rule) {
        FileRule.Way way = rule.word("way", FileRule.Way.class);
        boolean server = rule.text("kind").equals("sftp");
        if (server != (way == FileRule.Way.FETCHED)) {
            problems.at(
                    rule.node("kind"),
                    "方式与存放处不符 / what is " + rule.text("way") + " does not lie in a " + rule.text("kind") + " place",
                    server ? "way: fetched" : "kind: sftp，或 way: pushed / kind: sftp, or way: pushed");
        }
        return new FileRule(
                kind,
                way,
                server ? server(rule) : null,
                filled(rule, "inbox"),
                filled(rule, "results"),
                rule.duration("every"),
                rule.bytes("largest"));
    }

    private FileRule.Server server(Members rule) {
        String address = filled(rule, "address");
        if (!address.matches("[^:/]+:[0-9]{1,5}")) {
            problems.at(rule.node("address"), "不是主机加端口 / \"" + address + "\": no host and port", "例如 / such as sftp.example.com:22");
        }
        return new FileRule.Server(address, rule.text("user"), rule.text("our-key"), filled(rule, "their-host-key"));
    }

    private String filled(Members rule, String name) {
        @Nullable String text = rule.text(name);
        try {
            return placeholders.apply(text);
        } catch (IllegalArgumentException e) {
            problems.at(rule.node(name), "占位符没有值 / a placeholder has no value", e.getMessage());
            return text;
        }
    }
}
