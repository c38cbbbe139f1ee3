package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element by its local name; text is what stands directly in it. UTF-8 only, no DTD, no entities, bounded depth and number. */
final class XmlNode {
    private static final int DEEPEST = 64;
    private static final int MOST = 200_000;
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<XmlNode> children = new ArrayList<>();

    private XmlNode(String name) {
        this.name = name;
    }

    static XmlNode read(String path, byte[] bytes) throws BadFile {
        String text = text(path, bytes);
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new StringReader(text));
            String encoding = in.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                throw new BadFile(DocumentFault.XML_DAMAGED, path);
            }
            return tree(path, in);
        } catch (XMLStreamException | RuntimeException e) {
            throw new BadFile(DocumentFault.XML_DAMAGED, path);
        }
    }

    /** The characters; refuses what could define anything. */
    static String text(String path, byte[] bytes) throws BadFile {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
                throw new BadFile(DocumentFault.XML_DTD, path);
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadFile(DocumentFault.XML_DAMAGED, path);
        }
    }

    private static XmlNode tree(String path, XMLStreamReader in) throws XMLStreamException, BadFile {
        XmlNode top = new XmlNode("");
        Deque<XmlNode> open = new ArrayDeque<>(List.of(top));
        int nodes = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++nodes > MOST || open.size() > DEEPEST) {
                        throw new BadFile(DocumentFault.TOO_LARGE, path);
                    }
                    XmlNode node = element(in);
                    open.element().children.add(node);
                    open.push(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open.element().text.append(in.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BadFile(DocumentFault.XML_DTD, path);
                default -> { }
            }
        }
        return top.children.get(0);
    }

    private static XmlNode element(XMLStreamReader in) {
        XmlNode node = new XmlNode(in.getLocalName());
        for (int i = 0; i < in.getAttributeCount(); i++) {
            node.attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        return node;
    }

    Stream<XmlNode> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    Optional<XmlNode> child(String wanted) {
        return children(wanted).findFirst();
    }

    /** Text of the only child of that name; empty when there is none or there are several. */
    Optional<String> childText(String wanted) {
        List<XmlNode> found = children(wanted).toList();
        return found.size() == 1 ? Optional.of(found.get(0).text()) : Optional.empty();
    }

    /** Every element of that name below this one, in order. */
    Stream<XmlNode> all(String wanted) {
        return children.stream()
                .flatMap(child -> Stream.concat(child.name.equals(wanted) ? Stream.of(child) : Stream.of(), child.all(wanted)));
    }

    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    String text() {
        return text.toString().strip();
    }

    String name() {
        return name;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
