package io.jinqiao.repayment.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of {@code COPY}, handed on by the buffer: no text is made of a number and none is read back. */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int SIZE = 1 << 16;
    private static final int LONGEST_ROW = 1 << 12;
    private static final int NULL = -1;
    /** 2000-01-01, from which PostgreSQL counts days. */
    private static final long EPOCH = 10_957;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(SIZE);

    BinaryRows(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void row(int fields) throws SQLException {
        if (buffer.remaining() < LONGEST_ROW) {
            flush();
        }
        buffer.putShort((short) fields);
    }

    void bigint(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
    }

    void integer(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
    }

    void smallint(int value) {
        buffer.putInt(Short.BYTES).putShort((short) value);
    }

    void date(long epochDay) {
        integer((int) (epochDay - EPOCH));
    }

    void nothing() {
        buffer.putInt(NULL);
    }

    /** A text of at most some hundred characters; PostgreSQL keeps no character 0, a blank stands for it. */
    void text(@Nullable String value) {
        if (value == null) {
            nothing();
            return;
        }
        byte[] bytes = value.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
        buffer.putInt(bytes.length).put(bytes);
    }

    /** @return how many rows PostgreSQL has */
    long end() throws SQLException {
        buffer.putShort((short) NULL);
        flush();
        return copy.endCopy();
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
