package io.jinqiao.adapter.mapping;

import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The code tables of one partner, by name; remembers which were used. */
public final class CodeTables {
    private record Named(CodeTable table, Node node) {}

    private final Map<String, Named> tables = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** A partner without codes. */
    public CodeTables() {}

    public CodeTables(Document file, Problems problems) {
        if (!(file.group().get("tables") instanceof Node.Group named)) {
            return;
        }
        named.members().forEach((name, node) -> {
            Map<String, String> codes = new LinkedHashMap<>();
            Node.Group table = (Node.Group) node;
            read(table, "codes", codes, true, problems);
            read(table, "also-read", codes, false, problems);
            tables.put(name, new Named(new CodeTable(codes), node));
        });
    }

    private static void read(
            Node.Group table, String member, Map<String, String> codes, boolean once, Problems problems) {
        if (!(table.get(member) instanceof Node.Group rows)) {
            return;
        }
        Set<String> words = new HashSet<>();
        rows.members().forEach((code, node) -> {
            String word = ((Node.Leaf) node).text();
            if (once && !words.add(word)) {
                problems.at(node, "两个代码同义 / two codes mean \"" + word + "\"", "此处保留写出用的代码，另一个放到 also-read / keep the one to write here, put the other under also-read");
            }
            if (codes.put(code, word) != null) {
                problems.at(node, "此代码已在 codes 中 / the code \"" + code + "\" stands under codes already", null);
            }
        });
    }

    @Nullable CodeTable table(String name) {
        Named named = tables.get(name);
        if (named == null) {
            return null;
        }
        used.add(name);
        return named.table();
    }

    Set<String> names() {
        return tables.keySet();
    }

    /**
     * Tables no mapping names: a slip of the pen more often than not.
     *
     * @param unread texts of the files that could not be read: what they name may be used
     */
    public void reportUnused(Collection<String> unread, Problems problems) {
        tables.forEach((name, named) -> {
            Pattern names = Pattern.compile("codes:\\s*[\"']?" + Pattern.quote(name) + "(?![A-Za-z0-9_-])");
            if (!used.contains(name) && unread.stream().noneMatch(text -> names.matcher(text).find())) {
                problems.at(named.node(), "没有映射使用此代码表 / no mapping uses this table", "删去，或在 codes 中引用 / remove it, or name it under codes");
            }
        });
    }
}
