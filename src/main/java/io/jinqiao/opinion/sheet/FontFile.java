package io.jinqiao.opinion.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Puts the tables of a TrueType file together, with its directory and its check sums. */
final class FontFile {
    private static final int TRUE_TYPE = 0x00010000;
    private static final int WHOLE_SUM = 0xB1B0AFBA;
    private static final int WINDOWS = 3;
    private static final int UNICODE = 1;
    private static final int ENGLISH = 0x409;

    private final Map<String, byte[]> tables = new TreeMap<>();

    void put(String name, byte[] table) {
        tables.put(name, table);
    }

    byte[] bytes() {
        int count = tables.size();
        int start = 12 + 16 * count;
        int size = start + tables.values().stream().mapToInt(table -> padded(table.length)).sum();
        ByteBuffer file = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(count);
        file.putInt(TRUE_TYPE).putShort((short) count).putShort((short) (16 * power));
        file.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (count - power)));
        int at = start;
        int head = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] bytes = table.getValue();
            file.put(at, bytes);
            file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            file.putInt(sum(file, at, padded(bytes.length))).putInt(at).putInt(bytes.length);
            head = table.getKey().equals("head") ? at : head;
            at += padded(bytes.length);
        }
        file.putInt(head + 8, WHOLE_SUM - sum(file, 0, size));
        return file.array();
    }

    /** A {@code name} table that says one name as family, full and PostScript name. */
    static byte[] name(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_16BE);
        int[] meanings = {1, 4, 6};
        ByteBuffer table = ByteBuffer.allocate(6 + 12 * meanings.length + text.length);
        table.putShort((short) 0).putShort((short) meanings.length).putShort((short) (6 + 12 * meanings.length));
        for (int meaning : meanings) {
            table.putShort((short) WINDOWS).putShort((short) UNICODE).putShort((short) ENGLISH);
            table.putShort((short) meaning).putShort((short) text.length).putShort((short) 0);
        }
        return table.put(text).array();
    }

    /** A {@code post} table, version 3: no names of glyphs. */
    static byte[] noGlyphNames() {
        return ByteBuffer.allocate(32).putInt(0x00030000).array();
    }

    private static int sum(ByteBuffer file, int from, int length) {
        int sum = 0;
        for (int at = from; at < from + length; at += 4) {
            sum += file.getInt(at);
        }
        return sum;
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
