package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.Rule.cross;
import static io.jinqiao.workbench.simulate.credit.report.Rule.database;

import io.jinqiao.workbench.simulate.credit.report.Account.Version;
import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import io.jinqiao.workbench.simulate.credit.report.Rule.Stage;
import io.jinqiao.workbench.simulate.credit.tree.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Corrections (212), deletions (213, 214, 514), new identifiers (211, 511) and events (215). */
final class ChangeRules {
    private static final Set<String> CORRECTABLE = Set.of("Name", "IDType", "IDNum", "MngmtOrgCode");

    private ChangeRules() {}

    static List<Rule> all() {
        return Stream.of(corrections(), deletions(), names(), events()).flatMap(List::stream).toList();
    }

    private static List<Rule> corrections() {
        return List.of(
                cross("BMR003", "212", Basis.TOLD, "基础段只能更正姓名、证件和机构 / something in B that cannot be corrected", AccountLayout.B, r -> {
                    Tag base = r.segment(AccountLayout.B);
                    return base != null && base.inside().stream().anyMatch(item -> !CORRECTABLE.contains(item.name()));
                }),
                cross("BMR005", "212", Basis.TOLD, "该段不适用于账户类型 / a segment this account type has not", "MdfcSgmtCode", r -> Set.of("G", "I").contains(mark(r))),
                known("BMR008", "212", Basis.TOLD, "只能更正该月最新一版 / not the newest version of that month", (r, a) -> monthly(r) && a.of(month(r)).filter(v -> v.reported().equals(r.reported())).isEmpty()),
                known("BMR010", "212", Basis.TOLD, "其后已有月份，不能更正为关闭 / closed, though later months are stored", (r, a) -> monthly(r) && AccountRules.closed(r) && a.latestMonth().filter(latest -> latest.isAfter(month(r))).isPresent()),
                known("BMR011", "212", Basis.TOLD, "更正后五级分类认定日期次序不符 / the classification is out of order then", (r, a) -> (monthly(r) || r.has(AccountLayout.J)) && !a.fits(r.reported(), r.date(AccountRules.performance(r), "FiveCateAdjDate").orElseThrow())),
                known("ZZR007", "212", Basis.ID_OURS, "该段更正的报告日期不符 / a report date this segment cannot be corrected with", (r, a) -> !dated(r, a)),
                database("ZZR004", "212 213 215", Basis.ID_OURS, "账户不存在 / no such account", (r, l) -> l.account(code(r)) == null));
    }

    private static String code(Reported record) {
        return Stream.of("ModRecCode", "DelRecCode", "AcctCode").map(record::value).filter(code -> !code.isEmpty()).findFirst().orElse("");
    }

    private static String mark(Reported record) {
        return record.value("MdfcSgmtCode");
    }

    private static boolean monthly(Reported record) {
        return mark(record).equals("H");
    }

    private static YearMonth month(Reported record) {
        return record.month(AccountLayout.H).orElseThrow();
    }

    private static boolean dated(Reported record, Account account) {
        LocalDate latest = account.latest().orElse(null);
        if (latest == null) {
            return true;
        }
        return switch (mark(record)) {
            case "B" -> record.reported().equals(latest);
            case "C", "J", "K" -> account.versions().containsKey(record.reported()) || record.reported().isAfter(latest);
            case "D", "E", "F" -> !record.reported().isBefore(latest);
            default -> true;
        };
    }

    private static Rule known(String id, String of, Basis basis, String words, BiPredicate<Reported, Account> wrong) {
        return database(id, of, basis, words, (record, ledger) -> {
            Account account = ledger.account(code(record));
            return account != null && wrong.test(record, account);
        });
    }

