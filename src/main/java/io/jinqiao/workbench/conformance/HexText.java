package io.jinqiao.workbench.conformance;

import java.nio.charset.Charset;
import java.util.Locale;

/** Bytes for people: sixteen a line, and what they say. */
final class HexText {
    private static final int LINE = 16;
    private static final int MOST = 64 * 1024;

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

    static String text(byte[] bytes, Charset charset) {
        return new String(bytes, 0, Math.min(bytes.length, MOST), charset).replaceAll("[\\p{Cc}&&[^\\n\\t]]", "�");
    }
}
