package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.C;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.D;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.E;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.F;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.H;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.J;
import static io.jinqiao.workbench.simulate.credit.report.AccountLayout.K;
import static io.jinqiao.workbench.simulate.credit.report.Rule.cross;

import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import io.jinqiao.workbench.simulate.credit.report.Rule.Stage;
import io.jinqiao.workbench.simulate.credit.tree.Tag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an account's record must keep within itself: which segments stand there, and how its basics, persons and groups go together. */
final class AccountRules {
    private static final String ACCOUNT = "210";
    /** A corrected segment keeps what the reported one keeps. */
    static final String EITHER = "210 212";
    private static final int DAYS = 30;
    private static final Set<String> FIRST = Set.of("10", "31");

    private AccountRules() {}

    static List<Rule> all() {
        return Stream.of(presence(), basics(), liable(), groups()).flatMap(List::stream).toList();
    }

    /** The segment that tells how it is paid: H, or J for a recovery between months. */
    static String performance(Reported record) {
        return record.has(H) ? H : J;
    }

    static boolean closed(Reported record) {
        return record.value(performance(record), "AcctStatus").equals("3");
    }

    /** Kind and day of each special transaction. */
    static Set<String> transactions(Reported record) {
        return record.groups(K, "CagOfTrdInf").stream().map(t -> t.value("ChanTranType") + "|" + t.value("TranDate")).collect(Collectors.toSet());
    }

    private static List<Rule> presence() {
        return List.of(
                new Rule("ABD000", ACCOUNT, Stage.STRUCTURE, Basis.ID_OURS, "报告时点要求的段缺失 / a segment this report point asks for is missing", AccountRules::missing),
                new Rule("ABR000", ACCOUNT, Stage.STRUCTURE, Basis.ID_OURS, "报告时点不允许的段 / a segment this report point forbids", AccountRules::forbidden),
                cross("BLR014", ACCOUNT, Basis.TOLD, "保证类担保须有还款责任人段 / guaranteed (3, 5) without segment D", D, r -> first(r) && !r.has(D) && Set.of("3", "5").contains(r.value(C, "GuarMode"))),
                cross("BLR015", ACCOUNT, Basis.TOLD, "第三方承诺须有还款责任人段 / promise of a third party without segment D", D, r -> first(r) && !r.has(D) && r.value(C, "OthRepyGuarWay").equals("2")),
                cross("BLR005", ACCOUNT, Basis.MEANING_OURS, "授信额度段与分次放款标志不符 / segment F does not fit Flag", F, r -> first(r) && r.has(C) && r.has(F) == r.value(C, "Flag").equals("0")));
    }

    private static boolean first(Reported record) {
        return FIRST.contains(record.value("RptDateCode"));
    }

    private static void missing(Reported record, Ledger ledger, Consumer<String> blame) {
        AccountLayout.Presence presence = AccountLayout.Presence.OF.get(record.value("RptDateCode"));
        if (presence != null) {
            presence.must().stream().filter(segment -> !record.has(segment)).forEach(blame);
        }
    }

    private static void forbidden(Reported record, Ledger ledger, Consumer<String> blame) {
        AccountLayout.Presence presence = AccountLayout.Presence.OF.get(record.value("RptDateCode"));
        if (presence != null) {
            record.record().inside().stream()
                    .map(Tag::name)
                    .filter(AccountLayout.BY_MARK::containsValue)
                    .filter(name -> !name.equals(AccountLayout.B) && !presence.must().contains(name) && !presence.may().contains(name))
                    .forEach(blame);
        }
    }

    private static List<Rule> basics() {
        return List.of(
                cross("BLE005", EITHER, Basis.TOLD, "开户日期须为最早的业务日期 / OpenDate is not the earliest day", "OpenDate", r -> r.date(C, "OpenDate").filter(open -> happened(r).anyMatch(day -> day.isBefore(open))).isPresent()),
                cross("BLE009", EITHER, Basis.TOLD, "到期日期早于开户日期 / due before it was opened", "DueDate", r -> after(r.date(C, "OpenDate"), r.date(C, "DueDate"))),
                cross("BLE008", ACCOUNT, Basis.TOLD, "新开户须在三十天内报送 / a new account reported after 30 days or more", "RptDateCode", r -> r.value("RptDateCode").equals("10") && late(r, r.date(C, "OpenDate"))),
                cross("BLE028", EITHER, Basis.TOLD, "还款方式 90 的频率须为 03 / RepayMode 90 is monthly", "RepayFreqcy", r -> r.value(C, "RepayMode").equals("90") && !r.value(C, "RepayFreqcy").equals("03")),
                cross("BLE038", EITHER, Basis.TOLD, "非分期的还款期数须为 0 / no instalments, but periods", "RepayPrd", r -> r.value(C, "RepayMode").startsWith("2") && r.number(C, "RepayPrd") != 0),
                cross("BLE050", EITHER, Basis.TOLD, "仅 11 类可报合同编号和首套标志 / only detail 11 has LoanConCode and FirstHouLoanFlag", "BusiDtlLines", AccountRules::homeFlags),
                cross("ABE001", EITHER, Basis.ID_OURS, "业务种类细分不属于大类 / the detail is none of this business line", "BusiDtlLines", r -> Set.of("11", "12", "13").contains(r.value(C, "BusiDtlLines")) && !r.value(C, "BusiLines").equals("1")));
    }

