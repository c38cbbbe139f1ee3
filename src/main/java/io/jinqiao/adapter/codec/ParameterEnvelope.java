package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm.RequestForm;
import io.jinqiao.adapter.mapping.Conversion;
import io.jinqiao.adapter.mapping.Conversions;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request of named texts, one of them its content. Signed are the path and all other texts in the order of their names, as
 * {@code path?name=text&name=text}, nothing escaped.
 */
final class ParameterEnvelope implements RequestEnvelope {
    private static final int LONGEST_ID = 64;

    private final RequestForm form;
    private final Encoding carrier;
    private final int depth;
    private final Charset charset;
    private final Conversion time;
    private final Addresses addresses;
    private final Set<String> signTypes;
    private final String ourSignType;
    private final Map<String, String> weWrite;
    private final Map<String, String> theyWrite;
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
        this.time = Conversions.named("instant:" + form.timeForm());
        this.addresses = addresses;
        this.signTypes = partner.signing().profiles().keySet();
        this.ourSignType = partner.signing().ours();
        this.weWrite = constants(form, centre);
        this.theyWrite = constants(form, !centre);
        this.known = refuseUnexpected ? names(form) : null;
    }

    private static Map<String, String> constants(RequestForm form, boolean out) {
        Map<String, String> constants = new LinkedHashMap<>();
        form.constants().forEach((name, c) -> constants.put(name, out ? c.out() : c.in()));
        return constants;
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
        carrier.read(text, depth, read);
        Map<String, String> texts = read.texts;
        List<Problem> problems = read.problems;
        Operation operation = addresses.incoming(path);
        if (operation == null) {
            problems.addAll(addresses.unknown(path).problems());
        }
        theyWrite.forEach((name, constant) -> constant(texts, name, constant, problems));
        MessageId id = id(texts, problems);
        Instant sentAt = time(texts, problems);
        String signType = required(texts, form.signType(), problems);
        if (signType != null && !signTypes.contains(signType)) {
            wrong(problems, form.signType(), FailureCode.CODE_UNKNOWN, String.join(", ", new TreeSet<>(signTypes)));
        }
        String payload = required(texts, form.payload(), problems);
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
            carrier.read(text, depth, read);
        } catch (Refusal e) {
            // what was read before the fault is what there is
        }
        String signType = read.texts.get(form.signType());
        return new Glimpse(
                addresses.incoming(path),
                id(read.texts, new ArrayList<>()),
                signType != null && signTypes.contains(signType) ? signType : null);
    }

    @Override
    public Unsigned wrap(Operation operation, MessageId id, Instant now, String payload) {
        Map<String, String> texts = new LinkedHashMap<>(weWrite);
        texts.put(form.id(), id.value());
        texts.put(form.signType(), ourSignType);
        texts.put(form.time(), time.toTheirs(now.toString()));
        texts.put(form.payload(), payload);
        byte[] input = signingInput(addresses.outgoing(operation), texts);
        return new Unsigned(operation, ourSignType, input, texts);
    }

    @Override
    public String finish(Unsigned request, String signature) {
        return carrier.write(sink -> {
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

    private static @Nullable String required(Map<String, String> texts, String name, List<Problem> problems) {
        String text = texts.get(name);
        if (text == null || text.isEmpty()) {
            wrong(problems, name, FailureCode.ENVELOPE_FIELD_MISSING, name);
            return null;
        }
        return text;
    }

    private static void constant(Map<String, String> texts, String name, String constant, List<Problem> problems) {
        String text = required(texts, name, problems);
        if (text != null && !text.equals(constant)) {
            wrong(problems, name, FailureCode.FIELD_WRONG_FORM, constant);
        }
    }

    private @Nullable MessageId id(Map<String, String> texts, List<Problem> problems) {
        String text = required(texts, form.id(), problems);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_ID) {
            wrong(problems, form.id(), FailureCode.FIELD_TOO_LONG, "" + LONGEST_ID);
            return null;
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            wrong(problems, form.id(), FailureCode.FIELD_WRONG_FORM, "visible ASCII");
            return null;
        }
        return new MessageId(text);
    }

    private @Nullable Instant time(Map<String, String> texts, List<Problem> problems) {
        String text = required(texts, form.time(), problems);
        try {
            return text == null ? null : Instant.parse(time.toOurs(text));
        } catch (IllegalValue e) {
            wrong(problems, form.time(), e.code(), e.arguments().toArray(String[]::new));
            return null;
        }
    }

    private void unexpected(Map<String, String> texts, List<Problem> problems) {
        if (known != null) {
            texts.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> wrong(problems, Names.shown(name), FailureCode.FIELD_UNEXPECTED));
        }
    }

    private static void wrong(List<Problem> problems, String name, FailureCode code, String... arguments) {
        problems.add(new Problem(code, null, name, List.of(arguments)));
    }
}
