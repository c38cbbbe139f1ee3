package io.jinqiao.adapter.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.WireSink;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes one JSON tree, without blanks. For one use. */
final class JsonWriter implements WireSink {
    private final StringWriter text = new StringWriter(1024);
    private final JsonGenerator out;

    /** A step of writing; memory never fails to be written. */
    private interface Step {
        void run() throws IOException;
    }

    JsonWriter() {
        try {
            out = Json.FACTORY.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        step(out::close);
        return text.toString();
    }

    @Override
    public void startGroup(String name) {
        step(() -> {
            name(name);
            out.writeStartObject();
        });
    }

    @Override
    public void endGroup() {
        step(out::writeEndObject);
    }

    @Override
    public void startList(String name) {
        step(() -> {
            name(name);
            out.writeStartArray();
        });
    }

    @Override
    public void endList() {
        step(out::writeEndArray);
    }

    @Override
    public void leaf(String name, String value, Kind kind) {
        try {
            name(name);
            switch (kind) {
                case STRING -> out.writeString(value);
                case NUMBER -> out.writeNumber(value);
                case BOOLEAN -> out.writeBoolean(value.equals("true"));
                case NULL -> out.writeNull();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void name(String name) throws IOException {
        if (!name.isEmpty()) {
            out.writeFieldName(name);
        }
    }

    private static void step(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
