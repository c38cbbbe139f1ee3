package io.jinqiao.workbench.partner.fields;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.rulebook.Node;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The schema of one content, with the members of a new table where the model's were; what is around it stays. */
final class ContentSchema {
    private final Map<String, Member> old;
    private final Map<String, Member> members;

    ContentSchema(List<Node> old, List<Node> lines) {
        this.old = Member.of(old);
        this.members = Member.of(lines);
    }

    String json(String model) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode schema = (ObjectNode) mapper.readTree(model);
            ObjectNode properties = schema.withObjectProperty("properties");
            old.keySet().forEach(properties::remove);
            forget(schema);
            members.forEach((name, member) -> properties.set(name, json(mapper, member)));
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a packaged schema is readable", e);
        }
    }

    /** The model's members are required no more, also not under a condition. */
    private void forget(JsonNode schema) {
        if (!schema.isObject()) {
            return;
        }
        if (schema.path("required") instanceof ArrayNode required) {
            for (int i = required.size() - 1; i >= 0; i--) {
                if (old.containsKey(required.get(i).asText())) {
                    required.remove(i);
                }
            }
        }
        List.of("allOf", "anyOf", "oneOf").forEach(word -> schema.path(word).forEach(this::forget));
        List.of("if", "then", "else").forEach(word -> forget(schema.path(word)));
    }

    private static ObjectNode json(ObjectMapper mapper, Member member) {
        ObjectNode node = mapper.createObjectNode();
        if (!member.text("title").isEmpty()) {
            node.put("description", member.text("title"));
        }
        if (member.leaf()) {
            node.put("type", member.text("kind").isEmpty() ? "string" : member.text("kind"));
            if (!member.text("max").isEmpty() && member.text("kind").isEmpty()) {
                node.put("maxLength", Integer.parseInt(member.text("max")));
            }
            return node;
        }
        ObjectNode group = member.list() ? node.put("type", "array").putObject("items") : node;
        ObjectNode properties = group.put("type", "object").putObject("properties");
        member.inner().forEach((name, inner) -> properties.set(name, json(mapper, inner)));
        group.put("additionalProperties", false);
        return node;
    }

    /** @param content name of the group in an answer; null: the root */
    String xsd(String model, @Nullable String content) {
        try {
            Document schema = parsed(model);
            var elements = schema.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "element");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                if (content == null || element.getAttribute("name").equals(content)) {
                    replace(schema, element);
                    break;
                }
            }
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(schema), new StreamResult(text));
            return text.toString().replaceFirst("(?s)^<\\?xml[^>]*\\?>\\s*", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").stripTrailing() + "\n";
        } catch (Exception e) {
            throw new IllegalStateException("a packaged schema is readable", e);
        }
    }

    private void replace(Document schema, Element element) throws Exception {
        while (element.hasChildNodes()) {
            element.removeChild(element.getFirstChild());
        }
        StringBuilder type = new StringBuilder("<xs:complexType xmlns:xs=\"" + XMLConstants.W3C_XML_SCHEMA_NS_URI + "\">\n<xs:sequence>\n");
        members.forEach((name, member) -> xsd(name, member, type));
        Document inner = parsed(type.append("</xs:sequence>\n</xs:complexType>").toString());
        element.appendChild(schema.importNode(inner.getDocumentElement(), true));
    }

    private static void xsd(String name, Member member, StringBuilder text) {
        text.append("<xs:element name=\"").append(name).append('"').append(member.required() || member.list() ? "" : " minOccurs=\"0\"");
        text.append(member.list() ? " minOccurs=\"0\" maxOccurs=\"unbounded\">" : ">");
        if (!member.text("title").isEmpty()) {
            text.append("<xs:annotation><xs:documentation>").append(member.text("title").replace("&", "&amp;").replace("<", "&lt;"));
            text.append("</xs:documentation></xs:annotation>");
        }
        if (member.leaf()) {
            text.append("<xs:simpleType><xs:restriction base=\"xs:string\">");
            text.append(member.text("max").isEmpty() ? "" : "<xs:maxLength value=\"" + member.text("max") + "\"/>");
            text.append("</xs:restriction></xs:simpleType></xs:element>\n");
        } else {
            text.append("<xs:complexType><xs:sequence>\n");
            member.inner().forEach((inner, of) -> xsd(inner, of, text));
            text.append("</xs:sequence></xs:complexType></xs:element>\n");
        }
    }

    private static Document parsed(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
