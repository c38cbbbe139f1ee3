package io.jinqiao.workbench.simulate;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A branch that shares no code with the gateway, and may write what no careful system would. */
public interface CarelessBranch extends SimulatedBranch {

    /**
     * @param key alias of the key that signs; null: the partner's own
     * @param retouch what is done to the finished text before it is signed
     */
    Letter write(CanonicalMessage message, MessageId id, Instant at, @Nullable String key, UnaryOperator<String> retouch);

    /** Signed over other bytes than those that are sent. */
    Letter writeCarelessly(CanonicalMessage message, MessageId id, Instant at);
}
