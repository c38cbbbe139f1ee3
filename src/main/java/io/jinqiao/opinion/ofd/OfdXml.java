package io.jinqiao.opinion.ofd;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML file of a package, in the namespace of GB/T 33190, UTF-8. Not for use by several threads. */
final class OfdXml {
    private static final String NAMESPACE = "http://www.ofdspec.org/2016";
    private static final String PREFIX = "ofd";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 << 10);
    private final XMLStreamWriter out;
    private int depth;

    private OfdXml() throws XMLStreamException {
        this.out = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
    }

    /** @param attributes name and value in turn */
    static OfdXml of(String root, String... attributes) {
        try {
            OfdXml xml = new OfdXml();
            xml.out.writeStartDocument("UTF-8", "1.0");
            xml.out.writeStartElement(PREFIX, root, NAMESPACE);
            xml.out.writeNamespace(PREFIX, NAMESPACE);
            xml.depth = 1;
            return xml.attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    OfdXml open(String name, String... attributes) {
        try {
            out.writeStartElement(PREFIX, name, NAMESPACE);
            depth++;
            return attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    OfdXml empty(String name, String... attributes) {
        try {
            out.writeEmptyElement(PREFIX, name, NAMESPACE);
            return attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    OfdXml text(String name, String text, String... attributes) {
        try {
            open(name, attributes);
            out.writeCharacters(text);
            return close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    OfdXml close() {
        try {
            out.writeEndElement();
            depth--;
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes what is open. */
    byte[] bytes() {
        try {
            while (depth > 0) {
                close();
            }
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private OfdXml attributes(String... attributes) {
        try {
            for (int i = 0; i < attributes.length; i += 2) {
                out.writeAttribute(attributes[i], attributes[i + 1]);
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
