package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.Rule.cross;
import static io.jinqiao.workbench.simulate.credit.report.Rule.database;

import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import io.jinqiao.workbench.simulate.credit.report.Rule.Stage;
import io.jinqiao.workbench.simulate.credit.tree.Tag;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Persons (110, 114) and credit lines (220). The sheet names their segments and not what stands in them: names of elements used here beyond it
 * (spouse {@code Spo…}, employer {@code Cpn…}, {@code …InfoUpDate}, {@code ConStatus}) are those of public field models.
 */
final class PersonRules {
    /** End of the name of each segment's update date. */
    static final String UPDATED = "InfoUpDate";
    private static final String PERSON = "110";
    private static final List<String> FIRST_SIX = List.of("FcsInfSgmt", "SpsInfSgmt", "EduInfSgmt", "OctpnInfSgmt", "RedncInfSgmt", "MlgInfSgmt");
    private static final Map<String, Form> TABLES = Map.of("MariStatus", Codes.MARRIAGE, "EmpStatus", Codes.EMPLOYMENT, "EduLevel", Codes.EDUCATION, "AcaDegree", Codes.DEGREE, "ResiStatus", Codes.RESIDENCE);
    private static final Set<String> MARRIED = Set.of("20", "21", "22", "23");
    private static final Set<String> EMPLOYED = Set.of("11", "13", "17", "21", "24", "91");

    private PersonRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("BBR000", PERSON, Stage.CROSS, Basis.TOLD, "新增客户须报六个段 / a new person (10) without the six segments", (r, ledger, blame) -> missing(r, r.value("RptDateCode").equals("10"), blame)),
                new Rule("BBR001", PERSON, Stage.DATABASE, Basis.TOLD, "库中无此人时须报六个段 / an unknown person without the six segments", (r, ledger, blame) -> missing(r, ledger.person(r) == null, blame)),
                new Rule("BBR002", PERSON, Stage.DATABASE, Basis.TOLD, "段的信息更新日期倒退 / a segment's update date goes back", PersonRules::back),
                cross("BBD001", PERSON, Basis.TOLD, "非已婚不得有配偶数据项 / spouse elements of somebody not married", "SpsInfSgmt", r -> !MARRIED.contains(r.value("SpsInfSgmt", "MariStatus")) && has(r, "SpsInfSgmt", name -> name.startsWith("Spo") || name.equals("SpsCmpyNm"))),
                cross("BBD000", PERSON, Basis.TOLD, "该就业状况不得有单位数据项 / employer elements of somebody not employed", "OctpnInfSgmt", r -> !EMPLOYED.contains(r.value("OctpnInfSgmt", "EmpStatus")) && has(r, "OctpnInfSgmt", name -> name.startsWith("Cpn"))),
                new Rule("ABE001", PERSON, Stage.CROSS, Basis.TOLD, "基本信息代码不在字典中 / a code of a person that is in no table", (r, ledger, blame) -> r.record().leaves().stream()
                        .filter(leaf -> TABLES.containsKey(leaf.name()) && !Tag.bare(leaf.text()).isEmpty() && TABLES.get(leaf.name()).breaks(leaf.text()) != null)
                        .forEach(leaf -> blame.accept(leaf.name()))),
                database("BDE000", "114", Basis.MEANING_OURS, "被删除的客户不存在 / nobody to delete", (r, l) -> l.person(r) == null),
                cross("ABD000", "220", Basis.ID_OURS, "授信协议标识码缺失 / a credit line without its number", "Mcc", r -> lineCode(r).isEmpty()),
                database("ZZR008", "220", Basis.ID_OURS, "额度已失效 / the credit line has ended", (r, l) -> l.lineEnded(lineCode(r))));
    }

    static String lineCode(Reported record) {
        return record.value("Mcc").isEmpty() ? record.value("ContractCode") : record.value("Mcc");
    }

    static boolean lineEnds(Reported record) {
        return record.value("CreditLimSgmt", "ConStatus").equals("2");
    }

    /** Update date of each segment that has one. */
    static Map<String, LocalDate> updates(Reported record) {
        Map<String, LocalDate> updates = new HashMap<>();
        for (Tag segment : record.record().inside()) {
            segment.leaves().stream().filter(leaf -> leaf.name().endsWith(UPDATED)).forEach(leaf -> Reported.day(Tag.bare(leaf.text())).ifPresent(day -> updates.put(segment.name(), day)));
        }
        return updates;
    }

    private static void missing(Reported record, boolean asked, Consumer<String> blame) {
        if (asked) {
            FIRST_SIX.stream().filter(segment -> !record.has(segment)).forEach(blame);
        }
    }

    private static void back(Reported record, Ledger ledger, Consumer<String> blame) {
        Ledger.Person before = ledger.person(record);
        if (before != null) {
            updates(record).forEach((segment, day) -> {
                if (day.isBefore(before.updated().getOrDefault(segment, day))) {
                    blame.accept(segment);
                }
            });
        }
    }

    private static boolean has(Reported record, String segment, Predicate<String> name) {
        Tag tag = record.segment(segment);
        return tag != null && tag.leaves().stream().anyMatch(leaf -> name.test(leaf.name()));
    }
}
