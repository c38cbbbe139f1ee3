package io.jinqiao.adapter.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapBindingConstants;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.MustUnderstandInterceptor;
import org.apache.cxf.binding.soap.interceptor.ReadHeadersInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapActionInInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapOutInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;

/** Envelopes of SOAP 1.1 around bytes that are finished: what stands in the body goes in and comes out as it is. Thread-safe. */
public final class SoapEngine {
    private static final ReadHeadersInterceptor HEADERS = new ReadHeadersInterceptor(Chain.bus(), Soap11.getInstance());
    private static final SoapOutInterceptor ENVELOPE = new SoapOutInterceptor(Chain.bus());
    private static final MustUnderstandInterceptor UNDERSTOOD = new MustUnderstandInterceptor();

    private SoapEngine() {}

    /** The intent a caller states in its header {@code SOAPAction}, without quotation marks; null when it states none. */
    public static @Nullable String action(@Nullable String header) {
        if (header == null) {
            return null;
        }
        SoapMessage message = Chain.message(true);
        message.put(Message.PROTOCOL_HEADERS, Map.of(SoapBindingConstants.SOAP_ACTION, List.of(header)));
        String action = SoapActionInInterceptor.getSoapAction(message);
        return action == null || action.isEmpty() ? null : action;
    }

    /**
     * @param envelope before its first tag, by a reader that refuses what no envelope may hold
     * @param secured whether a header of WS-Security is understood here
     * @param body reads on after the start of the body
     * @throws SoapRefusal when it is of another version of SOAP, or has a header that must be understood and is not
     */
    public static <T> T read(XMLStreamReader envelope, boolean secured, Function<XMLStreamReader, T> body) {
        SoapMessage message = Chain.message(true);
        message.setContent(XMLStreamReader.class, envelope);
        BodyRead<T> read = new BodyRead<>(body);
        try {
            Chain.run(message, true, secured ? List.of(HEADERS, UNDERSTOOD, new SecurityHeader(), read) : List.of(HEADERS, UNDERSTOOD, read));
        } catch (SoapFault fault) {
            throw SoapRefusal.of(fault);
        }
        return read.result(message);
    }

    /** An envelope with these bytes in its body. @param body elements in the same charset, as they are to stand there */
    public static byte[] write(byte[] body, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 256);
        SoapMessage message = Chain.message(false);
        message.put(Message.ENCODING, charset.name());
        message.setContent(OutputStream.class, bytes);
        message.setContent(XMLStreamWriter.class, StaxUtils.createXMLStreamWriter(bytes, charset.name()));
        Chain.run(message, false, List.of(ENVELOPE, new BodyWritten(body)));
        return bytes.toByteArray();
    }

    private static final class BodyRead<T> extends AbstractSoapInterceptor {
        private final Function<XMLStreamReader, T> body;

        BodyRead(Function<XMLStreamReader, T> body) {
            super(Phase.UNMARSHAL);
            this.body = body;
        }

        @Override
        public void handleMessage(SoapMessage message) {
            message.put(BodyRead.class.getName(), body.apply(message.getContent(XMLStreamReader.class)));
        }

        @SuppressWarnings("unchecked")
        T result(SoapMessage message) {
            return (T) java.util.Objects.requireNonNull(message.get(BodyRead.class.getName()));
        }
    }

    private static final class BodyWritten extends AbstractSoapInterceptor {
        private final byte[] body;

        BodyWritten(byte[] body) {
            super(Phase.MARSHAL);
            this.body = body;
        }

        /** Past the writer: it would be free to write the same otherwise. */
        @Override
        public void handleMessage(SoapMessage message) {
            XMLStreamWriter writer = message.getContent(XMLStreamWriter.class);
            try {
                writer.writeCharacters("");
                writer.flush();
                message.getContent(OutputStream.class).write(body);
            } catch (XMLStreamException e) {
                throw new Fault(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
