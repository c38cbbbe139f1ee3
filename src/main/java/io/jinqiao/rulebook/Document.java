package io.jinqiao.rulebook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A YAML or JSON data file, read. Names in files are {@code kebab-case}, the components of records camelCase. */
public final class Document {
    private static final ObjectMapper RECORDS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new ValueTypes())
            .build();

    private final Source source;
    private final Node root;
    private final JsonNode json;

    private Document(Source source, Node root) {
        this.source = source;
        this.root = root;
        this.json = JsonTree.of(root);
    }

    /** @throws RulebookException when the file is not YAML, or names something twice */
    public static Document read(Source source) {
        return new Document(source, YamlTree.read(source));
    }

    public Source source() {
        return source;
    }

    public Node root() {
        return root;
    }

    /** The top as a group. @throws RulebookException when it is none */
    public Node.Group group() {
        if (root instanceof Node.Group group) {
            return group;
        }
        throw new RulebookException(
                List.of(new RuleProblem(source.name(), root.line(), root.column(), "", "此处应为带名称的各项 / expected named members", null)));
    }

    /** A copy as a plain JSON tree. */
    public JsonNode json() {
        return json.deepCopy();
    }

    /** The value at a path of names and row numbers, or the nearest one above it. */
    public Node nearest(List<Object> path) {
        Node at = root;
        for (Object step : path) {
            Node next = step(at, step);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /**
     * The whole file as a record. Check it against its schema first: here only the first problem is found.
     *
     * @throws RulebookException with file, line and the known names
     */
    public <T> T as(Class<T> type) {
        try {
            return RECORDS.treeToValue(json, type);
        } catch (JsonMappingException e) {
            throw new RulebookException(List.of(problem(e)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory is always readable", e);
        }
    }

    private RuleProblem problem(JsonMappingException e) {
        List<Object> path = e.getPath().stream()
                .map(r -> r.getFieldName() == null ? (Object) r.getIndex() : r.getFieldName())
                .toList();
        Node at = nearest(path);
        String fix = null;
        String what = "值不符 / not as it must be: " + e.getOriginalMessage();
        if (e instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null) {
            what = "此处没有这一项 / \"" + unknown.getPropertyName() + "\" is not known here";
            fix = Known.hint(
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
        }
        return new RuleProblem(source.name(), at.line(), at.column(), at.place(), what, fix);
    }

    private static @Nullable Node step(Node at, Object step) {
        if (at instanceof Node.Group group) {
            return group.members().get(step.toString());
        }
        if (at instanceof Node.Rows rows && step instanceof Integer i && i >= 0 && i < rows.rows().size()) {
            return rows.rows().get(i);
        }
        return null;
    }
}
