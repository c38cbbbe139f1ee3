package io.jinqiao.adapter.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.WireSink;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes one JSON tree, without blanks. For one use. */
final class JsonWriter implements WireSink {
    private final SegmentedStringWriter text;
    private final JsonGenerator out;

    /** A step of writing; memory never fails to be written. */
    private interface Step {
        void run() throws IOException;
    }

    JsonWriter(JsonFactory factory) {
        text = new SegmentedStringWriter(factory._getBufferRecycler());
        try {
            out = factory.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            out.close();
            return text.getAndClear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
