package io.jinqiao.adapter.mapping;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editions of a partner's form.
 *
 * @param inForce null: there are none, or nobody knows which
 * @param known in the order of the file
 */
public record Editions(@Nullable String inForce, Collection<String> known) {
    public static final Editions NONE = new Editions(null, List.of());
}
