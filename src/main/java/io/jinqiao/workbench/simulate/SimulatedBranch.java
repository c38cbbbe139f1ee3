package io.jinqiao.workbench.simulate;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** A partner's branch system as the gateway's caller: real connection, real signatures, answers verified. */
public interface SimulatedBranch {

    /** A signed request, ready to be sent, and sent again to the byte. */
    record Letter(Operation operation, MessageId id, String path, Map<String, String> headers, byte[] body) {}

    /** What came back. @param status 200 where the wire has no such thing; @param verified whether the signature is the centre's */
    record Answer(int status, byte[] body, boolean verified, Reply reply) {}

    Letter write(CanonicalMessage message, MessageId id, Instant at);

    /** @throws IOException when no answer came, or none that can be read */
    Answer send(Letter letter) throws IOException, InterruptedException;

    /** A connection of its own, on which anything can be said. An answer in nobody's form has the reply Unknown. */
    RawLine line() throws IOException;
}