    private static boolean homeFlags(Reported record) {
        Tag basics = record.segment(C);
        return basics != null && !basics.value("BusiDtlLines").equals("11") && (basics.child("LoanConCode") != null || basics.child("FirstHouLoanFlag") != null);
    }

    private static Stream<LocalDate> happened(Reported r) {
        Stream<Optional<LocalDate>> days = Stream.of(r.date(H, "SettDate"), r.date(H, "FiveCateAdjDate"), r.date(H, "LatRpyDate"), r.date(H, "CloseDate"));
        Stream<Optional<LocalDate>> special = r.groups(K, "CagOfTrdInf").stream().map(t -> Reported.day(t.value("TranDate")));
        return Stream.concat(days, special).flatMap(Optional::stream);
    }

    static boolean after(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get());
    }

    static boolean late(Reported record, Optional<LocalDate> day) {
        return day.isPresent() && ChronoUnit.DAYS.between(day.get(), record.reported()) >= DAYS;
    }

    private static List<Rule> liable() {
        return List.of(
                liable("BLE003", Basis.TOLD, "保证人的责任金额不能为空 / a guarantor without an amount", "ArlpAmt", t -> guarantor(t) && t.value("ArlpAmt").isEmpty()),
                liable("BLE048", Basis.TOLD, "保证人的联保标志、保证合同编号不能为空 / a guarantor without WartySign or MaxGuarMcc", "WartySign", t -> guarantor(t) && (t.value("WartySign").isEmpty() || t.value("MaxGuarMcc").isEmpty())),
                liable("ABE001", Basis.ID_OURS, "身份标识类型与身份类别不符 / a kind of number that persons, or organisations, do not have", "ArlpCertType", AccountRules::strangeNumber),
                cross("BLE041", ACCOUNT, Basis.TOLD, "还款责任人与借款人相同 / liable for oneself", "ArlpCertNum", r -> r.groups(D, "RltRepymtInf").stream()
                        .anyMatch(t -> t.value("ArlpCertType").equals(r.value("IDType")) && t.value("ArlpCertNum").equals(r.value("IDNum")))));
    }

    private static Rule liable(String id, Basis basis, String words, String tag, java.util.function.Predicate<Tag> wrong) {
        return cross(id, EITHER, basis, words, tag, r -> r.groups(D, "RltRepymtInf").stream().anyMatch(wrong));
    }

    private static boolean strangeNumber(Tag liable) {
        String type = liable.value("ArlpCertType");
        return liable.value("InfoIDType").equals("2") ? !Set.of("10", "20", "30").contains(type) : Codes.PERSON_ID.breaks(type) != null;
    }

    private static boolean guarantor(Tag liable) {
        return liable.value("ArlpType").equals("2");
    }

    private static List<Rule> groups() {
        return List.of(
                new Rule("ABE010", "210 212 510", Stage.CROSS, Basis.TOLD, "个数与出现次数不符 / the count is not how many stand there", (record, ledger, blame) -> {
                    counted(record, D, "RltRepymtNm", "RltRepymtInf", blame);
                    counted(record, E, "CcNm", "CccInf", blame);
                    counted(record, K, "CagOfTrdNm", "CagOfTrdInf", blame);
                    counted(record, "MotgaProptInfSgmt", "PleNum", "PleInf", blame);
                }),
                new Rule("ABE011", EITHER, Stage.CROSS, Basis.TOLD, "重复的责任人、合同或特殊交易 / the same person, contract or transaction twice", (record, ledger, blame) -> {
                    twice(record, D, "RltRepymtInf", t -> t.value("ArlpCertType") + "|" + t.value("ArlpCertNum") + "|" + t.value("ArlpType"), blame);
                    twice(record, E, "CccInf", t -> t.value("Ccc"), blame);
                    twice(record, K, "CagOfTrdInf", t -> t.value("ChanTranType") + "|" + t.value("TranDate"), blame);
                }),
                cross("BLE046", EITHER, Basis.TOLD, "特殊交易个数须大于 0 / segment K without a transaction", "CagOfTrdNm", r -> r.has(K) && r.number(K, "CagOfTrdNm") == 0));
    }

    private static void counted(Reported record, String segment, String count, String group, Consumer<String> blame) {
        if (record.has(segment) && record.number(segment, count) != record.groups(segment, group).size()) {
            blame.accept(count);
        }
    }

    private static void twice(Reported record, String segment, String group, Function<Tag, String> what, Consumer<String> blame) {
        Set<String> seen = new HashSet<>();
        if (record.groups(segment, group).stream().map(what).anyMatch(one -> !seen.add(one))) {
            blame.accept(group);
        }
    }
}
