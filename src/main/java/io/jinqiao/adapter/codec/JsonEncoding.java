package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.mapping.WireSink;
import java.util.function.Consumer;

/** JSON on one line, members in the order of the mapping. */
final class JsonEncoding implements Encoding {

    @Override
    public void read(String text, String root, int depth, WireSink sink) {
        new JsonReader(text, depth).read(sink);
    }

    @Override
    public String write(String root, Consumer<WireSink> source) {
        JsonWriter writer = new JsonWriter();
        source.accept(writer);
        return writer.text();
    }
}
