package io.jinqiao.console.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinqiao.console.BadRequest;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PlainText;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as {@link Content}: numbers and booleans by their text, null as absent, a list of plain values as rows of {@code value}. */
final class RequestContent {
    static final int LIMIT = 1 << 20;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestContent() {}

    /** @throws Refusal when it is not one JSON object without doubled members */
    static Content.Group read(byte[] body) throws IOException {
        try (JsonParser in = STRICT.createParser(body)) {
            JsonNode node = STRICT.readTree(in);
            if (node != null && node.isObject()) {
                Content.Group content = group(node);
                requirePossible(content);
                return content;
            }
        } catch (JsonParseException e) {
            throw new Refusal(
                    e.getOriginalMessage().startsWith("Duplicate field") ? FailureCode.MEMBER_DUPLICATE : FailureCode.FRAME_UNREADABLE,
                    "JSON, " + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr());
        } catch (JsonProcessingException e) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "JSON");
        }
        throw new Refusal(FailureCode.FRAME_UNREADABLE, "JSON object");
    }

    /** @throws BadRequest naming every place whose text nothing can keep */
    private static void requirePossible(Content.Group content) {
        List<Problem> problems = new ArrayList<>();
        impossible("", content, problems);
        if (!problems.isEmpty()) {
            throw new BadRequest(problems);
        }
    }

    private static void impossible(String place, Content content, List<Problem> problems) {
        if (content instanceof Content.Text text && PlainText.isImpossible(text.value())) {
            problems.add(BadRequest.impossible(place));
        } else if (content instanceof Content.Group group) {
            group.members().forEach((name, member) -> impossible(place.isEmpty() ? name : place + "." + name, member, problems));
        } else if (content instanceof Content.Rows rows) {
            for (int i = 0; i < rows.rows().size(); i++) {
                impossible(place + "[" + i + "]", rows.rows().get(i), problems);
            }
        }
    }

    private static Content.Group group(JsonNode node) {
        Content.GroupBuilder group = Content.group();
        node.fields().forEachRemaining(member -> group.put(member.getKey(), value(member.getValue())));
        return group.build();
    }

    private static @Nullable Content value(JsonNode node) {
        if (node.isObject()) {
            return group(node);
        }
        if (node.isArray()) {
            return rows(node);
        }
        return node.isNull() ? null : new Content.Text(node.asText());
    }

    private static Content.Rows rows(JsonNode node) {
        List<Content.Group> rows = new ArrayList<>();
        node.forEach(row -> rows.add(row.isObject() ? group(row) : Content.group().put("value", value(row)).build()));
        return new Content.Rows(rows);
    }
}
