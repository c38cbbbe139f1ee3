package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.RequestForm;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** A request with a head of fixed length, from us to them. */
final class FixedHeadRequest implements RequestEnvelope {
    private static final String TEXT = "text";

    private final RequestForm form;
    private final HeadedText texts;
    private final String root;
    private final Addresses addresses;
    private final String ourSignType;

    FixedHeadRequest(WireForm wire, PartnerDescriptor partner, Addresses addresses) {
        this.form = wire.request();
        this.texts = new HeadedText(wire, partner);
        this.root = Objects.requireNonNull(wire.document()).root();
        this.addresses = addresses;
        this.ourSignType = partner.signing().ours();
    }

    @Override
    public Framed open(String path, String text) {
        HeadedText.Parts parts = texts.split(text);
        FixedHead head = parts.head();
        head.requireBetween(texts.form.ours(), texts.form.theirs());
        Operation operation = addresses.incoming(head.type());
        if (operation == null) {
            throw addresses.unknown(head.type());
        }
        String payload = texts.opened(parts.body(), root, form.id(), head.number(), true);
        return new Framed(operation, new MessageId(head.number()), head.time(), ourSignType, parts.signed().getBytes(texts.charset), parts.signature(), payload);
    }

    @Override
    public Glimpse glimpse(String path, String text) {
        try {
            FixedHead head = texts.split(text).head();
            return new Glimpse(addresses.incoming(head.type()), new MessageId(head.number()), null);
        } catch (Refusal e) {
            return Glimpse.NOTHING;
        }
    }

    @Override
    public Unsigned wrap(Operation operation, MessageId id, Instant now, String payload) {
        FixedHead head = new FixedHead(texts.form.ours(), texts.form.theirs(), now, addresses.outgoing(operation), id.value());
        String text = head.write(texts.form) + texts.withConstants(texts.withoutNumber(payload, form.id(), id.value()), root);
        return new Unsigned(operation, ourSignType, text.getBytes(texts.charset), Map.of(TEXT, text));
    }

    @Override
    public String finish(Unsigned request, String signature) {
        return request.parts().get(TEXT) + texts.block(signature);
    }
}
