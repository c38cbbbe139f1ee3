package io.jinqiao.adapter.file;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Columns of so many bytes each, without anything between them. A column of blanks only has no value. */
final class FixedColumns implements Columns {
    private final int[] widths;
    private final Padding[] paddings;
    private final int width;

    FixedColumns(List<Integer> widths, List<Padding> paddings) {
        this.widths = widths.stream().mapToInt(w -> w).toArray();
        this.paddings = paddings.toArray(Padding[]::new);
        this.width = widths.stream().mapToInt(w -> w).sum();
    }

    /** @param left whether a value is filled up before it */
    record Padding(boolean left, byte filler) {}

    @Override
    public boolean split(byte[] b, int start, int end, Cut cut) {
        if (end - start != width) {
            cut.found = said(end - start);
            return false;
        }
        int at = start;
        for (int i = 0; i < widths.length; i++) {
            trim(b, at, at + widths[i], i, cut);
            at += widths[i];
        }
        return true;
    }

    private void trim(byte[] b, int start, int end, int column, Cut cut) {
        int from = start;
        int to = end;
        while (to > from && b[to - 1] == ' ') {
            to--;
        }
        Padding padding = paddings[column];
        if (to > from && padding.left) {
            while (from < to - 1 && b[from] == padding.filler) {
                from++;
            }
        } else if (padding.filler != ' ') {
            while (to > from + 1 && b[to - 1] == padding.filler) {
                to--;
            }
        }
        cut.from[column] = from;
        cut.to[column] = to;
    }

    @Override
    public String expected() {
        return said(width);
    }

    private static String said(int bytes) {
        return bytes + " 字节 / " + bytes + " bytes";
    }

    @Override
    public void join(List<byte[]> values, ByteArrayOutputStream out) {
        for (int i = 0; i < widths.length; i++) {
            byte[] value = values.get(i);
            int fill = widths[i] - value.length;
            byte filler = value.length == 0 ? (byte) ' ' : paddings[i].filler;
            if (paddings[i].left) {
                fill(fill, filler, out);
                out.writeBytes(value);
            } else {
                out.writeBytes(value);
                fill(fill, filler, out);
            }
        }
    }

    private static void fill(int count, byte filler, ByteArrayOutputStream out) {
        for (int i = 0; i < count; i++) {
            out.write(filler);
        }
    }
}
