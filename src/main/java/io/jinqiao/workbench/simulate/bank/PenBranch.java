package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.simulate.CarelessBranch;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A caller that signs with a pen: its own, one of another key, or a careless one. */
abstract class PenBranch implements CarelessBranch {
    private final Map<MessageId, Operation> asked = new ConcurrentHashMap<>();

    abstract Pen pen();

    /** @param retouch what is done to the finished text before it is signed */
    abstract Letter letter(CanonicalMessage message, MessageId id, Instant at, Pen pen, UnaryOperator<String> retouch);

    @Override
    public final Letter write(CanonicalMessage message, MessageId id, Instant at) {
        return written(message, id, at, pen(), text -> text);
    }

    @Override
    public final Letter write(CanonicalMessage message, MessageId id, Instant at, @Nullable String key, UnaryOperator<String> retouch) {
        return written(message, id, at, key == null ? pen() : pen().withKey(key), retouch);
    }

    @Override
    public final Letter writeCarelessly(CanonicalMessage message, MessageId id, Instant at) {
        return written(message, id, at, pen().careless(), text -> text);
    }

    private Letter written(CanonicalMessage message, MessageId id, Instant at, Pen pen, UnaryOperator<String> retouch) {
        if (message instanceof StatusEnquiry enquiry) {
            asked.put(id, enquiry.originalOperation());
        }
        return letter(message, id, at, pen, retouch);
    }

    static Letter letter(CanonicalMessage message, MessageId id, Packet packet) {
        return new Letter(message.operation(), id, packet.path(), Map.of("Content-Type", packet.contentType()), packet.body());
    }

    /** What an enquiry of ours asked about; null when it is none. */
    final @Nullable Operation original(MessageId enquiry) {
        return asked.get(enquiry);
    }
}
