package io.jinqiao.adapter.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jinqiao.adapter.descriptor.WireForm.ReplyForm;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is a JSON object with its content in one member; signed is the text of that member exactly as it stands on the wire,
 * from its first brace to its last.
 */
final class SignedMember implements ReplyEnvelope {
    private final ReplyForm form;
    private final Charset charset;
    private final Set<String> accepted;

    /** @param accepted profiles in force */
    SignedMember(ReplyForm form, Charset charset, Set<String> accepted) {
        this.accepted = accepted;
        this.form = form;
        this.charset = charset;
    }

    @Override
    public FramedReply open(String text) {
        try (JsonParser in = Json.FACTORY.createParser(text)) {
            return open(in, text);
        } catch (JacksonException e) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, JsonReader.where(e));
        } catch (IOException e) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "JSON");
        }
    }

    private FramedReply open(JsonParser in, String text) throws IOException {
        String payload = null;
        String signType = null;
        String signature = null;
        NamesSeen seen = new NamesSeen();
        seen.open();
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "JSON object expected");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            if (!seen.add(name)) {
                throw new Refusal(FailureCode.MEMBER_DUPLICATE, io.jinqiao.adapter.mapping.Names.shown(name));
            }
            JsonToken token = in.nextToken();
            if (name.equals(form.payload())) {
                payload = payload(in, token, text);
            } else if (name.equals(form.signType())) {
                signType = token == JsonToken.VALUE_STRING ? in.getText() : null;
            } else if (name.equals(form.signature())) {
                signature = token == JsonToken.VALUE_STRING ? in.getText() : null;
            } else {
                in.skipChildren();
            }
        }
        if (in.nextToken() != null) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "text after the end of the JSON object");
        }
        if (payload == null) {
            throw new Refusal(missing(form.payload()));
        }
        if (signType == null) {
            throw new Refusal(missing(form.signType()));
        }
        if (!accepted.contains(signType)) {
            throw new Refusal(new Problem(FailureCode.CODE_UNKNOWN, null, form.signType(), List.of(String.join(", ", accepted))));
        }
        return new FramedReply(signType, payload.getBytes(charset), signature, payload);
    }

    private String payload(JsonParser in, JsonToken token, String text) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            throw new Refusal(new Problem(FailureCode.FIELD_WRONG_FORM, null, form.payload(), List.of("group")));
        }
        int from = (int) in.currentTokenLocation().getCharOffset();
        in.skipChildren();
        int to = (int) in.currentTokenLocation().getCharOffset() + 1;
        return text.substring(from, to);
    }

    private static Problem missing(String name) {
        return new Problem(FailureCode.ENVELOPE_FIELD_MISSING, null, name, List.of(name));
    }

    @Override
    public Unsigned wrap(@Nullable Operation operation, String signType, String payload) {
        return new Unsigned(
                operation, signType, payload.getBytes(charset), Map.of(form.payload(), payload, form.signType(), signType));
    }

    @Override
    public String finish(Unsigned answer, String signature) {
        JsonWriter sign = new JsonWriter(Json.FACTORY);
        sign.startGroup("");
        sign.leaf(form.signType(), answer.signType(), io.jinqiao.adapter.mapping.Kind.STRING);
        if (!signature.isEmpty()) {
            sign.leaf(form.signature(), signature, io.jinqiao.adapter.mapping.Kind.STRING);
        }
        sign.endGroup();
        return "{\"" + form.payload() + "\":" + answer.parts().get(form.payload()) + "," + sign.text().substring(1);
    }
}
