package io.jinqiao.workbench.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A content as text, to be spoilt in one member: the first of its name. */
final class Markup {
    private final boolean xml;

    Markup(boolean xml) {
        this.xml = xml;
    }

    /** @return null when there is no value of this name */
    @Nullable String set(String content, String leaf, String value) {
        Matcher found = element(leaf).matcher(content);
        if (!found.find()) {
            return null;
        }
        int group = attribute(found) ? 2 : 1;
        return content.substring(0, found.start(group)) + value(found.group(group), value) + content.substring(found.end(group));
    }

    @Nullable String without(String content, String leaf) {
        Matcher found = element(leaf).matcher(content);
        if (!found.find()) {
            return null;
        }
        String rest = content.substring(0, found.start()) + content.substring(found.end());
        return xml ? rest : rest.replaceFirst(",\\s*}", "}").replaceFirst("\\{\\s*,", "{").replace(",,", ",");
    }

    @Nullable String twice(String content, String leaf) {
        Matcher found = element(leaf).matcher(content);
        return found.find() ? content.substring(0, found.end()) + (xml ? "" : ",") + found.group() + content.substring(found.end()) : null;
    }

    /** The content with something deep inside that nobody agreed on. */
    String deep(String content, int levels) {
        String deep = xml
                ? "<x>".repeat(levels) + "</x>".repeat(levels)
                : "\"x\":" + "{\"x\":".repeat(levels) + "1" + "}".repeat(levels) + ",";
        int at = content.indexOf(xml ? ">" : "{") + 1;
        return content.substring(0, at) + deep + content.substring(at);
    }

    /** Texts keep their quotes, numbers and words stay without. */
    private String value(String old, String value) {
        return xml || !old.startsWith("\"") ? value : '"' + value + '"';
    }

    /** A record has its values as attributes. */
    private boolean attribute(Matcher found) {
        return xml && found.group(1) == null;
    }

    private Pattern element(String leaf) {
        return xml
                ? Pattern.compile("<" + Pattern.quote(leaf) + ">([^<]*)</" + Pattern.quote(leaf) + ">|\\s" + Pattern.quote(leaf) + "=\"([^\"]*)\"")
                : Pattern.compile("\"" + Pattern.quote(leaf) + "\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,{}\\[\\]]+)");
    }
}
