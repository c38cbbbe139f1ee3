package io.jinqiao.adapter.samples;

import io.jinqiao.adapter.ShippedFolders;
import java.time.Duration;
import java.time.Instant;

/** Instants that follow from the tests' clock and the shipped codes. */
final class ShippedInstants {
    static final Instant IN_FOUR_HOURS = ShippedFolders.CLOCK.instant().plus(Duration.ofHours(4));
    static final Instant IN_TEN_MINUTES = ShippedFolders.CLOCK.instant().plus(Duration.ofMinutes(10));

    private ShippedInstants() {}
}
