package io.jinqiao.credit.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One file in the making: lines are collected, then header and lines written, gzip first, then whatever the cipher does. Memory does not grow with the
 * file. Closed without {@link #write} it leaves nothing behind.
 */
public final class ReportFile implements AutoCloseable {
    /** What the Center's client does to the compressed file: SM4, or nothing where it encrypts itself. */
    @FunctionalInterface
    public interface Cipher {
        OutputStream around(OutputStream out) throws IOException;
    }

    /** Longest line the Center takes (ABF008), in characters. */
    public static final int MAX_LINE = 10_000_000;

    private static final byte[] CRLF = {'\r', '\n'};
    private static final int BUFFER = 1 << 16;

    private final Spool spool;
    private final BufferedOutputStream lines;
    private int count;

    /** @param folder where lines wait, encrypted with a key that is never written */
    public ReportFile(Path folder) throws IOException {
        spool = new Spool(folder);
        lines = new BufferedOutputStream(spool.out(), BUFFER);
    }

    public int count() {
        return count;
    }

    public boolean full() {
        return count == FileHeader.MAX_RECORDS;
    }

    /** @throws IllegalArgumentException when the line is too long or has a break in it */
    public void add(String line) throws IOException {
        if (line.length() > MAX_LINE || line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a record is one line of at most " + MAX_LINE + " characters");
        }
        if (full()) {
            throw new IllegalStateException("a file has at most " + FileHeader.MAX_RECORDS + " records");
        }
        lines.write(line.getBytes(StandardCharsets.UTF_8));
        lines.write(CRLF);
        count++;
    }

    /** @param out closed afterwards */
    public void write(FileName name, String version, String template, LocalDateTime made, Cipher cipher, OutputStream out) throws IOException {
        if (!made.toLocalDate().equals(name.day())) {
            throw new IllegalArgumentException("the day of the header is that of the name");
        }
        lines.close();
        FileHeader header = new FileHeader(version, name.record(), template, name.provider(), made, count);
        try (OutputStream sealed = cipher.around(new BufferedOutputStream(out, BUFFER));
                OutputStream packed = new Gzip(sealed);
                InputStream collected = spool.in()) {
            packed.write(header.toString().getBytes(StandardCharsets.UTF_8));
            packed.write(CRLF);
            collected.transferTo(packed);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        spool.close();
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.DEFAULT_COMPRESSION);
        }
    }
}
