package io.jinqiao.credit.file;

import io.jinqiao.credit.CreditLists;
import io.jinqiao.credit.record.CreditRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a loan stands at a month's end, as the Center is told.
 *
 * @param loanAccountNo the bank's number of it
 * @param told values of {@link #ITEMS}, in their order
 */
public record ListLine(String loanAccountNo, List<String> told) {
    /** What a line tells beside the number of the loan. */
    public static final List<String> ITEMS = Arrays.stream(CreditLists.HEADER.split(",")).skip(1).toList();

    public ListLine {
        told = List.copyOf(told);
    }

    /** @param record 210 with its month */
    public static ListLine of(String loanAccountNo, CreditRecord record) {
        Map<String, String> month = record.items("H");
        return new ListLine(loanAccountNo, ITEMS.stream().map(item -> Objects.requireNonNull(month.get(item))).toList());
    }
}
