package io.jinqiao.assessment.store;

import io.jinqiao.assessment.gather.Days;
import io.jinqiao.message.PartnerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A bank's days, and under what they are scored.
 *
 * @param schemeFrom which version of the scheme: the first day on which it holds
 * @param penaltyCounts whether penalty interest is in the base of the fee
 * @param objectionsUntil null: not published
 */
public record Period(
        String no,
        PartnerId bank,
        Days days,
        String scheme,
        LocalDate schemeFrom,
        BigDecimal feePercent,
        boolean penaltyCounts,
        BigDecimal heldBackPercent,
        State state,
        @Nullable LocalDate objectionsUntil) {

    public enum State {
        /** a look at the days so far */
        RUNNING,
        FROZEN,
        /** published: the bank may object */
        PROVISIONAL,
        FINAL
    }

    public static String no(PartnerId bank, Days days) {
        return bank.value() + "-" + days.first().toString().replace("-", "") + "-" + days.last().toString().replace("-", "");
    }
}
