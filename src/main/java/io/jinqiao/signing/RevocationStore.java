package io.jinqiao.signing;

import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads revocation lists at start and then in the background, never while a message waits. Each node reads for itself. */
@Component
final class RevocationStore implements RevocationSources, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(RevocationStore.class);

    private final SigningSettings settings;
    private final Clock clock;
    private final List<CrlLocation> locations;
    private final ScheduledExecutorService background;
    private volatile RevocationLists lists;
    private volatile List<X509CRL> raw = List.of();

    RevocationStore(SigningSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.locations = settings.crls().stream()
                .map(location -> new CrlLocation(location, settings.home()))
                .toList();
        this.lists = readAll();
        this.background = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "revocation-lists");
            thread.setDaemon(true);
            return thread;
        });
        long period = settings.crlRefresh().toMillis();
        background.scheduleWithFixedDelay(this::refresh, period, period, TimeUnit.MILLISECONDS);
    }

    RevocationLists lists() {
        return lists;
    }

    List<X509CRL> raw() {
        return raw;
    }

    void refresh() {
        try {
            lists = readAll();
        } catch (RuntimeException e) { // a schedule that threw would never run again
            log.error("revocation lists could not be read again", e);
        }
    }

    @Override
    public List<Source> sources() {
        Instant now = clock.instant();
        return locations.stream().map(location -> source(location, now)).toList();
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }

    private RevocationLists readAll() {
        locations.forEach(CrlLocation::read);
        List<X509CRL> all =
                locations.stream().flatMap(location -> location.lists().stream()).toList();
        sources().stream().filter(source -> source.condition() != Condition.FRESH || source.problem() != null).forEach(source -> log.warn(
                "revocation list {} is {} (next update {}, {})",
                source.location(),
                source.condition(),
                source.nextUpdate(),
                source.problem()));
        raw = all;
        return RevocationLists.of(all, settings.crlGrace());
    }

    private Source source(CrlLocation location, Instant now) {
        Optional<Instant> earliest = location.lists().stream()
                .flatMap(list -> Optional.ofNullable(list.getNextUpdate()).stream())
                .map(next -> next.toInstant())
                .min(Instant::compareTo);
        Condition condition = earliest.map(next -> condition(next, now)).orElse(Condition.UNUSABLE);
        return new Source(location.location(), condition, earliest.orElse(null), location.problem());
    }

    private Condition condition(Instant nextUpdate, Instant now) {
        if (!nextUpdate.isBefore(now)) {
            return Condition.FRESH;
        }
        return nextUpdate.plus(settings.crlGrace()).isBefore(now) ? Condition.UNUSABLE : Condition.OVERDUE;
    }
}
