package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.Constant;
import io.jinqiao.adapter.descriptor.WireForm.DocumentForm;
import io.jinqiao.adapter.descriptor.WireForm.FixedHeadForm;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What requests and answers have in common that are a head of fixed length, a document and a signature over both. Number and time stand in the head; the
 * document that is read on has the number in an element of its own in front, so that tables and codes find it there. Thread-safe.
 */
final class HeadedText {
    final FixedHeadForm form;
    final Charset charset;
    private final DocumentForm document;
    private final int depth;
    private final Map<String, Map<String, String>> constants = new LinkedHashMap<>();

    HeadedText(WireForm wire, PartnerDescriptor partner) {
        this.form = Objects.requireNonNull(wire.fixedHead());
        this.document = Objects.requireNonNull(wire.document());
        this.charset = partner.charset();
        this.depth = partner.limits().depth();
        wire.request().constants().forEach(this::constant);
    }

    /** What stands in one parameter. @param signature null when there is none */
    record Parts(FixedHead head, String body, String signed, @Nullable String signature) {}

    private void constant(String name, Constant constant) {
        int dot = name.indexOf('.');
        constants.computeIfAbsent(name.substring(0, Math.max(dot, 0)), group -> new LinkedHashMap<>()).put(name.substring(dot + 1), constant.out());
    }

    /** @throws Refusal when it is shorter than a head, or the signature stands in another form than agreed */
    Parts split(String text) {
        int length = FixedHead.length(form);
        FixedHead.require(text.length() > length, length + " characters");
        FixedHead head = FixedHead.read(text.substring(0, length), form);
        int mark = text.lastIndexOf(form.signatureStart());
        if (mark < length) {
            return new Parts(head, text.substring(length), text, null);
        }
        String block = text.substring(mark + form.signatureStart().length());
        if (!block.endsWith(form.signatureEnd())) {
            throw new Refusal(FailureCode.SIGNATURE_MALFORMED, form.signatureStart() + "…" + form.signatureEnd().strip());
        }
        String signature = block.substring(0, block.length() - form.signatureEnd().length());
        return new Parts(head, text.substring(length, mark), text.substring(0, mark), signature.isEmpty() ? null : signature);
    }

    String block(String signature) {
        return form.signatureStart() + signature + form.signatureEnd();
    }

    /**
     * The document with the number of the message in front.
     *
     * @param required whether all constants must stand in it; else those that stand there must not say otherwise
     * @throws Refusal when it is no such document, or names another sender than the head does
     */
    String opened(String body, String root, String number, String value, boolean required) {
        String fromRoot = new HeadTop(body).read(root, document.head(), List.of(charset), depth).fromRoot();
        constants.forEach((group, texts) -> {
            Map<String, String> found = new HeadTop(body).read(root, group, List.of(charset), depth).texts();
            texts.forEach((name, text) -> agree(group + "." + name, found.get(name), text, required));
        });
        int inside = fromRoot.indexOf('>') + 1;
        return fromRoot.substring(0, inside) + element(number, value) + fromRoot.substring(inside);
    }

    private static void agree(String place, @Nullable String found, String text, boolean required) {
        if (found == null ? required : !found.equals(text)) {
            throw new Refusal(new Problem(found == null ? FailureCode.ENVELOPE_FIELD_MISSING : FailureCode.FIELDS_DISAGREE, null, place, List.of(found == null ? place : "head")));
        }
    }

    /** A document of a table, without the number, which goes into the head. @throws Refusal when the table says another one */
    String withoutNumber(String payload, String number, String value) {
        String told = element(number, value);
        int at = payload.indexOf(told);
        if (at < 0) {
            throw new Refusal(new Problem(FailureCode.FIELDS_DISAGREE, null, number, List.of(number)));
        }
        return payload.substring(0, at) + payload.substring(at + told.length());
    }

    /** The constants of each group written first in it. */
    String withConstants(String body, String root) {
        String written = body;
        for (Map.Entry<String, Map<String, String>> group : constants.entrySet()) {
            StringBuilder texts = new StringBuilder();
            group.getValue().forEach((name, text) -> texts.append(element(name, text)));
            String start = "<" + group.getKey() + ">";
            String before = written.contains(start) ? start : "<" + root + ">";
            String inside = written.contains(start) ? before + texts : before + start + texts + "</" + group.getKey() + ">";
            int at = written.indexOf(before);
            written = written.substring(0, at) + inside + written.substring(at + before.length());
        }
        return written;
    }

    private String element(String name, String text) {
        XmlWriter writer = new XmlWriter("", charset);
        writer.leaf(name, text, Kind.STRING);
        return writer.text();
    }
}
