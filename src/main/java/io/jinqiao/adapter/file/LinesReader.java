package io.jinqiao.adapter.file;

import io.jinqiao.adapter.mapping.Line;
import io.jinqiao.adapter.mapping.RecordPlan;
import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how the lines of a file begin, end and divide. */
final class LinesReader {
    private final Node.Group layout;
    private final FileForm form;
    private final Grammar grammar;
    private final Problems problems;

    LinesReader(Node.Group layout, FileForm form, Grammar grammar, Problems problems) {
        this.layout = layout;
        this.form = form;
        this.grammar = grammar;
        this.problems = problems;
    }

    /** @return null when something is wrong */
    @Nullable FileLayout read(List<Line> header, List<Line> rows, List<Line> trailer) {
        Section head = header.isEmpty() ? null : section("header", RecordPlan.single(header));
        Section row = section("rows", RecordPlan.rows(rows, grammar.places(), form.charset()));
        Section foot = trailer.isEmpty() ? null : section("trailer", RecordPlan.single(trailer));
        if (foot != null && foot.tag().length == 0) {
            problems.at(layout, "无法区分尾行与明细行 / nothing tells the trailer from a row", "tags: {trailer: …}");
        }
        if (!problems.isEmpty() || row == null) {
            return null;
        }
        Node.Group records = (Node.Group) java.util.Objects.requireNonNull(layout.get("records"));
        boolean titles = "true".equals(records.text("titles"));
        LinesLayout.Parts parts = new LinesLayout.Parts(
                titles ? String.join(String.valueOf(columns().text("separator")), row.plan().names()) : null,
                head,
                row,
                foot,
                "crlf".equals(records.text("end")),
                !"false".equals(records.text("last-end")));
        return new LinesLayout(form, grammar, parts);
    }

    private Node.Group columns() {
        return (Node.Group) java.util.Objects.requireNonNull(layout.get("columns"));
    }

    private @Nullable Section section(String part, RecordPlan plan) {
        for (int i = 0; i < plan.names().size(); i++) {
            if (plan.names().get(i).contains(".")) {
                problems.at(line(part, i), "列不能再含列 / a column has no columns of its own", "名称不带点 / a name without a dot");
            }
        }
        Columns columns = "width".equals(columns().text("by")) ? fixed(part) : separated(plan.names().size());
        return new Section(tag(part), columns, plan, form.charset());
    }

    private Node.Group line(String part, int index) {
        return (Node.Group) layout.rows(part).get(index);
    }

    private byte[] tag(String part) {
        String tag = layout.get("tags") instanceof Node.Group tags ? tags.text(part) : null;
        if (tag == null) {
            return new byte[0];
        }
        String separator = columns().text("separator");
        return (separator == null ? tag : tag + separator).getBytes(StandardCharsets.US_ASCII);
    }

    private Columns separated(int count) {
        String quote = columns().text("quote");
        return new SeparatedColumns(
                count,
                String.valueOf(columns().text("separator")),
                "true".equals(columns().text("after-last")),
                quote == null ? 0 : quote.charAt(0),
                form.charset());
    }

    private Columns fixed(String part) {
        List<Integer> widths = new ArrayList<>();
        List<FixedColumns.Padding> paddings = new ArrayList<>();
        for (Node node : layout.rows(part)) {
            Node.Group line = (Node.Group) node;
            String width = line.text("width");
            if (width == null) {
                problems.at(line, "定长列没有宽度 / a column of fixed width has no width", "width: <bytes>");
                continue;
            }
            widths.add(Integer.parseInt(width));
            paddings.add(padding(line, part));
        }
        return new FixedColumns(widths, paddings);
    }

    /** Amounts and numbers are filled with zeros before them, everything else with blanks behind it, unless the line says otherwise. */
    private FixedColumns.Padding padding(Node.Group line, String part) {
        String pad = line.text("pad");
        if (pad != null) {
            return new FixedColumns.Padding(pad.startsWith("left"), (byte) pad.charAt(pad.length() - 1));
        }
        return new FixedColumns.Padding(number(line.text("our"), part), (byte) (number(line.text("our"), part) ? '0' : ' '));
    }

    private boolean number(@Nullable String our, String part) {
        Shape.Leaf leaf = null;
        if (our != null && part.equals("rows")) {
            leaf = grammar.places().leaf(grammar.places().of(our));
        } else if (our != null && grammar.headShape().members().get(our) instanceof Shape.Leaf found) {
            leaf = found;
        }
        return leaf != null && (leaf.type() == Shape.Type.MONEY || leaf.type() == Shape.Type.NUMBER);
    }
}
