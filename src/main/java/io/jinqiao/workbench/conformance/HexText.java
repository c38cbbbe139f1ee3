package io.jinqiao.workbench.conformance;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;

/** Bytes for people: sixteen a line, and what they say. */
final class HexText {
    private static final int LINE = 16;
    private static final int MOST = 64 * 1024;
    private static final Pattern NO_FORM = Pattern.compile("[^A-Za-z0-9*_.&=+%-]|%(?![0-9A-Fa-f]{2})");

    private HexText() {}

    static String dump(byte[] bytes) {
        StringBuilder dump = new StringBuilder();
        int end = Math.min(bytes.length, MOST);
        for (int from = 0; from < end; from += LINE) {
            dump.append(String.format(Locale.ROOT, "%06x  ", from));
            StringBuilder text = new StringBuilder();
            for (int i = from; i < from + LINE; i++) {
                dump.append(i < end ? String.format(Locale.ROOT, "%02x ", bytes[i]) : "   ");
                text.append(i >= end ? ' ' : bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            dump.append(' ').append(text).append('\n');
        }
        return end < bytes.length ? dump + "… " + bytes.length + " bytes\n" : dump.toString();
    }

    /** What the bytes say to people; a form with its escapes undone. */
    static String text(byte[] bytes, Charset charset) {
        String text = new String(bytes, 0, Math.min(bytes.length, MOST), charset);
        return (text.indexOf('=') > 0 && !NO_FORM.matcher(text).find() ? URLDecoder.decode(text, charset) : text).replaceAll("[\\p{Cc}&&[^\\n\\t]]", "�");
    }
}
