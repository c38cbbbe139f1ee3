package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import java.nio.charset.Charset;
import java.util.Objects;

/** From the words of {@code adapter.yaml} to the parts of a dialect. The schema admits no other words. */
final class Axes {
    private Axes() {}

    static Encoding encoding(WireForm form, Charset charset) {
        return form.document() == null || form.document().records().isEmpty()
                ? encoding(form.encoding(), charset)
                : new XmlEncoding(charset, form.document().records());
    }

    static Encoding encoding(String name, Charset charset) {
        return switch (name) {
            case "json" -> new JsonEncoding();
            case "xml" -> new XmlEncoding(charset);
            default -> throw unknown("encoding", name);
        };
    }

    static Framing requestFraming(WireForm form, Charset charset) {
        return switch (form.framing()) {
            case "http-form" -> new HttpForm(form.field(), charset);
            case "soap-body" -> new SoapBody(Objects.requireNonNull(form.soap()), charset, true);
            default -> replyFraming(form, charset);
        };
    }

    /** A form is answered with a plain body. */
    static Framing replyFraming(WireForm form, Charset charset) {
        return switch (form.framing()) {
            case "http-body", "http-form" -> new HttpBody("application/" + form.encoding(), charset);
            case "soap-body" -> new SoapBody(Objects.requireNonNull(form.soap()), charset, false);
            case "file-document" -> new HttpBody("application/" + form.encoding(), charset);
            case "length-prefix" -> new LengthPrefix(Objects.requireNonNull(form.frame()), charset);
            default -> throw unknown("framing", form.framing());
        };
    }

    static RequestEnvelope requestEnvelope(
            WireForm form, PartnerDescriptor partner, Addresses addresses, boolean centre) {
        return switch (form.request().envelope()) {
            case "parameters" -> new ParameterEnvelope(
                    form.request(),
                    encoding(form.encoding(), partner.charset()),
                    form.refuseUnexpected(),
                    partner,
                    addresses,
                    centre);
            case "sealed-members" -> new SealedRequest(form, partner, addresses, centre);
            case "fixed-head" -> new FixedHeadRequest(form, partner, addresses);
            case "message-head" -> new HeadRequest(form, partner, addresses, centre);
            case "xml-document" -> new XmlRequest(form, partner, addresses, centre);
            default -> throw unknown("envelope", form.request().envelope());
        };
    }

    static ReplyEnvelope replyEnvelope(WireForm form, PartnerDescriptor partner) {
        return switch (form.reply().envelope()) {
            case "signed-member" -> new SignedMember(
                    form.reply(), partner.charset(), partner.signing().accepted());
            case "sealed-members" -> new SealedReply(form, partner);
            case "fixed-head" -> new FixedHeadReply(form, partner);
            case "xml-document" -> new XmlReply(form, partner);
            default -> throw unknown("envelope", form.reply().envelope());
        };
    }

    private static IllegalArgumentException unknown(String axis, String name) {
        return new IllegalArgumentException("no " + axis + " '" + name + "'");
    }
}
