package io.jinqiao.workbench.check;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XSD, one file for each content; a request's begins at its group of content, an answer's at the root of the document. */
final class XmlSchemas implements ContentSchemas {
    private static final String ELEMENT = "element";
    private static final String ATTRIBUTE = "attribute";

    private final Folder folder;
    private final Problems problems;
    private final String replyContent;
    private final Set<String> envelope;
    private final Set<String> replyEnvelope;
    private final Map<String, Schema> schemas = new HashMap<>();

    /**
     * @param replyContent name of the group of an answer that holds an operation's own content
     * @param envelope members of a request that are the envelope's, whatever the table says
     * @param replyEnvelope the same of an answer, inside its content
     */
    XmlSchemas(Folder folder, String replyContent, Set<String> envelope, Set<String> replyEnvelope, Problems problems) {
        this.replyEnvelope = replyEnvelope;
        this.envelope = envelope;
        this.folder = folder;
        this.problems = problems;
        this.replyContent = replyContent;
        folder.list("schema/", ".xsd").forEach(this::read);
    }

    private void read(String path) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            schemas.put(path, factory.newSchema(new StreamSource(new ByteArrayInputStream(source(path).bytes()))));
        } catch (SAXParseException e) {
            problems.add(new RuleProblem(folder.name(path), Math.max(e.getLineNumber(), 0), Math.max(e.getColumnNumber(), 0), "", "不是 XML 模式 / is no XML schema: " + e.getMessage(), null));
        } catch (SAXException e) {
            problems.file(folder.name(path), "不是 XML 模式 / is no XML schema: " + e.getMessage(), null);
        }
    }

    @Override
    public void check(Operation operation, String part, String file, String content) {
        Schema schema = schemas.get(path(operation, part));
        if (schema == null) {
            return;
        }
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(content)));
        } catch (SAXException e) {
            problems.file(folder.name(file), "不符合 XML 模式 / not by its XML schema: " + e.getMessage(), "见 / see " + path(operation, part));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void compareWithTables(Set<Operation> operations) {
        for (Operation operation : operations) {
            for (String part : new String[] {"request", "reply"}) {
                if (!folder.has(path(operation, part))) {
                    problems.file(folder.name(path(operation, part)), "文件缺失 / the file is missing", "编写该内容的模式 / write the schema of this content");
                } else if (schemas.containsKey(path(operation, part))) {
                    compare(operation, part);
                }
            }
        }
        for (String path : folder.list("schema/", ".xsd")) {
            if (operations.stream().noneMatch(o -> path.startsWith("schema/" + o.id() + "."))) {
                problems.file(folder.name(path), "没有这个名称的已约定业务 / no agreed operation has this name", null);
            }
        }
    }

    private void compare(Operation operation, String part) {
        Set<String> inSchema = new TreeSet<>();
        Element content = content(path(operation, part), part.equals("reply") ? replyContent : null);
        if (content != null) {
            names(content, "", inSchema);
        }
        Set<String> inTable = new TreeSet<>();
        Node.Group table = folder.top("mapping/" + operation.id() + ".yaml");
        if (table == null) {
            return;
        }
        Lines.of(table, part).forEach(line -> members(line, "", inTable));
        String file = folder.name(path(operation, part));
        inTable.stream().filter(n -> !inSchema.contains(n)).forEach(n -> problems.file(file, "缺少映射表中的项 / the member " + n + " of the mapping table is missing", "请补上 / add it"));
        inSchema.stream()
                .filter(n -> !(part.equals("request") ? envelope : replyEnvelope).contains(n))
                .filter(n -> inTable.stream().noneMatch(t -> t.equals(n) || t.startsWith(n + ".")))
                .forEach(n -> problems.file(file, "映射表中没有此项 / the member " + n + " is not in the mapping table", "补一行，或在此删去 / add a line, or take it away here"));
    }

    private static void members(Node.Group line, String prefix, Set<String> names) {
        String their = prefix + line.text("their");
        names.add(their);
        Lines.of(line, "rows").forEach(row -> members(row, their + ".", names));
    }

    private static void names(Element in, String prefix, Set<String> names) {
        for (Element child : elements(in)) {
            boolean element = child.getLocalName().equals(ELEMENT) || child.getLocalName().equals(ATTRIBUTE);
            if (element) {
                names.add(prefix + child.getAttribute("name"));
            }
            names(child, element ? prefix + child.getAttribute("name") + "." : prefix, names);
        }
    }

    /** The definition of the root, or of the first element of this name anywhere below. */
    private @Nullable Element content(String path, @Nullable String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Element top = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(source(path).bytes()))
                    .getDocumentElement();
            var found = top.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, ELEMENT);
            for (int i = 0; i < found.getLength(); i++) {
                Element element = (Element) found.item(i);
                if (name == null || element.getAttribute("name").equals(name)) {
                    return element;
                }
            }
            return null;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static Set<Element> elements(Element in) {
        Set<Element> elements = new java.util.LinkedHashSet<>();
        for (var node = in.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private Source source(String path) {
        return Objects.requireNonNull(folder.find(path));
    }

    private static String path(Operation operation, String part) {
        return "schema/" + operation.id() + "." + part + ".xsd";
    }
}
