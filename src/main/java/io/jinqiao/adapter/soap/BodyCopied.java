package io.jinqiao.adapter.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;

/** Writes what stands in the body of another envelope. */
final class BodyCopied extends AbstractSoapInterceptor {
    private final XMLStreamReader envelope;

    BodyCopied(XMLStreamReader envelope) {
        super(Phase.MARSHAL);
        this.envelope = envelope;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        try {
            while (!(envelope.isStartElement() && envelope.getName().equals(Soap11.getInstance().getBody()))) {
                envelope.next();
            }
            envelope.nextTag();
            StaxUtils.copy(envelope, message.getContent(XMLStreamWriter.class));
        } catch (XMLStreamException e) {
            throw new Fault(e);
        }
    }
}
