package io.jinqiao.adapter.descriptor;

/**
 * The header before each message on a channel without frames of its own.
 *
 * @param flag constant text before the length, in ASCII; may be empty
 * @param width bytes of the length
 */
public record FrameForm(String flag, Written written, int width, Counts counts) {

    /** How the length is written; binary is in network order. */
    public enum Written {
        DIGITS_THEN_BLANKS,
        ZEROS_THEN_DIGITS,
        BINARY
    }

    /** What the length counts. */
    public enum Counts {
        MESSAGE,
        LENGTH_AND_MESSAGE,
        HEADER_AND_MESSAGE
    }

    /** The largest length that can be written. */
    public long most() {
        return written == Written.BINARY ? (1L << 8 * Math.min(width, 7)) - 1 : (long) Math.pow(10, Math.min(width, 18)) - 1;
    }
}
