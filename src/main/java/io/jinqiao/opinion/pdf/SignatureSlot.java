package io.jinqiao.opinion.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * The place of the signature in the file: a dictionary with a byte range and zeros, written with the document in one pass and filled
 * in afterwards, so that the range covers every byte but the signature itself.
 */
final class SignatureSlot {
    /** Ten digits, so that any real number fits in its place. */
    private static final long PLACEHOLDER = 9_999_999_999L;

    private static final String RANGE = "/ByteRange [0 " + PLACEHOLDER + " " + PLACEHOLDER + " " + PLACEHOLDER + "]";
    private static final String CONTENTS = "/Contents <";

    private SignatureSlot() {}

    static COSDictionary dictionary(int room, Calendar time, String name, String reason) {
        COSDictionary signature = new COSDictionary();
        signature.setItem(COSName.TYPE, COSName.SIG);
        signature.setItem(COSName.FILTER, COSName.ADOBE_PPKLITE);
        signature.setItem(COSName.SUB_FILTER, COSName.getPDFName("ETSI.CAdES.detached"));
        COSArray range = new COSArray();
        range.add(COSInteger.ZERO);
        for (int i = 0; i < 3; i++) {
            range.add(COSInteger.get(PLACEHOLDER));
        }
        range.setDirect(true);
        signature.setItem(COSName.BYTERANGE, range);
        COSString contents = new COSString(new byte[room], true);
        signature.setItem(COSName.CONTENTS, contents);
        signature.setString(COSName.NAME, name);
        signature.setString(COSName.REASON, reason);
        signature.setDate(COSName.M, time);
        return signature;
    }

    /** Writes the true byte range, signs everything outside the slot, writes the signature into it. */
    static byte[] fill(byte[] file, int room, Cades cades) {
        int open = only(file, CONTENTS + "0".repeat(64)) + CONTENTS.length() - 1;
        int close = open + 2 * room + 2;
        range(file, open, close);
        byte[] covered = Arrays.copyOf(file, file.length - (close - open));
        System.arraycopy(file, close, covered, open, file.length - close);
        byte[] signature = cades.sign(covered);
        if (signature.length > room) {
            throw new IllegalStateException("the signature is larger than its place");
        }
        byte[] hex = HexFormat.of().formatHex(signature).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hex, 0, file, open + 1, hex.length);
        return file;
    }

    private static void range(byte[] file, int open, int close) {
        String exact = "/ByteRange [0 " + open + " " + close + " " + (file.length - close) + "]";
        byte[] padded = (exact + " ".repeat(RANGE.length() - exact.length())).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(padded, 0, file, only(file, RANGE), padded.length);
    }

    /** Where the text stands; it must stand there once. */
    private static int only(byte[] file, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        int first = find(file, wanted, 0);
        if (first < 0 || find(file, wanted, first + 1) >= 0) {
            throw new IllegalStateException("no single place for the signature");
        }
        return first;
    }

    private static int find(byte[] file, byte[] wanted, int from) {
        for (int i = from; i <= file.length - wanted.length; i++) {
            if (file[i] == wanted[0] && Arrays.equals(file, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
