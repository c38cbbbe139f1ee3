package io.jinqiao.workbench.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Configured values are not at hand when a folder is checked: a default is taken, else a name that leads nowhere. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

    private Placeholders() {}

    public static String defaults(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(2) == null ? "https://" + m.group(1) + ".invalid" : m.group(2)));
    }
}
