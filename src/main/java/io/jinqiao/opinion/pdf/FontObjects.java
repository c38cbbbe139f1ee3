package io.jinqiao.opinion.pdf;

import io.jinqiao.opinion.sheet.FontSubset;
import io.jinqiao.opinion.sheet.Typeface;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A {@link FontSubset} as the objects of a PDF composite font whose codes are glyph numbers. */
final class FontObjects {
    private static final String CMAP_HEAD = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    private static final String CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    private static final int SYMBOLIC = 4;

    private final PDDocument document;
    private final Typeface typeface;
    private final FontSubset font;
    private final COSName name;

    FontObjects(PDDocument document, Typeface typeface, FontSubset font) {
        this.document = document;
        this.typeface = typeface;
        this.font = font;
        this.name = COSName.getPDFName("JINQAO+NotoSerifSC-Regular");
    }

    COSDictionary dictionary() throws IOException {
        COSDictionary type0 = new COSDictionary();
        type0.setItem(COSName.TYPE, COSName.FONT);
        type0.setItem(COSName.SUBTYPE, COSName.TYPE0);
        type0.setItem(COSName.BASE_FONT, name);
        type0.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        COSArray descendants = new COSArray();
        descendants.add(descendant());
        type0.setItem(COSName.DESCENDANT_FONTS, descendants);
        type0.setItem(COSName.TO_UNICODE, stream(toUnicode().getBytes(StandardCharsets.US_ASCII)));
        return type0;
    }

    private COSDictionary descendant() throws IOException {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary cid = new COSDictionary();
        cid.setItem(COSName.TYPE, COSName.FONT);
        cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        cid.setItem(COSName.BASE_FONT, name);
        cid.setItem(COSName.CIDSYSTEMINFO, system);
        cid.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        cid.setInt(COSName.DW, 1000);
        cid.setItem(COSName.W, widths());
        cid.setItem(COSName.FONT_DESC, descriptor());
        return cid;
    }

    private COSArray widths() {
        COSArray widths = new COSArray();
        for (Map.Entry<Integer, Integer> glyph : font.characterOf().entrySet()) {
            long width = Math.round(typeface.advance(glyph.getValue()) * 1000);
            if (width != 1000) {
                COSArray one = new COSArray();
                one.add(COSInteger.get(width));
                widths.add(COSInteger.get(glyph.getKey()));
                widths.add(one);
            }
        }
        return widths;
    }

    private COSDictionary descriptor() throws IOException {
        TrueTypeFont whole = typeface.font();
        float scale = 1000f / whole.getUnitsPerEm();
        COSArray box = new COSArray();
        box.add(COSInteger.get((long) (whole.getHeader().getXMin() * scale)));
        box.add(COSInteger.get((long) (whole.getHeader().getYMin() * scale)));
        box.add(COSInteger.get((long) (whole.getHeader().getXMax() * scale)));
        box.add(COSInteger.get((long) (whole.getHeader().getYMax() * scale)));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, (int) (whole.getHorizontalHeader().getAscender() * scale));
        descriptor.setInt(COSName.DESCENT, (int) (whole.getHorizontalHeader().getDescender() * scale));
        descriptor.setInt(COSName.CAP_HEIGHT, 730);
        descriptor.setInt(COSName.STEM_V, 80);
        COSStream file = stream(font.file());
        file.setInt(COSName.LENGTH1, font.file().length);
        descriptor.setItem(COSName.FONT_FILE2, file);
        return descriptor;
    }

    /** So that text can be searched and copied. */
    private String toUnicode() {
        StringBuilder map = new StringBuilder(CMAP_HEAD);
        int left = font.characterOf().size();
        int inBlock = 0;
        for (Map.Entry<Integer, Integer> glyph : font.characterOf().entrySet()) {
            if (inBlock == 0) {
                inBlock = Math.min(100, left);
                left -= inBlock;
                map.append(inBlock).append(" beginbfchar\n");
            }
            map.append('<').append(Painter.hex(glyph.getKey())).append("> <");
            for (char unit : Character.toChars(glyph.getValue())) {
                map.append(Painter.hex(unit));
            }
            map.append(">\n");
            if (--inBlock == 0) {
                map.append("endbfchar\n");
            }
        }
        return map.append(CMAP_FOOT).toString();
    }

    private COSStream stream(byte[] plain) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(plain);
        }
        return stream;
    }
}
