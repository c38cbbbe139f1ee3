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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A request in a digital envelope. The path tells the operation, and the head inside must tell the same: the signature does not cover the
 * path. Number and time are known only when the envelope was opened.
 */
final class SealedRequest implements RequestEnvelope {
    private final RequestForm form;
    private final String head;
    private final SealedMembers outside;
    private final EnvelopeTexts envelope;
    private final Addresses addresses;
    private final PartnerDescriptor partner;
    private final Set<String> known;
    private final boolean refuseUnexpected;

    SealedRequest(WireForm wire, PartnerDescriptor partner, Addresses addresses, boolean centre) {
        this.form = wire.request();
        this.head = Objects.requireNonNull(wire.sealing()).head();
        this.refuseUnexpected = wire.refuseUnexpected();
        this.outside = SealedMembers.ofRequest(wire.sealing(), form.signature(), refuseUnexpected, partner.charset(), centre);
        this.envelope = new EnvelopeTexts(form, partner.signing(), centre);
        this.addresses = addresses;
        this.partner = partner;
        this.known = new HashSet<>(form.constants().keySet());
        known.addAll(List.of(form.operation(), form.id(), form.time()));
    }

    @Override
    public Framed open(String path, String text) {
        SealedMembers.Outside read = outside.open(text);
        Operation operation = addresses.incoming(path);
        if (operation == null) {
            throw addresses.unknown(path);
        }
        outside.requireSession(operation, read.session());
        return Framed.sealed(operation, partner.signing().ours(), read.signingInput(), read.signature(), read.sealed(), read.session());
    }

    @Override
    public Glimpse glimpse(String path, String text) {
        return new Glimpse(addresses.incoming(path), null, null);
    }

    @Override
    public Framed unsealed(Framed framed, String plain) {
        Map<String, String> groups = JsonMembers.of(plain, Set.of(head, form.payload()), refuseUnexpected, partner.limits().depth());
        Parameters read = new Parameters();
        new JsonReader(Json.FACTORY, groups.get(head), 1).read(read);
        Map<String, String> texts = read.texts;
        List<Problem> problems = read.problems;
        String method = EnvelopeTexts.required(texts, form.operation(), problems);
        String agreed = named(framed.operation());
        if (method != null && !method.equals(agreed)) {
            EnvelopeTexts.wrong(problems, form.operation(), FailureCode.FIELD_WRONG_FORM, agreed);
        }
        envelope.constants(texts, problems);
        MessageId id = envelope.id(texts, problems);
        Instant sentAt = envelope.time(texts, problems);
        unexpected(texts, problems);
        if (!problems.isEmpty() || id == null || sentAt == null) {
            throw new Refusal(problems);
        }
        return framed.unsealed(id, sentAt, groups.get(form.payload()));
    }

    /** What the head calls an operation. */
    private String named(Operation operation) {
        String path = partner.operations().get(operation).code();
        return form.operationByNumber() ? path.substring(path.lastIndexOf('/') + 1) : path;
    }

    @Override
    public Unsigned wrap(Operation operation, MessageId id, Instant now, String payload) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(form.id(), id.value());
        texts.put(form.operation(), named(operation));
        texts.putAll(envelope.ours());
        texts.putAll(envelope.written(now));
        JsonWriter out = new JsonWriter(Json.FACTORY);
        out.startGroup("");
        texts.forEach((name, text) -> out.leaf(name, text, Kind.STRING));
        out.endGroup();
        String plain = "{\"" + head + "\":" + out.text() + ",\"" + form.payload() + "\":" + payload + "}";
        return Unsigned.toSeal(operation, partner.signing().ours(), plain.getBytes(partner.charset()));
    }

    @Override
    public Unsigned sealed(Unsigned open, io.jinqiao.signing.Envelope sealed) {
        return outside.sealed(open, sealed);
    }

    @Override
    public String finish(Unsigned request, String signature) {
        return outside.finish(request, signature);
    }

    private void unexpected(Map<String, String> texts, List<Problem> problems) {
        if (refuseUnexpected) {
            texts.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> EnvelopeTexts.wrong(problems, Names.shown(name), FailureCode.FIELD_UNEXPECTED));
        }
    }
}
