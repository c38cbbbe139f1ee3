package io.jinqiao.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The same tree without places, for schema checks and records. */
final class JsonTree {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.withExactBigDecimals(true);

    private JsonTree() {}

    static JsonNode of(Node node) {
        if (node instanceof Node.Group group) {
            ObjectNode object = MAKE.objectNode();
            group.members().forEach((name, value) -> object.set(name, of(value)));
            return object;
        }
        if (node instanceof Node.Rows rows) {
            ArrayNode array = MAKE.arrayNode();
            rows.rows().forEach(row -> array.add(of(row)));
            return array;
        }
        Node.Leaf leaf = (Node.Leaf) node;
        return switch (leaf.kind()) {
            case TEXT -> MAKE.textNode(leaf.text());
            case WHOLE -> whole(leaf.text());
            case DECIMAL -> MAKE.numberNode(new BigDecimal(leaf.text()));
            case FLAG -> MAKE.booleanNode(leaf.text().equals("true"));
            case NULL -> MAKE.nullNode();
        };
    }

    private static JsonNode whole(String text) {
        return text.length() < 10 ? MAKE.numberNode(Integer.parseInt(text)) : bigWhole(new BigInteger(text));
    }

    private static JsonNode bigWhole(BigInteger number) {
        return number.bitLength() < 64 ? MAKE.numberNode(number.longValue()) : MAKE.numberNode(number);
    }
}
