package io.jinqiao.adapter.descriptor;

/**
 * How files come to a registry.
 *
 * @param file bytes of the largest they take
 * @param all bytes of all files of one call together; of an upload no limit
 * @param part bytes of every part of an upload but the last
 */
public record MaterialRule(Way way, int file, int all, int part) {
    public enum Way {
        ONE_CALL,
        UPLOAD
    }
}
