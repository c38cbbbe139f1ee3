package io.jinqiao.delivery;

import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** What happens at the commit points of a gateway that nobody means to kill. */
@Component
@Fallback
final class NothingHappens implements CommitPoints {
    @Override
    public void reached(Point point) {
        // on purpose
    }
}
