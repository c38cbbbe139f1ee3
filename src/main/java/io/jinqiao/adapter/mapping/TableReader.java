package io.jinqiao.adapter.mapping;

import io.jinqiao.message.AnswerContent;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code mapping/<operation>.yaml} that its schema has admitted, and compares it with the places our messages have. */
public final class TableReader {
    private final CodeTables codes;
    private final String money;
    private final Set<Operation> agreed;
    private final Problems problems;

    /**
     * @param money conversion of amounts agreed for the whole partner
     * @param agreed the partner's operations: it needs no code for others
     */
    public TableReader(CodeTables codes, String money, Set<Operation> agreed, Problems problems) {
        this.codes = codes;
        this.money = money;
        this.agreed = agreed;
        this.problems = problems;
    }

    public Table read(Document file, Operation operation) {
        Node.Group top = file.group();
        return new Table(
                operation,
                lines(top, "request", operation.shape(agreed)),
                lines(top, "reply", AnswerContent.shape(operation)));
    }

    private List<Line> lines(Node.Group top, String section, Shape.Group shape) {
        SectionReader reader = new SectionReader(codes, money, null, problems, notCarried(top, section));
        return reader.read(java.util.Objects.requireNonNull(top.keys().get(section)), top.rows(section), shape);
    }

    private static Set<String> notCarried(Node.Group top, String section) {
        Set<String> places = new HashSet<>();
        if (top.get("not-carried") instanceof Node.Group named) {
            named.rows(section).forEach(row -> places.add(((Node.Leaf) row).text()));
        }
        return places;
    }
}
