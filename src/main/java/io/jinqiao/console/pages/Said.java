package io.jinqiao.console.pages;

import java.io.Serializable;
import java.util.List;

/**
 * What the next page says about the last act.
 *
 * @param lines when good: one key of the text; else the problems in the reader's language
 */
record Said(boolean good, List<String> lines) implements Serializable {
    static Said done(String key) {
        return new Said(true, List.of(key));
    }
}
