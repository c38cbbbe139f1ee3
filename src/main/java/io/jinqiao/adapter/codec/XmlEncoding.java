package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.mapping.WireSink;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;

/** XML on one line, elements in the order of the mapping; attributes in records only, no namespaces. */
final class XmlEncoding implements Encoding {
    private final Charset charset;

    private final String records;

    XmlEncoding(Charset charset) {
        this(charset, "");
    }

    /** @param records group in the root whose elements have their values as attributes; empty: none */
    XmlEncoding(Charset charset, String records) {
        this.charset = charset;
        this.records = records;
    }

    @Override
    public void read(String text, String root, int depth, WireSink sink) {
        // the declaration belongs to the envelope, which has looked at it
        try (StrictXml in = records.isEmpty() ? new StrictXml(text, List.of()) : StrictXml.withRecords(text, List.of())) {
            new XmlReader(in, depth, sink, records).read(root);
        }
    }

    @Override
    public String write(String root, Consumer<WireSink> source) {
        XmlWriter writer = new XmlWriter(root, charset, records);
        source.accept(writer);
        return writer.text();
    }
}
