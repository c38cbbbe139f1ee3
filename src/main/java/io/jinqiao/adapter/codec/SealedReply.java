package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.message.Operation;
import io.jinqiao.signing.Envelope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer in a digital envelope, which holds the content and nothing else. */
final class SealedReply implements ReplyEnvelope {
    private final SealedMembers outside;
    private final PartnerDescriptor partner;

    SealedReply(WireForm wire, PartnerDescriptor partner) {
        this.partner = partner;
        this.outside = SealedMembers.ofReply(
                Objects.requireNonNull(wire.sealing()), wire.reply().signature(), partner.charset());
    }

    @Override
    public FramedReply open(String text) {
        SealedMembers.Outside read = outside.open(text);
        return new FramedReply(partner.signing().ours(), read.signingInput(), read.signature(), "", read.sealed());
    }

    @Override
    public Unsigned wrap(@Nullable Operation operation, String signType, String payload) {
        return Unsigned.toSeal(operation, signType, payload.getBytes(partner.charset()));
    }

    @Override
    public Unsigned sealed(Unsigned open, Envelope sealed) {
        return outside.sealed(open, sealed);
    }

    @Override
    public String finish(Unsigned answer, String signature) {
        return outside.finish(answer, signature);
    }
}
