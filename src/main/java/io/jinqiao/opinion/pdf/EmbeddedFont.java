package io.jinqiao.opinion.pdf;

import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFSubsetter;

/**
 * The glyphs of one sheet as a font file, and the code of each character in it: the number of its glyph in the small file. (The
 * embedder of the PDF library works through all of the font's 30 000 glyphs for each document.)
 */
final class EmbeddedFont {
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final byte[] file;
    private final TreeMap<Integer, Integer> characterOf = new TreeMap<>();
    private final Map<Integer, String> codes = new HashMap<>();

    private EmbeddedFont(byte[] file) {
        this.file = file;
    }

    static EmbeddedFont of(Sheet sheet, Typeface typeface) throws IOException {
        TreeSet<Integer> characters = new TreeSet<>();
        sheet.text().codePoints().forEach(characters::add);
        TTFSubsetter subsetter = new TTFSubsetter(typeface.font(), TABLES);
        characters.forEach(subsetter::add);
        Map<Integer, Integer> newNumbers = new HashMap<>();
        subsetter.getGIDMap().forEach((number, old) -> newNumbers.put(old, number));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
        subsetter.writeToStream(bytes);
        EmbeddedFont font = new EmbeddedFont(bytes.toByteArray());
        for (int character : characters) {
            int glyph = newNumbers.getOrDefault(typeface.glyph(character), 0);
            if (glyph == 0) {
                throw new IllegalStateException(String.format("the font lacks U+%04X", character));
            }
            font.characterOf.put(glyph, character);
            font.codes.put(character, hex(glyph));
        }
        return font;
    }

    byte[] file() {
        return file;
    }

    /** The code of a character on the sheet, four hexadecimal digits. */
    String code(int character) {
        return codes.get(character);
    }

    /** Which character each code shows; two characters with one glyph show as one of them. */
    TreeMap<Integer, Integer> characterOf() {
        return characterOf;
    }

    static String hex(int number) {
        return new String(new char[] {
            HEX[number >> 12 & 15], HEX[number >> 8 & 15], HEX[number >> 4 & 15], HEX[number & 15]
        });
    }
}
