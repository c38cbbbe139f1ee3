package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contents as a tree of the bank's names: leaves are texts or numbers, repeated groups are arrays. */
final class Page {
    private final Manner manner;
    private final Leaves leaves;

    Page(Manner manner, boolean answer) {
        this.manner = manner;
        this.leaves = new Leaves(manner, answer);
    }

    ObjectNode write(List<Item> items, Content.Group content) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        for (Item item : items) {
            if (item instanceof Item.Rows rows) {
                writeRows(page, rows, content);
            } else {
                writeLeaf(page, (Item.Leaf) item, content);
            }
        }
        return page;
    }

    private void writeRows(ObjectNode page, Item.Rows item, Content.Group content) {
        if (content.get(item.ours()) instanceof Content.Rows rows) {
            ArrayNode list = page.putArray(manner.listName(item));
            rows.rows().forEach(row -> list.add(write(item.items(), row)));
        }
    }

    private void writeLeaf(ObjectNode page, Item.Leaf item, Content.Group content) {
        String ours = text(content, item.ours());
        if (ours == null) {
            return;
        }
        ObjectNode group = page;
        String[] names = item.words().split("/");
        for (int i = 0; i < names.length - 1; i++) {
            group = group.withObjectProperty(manner.name(names[i]));
        }
        String name = manner.name(names[names.length - 1]);
        if (number(item)) {
            group.put(name, Long.parseLong(ours));
        } else {
            group.put(name, leaves.toWire(item, ours));
        }
    }

    private static @Nullable String text(Content.Group content, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return content.text(path);
        }
        return content.get(path.substring(0, dot)) instanceof Content.Group inner ? text(inner, path.substring(dot + 1)) : null;
    }

    private boolean number(Item.Leaf item) {
        return manner.jsonNumbers() && item.kind() == Item.Kind.NUMBER;
    }

    /** @param complaints everything that is not as agreed is added: missing, of another form, or not on the list */
    Content.Group read(List<Item> items, ObjectNode page, List<Complaint> complaints) {
        return read(items, page.deepCopy(), "", complaints);
    }

    private Content.Group read(List<Item> items, ObjectNode left, String at, List<Complaint> complaints) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Item item : items) {
            if (item instanceof Item.Rows rows) {
                List<Content.Group> read = readRows(rows, left, at, complaints);
                if (!read.isEmpty()) {
                    found.put(item.ours(), new Content.Rows(read));
                }
            } else {
                readLeaf((Item.Leaf) item, left, at, found, complaints);
            }
        }
        left.fieldNames().forEachRemaining(name -> leftOver(left.get(name), at + name, complaints));
        return tree(found);
    }

    private static void leftOver(JsonNode node, String at, List<Complaint> complaints) {
        if (node.isObject() && !node.isEmpty()) {
            node.fieldNames().forEachRemaining(name -> leftOver(node.get(name), at + "." + name, complaints));
        } else if (!node.isObject()) {
            complaints.add(new Complaint(at, "未约定的字段 / not on the list"));
        }
    }

    private List<Content.Group> readRows(Item.Rows item, ObjectNode left, String at, List<Complaint> complaints) {
        String name = manner.listName(item);
        JsonNode list = left.remove(name);
        List<Content.Group> rows = new ArrayList<>();
        if (list == null) {
            return rows;
        }
        // in XML one row alone is a group like any other
        Iterable<JsonNode> nodes = list.isArray() ? list : List.of(list);
        int i = 0;
        for (JsonNode node : nodes) {
            String place = at + name + "[" + i++ + "].";
            if (node instanceof ObjectNode row) {
                rows.add(read(item.items(), row, place, complaints));
            } else {
                complaints.add(new Complaint(place, "应为一组 / expected a group"));
            }
        }
        return rows;
    }

    private void readLeaf(Item.Leaf item, ObjectNode left, String at, Map<String, Object> found, List<Complaint> complaints) {
        String[] names = item.words().split("/");
        JsonNode group = left;
        StringBuilder place = new StringBuilder(at);
        for (int i = 0; i < names.length - 1 && group != null; i++) {
            group = group.get(manner.name(names[i]));
            place.append(manner.name(names[i])).append('.');
        }
        String name = manner.name(names[names.length - 1]);
        place.append(name);
        JsonNode value = group instanceof ObjectNode object ? object.remove(name) : null;
        if (value == null) {
            if (item.required()) {
                complaints.add(new Complaint(place.toString(), "必填 / missing"));
            }
        } else if (number(item) ? !value.isIntegralNumber() : !value.isTextual()) {
            complaints.add(new Complaint(place.toString(), number(item) ? "应为数字 / expected a number" : "应为文本 / expected a text"));
        } else {
            try {
                found.put(item.ours(), new Content.Text(leaves.fromWire(item, value.asText())));
            } catch (IllegalArgumentException e) {
                complaints.add(new Complaint(place.toString(), String.valueOf(e.getMessage())));
            }
        }
    }

    /** Dotted names become groups. */
    private static Content.Group tree(Map<String, Object> flat) {
        Map<String, Content> members = new LinkedHashMap<>();
        Map<String, Map<String, Object>> inner = new LinkedHashMap<>();
        flat.forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                members.put(path, (Content) value);
            } else {
                inner.computeIfAbsent(path.substring(0, dot), p -> new LinkedHashMap<>()).put(path.substring(dot + 1), value);
            }
        });
        inner.forEach((name, group) -> members.put(name, tree(group)));
        return new Content.Group(members);
    }
}
