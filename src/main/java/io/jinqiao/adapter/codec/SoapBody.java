package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.WireForm.SoapForm;
import io.jinqiao.adapter.mapping.Kind;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Axis: one message is the text of one element in the body of a SOAP 1.1 envelope. What else stands in the envelope is passed over. Thread-safe. */
final class SoapBody implements Framing {
    static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";

    private final HttpBody body;
    private final Charset charset;
    private final Map<String, String> headers;
    private final SoapForm form;
    private final String call;
    private final String element;

    /** @param request whether this side is the one of requests */
    SoapBody(SoapForm form, Charset charset, boolean request) {
        this.form = form;
        this.body = new HttpBody("text/xml", charset);
        this.charset = charset;
        this.call = request ? form.request() : form.reply();
        this.element = request ? form.text() : form.replyText();
        this.headers = new HashMap<>(body.headers());
        if (request) {
            headers.put("SOAPAction", '"' + form.action() + '"');
        }
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public byte[] bytes(String text) {
        XmlWriter written = new XmlWriter("", charset);
        written.leaf("s:" + element, text, Kind.STRING);
        String envelope = "<soap:Envelope xmlns:soap=\"" + NAMESPACE + "\"><soap:Body><s:" + call + " xmlns:s=\"" + form.namespace() + "\">"
                + written.text() + "</s:" + call + "></soap:Body></soap:Envelope>";
        return envelope.getBytes(charset);
    }

    @Override
    public String text(byte[] bytes, boolean truncated, int limit, @Nullable String contentType) {
        String envelope = body.text(bytes, truncated, limit, contentType);
        try (SoapReader in = new SoapReader(envelope, charset)) {
            return in.text(form.namespace(), call, element);
        }
    }
}
