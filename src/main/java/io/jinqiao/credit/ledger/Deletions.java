package io.jinqiao.credit.ledger;

import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether the Center would refuse a deletion (records 213 and 214) for what it has of the account. */
public final class Deletions {
    // The sources tell the rule of an account that must be there for 214 only; for 213 its number is inferred.
    private static final String NO_ACCOUNT = "BTE000";
    private static final String SPECIAL_EVENT = "BSR002";
    private static final String EVENT = "215";

    private Deletions() {}

    /** Of the whole account: record 214. */
    public static List<Finding> ofAccount(AccountHistory history) {
        return history.known() ? List.of() : List.of(new Finding(NO_ACCOUNT, "DelRecCode", "待删除的账户不存在", "there is no such account to delete"));
    }

    /** @param record 213, found sound by itself @return every rule that would refuse it, and ours: what deletes nothing, or everything, is another request */
    public static List<Finding> ofMonths(AccountHistory history, CreditRecord record) {
        if (!history.known()) {
            return ofAccount(history);
        }
        Predicate<LocalDate> within = within(day(record.value("DelStartDate")), day(record.value("DelEndDate")));
        List<Finding> findings = new ArrayList<>();
        if (history.records().stream().anyMatch(one -> one.event().equals(EVENT) && within.test(one.reported()))) {
            findings.add(new Finding(SPECIAL_EVENT, "DelStartDate", "区间内有有效的特殊事件", "a special event lies within the interval"));
        }
        List<Accepted> months = history.records().stream().filter(one -> one.month() != null).toList();
        if (months.stream().noneMatch(one -> within.test(one.reported()))) {
            findings.add(new Finding("NOTHING", "DelStartDate", "区间内没有已入库的月度记录", "no month that was accepted was reported within the interval"));
        } else if (months.stream().allMatch(one -> within.test(one.reported()))) {
            findings.add(new Finding("EVERYTHING", "DelStartDate", "区间包含全部月度记录，请整笔删除", "every month lies within the interval: delete the account"));
        }
        return List.copyOf(findings);
    }

    /** An open end reaches everything. */
    static Predicate<LocalDate> within(@Nullable LocalDate from, @Nullable LocalDate to) {
        return day -> (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }
}
