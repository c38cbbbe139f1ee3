package io.jinqiao.workbench.simulate.credit.enquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** SOAP 1.1 of operations with one string in and one out. A line end inside the string survives only where it was written as a character reference. */
record Soap(String operation, String text) {
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String SERVICE = "http://ws.serviceaccept.ws.service.query.channel.pbccrc.org/";

    /** @return null when it is no such envelope */
    static @Nullable Soap read(byte[] bytes) {
        Element envelope = parsed(bytes);
        Element body = envelope == null || !named(envelope, "Envelope") ? null : only(envelope, "Body");
        Element operation = body == null ? null : only(body, null);
        Element message = operation == null ? null : only(operation, "querymessage");
        boolean right = message != null && children(message).isEmpty() && SERVICE.equals(operation.getNamespaceURI());
        return right ? new Soap(operation.getLocalName(), message.getTextContent()) : null;
    }

    private static boolean named(Element element, String name) {
        return ENVELOPE.equals(element.getNamespaceURI()) && element.getLocalName().equals(name);
    }

    private static @Nullable Element parsed(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return null;
        }
    }

    /** @param name null: any, but only one */
    private static @Nullable Element only(Element parent, @Nullable String name) {
        List<Element> found = children(parent).stream().filter(child -> name == null || child.getLocalName().equals(name)).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The answer to this operation. */
    byte[] answer(String message) {
        String inside = "<ns2:" + operation + "Response xmlns:ns2=\"" + SERVICE + "\"><return>" + escaped(message) + "</return></ns2:" + operation + "Response>";
        return envelope(inside);
    }

    static byte[] fault(String words) {
        return envelope("<soap:Fault><faultcode>soap:Client</faultcode><faultstring>" + escaped(words) + "</faultstring></soap:Fault>");
    }

    private static byte[] envelope(String inside) {
        return ("<soap:Envelope xmlns:soap=\"" + ENVELOPE + "\"><soap:Body>" + inside + "</soap:Body></soap:Envelope>").getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
    }
}
