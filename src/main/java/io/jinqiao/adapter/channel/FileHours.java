package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.descriptor.ServiceHours;
import java.time.Clock;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a partner's server only while the partner is in service. Outside, nothing is connected, so nothing fails: no warning, no attempt that counts,
 * and the first look after opening takes what was put there meanwhile.
 */
final class FileHours extends RemoteFilePollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(FileHours.class);

    private final String partner;
    private final ServiceHours hours;
    private final Clock clock;
    private boolean closed;

    FileHours(String partner, ServiceHours hours, Clock clock) {
        this.partner = partner;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        boolean open = hours.open(clock.instant());
        if (open == closed) {
            LOG.info("files of {} are {}", partner, open ? "looked for again" : "not looked for before " + hours.nextOpen(clock.instant()));
        }
        closed = !open;
        return open && super.begin(consumer, endpoint);
    }
}