    private static List<Rule> deletions() {
        return List.of(
                cross("BSE000", "213", Basis.TOLD, "起止日期不能同时为空 / neither a first nor a last day", "DelStartDate", r -> r.value("DelStartDate").isEmpty() && r.value("DelEndDate").isEmpty()),
                cross("BSE001", "213", Basis.TOLD, "起始日期晚于终止日期 / the first day after the last", "DelStartDate", r -> Deletion.of(r).from().isAfter(Deletion.of(r).to())),
                known("BSR002", "213", Basis.TOLD, "区间内有有效的特殊事件 / a special event that counts lies within", (r, a) -> a.events().stream().anyMatch(e -> Deletion.of(r).covers(e.reported()))),
                database("BTE000", "214", Basis.TOLD, "被删除的账户不存在 / no account to delete", (r, l) -> l.account(r.value("DelRecCode")) == null),
                database("BTE000", "514", Basis.ID_OURS, "被删除的合同不存在 / no contract to delete", (r, l) -> l.mortgage(r.value("DelRecCode")) == null));
    }

    private static List<Rule> names() {
        return List.of(
                cross("BIE000", "211", Basis.TOLD, "新旧标识码相同 / the new identifier is the old one", "NwBnesCode", r -> r.value("OdBnesCode").equals(r.value("NwBnesCode"))),
                cross("BIE000", "511", Basis.ID_OURS, "合同的新旧标识码相同 / the contract's new identifier is the old one", "NwBnesCode", r -> r.value("OdBnesCode").equals(r.value("NwBnesCode"))),
                database("BIE001", "211", Basis.TOLD, "旧标识码未在使用 / the old identifier is not in use", (r, l) -> l.account(r.value("OdBnesCode")) == null),
                database("BIE001", "511", Basis.ID_OURS, "合同的旧标识码未在使用 / the contract's old identifier is not in use", (r, l) -> l.mortgage(r.value("OdBnesCode")) == null),
                database("BIE002", "211", Basis.TOLD, "新标识码已被使用 / the new identifier is or was somebody else's", ChangeRules::used),
                database("BIE002", "511", Basis.ID_OURS, "合同的新标识码已被使用 / the contract's new identifier is in use", (r, l) -> !r.value("NwBnesCode").equals(r.value("OdBnesCode")) && l.mortgage(r.value("NwBnesCode")) != null));
    }

    private static boolean used(Reported record, Ledger ledger) {
        String fresh = record.value("NwBnesCode");
        Account account = ledger.account(record.value("OdBnesCode"));
        boolean formerlyIts = account != null && account.formerCodes().contains(fresh);
        return !fresh.equals(record.value("OdBnesCode")) && (ledger.account(fresh) != null || ledger.retired(fresh) && !formerlyIts);
    }

    private static List<Rule> events() {
        return List.of(
                cross("BQR000", "215", Basis.TOLD, "月份与报告日期不在同月 / Month is not the month of the report", "Month", r -> !r.value("Month").equals(YearMonth.from(r.reported()).toString())),
                new Rule("ABE001", "215", Stage.DATABASE, Basis.ID_OURS, "D1 账户只有转出事件 / an event of cards", (r, l, blame) -> {
                    Account account = l.account(r.value("AcctCode"));
                    if (account != null && account.type().equals("D1") && !r.value("OpetnType").equals("21")) {
                        blame.accept("OpetnType");
                    }
                }),
                known("BQR004", "215", Basis.TOLD, "转出须在最近月度之后一个月、晚于已有记录且账户未关闭 / a transfer out not in the month after the last, not newer, or of a closed account", ChangeRules::transferTooEarly));
    }

    private static boolean transferTooEarly(Reported record, Account account) {
        boolean out = record.value("OpetnType").equals("21") && record.value("Flag").equals("1");
        YearMonth month = YearMonth.parse(record.value("Month"));
        boolean next = account.latestMonth().filter(latest -> latest.plusMonths(1).equals(month)).isPresent();
        boolean newer = account.versions().values().stream().map(Version::reported).allMatch(record.reported()::isAfter);
        return out && (!next || !newer || account.closed());
    }
}
