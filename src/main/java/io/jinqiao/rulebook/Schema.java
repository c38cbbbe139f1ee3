package io.jinqiao.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON Schema (draft 2020-12), itself a data file in JSON or YAML. Never fetches anything from a network. */
public final class Schema {
    private final JsonNode root;
    private final Map<String, JsonNode> others;
    private final JsonSchema schema;

    private Schema(JsonNode root, Map<String, JsonNode> others) {
        this.root = root;
        this.others = others;
        Map<String, String> texts = new HashMap<>();
        others.forEach((id, json) -> texts.put(id, json.toString()));
        this.schema = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.schemas(texts)))
                .getSchema(root);
    }

    public static Schema of(Source source) {
        return of(source, List.of());
    }

    /** @param others schemas that {@code source} refers to by their {@code $id} */
    public static Schema of(Source source, Collection<Source> others) {
        Map<String, JsonNode> known = new HashMap<>();
        for (Source other : others) {
            JsonNode json = Document.read(other).json();
            known.put(json.path("$id").asText(other.name()), json);
        }
        return new Schema(Document.read(source).json(), known);
    }

    /** Puts everything the schema forbids on the list, with its place in the file. */
    public void check(Document document, Problems problems) {
        List<ValidationMessage> english = validate(document, Locale.ENGLISH);
        List<ValidationMessage> chinese = english.isEmpty() ? english : validate(document, Locale.SIMPLIFIED_CHINESE);
        for (int i = 0; i < english.size(); i++) {
            problems.add(problem(document, english.get(i), words(chinese.get(i)) + " / " + words(english.get(i))));
        }
    }

    /** The same order in every language. */
    private List<ValidationMessage> validate(Document document, Locale locale) {
        return List.copyOf(schema.validate(document.json(), run -> run.getExecutionConfig().setLocale(locale)));
    }

    private RuleProblem problem(Document document, ValidationMessage message, String both) {
        List<Object> path = path(message);
        Node at = document.nearest(path);
        String property = message.getProperty();
        String keyword = message.getType();
        if (property != null && (keyword.equals("additionalProperties") || keyword.equals("unevaluatedProperties"))) {
            return unexpected(document, at, message, property);
        }
        if (keyword.equals("enum") && at instanceof Node.Leaf leaf) {
            return new RuleProblem(document.source().name(), at.line(), at.column(), at.place(), "不是可选的词 / is none of the known words: \"" + leaf.text() + "\"", Known.hint(leaf.text(), words(known(message, 0))));
        }
        if (keyword.equals("required") && property != null) {
            return new RuleProblem(document.source().name(), at.line(), at.column(), at.place(), "缺少 / is missing: \"" + property + "\"", null);
        }
        return new RuleProblem(document.source().name(), at.line(), at.column(), at.place(), both, null);
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private RuleProblem unexpected(Document document, Node at, ValidationMessage message, String property) {
        Node key = at instanceof Node.Group group && group.keys().containsKey(property)
                ? group.keys().get(property)
                : at;
        String place = at.place().isEmpty() ? property : at.place() + "." + property;
        return new RuleProblem(
                document.source().name(),
                key.line(),
                key.column(),
                place,
                "此处没有这一项 / \"" + property + "\" is not known here",
                knownProperties(message, property));
    }

    /** The names beside the keyword that forbade this one, from the schema file it stands in. */
    private @Nullable String knownProperties(ValidationMessage message, String property) {
        List<String> names = new ArrayList<>();
        known(message, 1).path("properties").fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? null : Known.hint(property, names);
    }

    /** What stands in the schema where the message says, or so many steps above. */
    private JsonNode known(ValidationMessage message, int above) {
        SchemaLocation location = message.getSchemaLocation();
        JsonNode at = location.getAbsoluteIri() == null
                ? root
                : others.getOrDefault(location.getAbsoluteIri().toString(), root);
        for (int i = 0; i < location.getFragment().getNameCount() - above; i++) {
            Object step = location.getFragment().getElement(i);
            at = step instanceof Integer row ? at.path(row) : at.path(step.toString());
        }
        return at;
    }

    private static List<Object> path(ValidationMessage message) {
        List<Object> path = new ArrayList<>();
        for (int i = 0; i < message.getInstanceLocation().getNameCount(); i++) {
            path.add(message.getInstanceLocation().getElement(i));
        }
        return path;
    }

    /** The library writes {@code $.place: words}; the place is told apart. */
    private static String words(ValidationMessage message) {
        String text = message.getMessage();
        int colon = text.indexOf(": ");
        return text.startsWith("$") && colon > 0 ? text.substring(colon + 2) : text;
    }
}
