package io.jinqiao.opinion.sheet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The glyphs of one sheet as one TrueType file, and the number of each character's glyph in it. Glyphs are copied as they lie in the
 * typeface's files, which have the same number of units to the em, so that a subset costs its own size and not the font's; the same
 * characters give the same bytes.
 */
public final class FontSubset {
    private static final int COMPOSITE_HEAD = 10;
    private static final int MORE_COMPONENTS = 0x20;
    private static final int WORDS = 0x01;
    private static final int SCALE = 0x08;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;

    private final Typeface typeface;
    private final FontTables font;
    private final List<Integer> originals = new ArrayList<>(List.of(0));
    private final Map<Integer, Integer> numbers = new HashMap<>(Map.of(0, 0));
    private final TreeMap<Integer, Integer> glyphOf = new TreeMap<>();
    private final TreeMap<Integer, Integer> characterOf = new TreeMap<>();
    private final byte[] file;

    private FontSubset(Typeface typeface, String text) {
        this.typeface = typeface;
        this.font = typeface.tables();
        TreeSet<Integer> characters = new TreeSet<>();
        text.codePoints().forEach(characters::add);
        for (int character : characters) {
            int original = typeface.glyph(character);
            if (original == 0) {
                throw new IllegalStateException(String.format("the font lacks U+%04X", character));
            }
            int number = number(original);
            glyphOf.put(character, number);
            characterOf.put(number, character);
        }
        this.file = write();
    }

    /** @throws IllegalStateException when the font lacks a character: nothing is ever shown as an empty box */
    public static FontSubset of(String text, Typeface typeface) {
        return new FontSubset(typeface, text);
    }

    public byte[] file() {
        return file;
    }

    /** Number of the glyph in the small file. */
    public int glyph(int character) {
        return glyphOf.get(character);
    }

    /** Which character each glyph shows; two characters with one glyph show as one of them. */
    public SortedMap<Integer, Integer> characterOf() {
        return characterOf;
    }

    private int number(int original) {
        return numbers.computeIfAbsent(original, o -> {
            originals.add(o);
            return originals.size() - 1;
        });
    }

    private byte[] write() {
        List<byte[]> outlines = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < originals.size(); i++) { // grows while the parts of composite glyphs are found
            int original = originals.get(i);
            byte[] outline = typeface.tables(original).outline(Typeface.numberInTables(original));
            renumberParts(outline, original);
            outlines.add(outline);
            size += outline.length + 3 & ~3;
        }
        int count = outlines.size();
        ByteBuffer glyf = ByteBuffer.allocate(size);
        ByteBuffer loca = ByteBuffer.allocate(4 * (count + 1));
        ByteBuffer hmtx = ByteBuffer.allocate(4 * count);
        for (int i = 0; i < count; i++) {
            loca.putInt(glyf.position());
            glyf.put(outlines.get(i)).position(glyf.position() + 3 & ~3);
            FontTables file = typeface.tables(originals.get(i));
            int number = Typeface.numberInTables(originals.get(i));
            hmtx.putShort((short) file.advance(number)).putShort(file.bearing(number));
        }
        loca.putInt(size);
        return assemble(count, glyf, loca, hmtx);
    }

    private byte[] assemble(int count, ByteBuffer glyf, ByteBuffer loca, ByteBuffer hmtx) {
        FontFile tables = new FontFile();
        byte[] head = font.table("head");
        ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1); // no sum yet; long offsets
        tables.put("head", head);
        tables.put("hhea", patched("hhea", 34, count));
        tables.put("maxp", patched("maxp", 4, count));
        tables.put("OS/2", font.table("OS/2"));
        for (String hints : List.of("cvt ", "fpgm", "prep")) {
            if (font.has(hints)) {
                tables.put(hints, font.table(hints));
            }
        }
        tables.put("hmtx", hmtx.array());
        tables.put("loca", loca.array());
        tables.put("glyf", glyf.array());
        tables.put("cmap", CharacterMap.of(glyphOf));
        tables.put("name", FontFile.name("NotoSerifSC-Regular"));
        tables.put("post", FontFile.noGlyphNames());
        return tables.bytes();
    }

    private byte[] patched(String table, int offset, int count) {
        byte[] bytes = font.table(table);
        ByteBuffer.wrap(bytes).putShort(offset, (short) count);
        return bytes;
    }

    /** A composite glyph names others by number. */
    private void renumberParts(byte[] outline, int original) {
        ByteBuffer glyph = ByteBuffer.wrap(outline);
        if (outline.length == 0 || glyph.getShort(0) >= 0) {
            return;
        }
        int at = COMPOSITE_HEAD;
        int flags;
        do {
            flags = glyph.getShort(at);
            glyph.putShort(at + 2, (short) number(Typeface.beside(original, glyph.getShort(at + 2) & 0xFFFF)));
            at += 4 + ((flags & WORDS) != 0 ? 4 : 2);
            at += (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
        } while ((flags & MORE_COMPONENTS) != 0);
    }
}
