package io.jinqiao.adapter.file;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Axis: what tells one column of a record from the next. Thread-safe. */
interface Columns {

    /** @return false when the record does not divide so; {@link Cut#found} says what it is */
    boolean split(byte[] b, int start, int end, Cut cut);

    /** What a record must be, for people. */
    String expected();

    /**
     * @param values by column, in bytes of the charset; each was checked to fit
     * @throws io.jinqiao.message.IllegalValue when a value cannot stand in its column
     */
    void join(List<byte[]> values, ByteArrayOutputStream out);
}
