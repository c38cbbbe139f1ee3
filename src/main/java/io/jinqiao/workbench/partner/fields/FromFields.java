package io.jinqiao.workbench.partner.fields;

import io.jinqiao.adapter.Folders;
import io.jinqiao.message.AnswerContent;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Mapping tables and schemas of a folder anew from the bank's own table; operations it does not name stay those of the model. */
public final class FromFields {
    private static final String CODES = "mapping/code-tables.yaml";
    private static final List<String> PARTS = List.of("request", "reply");

    private final Folders folders;
    private final String like;
    private final Map<Operation, List<BankField>> fields = new EnumMap<>(Operation.class);

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong in the table, before anything is written */
    public FromFields(Folders folders, String like, Path table) {
        this.folders = folders;
        this.like = like;
        FieldTable.read(table).forEach(f -> fields.computeIfAbsent(f.operation(), o -> new ArrayList<>()).add(f));
    }

    /**
     * @param files to be written, by path below the folder
     * @param questions by operation, for the first page
     */
    public record Made(Map<String, String> files, Map<Operation, List<String>> questions) {}

    public Set<Operation> operations() {
        return new TreeSet<>(fields.keySet());
    }

    public Made make() {
        Made made = new Made(new java.util.TreeMap<>(), new EnumMap<>(Operation.class));
        Node.Group wire = (Node.Group) Objects.requireNonNull(model("adapter.yaml").get("wire"));
        boolean json = "json".equals(wire.text("encoding"));
        String charset = String.valueOf(model("adapter.yaml").text("charset"));
        String content = wire.get("reply") instanceof Node.Group reply ? String.valueOf(reply.text("payload")) : "";
        for (Operation operation : fields.keySet()) {
            String path = "mapping/" + operation.id() + ".yaml";
            List<String> questions = new ArrayList<>();
            String table = table(operation, new ValueWords(json, charset), questions);
            made.files().put(path, table);
            made.questions().put(operation, questions);
            Node.Group lines = Document.read(Source.of(path, table)).group();
            for (String part : PARTS) {
                String schema = "schema/" + operation.id() + "." + part + (json ? ".schema.json" : ".xsd");
                ContentSchema of = new ContentSchema(model(path).rows(part), lines.rows(part));
                String text = Objects.requireNonNull(folders.files(like).get(schema)).text();
                made.files().put(schema, json ? of.json(text) : of.xsd(text, part.equals("reply") ? content : null));
            }
        }
        String tables = Objects.requireNonNull(folders.files(like).get(CODES)).text();
        String used = withoutUnused(tables, made.files());
        if (!used.equals(tables)) {
            made.files().put(CODES, used);
        }
        return made;
    }

    /** A code table only a line that is gone has named is gone too. */
    private String withoutUnused(String tables, Map<String, String> made) {
        String before = texts(Map.of());
        String after = texts(made);
        String left = tables;
        for (String name : ((Node.Group) Objects.requireNonNull(model(CODES).get("tables"))).members().keySet()) {
            Pattern use = Pattern.compile("codes: \"?" + Pattern.quote(name) + "(?![a-z0-9-])");
            if (use.matcher(before).find() && !use.matcher(after).find()) {
                left = left.replaceFirst("(?m)^  " + Pattern.quote(name) + ":.*\\R(?:    .*\\R?)*", "");
            }
        }
        return left;
    }

    private String texts(Map<String, String> made) {
        StringBuilder all = new StringBuilder();
        folders.files(like).forEach((path, source) -> {
            if (path.startsWith("mapping/") || path.startsWith("files/") && path.endsWith(".yaml")) {
                all.append(made.getOrDefault(path, source.text())).append('\n');
            }
        });
        return all.toString();
    }

    private String table(Operation operation, ValueWords values, List<String> questions) {
        StringBuilder text = new StringBuilder("# yaml-language-server: $schema=../../_schema/mapping.schema.json\noperation: " + operation.id()
                + "\nclause: their field table\n");
        StringBuilder notCarried = new StringBuilder();
        Node.Group model = model("mapping/" + operation.id() + ".yaml");
        for (String part : PARTS) {
            List<BankField> own = Objects.requireNonNull(fields.get(operation)).stream().filter(f -> f.part().equals(part)).toList();
            Shape.Group shape = part.equals("request") ? operation.shape() : AnswerContent.shape(operation);
            List<Place> places = Place.of(shape, model.rows(part), known(operation));
            Section section = new Section(values);
            if (own.isEmpty()) {
                section.keep(model.rows(part));
                keptOut(model, part, notCarried);
                questions.add(part + ": not in the table, still " + like + "'s / 字段表未列出，仍为 " + like + " 的约定");
            } else {
                section.write(own, shape, places);
            }
            text.append(part).append(section.text().isEmpty() ? ": []\n" : ":\n" + section.text());
            section.questions().forEach(q -> questions.add(part + ": " + q));
            if (!section.notCarried().isEmpty()) {
                notCarried.append("  ").append(part).append(":\n");
                section.notCarried().forEach(place -> notCarried.append("    - \"").append(place).append("\"\n"));
                questions.add(part + ": not carried / 未承载: " + String.join(", ", section.notCarried()));
            }
        }
        return text + (notCarried.isEmpty() ? "" : "not-carried:\n" + notCarried);
    }

    private static void keptOut(Node.Group model, String part, StringBuilder notCarried) {
        if (model.get("not-carried") instanceof Node.Group kept && !kept.rows(part).isEmpty()) {
            notCarried.append("  ").append(part).append(":\n");
            kept.rows(part).forEach(place -> notCarried.append("    - \"").append(((Node.Leaf) place).text()).append("\"\n"));
        }
    }

    /** Both parts: what a place is called in the request helps to find it in the reply. */
    private List<Node> known(Operation operation) {
        List<Node> lines = new ArrayList<>();
        for (String partner : folders.partners()) {
            Source table = folders.files(partner).get("mapping/" + operation.id() + ".yaml");
            if (table != null) {
                PARTS.forEach(part -> lines.addAll(Document.read(table).group().rows(part)));
            }
        }
        return lines;
    }

    private Node.Group model(String path) {
        Source source = folders.files(like).get(path);
        if (source == null) {
            throw new IllegalArgumentException(like + " 没有 / has no " + path + "; --like another");
        }
        return Document.read(source).group();
    }
}
