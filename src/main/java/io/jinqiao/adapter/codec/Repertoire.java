package io.jinqiao.adapter.codec;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which characters a charset has: asked once for each of the 65,536 of the first plane, and for the rare others each time. Thread-safe. */
final class Repertoire {
    private static final Map<Charset, Repertoire> KNOWN = new ConcurrentHashMap<>();
    private static final int FIRST_PLANE = 0x10000;

    private final Charset charset;
    private final BitSet has = new BitSet(FIRST_PLANE);

    private Repertoire(Charset charset) {
        this.charset = charset;
        CharsetEncoder encoder = charset.newEncoder();
        for (int c = 0; c < FIRST_PLANE; c++) {
            has.set(c, !Character.isSurrogate((char) c) && encoder.canEncode((char) c));
        }
    }

    static Repertoire of(Charset charset) {
        return KNOWN.computeIfAbsent(charset, Repertoire::new);
    }

    boolean has(int c) {
        return c < FIRST_PLANE ? has.get(c) : charset.newEncoder().canEncode(Character.toString(c));
    }
}
