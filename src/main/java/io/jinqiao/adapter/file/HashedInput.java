package io.jinqiao.adapter.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hashes everything that is read through it. */
final class HashedInput extends FilterInputStream {
    private final RunningHash hash;

    HashedInput(InputStream in, RunningHash hash) {
        super(in);
        this.hash = hash;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        hash.update(bytes, from, read);
        return read;
    }
}
