package io.jinqiao.workbench.check;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The partner's own schemas: each must be readable and speak of the same members as the mapping table. */
final class Schemas implements ContentSchemas {
    private final Folder folder;
    private final Problems problems;
    private final Map<String, Schema> schemas = new HashMap<>();

    Schemas(Folder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        for (String path : folder.list("schema/", ".schema.json")) {
            problems.collect(() -> schemas.put(path, Schema.of(source(path))));
        }
    }

    private Source source(String path) {
        return java.util.Objects.requireNonNull(folder.find(path));
    }

    @Override
    public void check(Operation operation, String part, String file, String content) {
        Schema schema = schemas.get(path(operation, part));
        if (schema != null) {
            problems.collect(() -> schema.check(Document.read(Source.of(folder.name(file), content)), problems));
        }
    }

    @Override
    public void compareWithTables(Set<Operation> operations) {
        for (Operation operation : operations) {
            for (String part : new String[] {"request", "reply"}) {
                if (!folder.has(path(operation, part))) {
                    problems.file(folder.name(path(operation, part)), "文件缺失 / the file is missing", "编写该内容的模式 / write the schema of this content");
                } else {
                    compare(operation, part);
                }
            }
        }
        for (String path : folder.list("schema/", ".schema.json")) {
            if (operations.stream().noneMatch(o -> path.startsWith("schema/" + o.id() + "."))) {
                problems.file(folder.name(path), "没有这个名称的已约定业务 / no agreed operation has this name", null);
            }
        }
    }

    private void compare(Operation operation, String part) {
        Node.Group schema = folder.top(path(operation, part));
        Node.Group table = folder.top("mapping/" + operation.id() + ".yaml");
        if (schema == null || table == null) {
            return;
        }
        Set<String> inSchema = new TreeSet<>();
        properties(schema, "", inSchema);
        Lines.of(table, part).forEach(line -> members(line, "", schema, inSchema, operation, part));
        if (part.equals("request")) {
            inSchema.forEach(name ->
                    problems.at(schema, "映射表中没有此项 / the member " + name + " is not in the mapping table", "补一行，或在此删去 / add a line, or take it away here"));
        }
    }

    /** Takes every member of a line, and the groups around it, from the names of the schema; tells the ones the schema lacks. */
    private void members(
            Node.Group line, String prefix, Node.Group schema, Set<String> inSchema, Operation operation, String part) {
        String their = prefix + line.text("their");
        if (!inSchema.remove(their)) {
            problems.at(line, "模式中没有此项 / the member " + their + " is not in " + path(operation, part), "补到该处 / add it there");
        }
        for (int dot = their.indexOf('.'); dot > 0; dot = their.indexOf('.', dot + 1)) {
            inSchema.remove(their.substring(0, dot));
        }
        Lines.of(line, "rows").forEach(row -> members(row, their + ".", schema, inSchema, operation, part));
    }

    private static void properties(Node.Group schema, String prefix, Set<String> names) {
        if (schema.get("items") instanceof Node.Group items) {
            properties(items, prefix, names);
        }
        if (schema.get("properties") instanceof Node.Group properties) {
            properties.members().forEach((name, inner) -> {
                names.add(prefix + name);
                properties((Node.Group) inner, prefix + name + ".", names);
            });
        }
    }

    private static String path(Operation operation, String part) {
        return "schema/" + operation.id() + "." + part + ".schema.json";
    }
}
