package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.H;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.J;
import static io.jinqiao.workbench.simulate.credit.report.Rule.database;

import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import io.jinqiao.workbench.simulate.credit.report.Rule.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** What an account's record must keep with what was taken of it before. */
final class AccountHistoryRules {
    private static final String ACCOUNT = "210";

    private AccountHistoryRules() {}

    static List<Rule> all(ReportSettings settings) {
        List<Rule> rules = new ArrayList<>(List.of(
                database("BLR004", ACCOUNT, Basis.TOLD, "首次报送须含 C 段和 H 段 / a first report without C and H", (r, l) -> l.account(r.value("AcctCode")) == null && !(r.has(AccountLayout.C) && r.has(H))),
                known("BLR019", "账户类型与库中不符 / another account type than stored", (r, a) -> !a.type().equals(r.value("AcctType"))),
                known("BLR020", "账户已关闭 / the account was closed", (r, a) -> a.closed()),
                known("BLR021", "关闭记录早于已有记录 / a closure older than what is stored", (r, a) -> AccountRules.closed(r) && a.latest().filter(latest -> r.reported().isBefore(latest)).isPresent()),
                known("BLR022", "五级分类认定日期与前后记录不符 / the classification goes back", (r, a) -> !a.fits(r.reported(), r.date(AccountRules.performance(r), "FiveCateAdjDate").orElseThrow())),
                known("BLR023", "特殊交易已报送过 / this special transaction was reported before", (r, a) -> a.versions().values().stream().anyMatch(v -> AccountRules.transactions(r).stream().anyMatch(v.transactions()::contains))),
                known("BLR025", "账户已转出 / the account was transferred out", (r, a) -> a.transferred()),
                known("BLR027", "该月已有相同或更新的记录 / this month is stored with the same or a newer report", (r, a) -> r.month(H).flatMap(a::of).filter(v -> !v.reported().isBefore(r.reported())).isPresent()),
                known("BLR028", "当日已有特殊事件，不能报送收回逾期 / a recovery on the day of a special event", (r, a) -> r.has(J) && a.events().stream().anyMatch(e -> e.reported().equals(r.reported())))));
        if (settings.wantsReferences()) {
            rules.addAll(references());
        }
        return rules;
    }

    private static Rule known(String id, String words, BiPredicate<Reported, Account> wrong) {
        return database(id, ACCOUNT, Basis.TOLD, words, (record, ledger) -> {
            Account account = ledger.account(record.value("AcctCode"));
            return account != null && wrong.test(record, account);
        });
    }

    /** The sheet says that these must be there, and not what the Center calls it when they are not. */
    private static List<Rule> references() {
        return List.of(
                database("ZZR001", ACCOUNT, Basis.ID_OURS, "借款人未报送基本信息 / nothing was reported of the borrower (110)", (r, l) -> l.account(r.value("AcctCode")) == null && !l.anybody(r.value("Name"), r.value("IDType"), r.value("IDNum"))),
                new Rule("ZZR002", ACCOUNT, Stage.DATABASE, Basis.ID_OURS, "抵质押合同未报送 / no mortgage contract (510) with this number", (record, ledger, blame) -> record.groups(AccountLayout.E, "CccInf").stream()
                        .filter(group -> ledger.mortgage(group.value("Ccc")) == null)
                        .forEach(group -> blame.accept("Ccc"))),
                database("ZZR003", ACCOUNT, Basis.ID_OURS, "授信协议未报送 / no credit line (220) with this number", (r, l) -> r.has(AccountLayout.F) && !l.line(r.value(AccountLayout.F, "Mcc"))));
    }
}
