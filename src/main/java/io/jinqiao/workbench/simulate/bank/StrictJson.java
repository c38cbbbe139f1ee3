package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** JSON as a careful system reads it: one object, no member twice, right characters. */
final class StrictJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    static ObjectNode read(String text) throws NotUnderstood {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "", "报文不是约定的 JSON / no JSON as agreed");
        }
        throw new NotUnderstood(Outcome.ENVELOPE, "", "", "报文不是 JSON 对象 / no JSON object");
    }

    static String write(ObjectNode tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text of the agreed character set, or nothing. */
    static String text(byte[] bytes, Charset charset) throws NotUnderstood {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "", "字符集不是 " + charset + " / not in the character set " + charset);
        }
    }

    static String member(ObjectNode tree, String name) throws NotUnderstood {
        if (tree.get(name) == null || !tree.get(name).isTextual()) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", name, "必填，文本 / missing, or no text");
        }
        return tree.get(name).asText();
    }
}
