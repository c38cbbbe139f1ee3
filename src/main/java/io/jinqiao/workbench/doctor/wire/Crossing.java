package io.jinqiao.workbench.doctor.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of one request. */
public sealed interface Crossing {

    /**
     * @param status 200 on channels without one
     * @param headers names in lower case
     * @param body all that came, for frames with their header
     * @param date what the server's {@code Date} header says; null without one
     */
    record Answer(int status, Map<String, String> headers, byte[] body, @Nullable Instant date) implements Crossing {}

    /** @param left whether bytes of the request may have left */
    record Nothing(Fault fault, boolean left) implements Crossing {}
}
