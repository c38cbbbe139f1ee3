package io.jinqiao.opinion.verify;

import java.util.Map;

/**
 * What a document says to whoever looks at it.
 *
 * @param text of all pages
 * @param metadata by name; a PDF has none
 */
record Face(String text, Map<String, String> metadata) {
    static final Face NOTHING = new Face("", Map.of());
}
