package io.jinqiao.adapter.file;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Columns with a separator between them, or after each of them, the last too. In GBK and GB18030 the second byte of a character may look like
 * a separator, so characters are stepped over whole. With a quotation mark a column may hold separators; the mark itself is doubled.
 */
final class SeparatedColumns implements Columns {
    private final int columns;
    private final byte[] separator;
    private final boolean afterLast;
    private final byte quote;
    private final boolean twoBytes;
    private final boolean fourBytes;

    /** @param quote 0: none */
    SeparatedColumns(int columns, String separator, boolean afterLast, char quote, Charset charset) {
        this.columns = columns;
        this.separator = separator.getBytes(StandardCharsets.US_ASCII);
        this.afterLast = afterLast;
        this.quote = (byte) quote;
        this.fourBytes = charset.name().equals("GB18030");
        this.twoBytes = fourBytes || charset.name().startsWith("GB");
    }

    @Override
    public boolean split(byte[] b, int start, int end, Cut cut) {
        cut.anyDoubled = false;
        int column = 0;
        int at = start;
        while (column < columns) {
            int stop = column(b, at, end, column, cut);
            if (stop < 0) {
                cut.found = "引号不成对 / a quotation mark without its other";
                return false;
            }
            column++;
            boolean separated = separates(b, stop, end);
            boolean last = column == columns;
            if (separated != (!last || afterLast)) {
                return wrong(b, start, end, cut);
            }
            at = separated ? stop + separator.length : stop;
        }
        return at == end || wrong(b, start, end, cut);
    }

    /** @return where the column ends; -1: its quotation is not closed */
    private int column(byte[] b, int at, int end, int column, Cut cut) {
        cut.doubled[column] = false;
        if (quote != 0 && at < end && b[at] == quote) {
            return quoted(b, at + 1, end, column, cut);
        }
        int stop = at;
        while (stop < end && !separates(b, stop, end)) {
            stop += width(b, stop, end);
        }
        cut.from[column] = at;
        cut.to[column] = Math.min(stop, end);
        return cut.to[column];
    }

    private int quoted(byte[] b, int from, int end, int column, Cut cut) {
        int at = from;
        while (at < end) {
            if (b[at] != quote) {
                at += width(b, at, end);
            } else if (at + 1 < end && b[at + 1] == quote) {
                cut.doubled[column] = true;
                cut.anyDoubled = true;
                at += 2;
            } else {
                cut.from[column] = from;
                cut.to[column] = at;
                return at + 1;
            }
        }
        return -1;
    }

    private int width(byte[] b, int at, int end) {
        if (b[at] >= 0 || !twoBytes || at + 1 >= end) {
            return 1;
        }
        return fourBytes && b[at + 1] >= '0' && b[at + 1] <= '9' ? 4 : 2;
    }

    private boolean separates(byte[] b, int at, int end) {
        if (at + separator.length > end || b[at] != separator[0]) {
            return false;
        }
        for (int i = 1; i < separator.length; i++) {
            if (b[at + i] != separator[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean wrong(byte[] b, int start, int end, Cut cut) {
        int separators = 0;
        int at = start;
        while (at < end) {
            boolean found = separates(b, at, end);
            separators += found ? 1 : 0;
            at += found ? separator.length : width(b, at, end);
        }
        cut.found = said(separators);
        return false;
    }

    @Override
    public String expected() {
        return said(afterLast ? columns : columns - 1);
    }

    private static String said(int separators) {
        return separators + " 个分隔符 / " + separators + " separators";
    }

    @Override
    public void join(List<byte[]> values, ByteArrayOutputStream out) {
        for (int i = 0; i < values.size(); i++) {
            value(values.get(i), out);
            if (afterLast || i < values.size() - 1) {
                out.writeBytes(separator);
            }
        }
    }

    private void value(byte[] value, ByteArrayOutputStream out) {
        boolean separates = false;
        boolean marks = false;
        for (int at = 0; at < value.length; at += width(value, at, value.length)) {
            separates |= separates(value, at, value.length);
            marks |= quote != 0 && value[at] == quote;
        }
        if (!separates && !marks) {
            out.writeBytes(value);
        } else if (quote == 0) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "text without " + new String(separator, StandardCharsets.US_ASCII));
        } else {
            quote(value, out);
        }
    }

    private void quote(byte[] value, ByteArrayOutputStream out) {
        out.write(quote);
        for (byte each : value) {
            out.write(each);
            if (each == quote) {
                out.write(quote);
            }
        }
        out.write(quote);
    }
}
