package io.jinqiao.adapter.codec;

import com.fasterxml.jackson.core.JsonFactory;
import io.jinqiao.adapter.mapping.WireSink;
import java.util.function.Consumer;

/** JSON on one line, members in the order of the mapping. */
final class JsonEncoding implements Encoding {
    private final JsonFactory factory = Json.factory();

    @Override
    public void read(String text, String root, int depth, WireSink sink) {
        new JsonReader(factory, text, depth).read(sink);
    }

    @Override
    public String write(String root, Consumer<WireSink> source) {
        JsonWriter writer = new JsonWriter(factory);
        source.accept(writer);
        return writer.text();
    }
}
