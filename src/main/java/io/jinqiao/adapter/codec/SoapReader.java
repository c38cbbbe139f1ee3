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
 * A SOAP 1.1 envelope down to the text in its body. Headers are passed over; a document type, an entity of its own or a second call is refused. For
 * one use.
 */
final class SoapReader implements AutoCloseable {
    private static final WstxInputFactory FACTORY = StrictXml.factoryOfEnvelopes();

    private final XMLStreamReader in;

    SoapReader(String envelope, Charset charset) {
        try {
            in = FACTORY.createXMLStreamReader(new StringReader(envelope));
        } catch (XMLStreamException e) {
            throw StrictXml.unreadable("the SOAP envelope is not XML");
        }
        String declared = in.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase(charset.name())) {
            throw new Refusal(FailureCode.CHARSET_WRONG, charset.name(), "1");
        }
    }

    /** @throws Refusal when it is not there, or the answer is a fault */
    String text(String namespace, String call, String element) {
        try {
            enter(SoapBody.NAMESPACE, "Envelope");
            String text = body(namespace, call, element);
            leave("Envelope");
            if (next() != XMLStreamConstants.END_DOCUMENT) {
                throw StrictXml.unreadable("text after the end of the SOAP envelope");
            }
            return text;
        } catch (XMLStreamException e) {
            throw StrictXml.unreadable("the SOAP envelope is not XML");
        }
    }

    private String body(String namespace, String call, String element) throws XMLStreamException {
        require(next() == XMLStreamConstants.START_ELEMENT, "soap:Body");
        if (in.getLocalName().equals("Header") && SoapBody.NAMESPACE.equals(in.getNamespaceURI())) {
            skip();
            require(next() == XMLStreamConstants.START_ELEMENT, "soap:Body");
        }
        requireName(SoapBody.NAMESPACE, "Body");
        require(next() == XMLStreamConstants.START_ELEMENT, call);
        if (in.getLocalName().equals("Fault") && SoapBody.NAMESPACE.equals(in.getNamespaceURI())) {
            throw StrictXml.unreadable("a SOAP fault");
        }
        requireName(namespace, call);
        require(next() == XMLStreamConstants.START_ELEMENT, element);
        // document/literal peers qualify the inner element or do not
        require(in.getLocalName().equals(element), element);
        String text = in.getElementText();
        leave(call);
        leave("Body");
        return text;
    }

    private void enter(String namespace, String name) throws XMLStreamException {
        require(next() == XMLStreamConstants.START_ELEMENT, name);
        requireName(namespace, name);
    }

    private void leave(String name) throws XMLStreamException {
        require(next() == XMLStreamConstants.END_ELEMENT, "the end of " + name);
    }

    private void requireName(String namespace, String name) {
        require(in.getLocalName().equals(name) && namespace.equals(in.getNamespaceURI()), name);
    }

    private static void require(boolean so, String expected) {
        if (!so) {
            throw StrictXml.unreadable("a SOAP 1.1 envelope with " + Names.shown(expected) + " expected");
        }
    }

    private void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
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
