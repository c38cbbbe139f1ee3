package io.jinqiao.assessment.gather;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was counted.
 *
 * @param caseNo number an objection names; unique within its measure and period, and the same whenever it is gathered
 * @param reference order, application, day or document it comes from
 * @param on day it counts for
 * @param amounts what it adds to each fact of its measure
 * @param isShort took points away
 * @param excluded why it is not counted; null: it is
 * @param remark what was seen, in fixed words and dates; nobody's name
 * @param messages that made it, in the journal
 */
public record Counted(
        Measure measure,
        String caseNo,
        @Nullable String accountNo,
        @Nullable String reference,
        LocalDate on,
        List<Long> amounts,
        boolean isShort,
        @Nullable String excluded,
        @Nullable String remark,
        List<String> messages) {

    public Counted {
        amounts = List.copyOf(amounts);
        messages = List.copyOf(messages);
        if (amounts.size() != measure.facts().size()) {
            throw new IllegalArgumentException(measure + " has " + measure.facts().size() + " facts");
        }
    }

    /** One of those expected, which was as it should be or was not. */
    static Counted one(Measure measure, String caseNo, @Nullable String accountNo, @Nullable String reference, LocalDate on, boolean good, @Nullable String excluded,
            @Nullable String remark, List<String> messages) {
        return new Counted(
                measure, caseNo, accountNo, reference, on, List.of(1L, good ? 1L : 0L), !good && excluded == null, excluded, remark, messages);
    }

    public Counted excluded(String why) {
        return new Counted(measure, caseNo, accountNo, reference, on, amounts, false, why, remark, messages);
    }
}
