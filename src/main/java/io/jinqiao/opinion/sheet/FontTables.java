package io.jinqiao.opinion.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a TrueType font file, read where they lie. Read only, so safe for use by many threads. */
final class FontTables {
    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;

    private record Place(int offset, int length) {}

    private final ByteBuffer file;
    private final Map<String, Place> places = new TreeMap<>();
    private final boolean longOffsets;
    private final int wideMetrics;

    FontTables(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = DIRECTORY + i * ENTRY;
            byte[] tag = new byte[4];
            file.get(at, tag);
            places.put(
                    new String(tag, StandardCharsets.US_ASCII), new Place(file.getInt(at + 8), file.getInt(at + 12)));
        }
        this.longOffsets = file.getShort(place("head").offset() + 50) != 0;
        this.wideMetrics = file.getShort(place("hhea").offset() + 34) & 0xFFFF;
    }

    boolean has(String table) {
        return places.containsKey(table);
    }

    /** A copy of a whole table. */
    byte[] table(String name) {
        return bytes(place(name).offset(), place(name).length());
    }

    /** The outline of a glyph as it stands in the file; empty for a blank. */
    byte[] outline(int glyph) {
        int from = outlineOffset(glyph);
        return bytes(place("glyf").offset() + from, outlineOffset(glyph + 1) - from);
    }

    private int outlineOffset(int glyph) {
        int loca = place("loca").offset();
        return longOffsets ? file.getInt(loca + 4 * glyph) : 2 * (file.getShort(loca + 2 * glyph) & 0xFFFF);
    }

    /** Advance in font units. */
    int advance(int glyph) {
        return file.getShort(place("hmtx").offset() + 4 * Math.min(glyph, wideMetrics - 1)) & 0xFFFF;
    }

    /** Left side bearing in font units. */
    short bearing(int glyph) {
        int start = place("hmtx").offset();
        return glyph < wideMetrics
                ? file.getShort(start + 4 * glyph + 2)
                : file.getShort(start + 4 * wideMetrics + 2 * (glyph - wideMetrics));
    }

    private Place place(String table) {
        Place place = places.get(table);
        if (place == null) {
            throw new IllegalStateException("the font has no table " + table);
        }
        return place;
    }

    private byte[] bytes(int offset, int length) {
        byte[] copy = new byte[length];
        file.get(offset, copy);
        return copy;
    }
}
