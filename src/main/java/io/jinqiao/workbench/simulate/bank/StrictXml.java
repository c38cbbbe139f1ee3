package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as a careful system reads it, by the JDK's parser: no document type, no attributes, text or elements but never both. */
final class StrictXml {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StrictXml() {}

    static ObjectNode read(String text, String root) throws NotUnderstood {
        Element element = parsed(text).getDocumentElement();
        if (!element.getTagName().equals(root) || !(tree(element) instanceof ObjectNode tree)) {
            throw wrong("根元素应为 " + root + " / the root is not " + root);
        }
        return tree;
    }

    private static org.w3c.dom.Document parsed(String text) throws NotUnderstood {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw wrong("报文不是约定的 XML / no XML as agreed");
        }
    }

    private static JsonNode tree(Element element) throws NotUnderstood {
        if (element.hasAttributes()) {
            throw wrong("元素 " + element.getTagName() + " 不应有属性 / an attribute");
        }
        ObjectNode children = NODES.objectNode();
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                add(children, child.getTagName(), tree(child));
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                text.append(node.getNodeValue());
            } else {
                throw wrong("元素 " + element.getTagName() + " 中有注释或指令 / a comment or an instruction");
            }
        }
        if (children.isEmpty()) {
            return TextNode.valueOf(text.toString());
        }
        if (!text.toString().isBlank()) {
            throw wrong("元素 " + element.getTagName() + " 中文本与元素混排 / text beside elements");
        }
        return children;
    }

    /** Elements of one name side by side are a list. */
    private static void add(ObjectNode parent, String name, JsonNode value) {
        JsonNode before = parent.get(name);
        if (before == null) {
            parent.set(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            parent.putArray(name).add(before).add(value);
        }
    }

    private static NotUnderstood wrong(String words) {
        return new NotUnderstood(Outcome.ENVELOPE, "", "", words);
    }

    /** A character the character set lacks is written by its number. */
    static String write(String root, ObjectNode tree, Charset charset) {
        StringBuilder out = new StringBuilder();
        element(out, root, tree, charset.newEncoder());
        return out.toString();
    }

    private static void element(StringBuilder out, String name, JsonNode value, CharsetEncoder encoder) {
        if (value instanceof ArrayNode list) {
            list.forEach(row -> element(out, name, row, encoder));
            return;
        }
        out.append('<').append(name).append('>');
        if (value instanceof ObjectNode group) {
            group.fields().forEachRemaining(member -> element(out, member.getKey(), member.getValue(), encoder));
        } else {
            value.asText().codePoints().forEach(c -> character(out, c, encoder));
        }
        out.append("</").append(name).append('>');
    }

    private static void character(StringBuilder out, int c, CharsetEncoder encoder) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            default -> {
                if (encoder.canEncode(Character.toString(c))) {
                    out.appendCodePoint(c);
                } else {
                    out.append("&#x").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)).append(';');
                }
            }
        }
    }
}
