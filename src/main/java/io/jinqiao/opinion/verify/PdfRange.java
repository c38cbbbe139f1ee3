package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the one signature of a PDF covers, read from the bytes and not from what a parser makes of them: everything but the hexadecimal
 * digits of the signature itself.
 *
 * @param contents bytes of the signature with their padding
 */
record PdfRange(int open, int close, byte[] covered, byte[] contents) {
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");

    static PdfRange read(byte[] file) throws BadFile {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<MatchResult> found = RANGE.matcher(text).results().toList();
        if (found.isEmpty()) {
            throw new BadFile(DocumentFault.NOT_SEALED);
        }
        if (found.size() > 1) {
            throw new BadFile(DocumentFault.SEALED_TWICE);
        }
        int open = number(found.get(0), 2);
        int close = number(found.get(0), 3);
        require(number(found.get(0), 1) == 0, "begin");
        long end = (long) close + number(found.get(0), 4);
        if (end < file.length) {
            throw new BadFile(DocumentFault.PDF_UPDATED);
        }
        require(end == file.length && open < close - 64, "end");
        require(file[open] == '<' && file[close - 1] == '>', "gap");
        require(text.substring(0, open).stripTrailing().endsWith("/Contents"), "contents");
        String hex = text.substring(open + 1, close - 1);
        require(hex.matches("([0-9a-f]{2})+|([0-9A-F]{2})+"), "digits");
        byte[] covered = Arrays.copyOf(file, open + file.length - close);
        System.arraycopy(file, close, covered, open, file.length - close);
        return new PdfRange(open, close, covered, HexFormat.of().parseHex(hex));
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static void require(boolean holds, String what) throws BadFile {
        if (!holds) {
            throw new BadFile(DocumentFault.BYTE_RANGE, what);
        }
    }
}
