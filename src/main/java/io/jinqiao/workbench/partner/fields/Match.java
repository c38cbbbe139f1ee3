package io.jinqiao.workbench.partner.fields;

import java.util.List;

/** What a field of theirs is to us. */
sealed interface Match {

    record Exact(Place place) implements Match {}

    /** Nobody can tell from the table alone. @param candidates in our order; none when nothing is alike */
    record Open(List<Place> candidates) implements Match {}
}
