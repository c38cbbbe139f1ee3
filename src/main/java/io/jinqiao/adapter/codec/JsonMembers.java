package io.jinqiao.adapter.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups directly inside one JSON object, each as the text that stands there; whoever needs them reads them strictly. */
final class JsonMembers {
    private JsonMembers() {}

    /**
     * @param names groups that must be there
     * @param deepest levels inside a member, its own counted as 1
     * @throws Refusal with every problem; nothing inside the members is checked but that it is JSON, and how deep
     */
    static Map<String, String> of(String text, Set<String> names, boolean refuseOthers, int deepest) {
        Map<String, String> groups = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        try (JsonParser in = Json.FACTORY.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new Refusal(FailureCode.FRAME_UNREADABLE, "JSON object expected");
            }
            NamesSeen seen = new NamesSeen();
            seen.open();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                if (!seen.add(name)) {
                    throw new Refusal(FailureCode.MEMBER_DUPLICATE, Names.shown(name));
                }
                member(in, name, text, names, groups, problems, refuseOthers, deepest);
            }
            if (in.nextToken() != null) {
                throw new Refusal(FailureCode.FRAME_UNREADABLE, "text after the end of the JSON object");
            }
        } catch (JacksonException e) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, JsonReader.where(e));
        } catch (IOException e) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "JSON");
        }
        names.stream().sorted().filter(n -> !groups.containsKey(n)).forEach(n -> EnvelopeTexts.required(groups, n, problems));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return groups;
    }

    private static void member(
            JsonParser in, String name, String text, Set<String> names, Map<String, String> groups, List<Problem> problems, boolean refuseOthers, int deepest)
            throws IOException {
        JsonToken token = in.nextToken();
        int from = (int) in.currentTokenLocation().getCharOffset();
        pass(in, token, deepest);
        if (names.contains(name) && token == JsonToken.START_OBJECT) {
            groups.put(name, text.substring(from, (int) in.currentTokenLocation().getCharOffset() + 1));
        } else if (names.contains(name)) {
            EnvelopeTexts.wrong(problems, name, FailureCode.FIELD_WRONG_FORM, "group");
            groups.put(name, "{}");
        } else if (refuseOthers && problems.size() < Answers.MOST_PROBLEMS) {
            EnvelopeTexts.wrong(problems, Names.shown(name), FailureCode.FIELD_UNEXPECTED);
        }
    }

    /** To the end of a value. */
    private static void pass(JsonParser in, @Nullable JsonToken first, int deepest) throws IOException {
        int depth = 0;
        for (JsonToken token = first; ; token = in.nextToken()) {
            if (token == null) {
                throw new Refusal(FailureCode.FRAME_UNREADABLE, "JSON ends too early");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth > deepest) {
                throw new Refusal(FailureCode.FRAME_TOO_DEEP, "" + deepest);
            }
            if (depth == 0) {
                return;
            }
        }
    }
}
