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
import org.jspecify.annotations.Nullable;

/** The elements directly below the root of a document: their texts, and where they stand. What was read before a fault stays. For one use. */
final class XmlTop {
    /** More elements than any envelope has; rows of a list among them. */
    private static final int MOST = 4096;

    private final String document;
    private final boolean rows;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private int root;

    /**
     * @param from of the start tag
     * @param inside after the start tag
     * @param outside of the end tag
     * @param to after the end tag
     * @param group whether elements are inside
     */
    record Place(int from, int inside, int outside, int to, boolean group) {}

    /** @param rows whether groups of one name may stand there more than once */
    XmlTop(String document, boolean rows) {
        this.document = document;
        this.rows = rows;
    }

    /** @throws Refusal when the document is not well formed, has another root, is too deep or names something twice */
    XmlTop read(String rootName, List<Charset> declarable, int depth) {
        try (StrictXml in = new StrictXml(document, declarable)) {
            if (in.next() != Step.START || !in.name().equals(rootName)) {
                throw StrictXml.unreadable("the element " + rootName + " expected");
            }
            root = in.start();
            for (Step step = in.next(); step != Step.END; step = in.next()) {
                if (step == Step.START) {
                    member(in, depth);
                } else if (!in.text().isBlank()) {
                    throw StrictXml.unreadable("text between the elements of " + rootName);
                }
            }
            if (in.next() != Step.DONE) {
                throw StrictXml.unreadable("text after the end of the document");
            }
        }
        return this;
    }

    private void member(StrictXml in, int limit) {
        String name = in.name();
        int from = in.start();
        int inside = in.end();
        boolean group = false;
        String text = "";
        int depth = 2;
        while (depth > 1) {
            Step step = in.next();
            group |= step == Step.START;
            depth += step == Step.START ? 1 : step == Step.END ? -1 : 0;
            if (depth - 1 > limit) {
                throw new Refusal(FailureCode.FRAME_TOO_DEEP, "" + limit);
            }
            if (step == Step.TEXT && depth == 2) {
                text = in.text();
            }
        }
        add(name, new Place(from, inside, in.start(), in.end(), group), text);
    }

    private void add(String name, Place place, String text) {
        Place before = places.put(name, place);
        if (before != null && !(rows && before.group() && place.group()) || places.size() > MOST) {
            throw new Refusal(FailureCode.MEMBER_DUPLICATE, Names.shown(name));
        }
        if (!place.group()) {
            texts.put(name, text);
        }
    }

    /** Texts by name. */
    Map<String, String> texts() {
        return texts;
    }

    Iterable<String> names() {
        return places.keySet();
    }

    @Nullable Place place(String name) {
        return places.get(name);
    }

    /** The document without what may stand before its root. */
    String fromRoot() {
        return document.substring(root);
    }

    /** The element as it stands. */
    String element(Place place) {
        return document.substring(place.from(), place.to());
    }

    /** The document as it stands, but for the text of this element. @throws Refusal when that text is written in any other way than plainly */
    String without(String name) {
        Place place = places.get(name);
        if (place == null || place.inside() >= place.outside()) {
            return document;
        }
        if (!document.substring(place.inside(), place.outside()).equals(texts.get(name))) {
            throw StrictXml.unreadable("the text of " + name + " is not written plainly");
        }
        return document.substring(0, place.inside()) + document.substring(place.outside());
    }
}
