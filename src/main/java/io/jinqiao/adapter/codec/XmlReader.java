package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.codec.StrictXml.Step;
import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.adapter.mapping.WireSink;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Pushes the tree below one root element. An element with elements in it is a group, every other a text. Groups of one name stand side by
 * side and are rows if the table says so; a text stands once. For one use.
 */
final class XmlReader {
    private final StrictXml in;
    private final int limit;
    private final WireSink sink;
    private final String records;
    private final NamesSeen seen = new NamesSeen();

    XmlReader(StrictXml in, int limit, WireSink sink) {
        this(in, limit, sink, "");
    }

    /**
     * @param records group in the root whose elements have their values as attributes; empty: none. Beside them vendors put texts of their own, some more than once: whoever
     *     agreed on a text refuses a second one
     */
    XmlReader(StrictXml in, int limit, WireSink sink, String records) {
        this.records = records;
        this.in = in;
        this.limit = limit;
        this.sink = sink;
    }

    /** @throws Refusal when the document has another root, is nested too deeply or names something twice */
    void read(String root) {
        if (in.next() != Step.START || !in.name().equals(root)) {
            throw StrictXml.unreadable("the element " + root + " expected");
        }
        inside(root);
        if (in.next() != Step.DONE) {
            throw StrictXml.unreadable("text after the end of the document");
        }
    }

    /** From after the start tag of the outermost element to its end tag. */
    void inside(String root) {
        Step first = in.next();
        sink.startGroup("");
        if (first == Step.TEXT) {
            requireBlank(in.text(), root);
            first = in.next();
        }
        members(first, root, 1);
        sink.endGroup();
    }

    /** From the first thing in a group to its end tag. */
    private void members(Step step, String group, int depth) {
        if (depth > limit) {
            throw new Refusal(FailureCode.FRAME_TOO_DEEP, "" + limit);
        }
        seen.open();
        String last = null;
        for (Step at = step; at != Step.END; at = in.next()) {
            if (at == Step.TEXT) {
                requireBlank(in.text(), group);
            } else {
                last = member(last, depth);
            }
        }
        seen.close();
    }

    /** @param last name of the group just before this element; null when there was none @return the same for the next */
    private @Nullable String member(@Nullable String last, int depth) {
        String name = in.name();
        boolean repeated = !seen.add(name);
        in.requireNoAttributes();
        if (depth == 1 && !records.isEmpty() && name.equals(records)) {
            if (repeated) {
                throw new Refusal(FailureCode.MEMBER_DUPLICATE, Names.shown(name));
            }
            records(name);
            return null;
        }
        Step step = in.next();
        String text = "";
        if (step == Step.TEXT) {
            text = in.text();
            step = in.next();
        }
        boolean group = step == Step.START;
        if (repeated && !(group ? name.equals(last) : depth > 1 && !records.isEmpty())) {
            throw new Refusal(FailureCode.MEMBER_DUPLICATE, Names.shown(name));
        }
        if (!group) {
            sink.leaf(name, text, Kind.STRING);
            return null;
        }
        requireBlank(text, name);
        sink.startGroup(name);
        members(step, name, depth + 1);
        sink.endGroup();
        return name;
    }

    /** Elements without anything inside, each with its values as attributes; those of one name are rows, wherever they stand. */
    private void records(String group) {
        sink.startGroup(group);
        for (Step at = in.next(); at != Step.END; at = in.next()) {
            if (at == Step.TEXT) {
                requireBlank(in.text(), group);
            } else {
                record();
            }
        }
        sink.endGroup();
    }

    private void record() {
        String name = in.name();
        sink.startGroup(name);
        for (int i = 0; i < in.attributes(); i++) {
            sink.leaf(in.attributeName(i), in.attributeText(i), Kind.STRING);
        }
        for (Step at = in.next(); at != Step.END; at = in.next()) {
            if (at != Step.TEXT) {
                throw StrictXml.unreadable("the record " + Names.shown(name) + " has elements");
            }
            requireBlank(in.text(), name);
        }
        sink.endGroup();
    }

    static void requireBlank(String text, String group) {
        if (!text.isBlank()) {
            throw StrictXml.unreadable("text between the elements of " + Names.shown(group));
        }
    }
}
