package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** What every bank insists on around a content, in the same words. */
final class Required {
    private static final Duration DRIFT = Duration.ofMinutes(5);

    private Required() {}

    static void equal(ObjectNode tree, String name, String value, String id) throws NotUnderstood {
        if (!StrictJson.member(tree, name).equals(value)) {
            throw new NotUnderstood(Outcome.ENVELOPE, id, name, "应为 " + value + " / expected " + value);
        }
    }

    static void noOtherThan(ObjectNode tree, String... names) throws NotUnderstood {
        for (Iterator<String> each = tree.fieldNames(); each.hasNext(); ) {
            String name = each.next();
            if (!List.of(names).contains(name)) {
                throw new NotUnderstood(Outcome.ENVELOPE, "", name, "未约定的字段 / not on the list");
            }
        }
    }

    /** @param name where the time stands */
    static void fresh(String time, String pattern, String name, String id) throws NotUnderstood {
        Instant written;
        try {
            written = Leaves.instant(time, pattern);
        } catch (DateTimeException e) {
            throw new NotUnderstood(Outcome.TIME, id, name, "应为 " + pattern + " / expected " + pattern);
        }
        if (Duration.between(written, Instant.now()).abs().compareTo(DRIFT) > 0) {
            throw new NotUnderstood(Outcome.TIME, id, name, "相差五分钟以上 / more than five minutes off");
        }
    }

    static void signature(boolean good, String name, String id) throws NotUnderstood {
        if (!good) {
            throw new NotUnderstood(Outcome.SIGNATURE, id, name, "验签不通过 / the signature does not verify");
        }
    }

    static NotUnderstood noSuchInterface(Outcome outcome, String name, String id) {
        return new NotUnderstood(outcome, id, name, "没有此接口 / no such interface");
    }
}
