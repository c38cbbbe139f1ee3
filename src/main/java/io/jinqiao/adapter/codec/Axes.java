package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.ReplyForm;
import java.nio.charset.Charset;

/** From the words of {@code adapter.yaml} to the parts of a dialect. The schema admits no other words. */
final class Axes {
    private Axes() {}

    static Encoding encoding(String name) {
        return switch (name) {
            case "json" -> new JsonEncoding();
            default -> throw unknown("encoding", name);
        };
    }

    static HttpBody framing(String name, String encoding, Charset charset) {
        return switch (name) {
            case "http-body" -> new HttpBody("application/" + encoding, charset);
            default -> throw unknown("framing", name);
        };
    }

    static RequestEnvelope requestEnvelope(
            WireForm form, PartnerDescriptor partner, Addresses addresses, boolean centre) {
        return switch (form.request().envelope()) {
            case "parameters" -> new ParameterEnvelope(
                    form.request(), encoding(form.encoding()), form.refuseUnexpected(), partner, addresses, centre);
            default -> throw unknown("envelope", form.request().envelope());
        };
    }

    static ReplyEnvelope replyEnvelope(ReplyForm form, Charset charset) {
        return switch (form.envelope()) {
            case "signed-member" -> new SignedMember(form, charset);
            default -> throw unknown("envelope", form.envelope());
        };
    }

    private static IllegalArgumentException unknown(String axis, String name) {
        return new IllegalArgumentException("no " + axis + " '" + name + "'");
    }
}
