package io.jinqiao.adapter.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Axis: what is around the text of a message on its channel. Thread-safe. */
interface Framing {

    /** For channels that have headers. */
    Map<String, String> headers();

    byte[] bytes(String text);

    /**
     * What a request's headers must say, on channels that have some.
     *
     * @param came names in lower case; none: the bytes did not come over HTTP
     * @throws io.jinqiao.message.Refusal when they do not
     */
    default void requireHeaders(Map<String, String> came) {}

    /**
     * @param truncated whether the channel threw the rest away
     * @param limit largest message in bytes
     * @param contentType of channels that tell one
     * @throws io.jinqiao.message.Refusal when the message is too large, is framed in another way or is no text of the agreed charset
     */
    String text(byte[] body, boolean truncated, int limit, @Nullable String contentType);
}
