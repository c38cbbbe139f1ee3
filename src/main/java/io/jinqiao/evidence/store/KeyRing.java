package io.jinqiao.evidence.store;

import io.jinqiao.evidence.SubjectKeys;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Data keys by owner. Whoever writes about an owner for the first time makes a key of its own instead of looking for one: no round
 * trip, and no two processes ever write under the same key.
 */
public final class KeyRing implements SubjectKeys {
    private static final int CACHED = 8192;
    private static final Duration CACHED_FOR = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final MasterKeys masters;
    private final Clock clock;
    private final Map<String, Held> held = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > CACHED;
        }
    };

    public KeyRing(JdbcTemplate jdbc, MasterKeys masters, Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.clock = clock;
    }

    private record Held(DataKey key, Instant until) {}

    /** A key that exists only once its row is inserted. */
    record NewKey(DataKey key, String owner, String master, byte[] wrapped) {}

    static String subject(String subject) {
        return "subject:" + subject;
    }

    static String owner(@Nullable String subject, @Nullable String partner) {
        if (subject != null) {
            return subject(subject);
        }
        return partner == null ? "nobody" : "partner:" + partner;
    }

    @Nullable DataKey held(String owner) {
        synchronized (held) {
            Held found = held.get(owner);
            return found == null || clock.instant().isAfter(found.until) ? null : found.key;
        }
    }

    NewKey make(String owner) {
        UUID id = UUID.randomUUID();
        byte[] secret = masters.newSecret();
        return new NewKey(new DataKey(id, secret), owner, masters.active(), masters.wrap(id, owner, secret));
    }

    /** Lets later records use the key, as soon as its row is sure to stay. */
    void inserted(NewKey made) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    hold(made);
                }
            });
        } else {
            hold(made);
        }
    }

    private void hold(NewKey made) {
        synchronized (held) {
            held.put(made.owner, new Held(made.key, clock.instant().plus(CACHED_FOR)));
        }
    }

    /**
     * @throws KeyErased when it was erased
     * @throws GeneralSecurityException when it is missing or not ours
     */
    DataKey forReading(UUID id) throws GeneralSecurityException {
        Stored stored = jdbc.query(
                "SELECT owner, master, wrapped FROM evidence_key WHERE id = ?",
                rs -> rs.next() ? new Stored(rs.getString(1), rs.getString(2), rs.getBytes(3)) : null,
                id);
        if (stored == null) {
            throw new GeneralSecurityException("no such key");
        }
        if (stored.wrapped == null) {
            throw new KeyErased();
        }
        return new DataKey(id, masters.unwrap(stored.master, id, stored.owner, stored.wrapped));
    }

    private record Stored(String owner, String master, byte @Nullable [] wrapped) {}

    @Override
    public int erase(String subject) {
        synchronized (held) {
            held.remove(subject(subject));
        }
        return jdbc.update(
                "UPDATE evidence_key SET wrapped = NULL, erased_at = now() WHERE owner = ? AND wrapped IS NOT NULL",
                subject(subject));
    }
}
