package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.Envelope;
import io.jinqiao.signing.EnvelopeProfile.Mode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outside of a message in a digital envelope: a JSON object of ciphertext, wrapped key, in requests a token, and the signature over
 * those texts, one after the other. Thread-safe; opens and seals nothing.
 */
final class SealedMembers {
    /** A wrapped SM4 key has 112 to about 130 bytes. */
    private static final int LONGEST_KEY = 256;

    private final SealingForm form;
    private final boolean request;
    private final String content;
    private final String signature;
    private final boolean refuseUnexpected;
    private final Charset charset;
    private final @Nullable String theirToken;
    private final @Nullable String ourToken;

    private SealedMembers(
            SealingForm form,
            boolean request,
            String signature,
            boolean refuseUnexpected,
            Charset charset,
            @Nullable String theirToken,
            @Nullable String ourToken) {
        this.form = form;
        this.request = request;
        this.content = request ? form.request() : form.reply();
        this.signature = signature;
        this.refuseUnexpected = refuseUnexpected;
        this.charset = charset;
        this.theirToken = theirToken;
        this.ourToken = ourToken;
    }

    static SealedMembers ofRequest(SealingForm form, String signature, boolean refuseUnexpected, Charset charset, boolean centre) {
        boolean token = !form.token().isEmpty() && form.session() == null;
        String they = centre ? form.agreed().in() : form.agreed().out();
        String we = centre ? form.agreed().out() : form.agreed().in();
        return new SealedMembers(
                form, true, signature, refuseUnexpected, charset, token ? they : null, token ? we : null);
    }

    static SealedMembers ofReply(SealingForm form, String signature, Charset charset) {
        return new SealedMembers(form, false, signature, false, charset, null, null);
    }

    /** @param session token of the session the sender claims */
    record Outside(Envelope sealed, byte[] signingInput, @Nullable String signature, @Nullable String session) {}

    /** Every request but the one that opens a session is in one. @throws Refusal when it is not so */
    void requireSession(Operation operation, @Nullable String session) {
        if (form.session() != null && (operation == Operation.SESSION_OPENING) == (session != null)) {
            FailureCode code = session == null ? FailureCode.SESSION_EXPIRED : FailureCode.FIELD_UNEXPECTED;
            throw new Refusal(new Problem(code, null, form.token(), List.of()));
        }
    }

    /** @throws Refusal with every problem of the outside */
    Outside open(String text) {
        Parameters read = new Parameters();
        new JsonReader(Json.FACTORY, text, 1).read(read);
        Map<String, String> texts = read.texts;
        List<Problem> problems = read.problems;
        byte[] ciphertext = bytes(texts, content, Integer.MAX_VALUE, problems);
        byte[] key = bytes(texts, form.key(), LONGEST_KEY, problems);
        String token = theirToken == null ? "" : EnvelopeTexts.required(texts, form.token(), problems);
        if (theirToken != null && token != null && !token.equals(theirToken)) {
            EnvelopeTexts.wrong(problems, form.token(), FailureCode.FIELD_WRONG_FORM, "as agreed");
        }
        int iv = form.profile().mode() == Mode.CBC ? 16 : 12;
        if (ciphertext != null && ciphertext.length <= iv) {
            EnvelopeTexts.wrong(problems, content, FailureCode.FIELD_WRONG_FORM, "initialisation vector of " + iv + " bytes, then ciphertext");
        }
        unexpected(texts, problems);
        if (!problems.isEmpty() || ciphertext == null || key == null) {
            throw new Refusal(problems);
        }
        Envelope sealed = new Envelope(
                key, Arrays.copyOf(ciphertext, iv), Arrays.copyOfRange(ciphertext, iv, ciphertext.length));
        return new Outside(sealed, signingInput(texts), texts.get(signature), form.session() == null ? null : texts.get(form.token()));
    }

    Unsigned sealed(Unsigned open, Envelope envelope) {
        byte[] iv = envelope.iv();
        byte[] ciphertext = Arrays.copyOf(iv, iv.length + envelope.ciphertext().length);
        System.arraycopy(envelope.ciphertext(), 0, ciphertext, iv.length, envelope.ciphertext().length);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(content, Base64.getEncoder().encodeToString(ciphertext));
        texts.put(form.key(), Base64.getEncoder().encodeToString(envelope.wrappedKey()));
        String token = token(open);
        if (token != null) {
            texts.put(form.token(), token);
        }
        return new Unsigned(open.operation(), open.signType(), signingInput(texts), texts);
    }

    private @Nullable String token(Unsigned open) {
        if (form.session() == null || !request) {
            return ourToken;
        }
        if (open.operation() == Operation.SESSION_OPENING) {
            return null;
        }
        return open.session() == null ? form.session().sample() : open.session();
    }

    String finish(Unsigned sealed, String signed) {
        if (sealed.toSeal() != null) {
            throw new IllegalArgumentException("the content was not sealed");
        }
        JsonWriter out = new JsonWriter(Json.FACTORY);
        out.startGroup("");
        for (String name : List.of(content, form.key(), form.token())) {
            if (sealed.parts().containsKey(name)) {
                out.leaf(name, sealed.parts().get(name), Kind.STRING);
            }
        }
        if (!signed.isEmpty()) {
            out.leaf(signature, signed, Kind.STRING);
        }
        out.endGroup();
        return out.text();
    }

    private byte[] signingInput(Map<String, String> texts) {
        boolean signed = request && (ourToken != null || form.session() != null);
        String token = signed ? texts.getOrDefault(form.token(), "") : "";
        return (texts.get(content) + texts.get(form.key()) + token).getBytes(charset);
    }

    /** The JDK's decoder forgives missing padding and stray bits; writing again and comparing does not. */
    private static byte @Nullable [] bytes(Map<String, String> texts, String name, int longest, List<Problem> problems) {
        String text = EnvelopeTexts.required(texts, name, problems);
        if (text == null) {
            return null;
        }
        if (text.length() > longest) {
            EnvelopeTexts.wrong(problems, name, FailureCode.FIELD_TOO_LONG, "" + longest);
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // told below, together with the other case
        }
        EnvelopeTexts.wrong(problems, name, FailureCode.FIELD_WRONG_FORM, "Base64, padded, one line");
        return null;
    }

    private void unexpected(Map<String, String> texts, List<Problem> problems) {
        if (refuseUnexpected) {
            List<String> known = new ArrayList<>(List.of(content, form.key(), form.token(), signature));
            texts.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> EnvelopeTexts.wrong(problems, Names.shown(name), FailureCode.FIELD_UNEXPECTED));
        }
    }
}
