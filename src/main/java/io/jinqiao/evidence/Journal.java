package io.jinqiao.evidence;

/**
 * The append-only record of the exact bytes exchanged with partners.
 *
 * <p>Appending joins the caller's transaction when there is one; without one it is a commit of its own. Links and seals follow
 * off the hot path.
 */
public interface Journal {

    /** @throws io.jinqiao.message.Refusal with {@code EVIDENCE_UNAVAILABLE} when the record cannot be written */
    RecordId append(JournalEntry entry);

    /** Appends several records in one round trip, in order, as one unit. */
    java.util.List<RecordId> append(java.util.List<JournalEntry> entries);

    /**
     * Appends a request and its answer as one unit; one round trip where the journal has a wire.
     *
     * @param answer made for the record it answers
     */
    default java.util.List<RecordId> append(
            JournalEntry request, java.util.function.Function<RecordId, JournalEntry> answer) {
        RecordId first = append(request);
        return java.util.List.of(first, append(answer.apply(first)));
    }

    /**
     * As {@link #append(JournalEntry, java.util.function.Function)}, and what another room keeps of the answer goes along: in the same
     * statement where the journal lies in the same database.
     *
     * @param along made for the record of the answer
     */
    default java.util.List<RecordId> append(
            JournalEntry request,
            java.util.function.Function<RecordId, JournalEntry> answer,
            java.util.function.Function<RecordId, Along> along) {
        java.util.List<RecordId> records = append(request, answer);
        along.apply(records.get(1)).alone();
        return records;
    }

    /** Whether traffic may flow: the journal can be written and the last seal is not older than allowed. Cheap; no database access. */
    boolean open();

    /** @throws io.jinqiao.message.Refusal with {@code EVIDENCE_UNAVAILABLE} unless {@link #open()} */
    void requireOpen();

    /** The exact bytes of one record, decrypted. @throws IllegalArgumentException when there is no such record */
    byte[] bytes(RecordId id);
}
