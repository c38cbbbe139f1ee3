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
 * The one typeface of the house, Noto Serif SC Regular: GB 2312, GBK and CJK extension A whole, no later extension. Parsed once;
 * the file stays in memory (15 MB). Safe for use by many threads.
 */
public final class Typeface {
    private static final String FILE = "/fonts/NotoSerifSC_400Regular.ttf";

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

    /** Reads the packaged file; takes about a second. */
    public static Typeface load() {
        try (InputStream file = Typeface.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no font at " + FILE);
            }
            return new Typeface(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For subsets. */
    FontTables tables() {
        return tables;
    }

    /** For its measures. Its tables are read only and were all touched before the first thread saw it. */
    public TrueTypeFont font() {
        return font;
    }

    public boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    /** The characters of {@code text} it lacks as {@code U+2B14A U+…}; empty when it has all of them. */
    public String missing(String text) {
        return text.codePoints()
                .filter(c -> !has(c))
                .distinct()
                .mapToObj(c -> String.format("U+%04X", c))
                .collect(Collectors.joining(" "));
    }

    /** Number of the glyph in the font file; 0 when there is none. */
    public int glyph(int codePoint) {
        return glyphs.getGlyphId(codePoint);
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
    public synchronized Path2D outline(int codePoint) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
            Path2D path = new Path2D.Double(glyph.getPath());
            path.transform(java.awt.geom.AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized double measure(int codePoint) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
