package io.jinqiao.mortgage;

import java.time.Instant;

/** Command of the clock: ask the registries about what they should have told by now. */
public record Rounds(Instant at) {}
