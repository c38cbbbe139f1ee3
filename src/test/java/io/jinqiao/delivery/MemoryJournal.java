package io.jinqiao.delivery;

import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A journal for tests of other rooms: remembers what was appended, rolled back or not. */
public final class MemoryJournal implements Journal {
    private final Map<RecordId, JournalEntry> entries = new ConcurrentHashMap<>();
    public volatile boolean open = true;

    @Override
    public RecordId append(JournalEntry entry) {
        requireOpen();
        RecordId id = new RecordId(UUID.randomUUID());
        entries.put(id, entry);
        return id;
    }

    @Override
    public List<RecordId> append(List<JournalEntry> several) {
        return several.stream().map(this::append).toList();
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public void requireOpen() {
        if (!open) {
            throw new Refusal(FailureCode.EVIDENCE_UNAVAILABLE);
        }
    }

    @Override
    public byte[] bytes(RecordId id) {
        return entry(id).bytes();
    }

    public JournalEntry entry(RecordId id) {
        JournalEntry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return entry;
    }

    public int size() {
        return entries.size();
    }
}
