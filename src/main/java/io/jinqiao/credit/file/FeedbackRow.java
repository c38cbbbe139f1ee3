package io.jinqiao.credit.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Center says of one record it refused.
 *
 * @param row its number as the Center counts: whether the header counts is a setting; 0 when the header itself was wrong
 * @param original the record as it came, decoded; null when the Center sent none. Personal data: not for logs
 */
public record FeedbackRow(int row, List<Error> errors, @Nullable String original) {
    /**
     * @param code the rule's id; {@code ?} where something else stood there
     * @param tag the offending item, {@code 0000} for the whole record; {@code ?} where free text stood there
     */
    public record Error(String code, String tag) {}
}
