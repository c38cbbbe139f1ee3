package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer with a head of fixed length, from them to us. */
final class FixedHeadReply implements ReplyEnvelope {
    private static final String TEXT = "text";
    /** Of an answer to something whose number nobody could read. */
    private static final String NO_NUMBER = "1970010100000000";

    private final String number;
    private final HeadedText texts;
    private final String root;
    private final String signType;
    private final PartnerDescriptor partner;

    FixedHeadReply(WireForm wire, PartnerDescriptor partner) {
        this.number = wire.reply().id();
        this.texts = new HeadedText(wire, partner);
        this.root = Objects.requireNonNull(wire.document()).replyRoot();
        this.signType = partner.signing().ours();
        this.partner = partner;
    }

    @Override
    public FramedReply open(String text) {
        HeadedText.Parts parts = texts.split(text);
        FixedHead head = parts.head();
        head.requireBetween(texts.form.theirs(), texts.form.ours());
        if (!texts.form.answers().containsValue(head.type())) {
            throw new Refusal(FailureCode.OPERATION_UNKNOWN, head.type(), String.join(", ", texts.form.answers().values()));
        }
        String payload = texts.opened(parts.body(), root, number, head.number(), false);
        return new FramedReply(signType, parts.signed().getBytes(texts.charset), parts.signature(), payload);
    }

    @Override
    public Unsigned wrap(@Nullable Operation operation, String signedBy, String payload) {
        throw new UnsupportedOperationException("the time of an answer stands in its head");
    }

    @Override
    public Unsigned wrap(@Nullable Operation operation, String signedBy, String payload, Instant now) {
        String id = between(payload, "<" + number + ">", "</" + number + ">");
        String body = id == null ? payload : texts.withoutNumber(payload, number, id);
        FixedHead head = new FixedHead(texts.form.theirs(), texts.form.ours(), now, type(operation), id == null ? NO_NUMBER : id);
        String text = head.write(texts.form) + body;
        return new Unsigned(operation, signedBy, text.getBytes(texts.charset), Map.of(TEXT, text));
    }

    private String type(@Nullable Operation operation) {
        String asked = operation == null ? null : partner.operation(operation).map(rule -> rule.code()).orElse(null);
        return texts.form.answers().getOrDefault(asked == null ? "" : asked, texts.form.answers().values().iterator().next());
    }

    private static @Nullable String between(String text, String start, String end) {
        int from = text.indexOf(start);
        return from < 0 ? null : text.substring(from + start.length(), text.indexOf(end, from));
    }

    @Override
    public String finish(Unsigned answer, String signature) {
        return answer.parts().get(TEXT) + texts.block(signature);
    }
}
