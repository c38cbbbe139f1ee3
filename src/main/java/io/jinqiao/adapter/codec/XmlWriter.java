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
    /** Names of what is open, innermost first; rows have the name of their list. */
    private final Deque<String> open = new ArrayDeque<>();

    /** @param root name of the outermost element */
    XmlWriter(String root, Charset charset) {
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
        out.append('<').append(element).append('>');
    }

    @Override
    public void endGroup() {
        out.append("</").append(open.pop()).append('>');
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
        out.append('<').append(name).append('>');
        int plain = plain(text);
        out.append(text, 0, plain);
        if (plain < text.length()) {
            others(name, text, plain);
        }
        out.append("</").append(name).append('>');
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
            throw new Refusal(new Problem(FailureCode.FIELD_WRONG_FORM, null, name, List.of("text without control characters")));
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
