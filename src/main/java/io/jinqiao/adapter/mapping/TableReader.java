package io.jinqiao.adapter.mapping;

import io.jinqiao.message.AnswerContent;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code mapping/<operation>.yaml} that its schema has admitted, and compares it with the places our messages have. */
public final class TableReader {
    private final CodeTables codes;
    private final String money;
    private final Set<Operation> agreed;
    private final Editions editions;
    private final Problems problems;

    /**
     * @param money conversion of amounts agreed for the whole partner
     * @param agreed the partner's operations: it needs no code for others
     * @param editions every one is checked, that in force is read
     */
    public TableReader(CodeTables codes, String money, Set<Operation> agreed, Editions editions, Problems problems) {
        this.codes = codes;
        this.money = money;
        this.agreed = agreed;
        this.editions = editions;
        this.problems = problems;
    }

    public Table read(Document file, Operation operation) {
        Node.Group top = file.group();
        for (String edition : editions.known()) {
            if (!edition.equals(editions.inForce())) {
                read(top, operation, edition);
            }
        }
        return read(top, operation, editions.inForce());
    }

    private Table read(Node.Group top, Operation operation, @Nullable String edition) {
        return new Table(
                operation,
                request(top, operation.shape(agreed), edition),
                lines(top, "reply", AnswerContent.shape(operation), new Selection(null, edition), true));
    }

    private RequestLines request(Node.Group top, Shape.Group shape, @Nullable String edition) {
        String chooser = top.text("chosen-by");
        if (chooser == null) {
            refuseWords(top.rows("request"));
            return new RequestLines(lines(top, "request", shape, new Selection(null, edition), true));
        }
        List<Line> common = lines(top, "request", shape, new Selection(null, edition), false);
        Line.Field by = chooser(common, chooser);
        if (by == null || !(shape.members().get(chooser) instanceof Shape.Leaf leaf) || leaf.type() != Shape.Type.WORD) {
            problems.at(Objects.requireNonNull(top.get("chosen-by")), "没有对所有报文都适用的行给出此词 / no line for every message gives the word in \"" + chooser + "\"", "选一个有代码表的我方字段 / a place of ours with a code table");
            return new RequestLines(common);
        }
        Map<String, List<Line>> forWords = new LinkedHashMap<>();
        leaf.words().forEach(word -> forWords.put(word, lines(top, "request", shape, new Selection(word, edition), true)));
        requireWords(top.rows("request"), leaf.words());
        return new RequestLines(common, by, forWords);
    }

    private static Line.@Nullable Field chooser(List<Line> lines, String place) {
        for (Line line : lines) {
            if (line instanceof Line.Field field && field.our().equals(List.of(place))) {
                return field;
            }
        }
        return null;
    }

    /** @param tell whether what is wrong with them is told; once is enough */
    private List<Line> lines(Node.Group top, String section, Shape.Group shape, Selection selection, boolean tell) {
        Problems found = new Problems();
        SectionReader reader = new SectionReader(codes, money, null, found, notCarried(top, section), selection);
        List<Line> lines = reader.read(Objects.requireNonNull(top.keys().get(section)), top.rows(section), shape);
        found.list().stream().filter(problem -> tell && !problems.list().contains(problem)).forEach(problems::add);
        return lines;
    }

    private void refuseWords(List<Node> rows) {
        rows.forEach(row -> {
            Node words = ((Node.Group) row).get("for");
            if (words != null) {
                problems.at(words, "没有选择行的依据 / nothing chooses between lines", "chosen-by: 写我方字段 / chosen-by: a place of ours");
            }
        });
    }

    private void requireWords(List<Node> rows, List<String> known) {
        for (Node row : rows) {
            for (Node word : ((Node.Group) row).rows("for")) {
                if (!known.contains(((Node.Leaf) word).text())) {
                    problems.unknown(word, "词 / word", ((Node.Leaf) word).text(), known);
                }
            }
        }
    }

    private static Set<String> notCarried(Node.Group top, String section) {
        Set<String> places = new HashSet<>();
        if (top.get("not-carried") instanceof Node.Group named) {
            named.rows(section).forEach(row -> places.add(((Node.Leaf) row).text()));
        }
        return places;
    }
}
