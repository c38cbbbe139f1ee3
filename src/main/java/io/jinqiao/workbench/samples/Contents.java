package io.jinqiao.workbench.samples;

import io.jinqiao.message.Content;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two contents part, by our place. */
final class Contents {
    private Contents() {}

    /** @return the first place, with both values; null when they are equal */
    static @Nullable String difference(Content.Group expected, Content.Group actual) {
        TreeSet<String> names = new TreeSet<>(expected.members().keySet());
        names.addAll(actual.members().keySet());
        for (String name : names) {
            Content one = expected.get(name);
            Content other = actual.get(name);
            if (one instanceof Content.Group inner && other instanceof Content.Group otherInner) {
                String difference = difference(inner, otherInner);
                if (difference != null) {
                    return name + "." + difference;
                }
            } else if (!java.util.Objects.equals(one, other)) {
                return name + ": expected " + words(one) + " but was " + words(other);
            }
        }
        return null;
    }

    private static String words(@Nullable Content content) {
        return content instanceof Content.Text text ? text.value() : content == null ? "nothing" : content.toString();
    }
}
