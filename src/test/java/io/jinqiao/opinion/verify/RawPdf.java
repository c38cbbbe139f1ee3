package io.jinqiao.opinion.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A small PDF with one page, one field and a signature dictionary that signs nothing; each object can be another. */
final class RawPdf {
    static final int OPEN = 700;
    static final int CLOSE = 900;

    final Map<Integer, String> objects = new TreeMap<>();
    String trailer = "<</Size 20 /Root 1 0 R>>";
    String head = "%PDF-1.7\n";

    RawPdf() {
        objects.put(1, "<</Type /Catalog /Pages 2 0 R /AcroForm 3 0 R>>");
        objects.put(2, "<</Type /Pages /Kids [4 0 R] /Count 1>>");
        objects.put(3, "<</SigFlags 3 /Fields [5 0 R]>>");
        objects.put(4, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 7 0 R /Annots [5 0 R]"
                + " /Resources <</Font <</F 8 0 R>>>>>>");
        objects.put(5, "<</Type /Annot /Subtype /Widget /FT /Sig /T (s) /V 6 0 R /P 4 0 R /Rect [0 0 0 0]>>");
        objects.put(6, signature("[0 700 900 100]", "/M (D:20261128100000+08'00')"));
        objects.put(7, stream("", "BT /F 12 Tf 10 100 Td (said on the page) Tj ET"));
        objects.put(8, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
    }

    static String signature(String range, String more) {
        return "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Contents <00> /ByteRange " + range + " " + more + ">>";
    }

    static String stream(String entries, String content) {
        return "<</Length " + content.length() + " " + entries + ">>\nstream\n" + content + "\nendstream";
    }

    RawPdf with(int number, String object) {
        objects.put(number, object);
        return this;
    }

    RawPdf replace(int number, String old, String by) {
        if (!objects.get(number).contains(old)) {
            throw new IllegalStateException("not there: " + old);
        }
        return with(number, objects.get(number).replace(old, by));
    }

    /** Latin 1 throughout, so that a place in the text is a place in the file. */
    String text() {
        StringBuilder text = new StringBuilder(head);
        StringBuilder table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        objects.forEach((number, object) -> {
            table.append(String.format(Locale.ROOT, "%d 1\n%010d 00000 n \n", number, text.length()));
            text.append(number).append(" 0 obj\n").append(object).append("\nendobj\n");
        });
        int at = text.length();
        return text.append(table).append("trailer\n").append(trailer).append("\nstartxref\n").append(at).append("\n%%EOF\n").toString();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What makes the container of the bytes it covers. */
    interface Sealing {
        byte[] seal(byte[] covered) throws Exception;
    }

    /** @param more of the signature dictionary, such as the time of sealing */
    byte[] sealed(String more, Sealing sealing) throws Exception {
        int digits = 16_000;
        with(6, "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 1000000 1000000 1000000] "
                + more + " /Contents <" + "0".repeat(digits) + ">>>");
        String text = text();
        int open = text.indexOf("/Contents <0") + "/Contents ".length();
        int close = open + digits + 2;
        text = text.replace("[0 1000000 1000000 1000000]",
                String.format(Locale.ROOT, "[0 %07d %07d %07d]", open, close, text.length() - close));
        String covered = text.substring(0, open) + text.substring(close);
        String hex = HexFormat.of().formatHex(sealing.seal(covered.getBytes(StandardCharsets.ISO_8859_1)));
        return (text.substring(0, open + 1) + hex + text.substring(open + 1 + hex.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    static PdfRange range() {
        return new PdfRange(OPEN, CLOSE, new byte[0], new byte[0]);
    }

    static String latin(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
