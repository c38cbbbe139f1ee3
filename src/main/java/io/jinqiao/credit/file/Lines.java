package io.jinqiao.credit.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, ended by LF or CRLF. Of a line that is too long only the beginning is kept. */
final class Lines {
    private final InputStream in;
    private final int most;
    private long number;
    private boolean cut;

    Lines(InputStream in, int most) {
        this.in = new BufferedInputStream(in);
        this.most = most;
    }

    /** Of the line given last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line given last was longer than allowed. */
    boolean cut() {
        return cut;
    }

    /** Null at the end. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        cut = false;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() < most) {
                line.write(c);
            } else {
                cut = true;
            }
        }
        number++;
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return Arrays.copyOf(bytes, length);
    }
}
