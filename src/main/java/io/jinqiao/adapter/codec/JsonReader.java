package io.jinqiao.adapter.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.adapter.mapping.WireSink;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.IOException;

/** Reads one JSON object and nothing after it. For one use. */
final class JsonReader {
    private final JsonFactory factory;
    private final String text;
    private final int limit;
    private final NamesSeen seen = new NamesSeen();

    JsonReader(JsonFactory factory, String text, int limit) {
        this.factory = factory;
        this.text = text;
        this.limit = limit;
    }

    /** @throws Refusal when the text is not such an object */
    void read(WireSink sink) {
        try (JsonParser in = factory.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable("JSON object expected");
            }
            group(in, "", sink, 1);
            if (in.nextToken() != null) {
                throw unreadable("text after the end of the JSON object");
            }
        } catch (JacksonException e) {
            throw unreadable(where(e));
        } catch (IOException e) {
            throw unreadable("JSON");
        }
    }

    /** A message of the parser may quote the text; only its place is told. */
    static String where(JacksonException e) {
        return e.getLocation() == null
                ? "not JSON"
                : "not JSON, line " + e.getLocation().getLineNr() + " column "
                        + e.getLocation().getColumnNr();
    }

    private static Refusal unreadable(String why) {
        return new Refusal(FailureCode.FRAME_UNREADABLE, why);
    }

    private void group(JsonParser in, String name, WireSink sink, int depth) throws IOException {
        requireDepth(depth);
        sink.startGroup(name);
        seen.open();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String member = in.currentName();
            if (!seen.add(member)) {
                throw new Refusal(FailureCode.MEMBER_DUPLICATE, Names.shown(member));
            }
            value(in, member, in.nextToken(), sink, depth);
        }
        seen.close();
        sink.endGroup();
    }

    private void list(JsonParser in, String name, WireSink sink, int depth) throws IOException {
        requireDepth(depth);
        sink.startList(name);
        JsonToken token = in.nextToken();
        while (token != JsonToken.END_ARRAY) {
            value(in, "", token, sink, depth);
            token = in.nextToken();
        }
        sink.endList();
    }

    private void value(JsonParser in, String name, JsonToken token, WireSink sink, int depth) throws IOException {
        if (token == null) {
            throw unreadable("JSON ends too early");
        }
        switch (token) {
            case START_OBJECT -> group(in, name, sink, depth + 1);
            case START_ARRAY -> list(in, name, sink, depth + 1);
            case VALUE_STRING -> sink.leaf(name, in.getText(), Kind.STRING);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> sink.leaf(name, in.getText(), Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> sink.leaf(name, in.getText(), Kind.BOOLEAN);
            case VALUE_NULL -> sink.leaf(name, "", Kind.NULL);
            default -> throw unreadable("JSON");
        }
    }

    private void requireDepth(int depth) {
        if (depth > limit) {
            throw new Refusal(FailureCode.FRAME_TOO_DEEP, "" + limit);
        }
    }
}
