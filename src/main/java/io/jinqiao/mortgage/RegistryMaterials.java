package io.jinqiao.mortgage;

/**
 * How files come to a registry.
 *
 * @param file bytes of the largest it takes
 * @param all bytes of all files of one application together
 * @param part of an upload: bytes of every part but the last
 */
public record RegistryMaterials(Way way, int file, int all, int part) {
    /** Where nothing else was agreed. */
    public static final RegistryMaterials NAMED_ONLY = new RegistryMaterials(Way.NAMED, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public enum Way {
        /** by their digests; they are handed in otherwise */
        NAMED,
        /** inside the application */
        ONE_CALL,
        /** after it, one part after the other */
        UPLOAD
    }
}
