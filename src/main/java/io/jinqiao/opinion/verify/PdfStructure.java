package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The skeleton of a PDF, read from its bytes: one revision, one plain cross-reference table, object after object without anything between
 * them. An opinion is written in one pass, so whatever else a file has was put there for another reader.
 */
final class PdfStructure {
    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,9})\\s+%%EOF\\s*");
    private static final Pattern SECTION = Pattern.compile("\\G(\\d{1,7}) (\\d{1,7})\\s*?\\r?\\n");
    private static final Pattern ENTRY = Pattern.compile("\\G(\\d{10}) (\\d{5}) ([nf])[ \\r][\\r\\n]");
    private static final Pattern OBJECT = Pattern.compile("\\G\\d{1,7} \\d{1,5} obj\\b");
    private static final int LONGEST_HEAD = 64;

    private PdfStructure() {}

    static void check(byte[] file) throws BadFile {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int last = text.lastIndexOf("startxref");
        require(last >= 0, "startxref");
        if (text.indexOf("startxref") != last || text.indexOf("%%EOF") != text.lastIndexOf("%%EOF")) {
            throw new BadFile(DocumentFault.PDF_REVISIONS);
        }
        Matcher end = END.matcher(text.substring(last));
        require(end.matches(), "end");
        int table = Integer.parseInt(end.group(1));
        require(text.startsWith("xref", table), "xref");
        int trailer = text.indexOf("trailer", table);
        require(trailer > 0 && trailer < last, "trailer");
        String dictionary = text.substring(trailer, last);
        if (dictionary.contains("/Prev") || dictionary.contains("/XRefStm")) {
            throw new BadFile(DocumentFault.PDF_REVISIONS);
        }
        require(!dictionary.contains("/Encrypt") && !dictionary.contains("#"), "trailer");
        objects(text, offsets(text, table, trailer), table);
    }

    private static TreeSet<Integer> offsets(String text, int table, int trailer) throws BadFile {
        TreeSet<Integer> offsets = new TreeSet<>();
        int at = table + "xref".length();
        while (Character.isWhitespace(text.charAt(at))) { // it ends at the word trailer at the latest
            at++;
        }
        while (at < trailer) {
            Matcher section = SECTION.matcher(text);
            require(section.find(at), "xref");
            at = section.end();
            Matcher entry = ENTRY.matcher(text);
            for (int i = Integer.parseInt(section.group(2)); i > 0; i--) {
                require(entry.find(at), "xref");
                at = entry.end();
                if (entry.group(3).equals("n")) {
                    require(offsets.add((int) Math.min(Integer.MAX_VALUE, Long.parseLong(entry.group(1)))), "two objects at one place");
                }
            }
        }
        return offsets;
    }

    /** Each object begins where the table says and ends where the next begins. */
    private static void objects(String text, TreeSet<Integer> offsets, int table) throws BadFile {
        require(!offsets.isEmpty() && offsets.first() <= LONGEST_HEAD && offsets.last() < table, "xref");
        for (int offset : offsets) {
            Integer next = offsets.higher(offset);
            String object = text.substring(offset, next == null ? table : next);
            require(OBJECT.matcher(object).find(0), "object");
            if (!object.stripTrailing().endsWith("endobj") || object.indexOf("endobj") < object.stripTrailing().length() - 6
                    && !object.contains("stream")) {
                throw new BadFile(DocumentFault.PDF_SHADOW, "obj");
            }
        }
    }

    private static void require(boolean holds, String what) throws BadFile {
        if (!holds) {
            throw new BadFile(DocumentFault.PDF_DAMAGED, what);
        }
    }
}
