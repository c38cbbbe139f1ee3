package io.jinqiao.credit.report;

import io.jinqiao.credit.record.CreditRecord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes that say how an account stands. */
public final class Standing {
    public static final String CLOSED = "3";
    private static final String NORMAL = "1";
    private static final String LATE = "2";
    private static final Set<String> ADVERSE_STATUS = Set.of("2", "41", "42", "8");
    private static final Set<String> ADVERSE_CATEGORY = Set.of("3", "4", "5");
    private static final Set<String> ADVERSE_PAYMENT = Set.of("1", "2", "3", "4", "5", "6", "7", "B", "D", "Z", "G");

    private Standing() {}

    /** 账户状态. */
    static String account(MonthFacts month) {
        if (month.closedOn() != null) {
            return CLOSED;
        }
        return month.daysLate() > 0 ? LATE : NORMAL;
    }

    /** 当前还款状态: by the days since the oldest unpaid instalment fell due. */
    static String payment(MonthFacts month) {
        if (month.closedOn() != null) {
            return "C";
        }
        if (month.daysLate() > 0) {
            return lateFor(month.daysLate());
        }
        if (month.dueOn() == null) {
            return "*";
        }
        return month.paidAfterDue() ? "M" : "N";
    }

    /** 1: up to 30 days, then one more for each 30, 7: more than 180. */
    static String lateFor(int days) {
        return Integer.toString(Math.min((days - 1) / 30 + 1, 7));
    }

    /** Whether a record tells something adverse (不良信息). */
    public static boolean adverse(CreditRecord record) {
        return adverse(record.value("AcctStatus"), record.value("RpyStatus"), record.value("FiveCate"));
    }

    /** Whether telling this is telling something adverse (不良信息), before which people must be told. */
    static boolean adverse(@Nullable String account, @Nullable String payment, @Nullable String category) {
        return account != null && ADVERSE_STATUS.contains(account) || payment != null && ADVERSE_PAYMENT.contains(payment) || category != null && ADVERSE_CATEGORY.contains(category);
    }
}
