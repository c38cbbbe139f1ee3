package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.codec.StrictXml.Step;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.adapter.mapping.WireSink;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One XML document of any size, element by element; memory holds one record. As strict as a message. For one use. */
public final class XmlRecords implements AutoCloseable {
    private final StrictReader text;
    private final StrictXml in;
    private final int depth;

    /**
     * @param longest characters of a record
     * @param depth deepest nesting in a record
     * @throws io.jinqiao.message.Refusal when the document declares another charset
     */
    public XmlRecords(InputStream bytes, Charset charset, int longest, int depth) {
        this.text = new StrictReader(bytes, charset, longest);
        this.in = new StrictXml(text, List.of(charset));
        this.depth = depth;
    }

    /** Goes into the next element, which must have this name. @throws io.jinqiao.message.Refusal when it has not */
    public void enter(String name) {
        if (!name.equals(next(name))) {
            throw StrictXml.unreadable("the element " + name + " expected, line " + in.line());
        }
    }

    /** Goes into the next element and tells its name; null: the element around it ended instead. @param around for people */
    public @Nullable String next(String around) {
        Step step = in.next();
        while (step == Step.TEXT) {
            XmlReader.requireBlank(in.text(), around);
            step = in.next();
        }
        text.allow();
        return step == Step.START ? in.name() : null;
    }

    /** Pushes the tree of the element that was gone into, up to its end. @throws io.jinqiao.message.Refusal when it is no record */
    public void push(String name, WireSink sink) {
        new XmlReader(in, depth, sink).inside(name);
        text.allow();
    }

    /** Reads over what is left of an element of this depth. @throws io.jinqiao.message.Refusal when the document is none from here on */
    public void leave(int depth) {
        while (in.depth() > depth || in.depth() == depth && !in.ending()) {
            in.next();
            text.allow();
        }
    }

    /** How many elements are open. */
    public int depth() {
        return in.depth();
    }

    /** @throws io.jinqiao.message.Refusal when there is more after the outermost element */
    public void end(String root) {
        String more = next(root);
        if (more != null) {
            throw StrictXml.unreadable("the element " + Names.shown(more) + " is not expected, line " + in.line());
        }
    }

    /** Line of the present tag, from 1. */
    public long line() {
        return in.line();
    }

    @Override
    public void close() {
        in.close();
    }

    /** One record as text. @param source pushes its tree */
    public static String write(String name, Charset charset, Consumer<WireSink> source) {
        return new XmlEncoding(charset).write(name, source);
    }
}
