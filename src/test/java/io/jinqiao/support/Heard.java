package io.jinqiao.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What one class, or everybody, writes to the log, whatever console and levels other tests left behind. */
public final class Heard implements AutoCloseable {
    private final Logger logger;
    private final @Nullable Level before;
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private Heard(String writer) {
        logger = (Logger) LoggerFactory.getLogger(writer);
        before = logger.getLevel();
        logger.setLevel(Level.INFO);
        events.start();
        logger.addAppender(events);
    }

    public static Heard from(Class<?> writer) {
        return new Heard(writer.getName());
    }

    /** What everybody writes, as long as nobody keeps it to himself. */
    public static Heard fromEverybody() {
        return new Heard(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** A line for each event: level, message, and the trace when there is one. */
    public String text() {
        return List.copyOf(events.list).stream()
                .map(e -> e.getLevel() + " " + e.getFormattedMessage()
                        + (e.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(e.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setLevel(before);
    }
}
