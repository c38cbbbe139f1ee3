package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a file's layout that are mapping tables. */
public final class RecordReader {
    private final CodeTables codes;
    private final String money;
    private final @Nullable Charset columns;
    private final Problems problems;

    /**
     * @param money conversion of amounts agreed for the whole partner
     * @param columns charset in which the widths of columns are counted; null where there are none
     */
    public RecordReader(CodeTables codes, String money, @Nullable Charset columns, Problems problems) {
        this.codes = codes;
        this.money = money;
        this.columns = columns;
        this.problems = problems;
    }

    /**
     * @param parts parts of one form in which together every place of ours has a line, such as header and trailer
     * @param notCarried optional places the form has no column for
     * @return the lines by part, in the same order
     */
    public List<List<Line>> read(Node.Group form, List<String> parts, Shape.Group shape, Set<String> notCarried) {
        List<Node> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(form.rows(part)));
        List<Line> lines = new SectionReader(codes, money, columns, problems, notCarried).read(form, all, shape);
        List<List<Line>> byPart = new ArrayList<>();
        int at = 0;
        // a line that is wrong is missing: then nothing is made of the others
        for (String part : parts) {
            int end = Math.min(lines.size(), at + form.rows(part).size());
            byPart.add(List.copyOf(lines.subList(at, end)));
            at = end;
        }
        return byPart;
    }
}
