package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.WireSink;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PlainText;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes one XML tree on one line, no declaration. A character the charset does not have is written by its number. For one use. */
final class XmlWriter implements WireSink {
    private final StringBuilder out = new StringBuilder(1024);
    private final Repertoire charset;
    private final String root;
    private final String records;
    /** Names of what is open, innermost first; rows have the name of their list. */
    private final Deque<String> open = new ArrayDeque<>();
    /** Whether the group of records is open, and one of them. */
    private boolean amongRecords;
    private boolean inRecord;

    /** @param root name of the outermost element */
    XmlWriter(String root, Charset charset) {
        this(root, charset, "");
    }

    /** @param records group in the root whose elements have their values as attributes; empty: none */
    XmlWriter(String root, Charset charset, String records) {
        this.records = records;
        this.root = root;
        this.charset = Repertoire.of(charset);
    }

    String text() {
        return out.toString();
    }

    int length() {
        return out.length();
    }

    /** An element that was written before. */
    void raw(String element) {
        out.append(element);
    }

    @Override
    public void startGroup(String name) {
        String element = !name.isEmpty() ? name : open.isEmpty() ? root : open.getFirst();
        open.push(element);
        out.append('<').append(element);
        inRecord = amongRecords;
        if (!inRecord) {
            out.append('>');
            amongRecords = open.size() == 2 && !records.isEmpty() && element.equals(records);
        }
    }

    @Override
    public void endGroup() {
        String element = open.pop();
        if (inRecord) {
            out.append("/>");
            inRecord = false;
        } else {
            out.append("</").append(element).append('>');
            amongRecords = false;
        }
    }

    @Override
    public void startList(String name) {
        open.push(name);
    }

    @Override
    public void endList() {
        open.pop();
    }

    @Override
    public void leaf(String name, String text, Kind kind) {
        if (inRecord) {
            attribute(name, text);
            return;
        }
        out.append('<').append(name).append('>');
        text(name, text);
        out.append("</").append(name).append('>');
    }

    private void attribute(String name, String text) {
        out.append(' ').append(name).append("=\"");
        int from = out.length();
        text(name, text);
        for (int at = out.indexOf("\"", from); at >= 0; at = out.indexOf("\"", at + 1)) {
            out.replace(at, at + 1, "&quot;");
        }
        out.append('"');
    }

    private void text(String name, String text) {
        int plain = plain(text);
        out.append(text, 0, plain);
        if (plain < text.length()) {
            others(name, text, plain);
        }
    }

    /** How many characters at the beginning stand for themselves in every charset. */
    private static int plain(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < ' ' || c >= 0x7f || c == '&' || c == '<' || c == '>') {
                break;
            }
            at++;
        }
        return at;
    }

    private void others(String name, String text, int from) {
        if (PlainText.hasControl(text) || PlainText.hasLoneSurrogate(text)) {
            throw new Refusal(new Problem(FailureCode.FIELD_WRONG_FORM, null, name, List.of("不含控制字符的文本 / text without control characters")));
        }
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            character(c);
            i += Character.charCount(c);
        }
    }

    private void character(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            // a reader turns it into a line feed otherwise
            case '\r' -> out.append("&#13;");
            default -> {
                if (c < 0x80 || charset.has(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append("&#x").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)).append(';');
                }
            }
        }
    }
}
