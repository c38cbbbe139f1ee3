package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import java.time.Duration;
import java.util.Map;

/** Carries finished bytes to a partner, once: nothing below it tries again, follows redirects or unpacks anything. */
public interface Transport {

    /** Whether the channels were opened; before, nothing can be carried. */
    boolean open();

    /**
     * @param id number of the message, for channels that must tell one from another
     * @param replyTimeout longest silence after the last byte of the request, and longest time for the whole answer
     */
    Crossing carry(PartnerId partner, MessageId id, WireCall call, Duration replyTimeout);

    /** For channels whose answers lie somewhere: what lies there by now for a message that was carried before. Sends nothing. */
    Crossing look(PartnerId partner, MessageId id);

    /** What came of it. */
    sealed interface Crossing {
        /**
         * @param body what came of it
         * @param truncated it is not whole: longer than the partner's limit, broken off, or not at its end in time
         */
        record Answer(int status, Map<String, String> headers, byte[] body, boolean truncated) implements Crossing {}

        /** Surely no byte of the request left: name, connection, TLS or our own side failed before. */
        record NeverLeft(String why) implements Crossing {}

        /** At least one byte may have left, and nothing of an answer came that could be kept. */
        record Silence(String why) implements Crossing {}
    }
}
