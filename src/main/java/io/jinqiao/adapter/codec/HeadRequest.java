package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.DocumentForm;
import io.jinqiao.adapter.descriptor.WireForm.RequestForm;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that is one XML document with a head: the texts of the envelope stand there, in any order and among others, and a table may read and
 * write the others. The whole document is the content.
 */
final class HeadRequest implements RequestEnvelope {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final RequestForm form;
    private final DocumentForm document;
    private final HeadSignature signatures;
    private final EditionCodes codes;
    private final EnvelopeTexts texts;
    private final String ourSignType;
    private final Charset charset;
    private final List<Charset> declarable;
    private final int depth;

    HeadRequest(WireForm wire, PartnerDescriptor partner, Addresses addresses, boolean centre) {
        this.form = wire.request();
        this.document = Objects.requireNonNull(wire.document());
        this.signatures = HeadSignature.of(partner.signing().own(), form.id(), form.signature(), partner.charset());
        this.codes = new EditionCodes(wire.edition(), addresses);
        this.texts = new EnvelopeTexts(form, partner.signing(), centre);
        this.ourSignType = partner.signing().ours();
        this.charset = partner.charset();
        this.declarable = document.declares().stream().map(Charset::forName).toList();
        this.depth = partner.limits().depth();
    }

    @Override
    public Framed open(String path, String text) {
        HeadTop top = read(new HeadTop(text, texts.names()));
        List<Problem> problems = new ArrayList<>();
        String code = EnvelopeTexts.required(top.texts(), form.operation(), problems);
        Operation operation = code == null ? null : codes.operation(code, problems);
        texts.constants(top.texts(), problems);
        MessageId id = texts.id(top.texts(), problems);
        Instant sentAt = texts.time(top.texts(), problems);
        if (!top.has(form.payload())) {
            EnvelopeTexts.wrong(problems, form.payload(), FailureCode.ENVELOPE_FIELD_MISSING, form.payload());
        }
        if (!problems.isEmpty() || operation == null || id == null || sentAt == null) {
            throw new Refusal(problems);
        }
        return new Framed(operation, id, sentAt, ourSignType, signatures.input(top), signatures.text(top), top.fromRoot());
    }

    private HeadTop read(HeadTop top) {
        return top.read(document.root(), document.head(), declarable, depth);
    }

    @Override
    public Glimpse glimpse(String path, String text) {
        HeadTop top = new HeadTop(text, texts.names());
        try {
            read(top);
        } catch (Refusal e) {
            // what was read before the fault is what there is
        }
        String code = top.texts().get(form.operation());
        List<Problem> unused = new ArrayList<>();
        return new Glimpse(code == null ? null : codes.operation(code, unused), texts.id(top.texts(), unused), null);
    }

    @Override
    public Unsigned wrap(Operation operation, MessageId id, Instant now, String payload) {
        String start = "<" + document.root() + "><" + document.head() + ">";
        if (!payload.startsWith(start)) {
            throw new IllegalStateException("a table of this partner writes the head first");
        }
        String number = element(form.id(), id.value());
        String rest = withContent(withoutNumber(payload.substring(start.length()), number));
        StringBuilder ours = new StringBuilder();
        texts.ours().forEach((name, constant) -> ours.append(element(name, constant)));
        if (!rest.substring(0, rest.indexOf("</" + document.head() + ">")).contains("<" + form.time() + ">")) {
            texts.written(now).forEach((name, time) -> ours.append(element(name, time)));
        }
        String declaration = declarable.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + document.declares().get(0) + "\"?>";
        HeadSignature.Written written = signatures.write(declaration + start, number, ours + rest);
        return new Unsigned(operation, ourSignType, written.input(), Map.of(BEFORE, written.before(), AFTER, written.after()));
    }

    /** A table may say that the number of the message is a number of the content, too. */
    private String withoutNumber(String rest, String number) {
        boolean told = rest.startsWith("<" + form.id() + ">");
        if (told && !rest.startsWith(number)) {
            throw new Refusal(new Problem(FailureCode.FIELDS_DISAGREE, null, form.id(), List.of(form.id())));
        }
        return told ? rest.substring(number.length()) : rest;
    }

    /** The group of the content stands there even when nothing is in it. */
    private String withContent(String rest) {
        String end = "</" + document.root() + ">";
        return rest.contains("<" + form.payload() + ">")
                ? rest
                : rest.substring(0, rest.length() - end.length()) + "<" + form.payload() + "></" + form.payload() + ">" + end;
    }

    private String element(String name, @Nullable String text) {
        XmlWriter writer = new XmlWriter("", charset);
        writer.leaf(name, text == null ? "" : text, Kind.STRING);
        return writer.text();
    }

    @Override
    public String finish(Unsigned request, String signature) {
        return request.parts().get(BEFORE) + signature + request.parts().get(AFTER);
    }
}
