package io.jinqiao.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text form of {@link Content}: JSON whose leaves are all strings. */
public final class CanonicalJson {
    private static final JsonFactory JSON = new JsonFactory();

    private CanonicalJson() {}

    /** Members in their own order. */
    public static String write(Content.Group content) {
        return write(content, false);
    }

    /** Members sorted by name: equal contents give equal texts. */
    public static String writeSorted(Content.Group content) {
        return write(content, true);
    }

    /** Digest of the canonical message: without envelope, time and signature. */
    public static Digest digest(CanonicalMessage message) {
        return Digest.of((message.operation().id() + "\n" + writeSorted(message.content())).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when the text is not such JSON */
    public static Content.Group read(String text) {
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("canonical JSON is an object");
            }
            Content.Group group = readGroup(in);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("text after the end of the canonical JSON");
            }
            return group;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static String write(Content.Group content, boolean sorted) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            writeGroup(out, content, sorted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeGroup(JsonGenerator out, Content.Group group, boolean sorted) throws IOException {
        out.writeStartObject();
        if (sorted) {
            writeSortedMembers(out, group.members());
        } else {
            for (Map.Entry<String, Content> member : group.members().entrySet()) {
                out.writeFieldName(member.getKey());
                writeValue(out, member.getValue(), false);
            }
        }
        out.writeEndObject();
    }

    private static void writeSortedMembers(JsonGenerator out, Map<String, Content> members) throws IOException {
        String[] names = members.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            out.writeFieldName(name);
            writeValue(out, members.get(name), true);
        }
    }

    private static void writeValue(JsonGenerator out, Content value, boolean sorted) throws IOException {
        if (value instanceof Content.Text text) {
            out.writeString(text.value());
        } else if (value instanceof Content.Group group) {
            writeGroup(out, group, sorted);
        } else if (value instanceof Content.Rows rows) {
            out.writeStartArray();
            for (Content.Group row : rows.rows()) {
                writeGroup(out, row, sorted);
            }
            out.writeEndArray();
        } else {
            throw new IllegalArgumentException("a refused value has no text form");
        }
    }

    private static Content.Group readGroup(JsonParser in) throws IOException {
        Map<String, Content> members = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            members.put(name, readValue(in, in.nextToken()));
        }
        return new Content.Group(members);
    }

    private static Content readValue(JsonParser in, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return readGroup(in);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Content.Group> rows = new ArrayList<>();
            while (in.nextToken() == JsonToken.START_OBJECT) {
                rows.add(readGroup(in));
            }
            if (in.currentToken() != JsonToken.END_ARRAY) {
                throw new IllegalArgumentException("canonical rows hold objects only");
            }
            return new Content.Rows(rows);
        }
        if (token != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("canonical leaves are strings, found " + token);
        }
        return new Content.Text(in.getText());
    }
}
