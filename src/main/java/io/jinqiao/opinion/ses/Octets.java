package io.jinqiao.opinion.ses;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that do not change. Equal when the bytes are. */
public final class Octets {
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Length and the first bytes, for people. */
    @Override
    public String toString() {
        return bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
    }
}
