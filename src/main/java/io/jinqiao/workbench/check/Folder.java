package io.jinqiao.workbench.check;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of one partner, by path below its folder. */
record Folder(String partner, Map<String, Source> files) {

    String name(String path) {
        return "adapters/" + partner + "/" + path;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    @Nullable Source find(String path) {
        return files.get(path);
    }

    /** The top of a data file; null when there is none that anybody can read, which is told by whoever reads it first. */
    Node.@Nullable Group top(String path) {
        Source source = find(path);
        try {
            return source == null ? null : Document.read(source).group();
        } catch (RulebookException e) {
            return null;
        }
    }

    /** What {@code adapter.yaml} names as agreed, whatever else is wrong in it. */
    Set<Operation> operations() {
        Set<Operation> named = EnumSet.noneOf(Operation.class);
        Node.Group adapter = top("adapter.yaml");
        if (adapter != null && adapter.get("operations") instanceof Node.Group operations) {
            for (Operation operation : Operation.values()) {
                if (operations.members().containsKey(operation.id())) {
                    named.add(operation);
                }
            }
        }
        return named;
    }

    /** Paths with this beginning and this end, in order. */
    List<String> list(String beginning, String end) {
        return files.keySet().stream().filter(p -> p.startsWith(beginning) && p.endsWith(end)).toList();
    }
}
