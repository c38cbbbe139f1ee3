package io.jinqiao.evidence.store;

import io.jinqiao.evidence.SubjectKeys;
import io.jinqiao.message.Subject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Data keys by owner. Whoever writes about an owner for the first time makes a key of its own instead of looking for one: no round
 * trip, and no two processes ever write under the same key.
 */
public final class KeyRing implements SubjectKeys {
    private static final Duration WRITTEN_WITH = Duration.ofMinutes(10);
    private static final Duration READ_WITH = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final MasterKeys masters;
    private final HeldKeys<String> writing;
    private final HeldKeys<UUID> reading;

    public KeyRing(JdbcTemplate jdbc, MasterKeys masters, Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.writing = new HeldKeys<>(clock, WRITTEN_WITH);
        this.reading = new HeldKeys<>(clock, READ_WITH);
    }

    /** A key that exists only once its row is inserted. */
    record NewKey(DataKey key, String owner, String master, byte[] wrapped) {}

    static String owner(@Nullable String subject, @Nullable String partner) {
        if (subject != null) {
            return "subject:" + (partner == null ? "" : partner) + "/" + subject;
        }
        return partner == null ? "nobody" : "partner:" + partner;
    }

    static String owner(Subject subject) {
        return owner(subject.applicationNo(), subject.partner().value());
    }

    String pseudonym(String of) {
        return masters.pseudonym(of);
    }

    /** @return null when the caller has to make one */
    @Nullable DataKey held(String owner) {
        DataKey held = writing.get(owner);
        if (held != null) {
            return held;
        }
        TransactionKeys ours = TransactionKeys.present(this);
        NewKey made = ours == null ? null : ours.of(owner);
        return made == null ? null : made.key();
    }

    NewKey make(String owner) {
        UUID id = UUID.randomUUID();
        byte[] secret = masters.newSecret();
        return new NewKey(new DataKey(id, secret), owner, masters.active(), masters.wrap(id, owner, secret));
    }

    /** A key to write with; a new one is inserted with the transaction, at once when there is none. */
    DataKey forWriting(String owner) {
        DataKey held = held(owner);
        if (held != null) {
            return held;
        }
        NewKey made = make(owner);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofTransaction().add(made);
        } else {
            insert(List.of(made));
            hold(made);
        }
        return made.key();
    }

    /** Keys this transaction has made and not inserted; the caller inserts them. */
    List<NewKey> takeUninserted() {
        TransactionKeys ours = TransactionKeys.present(this);
        return ours == null ? List.of() : ours.take();
    }

    private TransactionKeys ofTransaction() {
        TransactionKeys present = TransactionKeys.present(this);
        return present == null ? TransactionKeys.begin(this) : present;
    }

    void insert(List<NewKey> keys) {
        jdbc.batchUpdate(
                "INSERT INTO evidence_key (id, owner, master, wrapped) VALUES (?, ?, ?, ?)",
                keys.stream().map(key -> new Object[] {key.key().id(), key.owner(), key.master(), key.wrapped()}).toList());
    }

    /** Lets later records use a key whose row is sure to stay. */
    void hold(NewKey made) {
        writing.put(made.owner(), made.owner(), made.key());
        reading.put(made.key().id(), made.owner(), made.key());
    }

    /** As {@link #forReading}, but what was read lately is at hand. */
    DataKey forReadingAgain(UUID id) throws GeneralSecurityException {
        TransactionKeys ours = TransactionKeys.present(this);
        DataKey made = ours == null ? null : ours.of(id);
        DataKey held = made == null ? reading.get(id) : made;
        return held == null ? unwrapped(id) : held;
    }

    /**
     * @throws KeyErased when it was erased
     * @throws GeneralSecurityException when it is missing or not ours
     */
    DataKey forReading(UUID id) throws GeneralSecurityException {
        return unwrapped(id);
    }

    /** Fetches in one go what is not at hand. What is missing, erased or not ours is told when it is read. */
    void expect(Set<UUID> ids) {
        UUID[] missing = ids.stream().filter(id -> reading.get(id) == null).toArray(UUID[]::new);
        if (missing.length < 2) {
            return;
        }
        jdbc.query(
                "SELECT id, owner, master, wrapped FROM evidence_key WHERE id = ANY (?) AND wrapped IS NOT NULL",
                (RowCallbackHandler) rs -> {
                    UUID id = rs.getObject(1, UUID.class);
                    try {
                        reading.put(id, rs.getString(2), new DataKey(id, masters.unwrap(rs.getString(3), id, rs.getString(2), rs.getBytes(4))));
                    } catch (GeneralSecurityException notOurs) {
                        // whoever reads it is told so
                    }
                },
                (Object) missing);
    }

    private DataKey unwrapped(UUID id) throws GeneralSecurityException {
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
        DataKey key = new DataKey(id, masters.unwrap(stored.master, id, stored.owner, stored.wrapped));
        reading.put(id, stored.owner, key);
        return key;
    }

    private record Stored(String owner, String master, byte @Nullable [] wrapped) {}

    @Override
    public int erase(Subject subject) {
        String owner = owner(subject);
        int erased = jdbc.update(
                "UPDATE evidence_key SET wrapped = NULL, erased_at = now() WHERE owner = ? AND wrapped IS NOT NULL", owner);
        forget(owner);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    forget(owner);
                }
            });
        }
        return erased;
    }

    private void forget(String owner) {
        writing.forget(owner);
        reading.forget(owner);
    }
}
