package io.jinqiao.workbench.simulate.credit.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of a record: text or elements, never both. */
public record Tag(String name, String text, List<Tag> inside) {

    public @Nullable Tag child(String wanted) {
        for (Tag tag : inside) {
            if (tag.name.equals(wanted)) {
                return tag;
            }
        }
        return null;
    }

    public List<Tag> all(String wanted) {
        return inside.stream().filter(tag -> tag.name.equals(wanted)).toList();
    }

    /** Text of a child without spaces around it, wide ones included; empty when it is absent or blank. */
    public String value(String child) {
        Tag tag = child(child);
        return tag == null ? "" : bare(tag.text);
    }

    public static String bare(String text) {
        return text.replace('\u3000', ' ').strip();
    }

    /** Every element below without elements of its own. */
    public List<Tag> leaves() {
        List<Tag> leaves = new ArrayList<>();
        for (Tag tag : inside) {
            if (tag.inside.isEmpty()) {
                leaves.add(tag);
            } else {
                leaves.addAll(tag.leaves());
            }
        }
        return leaves;
    }
}
