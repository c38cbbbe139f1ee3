package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.mapping.WireSink;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;

/** XML on one line, elements in the order of the mapping; no attributes, no namespaces. */
final class XmlEncoding implements Encoding {
    private final Charset charset;

    XmlEncoding(Charset charset) {
        this.charset = charset;
    }

    @Override
    public void read(String text, String root, int depth, WireSink sink) {
        // the declaration belongs to the envelope, which has looked at it
        try (StrictXml in = new StrictXml(text, List.of())) {
            new XmlReader(in, depth, sink).read(root);
        }
    }

    @Override
    public String write(String root, Consumer<WireSink> source) {
        XmlWriter writer = new XmlWriter(root, charset);
        source.accept(writer);
        return writer.text();
    }
}
