package io.jinqiao.adapter.file;

import io.jinqiao.message.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cuts a stream of bytes into lines and keeps one buffer of it, whatever the size. Bytes are hashed when the reader has passed them, so that
 * a trailer can be left out. For one use.
 */
final class LineSource {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LINE_FEEDS = LOW * '\n';
    private static final int LEAST_BUFFER = 1 << 18;

    private final InputStream in;
    private final int longest;
    private final boolean crlf;
    private final RunningHash hash;
    private final byte[] buffer;
    private int filled;
    /** Where the present line begins, where its text ends, where the next line begins. */
    private int start;
    private int end;
    private int next;
    private boolean ended;
    private boolean nul;
    private boolean closed = true;
    private long line;

    /** @param longest bytes of a line, without its end @param crlf whether lines end with CR LF; else with LF */
    LineSource(InputStream in, int longest, boolean crlf, RunningHash hash) {
        this.in = in;
        this.longest = longest;
        this.crlf = crlf;
        this.hash = hash;
        this.buffer = new byte[Math.max(LEAST_BUFFER, 2 * longest + 4)];
    }

    /**
     * Goes on to the next line. A last line need not have an end.
     *
     * @return false when there is none
     * @throws FileRefusal for a line that is too long or ends in another way than agreed
     */
    boolean advance() {
        hash.update(buffer, start, next - start);
        start = next;
        int feed = find(start);
        if (feed < 0 && start == filled) {
            return false;
        }
        line++;
        closed = feed >= 0;
        end = closed ? feed : filled;
        next = closed ? feed + 1 : filled;
        requireAgreedEnd();
        return true;
    }

    private void requireAgreedEnd() {
        boolean withReturn = end > start && buffer[end - 1] == '\r';
        if (closed && withReturn != crlf) {
            throw new FileRefusal(line, FailureCode.FILE_LINE_END, crlf ? "CR LF" : "LF");
        }
        if (closed && crlf) {
            end--;
        }
        if (end - start > longest) {
            throw tooLong();
        }
    }

    private FileRefusal tooLong() {
        return new FileRefusal(line, FailureCode.FILE_LINE_TOO_LONG, "" + longest);
    }

    /** Index of the next line feed, reading on as far as a line may be; -1 at the end of the file. */
    private int find(int from) {
        nul = false;
        int at = from;
        while (true) {
            int feed = scan(at);
            if (feed >= 0) {
                return feed;
            }
            at = filled;
            if (at - start > longest + 1) {
                line++;
                throw tooLong();
            }
            int moved = at - start;
            if (!fill()) {
                return -1;
            }
            at = start + moved;
        }
    }

    /** Eight bytes at a time: also notices a byte 0. */
    private int scan(int from) {
        int at = from;
        while (at + 8 <= filled) {
            long word = (long) LONGS.get(buffer, at);
            long feeds = word ^ LINE_FEEDS;
            long found = (feeds - LOW) & ~feeds & HIGH;
            if (((word - LOW) & ~word & HIGH) != 0 || found != 0) {
                break;
            }
            at += 8;
        }
        for (; at < filled; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
            nul |= buffer[at] == 0;
        }
        return -1;
    }

    /** Reads more behind what is there; moves the present line to the front when the buffer is full. */
    private boolean fill() {
        if (ended) {
            return false;
        }
        if (filled == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            next -= start;
            start = 0;
        }
        try {
            int read = in.read(buffer, filled, buffer.length - filled);
            ended = read < 0;
            filled += Math.max(read, 0);
            return !ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From 1. */
    long line() {
        return line;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Without the end of the line. */
    int end() {
        return end;
    }

    /** Whether the line has an end; only the last may have none. */
    boolean closed() {
        return closed;
    }

    /** Whether a byte 0 is in the line. */
    boolean nul() {
        return nul;
    }

    boolean startsWith(byte[] text) {
        return end - start >= text.length
                && java.util.Arrays.equals(buffer, start, start + text.length, text, 0, text.length);
    }
}
