package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.RequestForm;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is one XML document: texts of the envelope, one of them the transaction code, and one group with the content. */
final class XmlRequest implements RequestEnvelope {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final RequestForm form;
    private final List<String> order;
    private final XmlDocument document;
    private final EnvelopeTexts texts;
    private final Addresses addresses;
    private final String ourSignType;
    private final java.nio.charset.Charset charset;
    private final boolean refuseUnexpected;

    XmlRequest(WireForm wire, PartnerDescriptor partner, Addresses addresses, boolean centre) {
        this.form = wire.request();
        this.order = java.util.Objects.requireNonNull(wire.document()).order();
        this.document = new XmlDocument(wire.document(), wire.document().root(), partner);
        this.texts = new EnvelopeTexts(form, partner.signing(), centre);
        this.addresses = addresses;
        this.ourSignType = partner.signing().ours();
        this.charset = partner.charset();
        this.refuseUnexpected = wire.refuseUnexpected();
    }

    @Override
    public Framed open(String path, String text) {
        XmlTop top = document.read(new XmlTop(text, false));
        List<Problem> problems = new ArrayList<>();
        Operation operation = operation(top.texts(), problems);
        texts.constants(top.texts(), problems);
        MessageId id = texts.id(top.texts(), problems);
        Instant sentAt = texts.time(top.texts(), problems);
        String signType = texts.signType(top.texts(), problems);
        XmlTop.Place content = top.place(form.payload());
        if (content == null) {
            EnvelopeTexts.wrong(problems, form.payload(), FailureCode.ENVELOPE_FIELD_MISSING, form.payload());
        }
        unexpected(top, problems);
        if (!problems.isEmpty() || operation == null || id == null || sentAt == null || signType == null || content == null) {
            throw new Refusal(problems);
        }
        byte[] input = document.signingInput(top.without(form.signature()));
        return new Framed(operation, id, sentAt, signType, input, signature(top), top.element(content));
    }

    private @Nullable String signature(XmlTop top) {
        String signature = top.texts().get(form.signature());
        return signature == null || signature.isEmpty() ? null : signature;
    }

    private @Nullable Operation operation(Map<String, String> found, List<Problem> problems) {
        String code = EnvelopeTexts.required(found, form.operation(), problems);
        Operation operation = code == null ? null : addresses.incoming(code);
        if (code != null && operation == null) {
            problems.addAll(addresses.unknown(code).problems());
        }
        return operation;
    }

    private void unexpected(XmlTop top, List<Problem> problems) {
        for (String name : top.names()) {
            if (refuseUnexpected && !order.contains(name)) {
                EnvelopeTexts.wrong(problems, Names.shown(name), FailureCode.FIELD_UNEXPECTED);
            }
        }
    }

    @Override
    public Glimpse glimpse(String path, String text) {
        XmlTop top = new XmlTop(text, false);
        try {
            document.read(top);
        } catch (Refusal e) {
            // what was read before the fault is what there is
        }
        String code = top.texts().get(form.operation());
        List<Problem> unused = new ArrayList<>();
        return new Glimpse(
                code == null ? null : addresses.incoming(code),
                texts.id(top.texts(), unused),
                form.signType().isEmpty() ? null : texts.agreedSignType(top.texts()));
    }

    @Override
    public Unsigned wrap(Operation operation, MessageId id, Instant now, String payload) {
        Map<String, String> values = new HashMap<>(texts.ours());
        values.put(form.operation(), addresses.outgoing(operation));
        values.put(form.id(), id.value());
        values.putAll(texts.written(now));
        values.put(form.signature(), "");
        values.put(form.signType(), ourSignType);
        XmlWriter head = new XmlWriter(document.root(), charset);
        head.startGroup("");
        int place = 0;
        for (String name : order) {
            if (name.equals(form.payload())) {
                head.raw(payload);
            } else {
                head.leaf(name, values.getOrDefault(name, ""), Kind.STRING);
                place = name.equals(form.signature()) ? head.length() - ("</" + name + ">").length() : place;
            }
        }
        head.endGroup();
        return unsigned(operation, document.declaration(), head.text(), place);
    }

    private Unsigned unsigned(Operation operation, String declaration, String text, int place) {
        Map<String, String> parts = Map.of(BEFORE, declaration + text.substring(0, place), AFTER, text.substring(place));
        return new Unsigned(operation, ourSignType, document.signingInput(declaration + text), parts);
    }

    @Override
    public String finish(Unsigned request, String signature) {
        return request.parts().get(BEFORE) + signature + request.parts().get(AFTER);
    }
}
