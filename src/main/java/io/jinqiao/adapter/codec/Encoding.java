package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.mapping.WireSink;
import java.util.function.Consumer;

/** Axis: how a wire tree is written as text. Thread-safe. */
interface Encoding {

    /**
     * Pushes the tree.
     *
     * @param root name of the outermost element, in encodings that name it
     * @param depth deepest nesting allowed
     * @throws io.jinqiao.message.Refusal when the text is none, is nested too deeply or names something twice
     */
    void read(String text, String root, int depth, WireSink sink);

    /** @param source pushes the tree to write */
    String write(String root, Consumer<WireSink> source);
}
