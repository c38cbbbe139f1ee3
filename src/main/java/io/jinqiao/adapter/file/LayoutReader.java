package io.jinqiao.adapter.file;

import io.jinqiao.adapter.codec.Codes;
import io.jinqiao.adapter.mapping.CodeTables;
import io.jinqiao.adapter.mapping.Line;
import io.jinqiao.adapter.mapping.MappingPlan;
import io.jinqiao.adapter.mapping.RecordReader;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code files/<operation>.yaml} that its schema has admitted; finds what a schema cannot. */
public final class LayoutReader {
    private final CodeTables codes;
    private final String money;
    private final Problems problems;

    /** @param money conversion of amounts agreed for the whole partner */
    public LayoutReader(CodeTables codes, String money, Problems problems) {
        this.codes = codes;
        this.money = money;
        this.problems = problems;
    }

    /** @param returned null when they could not be read @return null when something is wrong; it is on the list then */
    public @Nullable FileExchange read(Document file, @Nullable Codes returned) {
        FileKind kind = FileKind.of(String.valueOf(file.group().text("operation")));
        FileLayout request = layout((Node.Group) java.util.Objects.requireNonNull(file.group().get("request")), Grammar.request(kind));
        FileLayout result = layout((Node.Group) java.util.Objects.requireNonNull(file.group().get("result")), Grammar.result());
        return request == null || result == null || returned == null ? null : new FileExchange(kind, request, result, returned);
    }

    private @Nullable FileLayout layout(Node.Group layout, Grammar grammar) {
        Problems own = new Problems();
        FormReader reader = new FormReader(layout, own);
        FileForm form = reader.form(grammar);
        FileLayout read = form == null ? null : layout(layout, grammar, form, own);
        own.list().forEach(problems::add);
        return own.isEmpty() ? read : null;
    }

    private @Nullable FileLayout layout(Node.Group layout, Grammar grammar, FileForm form, Problems own) {
        boolean fixed = layout.get("columns") instanceof Node.Group columns && "width".equals(columns.text("by"));
        RecordReader records = new RecordReader(codes, money, fixed ? form.charset() : null, own);
        List<List<Line>> head = records.read(layout, List.of("header", "trailer"), grammar.headShape(), notCarried(layout, form));
        List<Line> rows = records.read(layout, List.of("rows"), rowShape(grammar), notCarried(layout, form)).get(0);
        if (!own.isEmpty()) {
            return null;
        }
        Node.Group by = (Node.Group) java.util.Objects.requireNonNull(layout.get("records"));
        if ("elements".equals(by.text("by"))) {
            XmlLayout.Elements elements = new XmlLayout.Elements(
                    String.valueOf(by.text("root")),
                    String.valueOf(by.text("header")),
                    String.valueOf(by.text("list")),
                    String.valueOf(by.text("row")));
            return new XmlLayout(form, grammar, elements, new MappingPlan(head.get(0), true, true), new MappingPlan(rows, true, true));
        }
        return new LinesReader(layout, form, grammar, own).read(head.get(0), rows, head.get(1));
    }

    private static io.jinqiao.message.Shape.Group rowShape(Grammar grammar) {
        return grammar instanceof Grammar.Request request ? request.kind().rowShape() : io.jinqiao.message.FileResult.rowShape();
    }

    /** A hash beside the file, or none, has no column. */
    private static Set<String> notCarried(Node.Group layout, FileForm form) {
        Set<String> places = new HashSet<>();
        layout.rows("not-carried").forEach(row -> places.add(((Node.Leaf) row).text()));
        if (form.hash() == null || form.hash().inMarker()) {
            places.add(FileHead.HASH);
        }
        return places;
    }
}
