package io.jinqiao.adapter.channel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** First of all that stops: partners are let out before the routes that serve them go. */
@Component
class ClosingTime implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingTime.class);

    private final Visitors visitors;
    private final PartnersDoor door;
    private volatile boolean running;

    ClosingTime(Visitors visitors, PartnersDoor door) {
        this.visitors = visitors;
        this.door = door;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        if (!visitors.leave(door.bodyTimeout())) {
            LOG.warn("a partner's request was still being worked on after {}; its answer is kept for when it asks again", door.bodyTimeout());
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
