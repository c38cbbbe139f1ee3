package io.jinqiao.adapter.soap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.token.Timestamp;
import org.apache.wss4j.dom.validate.Credential;
import org.apache.wss4j.dom.validate.Validator;

/** A time-stamp by the clock of the house; that of WSS4J asks the machine. It must say when it ends, and ends after the lifetime at the latest. */
record TimeStampByClock(Clock clock, Duration lifetime, Duration ahead) implements Validator {

    @Override
    public Credential validate(Credential credential, RequestData unused) throws WSSecurityException {
        Timestamp stamp = credential.getTimestamp();
        Instant now = clock.instant();
        boolean known = stamp != null && stamp.getCreated() != null && stamp.getExpires() != null;
        if (!known
                || stamp.getCreated().isAfter(now.plus(ahead))
                || stamp.getCreated().isBefore(now.minus(lifetime))
                || stamp.getExpires().isBefore(now)) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.MESSAGE_EXPIRED);
        }
        return credential;
    }
}
