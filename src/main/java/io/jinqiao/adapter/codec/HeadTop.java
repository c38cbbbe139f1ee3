package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.codec.StrictXml.Step;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts in the head of a document, and where they stand; what else is in the root is only passed over. What was read before a fault stays.
 * For one use.
 */
final class HeadTop {
    /** More texts than any head has. */
    private static final int MOST = 256;

    private final String document;
    /** Names that stand once; null: every name does. */
    private final @Nullable Set<String> once;
    private int members;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, XmlTop.Place> places = new HashMap<>();
    private final Map<String, Boolean> groups = new HashMap<>();
    private int root;

    HeadTop(String document) {
        this(document, null);
    }

    /** @param once names the envelope reads: others may be there more than once, and the first of them is read */
    HeadTop(String document, @Nullable Set<String> once) {
        this.document = document;
        this.once = once;
    }

    /** @throws Refusal when the document is not well formed, has another root, is too deep or names something in its head twice */
    HeadTop read(String rootName, String head, List<Charset> declarable, int depth) {
        try (StrictXml in = StrictXml.withRecords(document, declarable)) {
            if (in.next() != Step.START || !in.name().equals(rootName)) {
                throw StrictXml.unreadable("the element " + rootName + " expected");
            }
            root = in.start();
            in.requireDeclarationsOnly();
            for (Step step = in.next(); step != Step.END; step = in.next()) {
                if (step == Step.START) {
                    group(in, head, depth);
                } else {
                    XmlReader.requireBlank(in.text(), rootName);
                }
            }
            if (in.next() != Step.DONE) {
                throw StrictXml.unreadable("text after the end of the document");
            }
        }
        return this;
    }

    private void group(StrictXml in, String head, int limit) {
        String name = in.name();
        in.requireNoAttributes();
        if (groups.put(name, true) != null) {
            throw new Refusal(FailureCode.MEMBER_DUPLICATE, Names.shown(name));
        }
        if (name.equals(head)) {
            head(in, name, limit);
        } else {
            skip(in, limit);
        }
    }

    private void head(StrictXml in, String head, int limit) {
        for (Step step = in.next(); step != Step.END; step = in.next()) {
            if (step == Step.START) {
                member(in, limit);
            } else {
                XmlReader.requireBlank(in.text(), head);
            }
        }
    }

    private void member(StrictXml in, int limit) {
        String name = in.name();
        in.requireNoAttributes();
        int from = in.start();
        int inside = in.end();
        String text = "";
        Step step = in.next();
        if (step == Step.TEXT) {
            text = in.text();
            step = in.next();
        }
        boolean group = step == Step.START;
        if (group) {
            skip(in, limit);
            skip(in, limit);
        }
        boolean first = places.putIfAbsent(name, new XmlTop.Place(from, inside, in.start(), in.end(), group)) == null;
        if (!first && (once == null || once.contains(name)) || ++members > MOST) {
            throw new Refusal(FailureCode.MEMBER_DUPLICATE, Names.shown(name));
        }
        if (!group && first) {
            texts.put(name, text);
        }
    }

    /** To the end tag of the innermost element that is open. */
    private static void skip(StrictXml in, int limit) {
        int open = 1;
        while (open > 0) {
            Step step = in.next();
            if (step == Step.DONE) {
                throw StrictXml.unreadable("the document ends inside an element");
            }
            open += step == Step.START ? 1 : step == Step.END ? -1 : 0;
            if (in.depth() > limit) {
                throw new Refusal(FailureCode.FRAME_TOO_DEEP, "" + limit);
            }
        }
    }

    Map<String, String> texts() {
        return texts;
    }

    boolean has(String group) {
        return groups.containsKey(group);
    }

    XmlTop.@Nullable Place place(String name) {
        return places.get(name);
    }

    String document() {
        return document;
    }

    /** The document without what may stand before its root. */
    String fromRoot() {
        return document.substring(root);
    }

    /** The document as it stands, but for the text of this element. @throws Refusal when that text is written in any other way than plainly */
    String without(String name) {
        XmlTop.Place place = places.get(name);
        if (place == null || place.inside() >= place.outside()) {
            return document;
        }
        requirePlain(name, place);
        return document.substring(0, place.inside()) + document.substring(place.outside());
    }

    private void requirePlain(String name, XmlTop.Place place) {
        if (!document.substring(place.inside(), place.outside()).equals(texts.get(name))) {
            throw StrictXml.unreadable("the text of " + name + " is not written plainly");
        }
    }
}
