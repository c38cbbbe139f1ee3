package io.jinqiao.workbench.check;

import io.jinqiao.rulebook.Node;
import java.util.List;

/** The lines of a mapping table that name a member of theirs, whatever is wrong with the others. */
final class Lines {
    private Lines() {}

    static List<Node.Group> of(Node.Group table, String part) {
        return table.rows(part).stream()
                .filter(line -> line instanceof Node.Group group && group.text("their") != null)
                .map(Node.Group.class::cast)
                .toList();
    }
}
