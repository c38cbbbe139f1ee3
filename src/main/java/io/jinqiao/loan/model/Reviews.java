package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who reviewed. @param recommended what the latest review said; false before the first
 */
public record Reviews(@Nullable String initial, @Nullable String second, boolean recommended) {
    public static final Reviews NONE = new Reviews(null, null, false);

    boolean reviewed(Officer officer) {
        return Stream.of(initial, second).filter(Objects::nonNull).anyMatch(officer::isSamePerson);
    }
}
