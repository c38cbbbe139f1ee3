package io.jinqiao.credit.ledger;

import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether the Center would refuse a correction (record 212) for what it has of the account. */
public final class Corrections {
    // These two ids are inferred: the sources tell the rules, not their numbers.
    private static final String NO_ACCOUNT = "BMR001";
    private static final String WRONG_DAY = "BMR002";

    private static final Set<String> OF_A_VERSION = Set.of("C", "J", "K");
    private static final Set<String> OF_THE_LATEST = Set.of("D", "E", "F");

    private Corrections() {}

    /** @param record 212, found sound by itself @return every rule that would refuse it */
    public static List<Finding> of(AccountHistory history, CreditRecord record) {
        if (!history.known()) {
            return List.of(new Finding(NO_ACCOUNT, "ModRecCode", "待更正的账户不存在", "there is no such account to correct"));
        }
        String mark = Objects.requireNonNull(record.value("MdfcSgmtCode"));
        LocalDate reported = LocalDate.parse(Objects.requireNonNull(record.value("RptDate")));
        return mark.equals("H") ? month(history, record, reported) : day(history, mark, reported);
    }

    private static List<Finding> day(AccountHistory history, String mark, LocalDate reported) {
        boolean version = history.records().stream().anyMatch(there -> there.reported().equals(reported));
        boolean lawful = OF_A_VERSION.contains(mark)
                ? version || reported.isAfter(history.latest())
                : OF_THE_LATEST.contains(mark) ? !reported.isBefore(history.latest()) : reported.equals(history.latest());
        return lawful ? List.of() : List.of(new Finding(WRONG_DAY, "RptDate", "信息报告日期与待更正的段不符", "this segment is not corrected with that day of report"));
    }

    private static List<Finding> month(AccountHistory history, CreditRecord record, LocalDate reported) {
        List<Finding> findings = new ArrayList<>();
        YearMonth month = YearMonth.parse(Objects.requireNonNull(record.value("Month")));
        Optional<Accepted> there = history.month(month);
        if (there.isEmpty() || !there.get().reported().equals(reported)) {
            findings.add(new Finding("BMR008", "RptDate", "只能更正该月最新的记录", "only the latest version of the month is corrected"));
        }
        boolean closes = "3".equals(record.value("AcctStatus"));
        if (closes && history.latestMonth().filter(last -> last.isAfter(month)).isPresent()) {
            findings.add(new Finding("BMR010", "AcctStatus", "其后已有月份，不能更正为关闭", "months follow: it cannot become the last"));
        }
        List<Accepted> others = history.records().stream().filter(other -> !Optional.of(other).equals(there)).toList();
        if (!Acceptance.fits(LocalDate.parse(Objects.requireNonNull(record.value("FiveCateAdjDate"))), reported, others)) {
            findings.add(new Finding("BMR011", "FiveCateAdjDate", "五级分类认定日期与前后记录的先后不符", "the day of the judgement goes back"));
        }
        return List.copyOf(findings);
    }
}
