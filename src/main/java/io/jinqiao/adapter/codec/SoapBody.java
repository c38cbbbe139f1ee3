package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.WireForm.SoapForm;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.soap.SoapEngine;
import io.jinqiao.adapter.soap.SoapRefusal;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Axis: one message is the text of one element in the body of a SOAP 1.1 envelope; the envelope is CXF's. Thread-safe. */
final class SoapBody implements Framing {
    private static final String ACTION = "SOAPAction";

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
            headers.put(ACTION, '"' + form.action() + '"');
        }
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public byte[] bytes(String text) {
        XmlWriter written = new XmlWriter("", charset);
        written.leaf(form.rpc() ? element : "s:" + element, text, Kind.STRING);
        String content = "<s:" + call + " xmlns:s=\"" + form.namespace() + "\">" + written.text() + "</s:" + call + ">";
        return SoapEngine.write(content.getBytes(charset), charset);
    }

    @Override
    public void requireHeaders(Map<String, String> came) {
        if (form.action().isEmpty() || came.isEmpty()) {
            return;
        }
        String action = SoapEngine.action(came.get("soapaction"));
        if (action == null) {
            throw new Refusal(new Problem(FailureCode.ENVELOPE_FIELD_MISSING, null, ACTION, List.of(ACTION)));
        }
        if (!action.equals(form.action())) {
            throw new Refusal(FailureCode.OPERATION_UNKNOWN, ACTION, form.action());
        }
    }

    @Override
    public String text(byte[] bytes, boolean truncated, int limit, @Nullable String contentType) {
        String envelope = body.text(bytes, truncated, limit, contentType);
        try (SoapReader in = new SoapReader(envelope, charset)) {
            return SoapEngine.read(in.reader(), form.security() != null, unused -> in.text(form.namespace(), call, element));
        } catch (SoapRefusal refused) {
            throw StrictXml.unreadable(switch (refused.why()) {
                case VERSION -> "a SOAP 1.1 envelope expected";
                case NOT_UNDERSTOOD -> "a SOAP header must be understood, and none such is agreed";
                case UNREADABLE -> "the SOAP envelope is not XML";
            });
        }
    }
}
