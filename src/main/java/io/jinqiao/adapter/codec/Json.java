package io.jinqiao.adapter.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** The one JSON factory: streaming only, bounded. Depth is counted by the readers; text is bounded by the size of the message. */
final class Json {
    /** No number of a partner needs more characters; longer ones cost time to handle. */
    static final int LONGEST_NUMBER = 64;

    static final int LONGEST_NAME = 256;

    static final JsonFactory FACTORY = factory();

    private Json() {}

    /** A factory remembers the names it has read: one for each partner, and no partner's names make another's slower. */
    static JsonFactory factory() {
        return new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(1000)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    // names come from outside: interning them would fill a table for ever
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();
    }
}
