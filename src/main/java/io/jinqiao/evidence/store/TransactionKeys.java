package io.jinqiao.evidence.store;

import io.jinqiao.evidence.store.KeyRing.NewKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keys made in one transaction. The journal inserts them with its next records; what it has not taken is inserted before the commit.
 * They are used by others only once they are committed.
 */
final class TransactionKeys implements TransactionSynchronization {
    private final KeyRing ring;
    private final Map<String, NewKey> made = new LinkedHashMap<>();
    private final List<NewKey> uninserted = new ArrayList<>();

    private TransactionKeys(KeyRing ring) {
        this.ring = ring;
    }

    /** @return null outside a transaction, and in one that has made no key */
    static @Nullable TransactionKeys present(KeyRing ring) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
                if (each instanceof TransactionKeys keys && keys.ring == ring) {
                    return keys;
                }
            }
        }
        return null;
    }

    /** Only inside a transaction. */
    static TransactionKeys begin(KeyRing ring) {
        TransactionKeys keys = new TransactionKeys(ring);
        TransactionSynchronizationManager.registerSynchronization(keys);
        return keys;
    }

    @Nullable NewKey of(String owner) {
        return made.get(owner);
    }

    @Nullable DataKey of(UUID id) {
        return made.values().stream().map(NewKey::key).filter(key -> key.id().equals(id)).findFirst().orElse(null);
    }

    void add(NewKey key) {
        made.put(key.owner(), key);
        uninserted.add(key);
    }

    /** Whoever takes them inserts them in this transaction. */
    List<NewKey> take() {
        List<NewKey> taken = List.copyOf(uninserted);
        uninserted.clear();
        return taken;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        ring.insert(take());
    }

    @Override
    public void afterCommit() {
        made.values().forEach(ring::hold);
    }
}
