package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.H;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.J;
import static io.jinqiao.workbench.simulate.credit.report.AccountRules.after;
import static io.jinqiao.workbench.simulate.credit.report.AccountRules.closed;
import static io.jinqiao.workbench.simulate.credit.report.AccountRules.late;

import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How the values of a month (H), and of a recovery between months (J), go together. */
final class PerformanceRules {
    private PerformanceRules() {}

    static List<Rule> all() {
        return Stream.concat(monthly().stream(), recovered().stream()).toList();
    }

    private static List<Rule> monthly() {
        return List.of(
                monthly("BLE001", "关闭与账户关闭日期不符 / closed without its day, or a day without being closed", "CloseDate", r -> closed(r) == r.value(H, "CloseDate").isEmpty()),
                monthly("BLE004", "关闭账户不得有逾期 / closed, but overdue", "TotOverd", r -> closed(r) && owes(r)),
                monthly("BLE010", "账户关闭须在三十天内报送 / a closure (20) reported after 30 days or more", "RptDateCode", r -> r.value("RptDateCode").equals("20") && late(r, r.date(H, "CloseDate"))),
                monthly("BLE011", "关闭日期早于其他日期 / closed before what happened", "CloseDate", r -> Stream.of("SettDate", "LatRpyDate", "FiveCateAdjDate").anyMatch(item -> after(r.date(H, item), r.date(H, "CloseDate")))),
                monthly("BLE012", "结算日不在该月份 / the settlement day is of another month", "SettDate", r -> r.date(H, "SettDate").filter(day -> !YearMonth.from(day).equals(r.month(H).orElse(null))).isPresent()),
                monthly("BLE013", "呆账的逾期总额不能为 0 / bad debt without a sum overdue", "TotOverd", r -> Set.of("41", "42").contains(r.value(H, "AcctStatus")) && r.number(H, "TotOverd") == 0),
                monthly("BLE015", "还款状态 * 时应还款与逾期须为 0 / nothing due (*), but sums", "RpyStatus", r -> r.value(H, "RpyStatus").equals("*") && (owes(r) || r.number(H, "CurRpyAmt") != 0)),
                monthly("BLE017", "还款状态 N、M 时不得有逾期 / N or M, but overdue", "RpyStatus", r -> Set.of("N", "M").contains(r.value(H, "RpyStatus")) && owes(r)),
                monthly("BLE019", "还款状态 1–7 时须有逾期 / 1 to 7, but nothing overdue", "RpyStatus", r -> r.value(H, "RpyStatus").matches("[1-7]") && (r.number(H, "OverdPrd") == 0 || r.number(H, "TotOverd") == 0)),
                monthly("BLE020", "逾期本金大于逾期总额 / more principal overdue than in all", "OverdPrinc", r -> r.number(H, "OverdPrinc") > r.number(H, "TotOverd")),
                monthly("BLE026", "关闭账户余额须为 0 / closed, but a balance", "AcctBal", r -> closed(r) && r.number(H, "AcctBal") != 0),
                monthly("BLE030", "关闭账户还款状态须为 C 或 G / closed, but neither C nor G", "RpyStatus", r -> closed(r) && !Set.of("C", "G").contains(r.value(H, "RpyStatus"))),
                monthly("BLE037", "关闭时点的账户状态须为 3 / 20 or 32, but not closed", "AcctStatus", r -> Set.of("20", "32").contains(r.value("RptDateCode")) && !closed(r)),
                monthly("BLE039", "月份与报告日期相差超过一个月 / Month is more than one from the report", "Month", r -> r.month(H).filter(month -> Math.abs(ChronoUnit.MONTHS.between(month, YearMonth.from(r.reported()))) > 1).isPresent()));
    }

    private static Rule monthly(String id, String words, String tag, Predicate<Reported> wrong) {
        return Rule.cross(id, AccountRules.EITHER, Basis.TOLD, words, tag, r -> r.has(H) && wrong.test(r));
    }

    private static boolean owes(Reported record) {
        return record.number(AccountRules.performance(record), "OverdPrd") != 0 || record.number(AccountRules.performance(record), "TotOverd") != 0;
    }

    private static List<Rule> recovered() {
        return List.of(
                recovered("BLE016", "收回逾期时账户不得关闭 / recovered, but closed", "AcctStatus", AccountRules::closed),
                recovered("BLE018", "收回逾期后逾期须为 0 / recovered, but still overdue", "TotOverd", PerformanceRules::owes),
                recovered("BLE034", "收回逾期的还款状态只能为 N / recovered, but not N", "RpyStatus", r -> !r.value(J, "RpyStatus").equals("N")),
                recovered("BLE040", "最近还款日期须等于报告日期 / not reported on the day it was paid", "LatRpyDate", r -> !r.date(J, "LatRpyDate").equals(r.reportDate())));
    }

    private static Rule recovered(String id, String words, String tag, Predicate<Reported> wrong) {
        return Rule.cross(id, AccountRules.EITHER, Basis.TOLD, words, tag, r -> r.has(J) && wrong.test(r));
    }
}
