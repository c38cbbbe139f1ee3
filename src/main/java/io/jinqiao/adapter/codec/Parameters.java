package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.adapter.mapping.WireSink;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PlainText;
import io.jinqiao.message.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named texts without any nesting; whatever else is there is a problem. For one use. */
final class Parameters implements WireSink {
    /** More names than any envelope has; the rest is not kept. */
    private static final int MOST = 64;

    final Map<String, String> texts = new LinkedHashMap<>();
    final List<Problem> problems = new ArrayList<>();
    private int depth;

    @Override
    public void startGroup(String name) {
        nest(name);
    }

    @Override
    public void startList(String name) {
        nest(name);
    }

    private void nest(String name) {
        if (depth == 1) {
            wrong(name, "string");
        }
        depth++;
    }

    @Override
    public void endGroup() {
        depth--;
    }

    @Override
    public void endList() {
        depth--;
    }

    @Override
    public void leaf(String name, String text, Kind kind) {
        if (depth != 1) {
            return;
        }
        if (kind != Kind.STRING || texts.size() == MOST) {
            wrong(name, "string");
        } else if (PlainText.hasLoneSurrogate(text)) {
            wrong(name, "Unicode text without lone surrogates");
        } else {
            texts.put(name, text);
        }
    }

    private void wrong(String name, String expected) {
        if (problems.size() < MOST) {
            problems.add(new Problem(FailureCode.FIELD_WRONG_FORM, null, Names.shown(name), List.of(expected)));
        }
    }
}
