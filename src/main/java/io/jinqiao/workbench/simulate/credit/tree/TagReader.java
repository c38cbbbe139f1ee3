package io.jinqiao.workbench.simulate.credit.tree;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A line, or the body of a message, as a tree, by the JDK's pull reader: no declaration, document type, attribute, namespace or comment. */
public final class TagReader {
    private static final int DEEPEST = 12;
    private static final XMLInputFactory FACTORY = factory();

    private TagReader() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // a namespace is an attribute then, and refused as one
        return factory;
    }

    /** @return null when the line is no such document */
    public static @Nullable Tag read(String line) {
        if (line.startsWith("<?")) {
            return null;
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(line));
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                return null;
            }
            Tag root = element(reader, 0);
            return root != null && reader.next() == XMLStreamConstants.END_DOCUMENT ? root : null;
        } catch (XMLStreamException e) {
            return null;
        }
    }

    private static @Nullable Tag element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (reader.getAttributeCount() > 0 || depth > DEEPEST) {
            return null;
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<Tag> inside = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Tag child = element(reader, depth + 1);
                    if (child == null) {
                        return null;
                    }
                    inside.add(child);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    boolean both = !inside.isEmpty() && !text.toString().isBlank();
                    return both ? null : new Tag(name, inside.isEmpty() ? text.toString() : "", inside);
                }
                default -> {
                    return null;
                }
            }
        }
    }
}
