package io.jinqiao.opinion.sheet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The {@code cmap} table of a small font: format 4 for the basic plane, format 12 for every plane. */
final class CharacterMap {
    private static final int LAST_OF_BASIC_PLANE = 0xFFFF;

    /** Characters in a row whose glyphs are in a row too. */
    private record Run(int first, int last, int glyph) {}

    private CharacterMap() {}

    static byte[] of(SortedMap<Integer, Integer> glyphOf) {
        byte[] basic = segments(runs(glyphOf.headMap(LAST_OF_BASIC_PLANE)));
        byte[] whole = groups(runs(glyphOf));
        ByteBuffer table = ByteBuffer.allocate(20 + basic.length + whole.length);
        table.putShort((short) 0).putShort((short) 2);
        table.putShort((short) 3).putShort((short) 1).putInt(20);
        table.putShort((short) 3).putShort((short) 10).putInt(20 + basic.length);
        return table.put(basic).put(whole).array();
    }

    private static List<Run> runs(SortedMap<Integer, Integer> glyphOf) {
        List<Run> runs = new ArrayList<>();
        glyphOf.forEach((character, glyph) -> {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && character == last.last() + 1 && glyph == last.glyph() + character - last.first()) {
                runs.set(runs.size() - 1, new Run(last.first(), character, last.glyph()));
            } else {
                runs.add(new Run(character, character, glyph));
            }
        });
        return runs;
    }

    private static byte[] segments(List<Run> runs) {
        List<Run> all = new ArrayList<>(runs);
        all.add(new Run(LAST_OF_BASIC_PLANE, LAST_OF_BASIC_PLANE, 0));
        int count = all.size();
        int length = 16 + 8 * count;
        int power = Integer.highestOneBit(count);
        ByteBuffer table = ByteBuffer.allocate(length + 2 & ~3);
        table.putShort((short) 4).putShort((short) table.capacity()).putShort((short) 0);
        table.putShort((short) (2 * count)).putShort((short) (2 * power));
        table.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (2 * (count - power)));
        all.forEach(run -> table.putShort((short) run.last()));
        table.putShort((short) 0);
        all.forEach(run -> table.putShort((short) run.first()));
        all.forEach(run -> table.putShort((short) (run.glyph() - run.first())));
        return table.array(); // the offsets are all zero
    }

    private static byte[] groups(List<Run> runs) {
        ByteBuffer table = ByteBuffer.allocate(16 + 12 * runs.size());
        table.putShort((short) 12).putShort((short) 0).putInt(table.capacity()).putInt(0).putInt(runs.size());
        runs.forEach(run -> table.putInt(run.first()).putInt(run.last()).putInt(run.glyph()));
        return table.array();
    }
}
