package io.jinqiao.credit.record;

import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code rules/credit/tables.yaml}: the Center's code tables (代码表). */
@Component
public final class CodeTables {
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    record Table(String name, Map<String, String> codes) {}

    record File(int format, String source, List<Table> tables) {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public CodeTables(Sources sources) {
        RuleFile.checked(sources, sources.get("rules/credit/tables.yaml"), "credit-tables")
                .as(File.class)
                .tables()
                .forEach(table -> tables.put(table.name(), table.codes()));
    }

    public Set<String> names() {
        return tables.keySet();
    }

    /** The table's codes, each with its words. @throws NullPointerException when there is no such table */
    public Map<String, String> table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    /** What a code means. */
    public Optional<String> words(String table, String code) {
        return Optional.ofNullable(table(table).get(code));
    }
}
