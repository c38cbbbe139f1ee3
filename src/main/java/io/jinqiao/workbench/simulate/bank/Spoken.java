package io.jinqiao.workbench.simulate.bank;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens on the line after a message was read. @param packet null: nothing is said */
public record Spoken(@Nullable Packet packet, How how, Duration after) {

    public enum How {
        WHOLE,
        TWICE,
        /** The first half of the bytes, then the end of the connection. */
        HALF
    }

    public static Spoken nothing() {
        return new Spoken(null, How.WHOLE, Duration.ZERO);
    }

    public static Spoken whole(Packet packet) {
        return new Spoken(packet, How.WHOLE, Duration.ZERO);
    }
}
