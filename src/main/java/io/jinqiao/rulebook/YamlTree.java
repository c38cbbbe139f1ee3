package io.jinqiao.rulebook;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** From bytes to {@link Node}s: the only class that knows the YAML library. */
final class YamlTree {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

    /** Far above every file written by people; aliases of aliases grow without an end. */
    private static final int MOST_VALUES = 200_000;

    private final String file;
    private final Problems problems = new Problems();
    private final Set<org.yaml.snakeyaml.nodes.Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private YamlTree(String file) {
        this.file = file;
    }

    static Node read(Source source) {
        YamlTree reader = new YamlTree(source.name());
        Node root = reader.root(source.strictText());
        reader.problems.throwIfAny();
        return root;
    }

    private Node root(String text) {
        LoaderOptions limits = new LoaderOptions();
        try {
            org.yaml.snakeyaml.nodes.Node composed =
                    new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
            if (composed == null) {
                throw refuse(1, 1, "文件为空 / the file is empty");
            }
            return node(composed, "");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw refuse(mark == null ? 0 : mark.getLine() + 1, mark == null ? 0 : mark.getColumn() + 1, said(e));
        } catch (YAMLException e) {
            // too many aliases: the library counts them and does not say where
            Mark alias = alias(text, limits.getMaxAliasesForCollections());
            throw refuse(alias == null ? 0 : alias.getLine() + 1, alias == null ? 0 : alias.getColumn() + 1, "不是 YAML / not YAML: " + e.getMessage());
        }
    }

    /** Where the alias after so many stands. */
    private static @Nullable Mark alias(String text, int after) {
        int seen = 0;
        try {
            for (Event event : new Yaml().parse(new StringReader(text))) {
                if (event instanceof AliasEvent && ++seen > after) {
                    return event.getStartMark();
                }
            }
        } catch (YAMLException e) {
            return null; // what is wrong is told already
        }
        return null;
    }

    private static String said(MarkedYAMLException e) {
        return "不是 YAML / not YAML: " + (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem();
    }

    private RulebookException refuse(int line, int column, String what) {
        return new RulebookException(List.of(new RuleProblem(file, line, column, "", what, null)));
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node, String place) {
        int line = node.getStartMark().getLine() + 1;
        int column = node.getStartMark().getColumn() + 1;
        if (++values > MOST_VALUES) {
            throw refuse(line, column, "别名展开后过大 / too large once its aliases are written out");
        }
        if (node instanceof ScalarNode scalar) {
            return new Node.Leaf(file, line, column, place, scalar.getValue(), kind(scalar));
        }
        if (!around.add(node)) {
            throw refuse(line, column, "别名指向自身 / an alias stands inside what it means");
        }
        Node read = node instanceof MappingNode mapping ? group(mapping, line, column, place) : rows((SequenceNode) node, line, column, place);
        around.remove(node);
        return read;
    }

    private Node rows(SequenceNode sequence, int line, int column, String place) {
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            rows.add(node(sequence.getValue().get(i), place + "[" + i + "]"));
        }
        return new Node.Rows(file, line, column, place, List.copyOf(rows));
    }

    private Node group(MappingNode mapping, int line, int column, String place) {
        Map<String, Node> members = new LinkedHashMap<>();
        Map<String, Node> keys = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            Node key = node(pair.getKeyNode(), place);
            if (!(key instanceof Node.Leaf name)) {
                problems.at(key, "名称须为文本 / a name must be a text");
                continue;
            }
            String inner = place.isEmpty() ? name.text() : place + "." + name.text();
            if (keys.putIfAbsent(name.text(), key) != null) {
                problems.at(key, "名称重复 / \"" + name.text() + "\" is named twice", "只保留一个 / keep one of them");
            }
            members.put(name.text(), node(pair.getValueNode(), inner));
        }
        return new Node.Group(
                file, line, column, place, Collections.unmodifiableMap(members), Collections.unmodifiableMap(keys));
    }

    private static Node.Kind kind(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return Node.Kind.TEXT;
        }
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return Node.Kind.NULL;
        }
        if (text.equals("true") || text.equals("false")) {
            return Node.Kind.FLAG;
        }
        if (WHOLE.matcher(text).matches()) {
            return Node.Kind.WHOLE;
        }
        return DECIMAL.matcher(text).matches() ? Node.Kind.DECIMAL : Node.Kind.TEXT;
    }
}
