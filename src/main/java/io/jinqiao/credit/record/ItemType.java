package io.jinqiao.credit.record;

/**
 * One item of a segment (数据项).
 *
 * @param name its element, such as {@code AcctCode}
 * @param zh the national name
 */
public record ItemType(String name, String zh, Form form, Kind kind) {

    public enum Kind {
        /** There and not blank. */
        M,
        /** There; blank where the rules allow it. */
        A,
        /** There, may be blank. */
        O,
        /** Only where a rule asks for it, else not there: absent is not empty. */
        S
    }
}
