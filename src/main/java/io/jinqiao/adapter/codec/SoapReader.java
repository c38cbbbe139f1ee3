package io.jinqiao.adapter.codec;

import com.ctc.wstx.stax.WstxInputFactory;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.StringReader;
import java.nio.charset.Charset;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text in the body of an envelope, after the engine passed its headers; a document type, an entity of its own or a second call is refused. For
 * one use.
 */
final class SoapReader implements AutoCloseable {
    private static final String NAMESPACE = EnvelopeGuard.NAMESPACE;
    private static final WstxInputFactory FACTORY = StrictXml.factoryOfEnvelopes();

    private final XMLStreamReader in;

    SoapReader(String envelope, Charset charset) {
        try {
            in = new EnvelopeGuard(FACTORY.createXMLStreamReader(new StringReader(envelope)));
        } catch (XMLStreamException e) {
            throw StrictXml.unreadable("the SOAP envelope is not XML");
        }
        String declared = in.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase(charset.name())) {
            throw new Refusal(FailureCode.CHARSET_WRONG, charset.name(), "1");
        }
    }

    /** Before the first tag. */
    XMLStreamReader reader() {
        return in;
    }

    /** The text in a body at whose start the reader stands. @throws Refusal when it is not there, something follows, or the answer is a fault */
    String text(String namespace, String call, String element) {
        try {
            require(in.isStartElement() && in.getLocalName().equals("Body") && NAMESPACE.equals(in.getNamespaceURI()), "soap:Body");
            require(next() == XMLStreamConstants.START_ELEMENT, call);
            if (in.getLocalName().equals("Fault") && NAMESPACE.equals(in.getNamespaceURI())) {
                throw StrictXml.unreadable("a SOAP fault");
            }
            require(in.getLocalName().equals(call) && namespace.equals(in.getNamespaceURI()), call);
            require(next() == XMLStreamConstants.START_ELEMENT, element);
            // document/literal peers qualify the inner element or do not
            require(in.getLocalName().equals(element), element);
            String text = in.getElementText();
            leave(call);
            leave("Body");
            leave("Envelope");
            if (next() != XMLStreamConstants.END_DOCUMENT) {
                throw StrictXml.unreadable("text after the end of the SOAP envelope");
            }
            return text;
        } catch (XMLStreamException e) {
            throw StrictXml.unreadable("the SOAP envelope is not XML");
        }
    }

    private void leave(String name) throws XMLStreamException {
        require(next() == XMLStreamConstants.END_ELEMENT, "the end of " + name);
    }

    private static void require(boolean so, String expected) {
        if (!so) {
            throw StrictXml.unreadable("a SOAP 1.1 envelope with " + Names.shown(expected) + " expected");
        }
    }

    /** The next tag or the end; blanks are passed over. */
    private int next() throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return event;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA, XMLStreamConstants.COMMENT -> {}
                default -> throw StrictXml.unreadable("only elements and text are allowed in a SOAP envelope");
            }
        }
        return XMLStreamConstants.END_DOCUMENT;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (XMLStreamException e) {
            throw StrictXml.unreadable("the SOAP envelope is not XML");
        }
    }
}
