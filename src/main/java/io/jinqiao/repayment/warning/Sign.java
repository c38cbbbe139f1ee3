package io.jinqiao.repayment.warning;

import io.jinqiao.message.Content;
import java.util.Optional;

/** Something that shows that a loan may soon not be paid. */
public sealed interface Sign permits ContributionStopped, PledgeBroken, MandateBroken, PayingLater, BarelyCovered {

    /** The facts that show it; empty: it is not there. */
    Optional<Content.Group> in(Known loan);
}
