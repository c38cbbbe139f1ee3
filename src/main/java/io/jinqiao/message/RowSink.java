package io.jinqiao.message;

import java.util.List;

/** Takes the rows of a file in their order. Nothing counts before the whole file was read without an exception: count, totals and hash come last. */
public interface RowSink {

    /** @param row valid until this returns */
    void row(FileRow row);

    /** So many bytes of the file were read by now; said now and then. */
    default void passed(long bytes) {}

    /** A row that is wrong in itself; reading goes on. */
    void refused(long line, List<Problem> problems);
}
