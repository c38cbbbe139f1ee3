package io.jinqiao.delivery.outbox;

/** What people type. */
final class Words {
    private Words() {}

    static String reason(String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > 500) {
            throw new IllegalArgumentException("a reason has 1 to 500 characters");
        }
        return reason;
    }

    /** As much of a text as a reason may have. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= 500 ? text : text.substring(0, text.offsetByCodePoints(0, 500));
    }

    static String person(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person has a name");
        }
        return name.strip();
    }
}
