package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.ReplyForm;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that is one XML document; all of it is its content, but for the elements of the signature at its end. */
final class XmlReply implements ReplyEnvelope {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final ReplyForm form;
    private final XmlDocument document;
    private final java.nio.charset.Charset charset;
    private final io.jinqiao.adapter.descriptor.Signing signing;

    XmlReply(WireForm wire, PartnerDescriptor partner) {
        this.form = wire.reply();
        this.document = new XmlDocument(java.util.Objects.requireNonNull(wire.document()), wire.document().replyRoot(), partner);
        this.charset = partner.charset();
        this.signing = partner.signing();
    }

    @Override
    public FramedReply open(String text) {
        XmlTop top = document.read(new XmlTop(text, true));
        String signType = form.signType().isEmpty() ? signing.ours() : top.texts().get(form.signType());
        if (signType == null || !signing.accepted().contains(signType)) {
            FailureCode code = signType == null ? FailureCode.ENVELOPE_FIELD_MISSING : FailureCode.CODE_UNKNOWN;
            throw new Refusal(new Problem(code, null, form.signType(), List.of(form.signType())));
        }
        String signature = top.texts().get(form.signature());
        byte[] input = document.signingInput(top.without(form.signature()));
        return new FramedReply(signType, input, signature == null || signature.isEmpty() ? null : signature, top.fromRoot());
    }

    @Override
    public Unsigned wrap(@Nullable Operation operation, String signType, String payload) {
        String end = "</" + document.root() + ">";
        XmlWriter sign = new XmlWriter("", charset);
        if (!form.signType().isEmpty()) {
            sign.leaf(form.signType(), signType, io.jinqiao.adapter.mapping.Kind.STRING);
        }
        String before = document.declaration() + payload.substring(0, payload.length() - end.length()) + sign.text() + "<" + form.signature() + ">";
        String after = "</" + form.signature() + ">" + end;
        return new Unsigned(operation, signType, document.signingInput(before + after), Map.of(BEFORE, before, AFTER, after));
    }

    @Override
    public String finish(Unsigned answer, String signature) {
        return answer.parts().get(BEFORE) + signature + answer.parts().get(AFTER);
    }
}
