package io.jinqiao.opinion.sheet;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one typeface of the house: Noto Serif SC Regular with GB 2312, GBK, CJK extension A and the Table of General Standard Characters
 * whole. What it lacks of extensions B to F comes from a second file of one weight, for the rare characters in people's names, which is
 * read when the first of them is met. Parsed once; the files stay in memory (15 and 19 MB). Safe for use by many threads.
 */
public final class Typeface {
    private static final String FILE = "/fonts/NotoSerifSC_400Regular.ttf";
    private static final String RARE_FILE = "/fonts/JinqiaoRareHan.ttf";
    private static final int FIRST_RARE = 0x20000;
    /** A glyph number of the second file, apart from those of the first. */
    private static final int RARE = 1 << 16;

    private final TrueTypeFont font;
    private final FontTables tables;
    private final CmapLookup glyphs;
    private final double unitsPerEm;
    private final ConcurrentHashMap<Integer, Double> advances = new ConcurrentHashMap<>();

    private Typeface(byte[] file) throws IOException {
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        this.tables = new FontTables(file);
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
        font.getHorizontalMetrics();
        font.getHorizontalHeader();
        font.getIndexToLocation();
        font.getGlyph();
    }

    /** The second file, once for all. */
    private static final class Rare {
        static final Typeface FACE = read(RARE_FILE);
    }

    /** Reads the packaged file; takes about a second. */
    public static Typeface load() {
        return read(FILE);
    }

    private static Typeface read(String name) {
        try (InputStream file = Typeface.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no font at " + name);
            }
            return new Typeface(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For subsets: the tables of the first file. */
    FontTables tables() {
        return tables;
    }

    /** The tables a glyph lies in, under {@link #numberInTables}. */
    FontTables tables(int glyph) {
        return glyph < RARE ? tables : Rare.FACE.tables;
    }

    static int numberInTables(int glyph) {
        return glyph & RARE - 1;
    }

    /** Number of another glyph of the file that {@code glyph} lies in. */
    static int beside(int glyph, int numberInTables) {
        return glyph & RARE | numberInTables;
    }

    /** For its measures. Its tables are read only and were all touched before the first thread saw it. */
    public TrueTypeFont font() {
        return font;
    }

    public boolean has(int codePoint) {
        return glyph(codePoint) != 0;
    }

    /** The characters of {@code text} it lacks as {@code U+2B14A U+…}; empty when it has all of them. */
    public String missing(String text) {
        return text.codePoints()
                .filter(c -> !has(c))
                .distinct()
                .mapToObj(c -> String.format("U+%04X", c))
                .collect(Collectors.joining(" "));
    }

    /** Number of the glyph, unique over both files; 0 when there is none. */
    int glyph(int codePoint) {
        int glyph = glyphs.getGlyphId(codePoint);
        if (glyph != 0 || codePoint < FIRST_RARE || this == Rare.FACE) {
            return glyph;
        }
        int rare = Rare.FACE.glyph(codePoint);
        return rare == 0 ? 0 : RARE | rare;
    }

    /** Width of a character in em: 1 for Han. */
    public double advance(int codePoint) {
        return advances.computeIfAbsent(codePoint, this::measure);
    }

    /** Width of a text in em. */
    public double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += advance(text.codePointAt(i));
        }
        return width;
    }

    /** The outline of a character, 1 em high, y upwards, the origin on the base line. */
    public Path2D outline(int codePoint) {
        return glyph(codePoint) < RARE ? ownOutline(codePoint) : Rare.FACE.ownOutline(codePoint);
    }

    private synchronized Path2D ownOutline(int codePoint) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
            Path2D path = new Path2D.Double(glyph.getPath());
            path.transform(java.awt.geom.AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double measure(int codePoint) {
        int glyph = glyph(codePoint);
        return tables(glyph).advance(numberInTables(glyph)) / unitsPerEm;
    }
}
