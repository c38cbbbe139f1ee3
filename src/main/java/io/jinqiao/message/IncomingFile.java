package io.jinqiao.message;

import java.time.Instant;

/**
 * A file of a partner on its way to the business; it was named and recorded, not yet read. Rows are handed out as the file is read, so that its
 * size does not matter.
 */
public interface IncomingFile {

    PartnerId partner();

    FileKind kind();

    /** Its number in the journal. */
    MessageId id();

    /** Its name, as the partner gave it. */
    String name();

    /** Of all its bytes; the same file once more has the same. */
    Digest digest();

    /** Bytes. */
    long size();

    Instant receivedAt();

    /**
     * Reads it from its first row to its last, each time anew. Count, totals and hash are compared at the end: before this returns, no row
     * counts. What it throws for a file that is wrong goes through the business untouched, to whoever called it, and undoes its transaction.
     */
    FileHead read(RowSink sink);
}
