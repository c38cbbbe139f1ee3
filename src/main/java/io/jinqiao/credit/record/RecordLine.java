package io.jinqiao.credit.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as one line of a file (单行 XML): {@code <Document>}, the record, its segments and items in the order of the type; no declaration, nothing between tags. */
public final class RecordLine {
    private final StringBuilder out = new StringBuilder(2048);

    private RecordLine() {}

    public static String of(CreditRecord record) {
        RecordLine line = new RecordLine();
        line.open("Document");
        line.open(record.type().element());
        List<SegmentType> segments = record.type().segments();
        for (int s = 0; s < segments.size(); s++) {
            if (record.has(s)) {
                line.segment(record, segments.get(s), s);
            }
        }
        line.close(record.type().element());
        line.close("Document");
        return line.out.toString();
    }

    private void segment(CreditRecord record, SegmentType segment, int s) {
        open(segment.inside());
        open(segment.element());
        for (int i = 0; i < segment.items().size(); i++) {
            item(segment.items().get(i), record.value(s, i));
        }
        if (segment.group() != null) {
            record.rows(s).forEach(row -> row(segment.group(), row));
        }
        close(segment.element());
        close(segment.inside());
    }

    private void row(SegmentType.Group group, String[] row) {
        open(group.element());
        for (int i = 0; i < row.length; i++) {
            item(group.items().get(i), row[i]);
        }
        close(group.element());
    }

    private void item(ItemType item, @Nullable String value) {
        if (value != null) {
            open(item.name());
            text(value);
            close(item.name());
        }
    }

    private void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(c);
            }
        }
    }

    private void open(@Nullable String name) {
        if (name != null) {
            out.append('<').append(name).append('>');
        }
    }

    private void close(@Nullable String name) {
        if (name != null) {
            out.append("</").append(name).append('>');
        }
    }
}
