package io.jinqiao.credit.record;

import org.jspecify.annotations.Nullable;

/** What a rule asks of a record, or of one row of a group. */
@FunctionalInterface
interface Check {
    /** The tag of a rule that means the whole record. */
    String WHOLE = "0000";

    /** The item that breaks the rule, {@link #WHOLE} for the whole record; null when it holds or has nothing to look at. */
    @Nullable String broken(Looked at);

    /** @param row a row of the group the rule looks at; null for rules about the record */
    record Looked(CreditRecord record, String @Nullable [] row, ReportContext context) {}

    /** Reads one item; null when it is not there. */
    @FunctionalInterface
    interface Item {
        @Nullable String in(Looked at);
    }

    static boolean blank(@Nullable String value) {
        if (value == null) {
            return true;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != ' ' && value.charAt(i) != '\u3000') {
                return false;
            }
        }
        return true;
    }

    /** Holds only where a condition does. */
    default Check when(Check condition) {
        return at -> condition.broken(at) == null ? broken(at) : null;
    }

    default Check unless(Check condition) {
        return at -> condition.broken(at) == null ? null : broken(at);
    }

    /** The first that breaks. */
    default Check and(Check other) {
        return at -> {
            String first = broken(at);
            return first == null ? other.broken(at) : first;
        };
    }
}
