package io.jinqiao.adapter.codec;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Elements of SOAP stand where they belong and nowhere else. An engine takes the first {@code Body} it meets for the body, even one inside a header: there a
 * signed body could be put aside while another one is read.
 */
final class EnvelopeGuard extends StreamReaderDelegate {
    static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final Map<String, Integer> DEPTHS = Map.of("Envelope", 1, "Header", 2, "Body", 2, "Fault", 3);

    private final XMLStreamReader2 in;

    EnvelopeGuard(XMLStreamReader in) {
        super(in);
        this.in = (XMLStreamReader2) in;
    }

    @Override
    public int next() throws XMLStreamException {
        return checked(super.next());
    }

    @Override
    public int nextTag() throws XMLStreamException {
        return checked(super.nextTag());
    }

    private int checked(int event) {
        if (event == START_ELEMENT && NAMESPACE.equals(in.getNamespaceURI()) && DEPTHS.getOrDefault(in.getLocalName(), 0) != in.getDepth()) {
            throw StrictXml.unreadable("an element of SOAP in the wrong place");
        }
        return event;
    }
}
