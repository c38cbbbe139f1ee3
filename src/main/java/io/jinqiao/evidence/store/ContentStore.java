package io.jinqiao.evidence.store;

import java.io.IOException;

/** Where encrypted contents lie that are too large for a row. Named by their SHA-256, written once, never changed. */
public interface ContentStore {

    /**
     * Durable when it returns.
     *
     * @return the name: SHA-256 of the bytes in hexadecimal digits
     */
    String put(byte[] bytes) throws IOException;

    byte[] get(String name) throws IOException;

    /** Writes that many bytes durably and removes them again. */
    void probe(int size) throws IOException;
}
