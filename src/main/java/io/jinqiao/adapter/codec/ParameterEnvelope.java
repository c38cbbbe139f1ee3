package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm.RequestForm;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request of named texts, one of them its content. Signed are the path and all other texts in the order of their names, as
 * {@code path?name=text&name=text}, nothing escaped.
 */
final class ParameterEnvelope implements RequestEnvelope {
    private final RequestForm form;
    private final Encoding carrier;
    private final int depth;
    private final Charset charset;
    private final EnvelopeTexts envelope;
    private final Addresses addresses;
    private final String ourSignType;
    private final @Nullable Set<String> known;

    ParameterEnvelope(
            RequestForm form,
            Encoding carrier,
            boolean refuseUnexpected,
            PartnerDescriptor partner,
            Addresses addresses,
            boolean centre) {
        this.form = form;
        this.carrier = carrier;
        this.depth = partner.limits().depth();
        this.charset = partner.charset();
        this.envelope = new EnvelopeTexts(form, partner.signing(), centre);
        this.addresses = addresses;
        this.ourSignType = partner.signing().ours();
        this.known = refuseUnexpected ? names(form) : null;
    }

    private static Set<String> names(RequestForm form) {
        return Stream.concat(
                        form.constants().keySet().stream(),
                        Stream.of(form.id(), form.time(), form.payload(), form.signType(), form.signature()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Framed open(String path, String text) {
        Parameters read = new Parameters();
        carrier.read(text, "", depth, read);
        Map<String, String> texts = read.texts;
        List<Problem> problems = read.problems;
        Operation operation = addresses.incoming(path);
        if (operation == null) {
            problems.addAll(addresses.unknown(path).problems());
        }
        envelope.constants(texts, problems);
        MessageId id = envelope.id(texts, problems);
        Instant sentAt = envelope.time(texts, problems);
        String signType = envelope.signType(texts, problems);
        String payload = EnvelopeTexts.required(texts, form.payload(), problems);
        unexpected(texts, problems);
        if (!problems.isEmpty() || operation == null || id == null || sentAt == null || signType == null || payload == null) {
            throw new Refusal(problems);
        }
        return new Framed(
                operation, id, sentAt, signType, signingInput(path, texts), texts.get(form.signature()), payload);
    }

    @Override
    public Glimpse glimpse(String path, String text) {
        Parameters read = new Parameters();
        try {
            carrier.read(text, "", depth, read);
        } catch (Refusal e) {
            // what was read before the fault is what there is
        }
        return new Glimpse(
                addresses.incoming(path),
                envelope.id(read.texts, new ArrayList<>()),
                envelope.agreedSignType(read.texts));
    }

    @Override
    public Unsigned wrap(Operation operation, MessageId id, Instant now, String payload) {
        Map<String, String> texts = new LinkedHashMap<>(envelope.ours());
        texts.put(form.id(), id.value());
        texts.put(form.signType(), ourSignType);
        texts.putAll(envelope.written(now));
        texts.put(form.payload(), payload);
        byte[] input = signingInput(addresses.outgoing(operation), texts);
        return new Unsigned(operation, ourSignType, input, texts);
    }

    @Override
    public String finish(Unsigned request, String signature) {
        return carrier.write("", sink -> {
            sink.startGroup("");
            request.parts().forEach((name, text) -> sink.leaf(name, text, io.jinqiao.adapter.mapping.Kind.STRING));
            if (!signature.isEmpty()) {
                sink.leaf(form.signature(), signature, io.jinqiao.adapter.mapping.Kind.STRING);
            }
            sink.endGroup();
        });
    }

    private byte[] signingInput(String path, Map<String, String> texts) {
        StringBuilder input = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            if (!text.getKey().equals(form.signature())) {
                input.append(separator).append(text.getKey()).append('=').append(text.getValue());
                separator = '&';
            }
        }
        return input.toString().getBytes(charset);
    }

    private void unexpected(Map<String, String> texts, List<Problem> problems) {
        if (known != null) {
            texts.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> EnvelopeTexts.wrong(problems, Names.shown(name), FailureCode.FIELD_UNEXPECTED));
        }
    }
}
