package io.jinqiao.evidence.store;

import io.jinqiao.evidence.Along;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The journal in PostgreSQL. */
public final class PostgresJournal implements Journal {
    private final JdbcTemplate jdbc;
    private final Supplier<String> node;
    private final RecordIds ids;
    private final KeyRing keys;
    private final ContentStore contents;
    private final int inlineLimit;
    private final StoredContents stored;
    private final TrafficGate gate;
    private final Set<String> knownCertificates = ConcurrentHashMap.newKeySet();

    /**
     * @param node name of the chain this process writes to now
     * @param inlineLimit bytes
     */
    public PostgresJournal(
            JdbcTemplate jdbc,
            Supplier<String> node,
            RecordIds ids,
            KeyRing keys,
            ContentStore contents,
            int inlineLimit,
            TrafficGate gate) {
        this.jdbc = jdbc;
        this.node = node;
        this.ids = ids;
        this.keys = keys;
        this.contents = contents;
        this.inlineLimit = inlineLimit;
        this.stored = new StoredContents(jdbc, keys, contents);
        this.gate = gate;
    }

    @Override
    public RecordId append(JournalEntry entry) {
        return append(List.of(entry)).get(0);
    }

    @Override
    public List<RecordId> append(List<JournalEntry> entries) {
        return entries.isEmpty() ? List.of() : write(entries.stream().map(this::numbered).toList(), null);
    }

    @Override
    public List<RecordId> append(JournalEntry request, Function<RecordId, JournalEntry> answer) {
        Numbered first = numbered(request);
        return write(List.of(first, numbered(answer.apply(first.id()))), null);
    }

    @Override
    public List<RecordId> append(
            JournalEntry request, Function<RecordId, JournalEntry> answer, Function<RecordId, Along> along) {
        Numbered first = numbered(request);
        Numbered second = numbered(answer.apply(first.id()));
        return write(List.of(first, second), along.apply(second.id()));
    }

    private record Numbered(RecordId id, JournalEntry entry) {}

    private Numbered numbered(JournalEntry entry) {
        return new Numbered(ids.next(), entry);
    }

    private List<RecordId> write(List<Numbered> entries, @Nullable Along along) {
        int size = entries.stream().mapToInt(e -> e.entry().bytes().length).max().orElse(0);
        try {
            return insert(entries, along);
        } catch (DataAccessException | TransactionException | IOException e) {
            gate.writeFailed(e, size);
            Refusal refusal = new Refusal(FailureCode.EVIDENCE_UNAVAILABLE);
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** As {@link #append}, but failures come as they are. */
    void probe(JournalEntry entry) {
        try {
            insert(List.of(numbered(entry)), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RecordId> insert(List<Numbered> entries, @Nullable Along along) throws IOException {
        String chain = node.get();
        Map<String, KeyRing.NewKey> made = new HashMap<>();
        Map<String, byte[]> certificates = new HashMap<>();
        List<DraftRecord> drafts = new ArrayList<>(entries.size());
        for (Numbered numbered : entries) {
            JournalEntry entry = numbered.entry();
            DraftRecord draft = draft(chain, numbered.id(), entry, made);
            drafts.add(draft);
            String fingerprint = draft.facts().certificate();
            if (fingerprint != null && !knownCertificates.contains(fingerprint)) {
                certificates.put(fingerprint, entry.certificate());
            }
        }
        List<KeyRing.NewKey> inserted = new ArrayList<>(keys.takeUninserted());
        inserted.addAll(made.values());
        RecordInsert insert = new RecordInsert(drafts, inserted, certificates, along);
        jdbc.update(insert.sql(), insert);
        made.values().forEach(keys::hold);
        remember(certificates.keySet());
        return entries.stream().map(Numbered::id).toList();
    }

    private DraftRecord draft(String chain, RecordId id, JournalEntry entry, Map<String, KeyRing.NewKey> made)
            throws IOException {
        DataKey key = key(entry, made);
        byte[] input = entry.signingInput() == null ? new byte[0] : entry.signingInput();
        byte[] encrypted = key.encrypt(id.value(), entry.bytes(), input);
        if (entry.bytes().length + input.length <= inlineLimit) {
            return DraftRecord.of(id, chain, entry, key.id(), encrypted, null);
        }
        return DraftRecord.of(id, chain, entry, key.id(), null, contents.put(encrypted));
    }

    /** Outside a transaction a new key is inserted with the records themselves: one statement, one commit. */
    private DataKey key(JournalEntry entry, Map<String, KeyRing.NewKey> made) {
        String owner = KeyRing.owner(
                entry.subject(), entry.partner() == null ? null : entry.partner().value());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            return keys.forWriting(owner);
        }
        DataKey held = keys.held(owner);
        return held != null ? held : made.computeIfAbsent(owner, keys::make).key();
    }

    private void remember(Set<String> certificates) {
        if (certificates.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            knownCertificates.addAll(certificates);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                knownCertificates.addAll(certificates);
            }
        });
    }

    @Override
    public boolean open() {
        return gate.open();
    }

    @Override
    public void requireOpen() {
        gate.requireOpen();
    }

    @Override
    public byte[] bytes(RecordId id) {
        return stored.read(id).body();
    }
}
