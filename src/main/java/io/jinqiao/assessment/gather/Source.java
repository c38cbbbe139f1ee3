package io.jinqiao.assessment.gather;

import java.util.List;

/** Counts some measures from the facts another room publishes, or from what people entered. */
interface Source {
    List<Counted> rows(Asked asked);
}
