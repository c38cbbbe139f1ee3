package io.jinqiao.adapter.mapping;

import io.jinqiao.rulebook.Node;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a table count: those for one word of the place that chooses, and for one edition of the partner's form. A line that names
 * neither counts always.
 *
 * @param word of ours; null: only lines for every word
 * @param edition null: whatever the edition
 */
record Selection(@Nullable String word, @Nullable String edition) {
    static final Selection ALL = new Selection(null, null);

    boolean admits(Node.Group line) {
        String wanted = line.text("edition");
        boolean now = wanted == null || edition == null || wanted.equals(edition);
        return now && (line.get("for") == null || word != null && line.rows("for").stream().anyMatch(this::isWord));
    }

    private boolean isWord(Node node) {
        return node instanceof Node.Leaf leaf && leaf.text().equals(word);
    }
}
