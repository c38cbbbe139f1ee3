package io.jinqiao.workbench.simulate.credit.report;

import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import io.jinqiao.workbench.simulate.credit.report.Rule.Stage;
import io.jinqiao.workbench.simulate.credit.tree.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules of every record: layout, presence, values, identifiers, dates (families ABR, ABD, ABE and BLD000). */
final class CommonRules {
    /** Elements that carry an identifier of the provider's. */
    private static final Set<String> IDENTIFIERS = Set.of("AcctCode", "Ccc", "Mcc", "MaxGuarMcc", "ModRecCode", "DelRecCode", "OdBnesCode", "NwBnesCode", "ContractCode");
    private static final Set<String> OFFICES = Set.of("MngmtOrgCode", "Cimoc");
    /** Days on which something happened; days that are agreed for later (due, expiry) are none. */
    private static final Set<String> HAPPENED = Set.of("OpenDate", "SettDate", "FiveCateAdjDate", "LatRpyDate", "CloseDate", "TranDate", "ValDate", "CcValDate");
    private static final int CODE = 14;

    private CommonRules() {}

    static List<Rule> all(ReportSettings settings) {
        return List.of(
                structure("ABR000", Basis.TOLD, "记录结构或类型不符 / no such record, unknown tag, segment twice or empty"),
                structure("ABD000", Basis.TOLD, "缺少数据项 / an element is missing"),
                structure("BLD000", Basis.TOLD, "不适用的数据项不应出现 / an element that does not apply is present"),
                structure("ABE000", Basis.TOLD, "数据项不能为空 / blank"),
                structure("ABE001", Basis.TOLD, "数据类型或字典不符 / type or code table"),
                structure("ABE008", Basis.TOLD, "日期超出范围 / a date outside 1901 to 2099"),
                new Rule("ABR001", "*", Stage.CROSS, Basis.TOLD, "信息报告日期晚于文件生成日期 / reported after the file was made", (record, ledger, blame) -> {
                    if (record.reportDate().filter(day -> day.isAfter(record.file().day())).isPresent()) {
                        blame.accept("RptDate");
                    }
                }),
                Rule.cross("ABR002", "*", Basis.MEANING_OURS, "文件内标识重复，后一条被拒 / key repeated in the file, the later one is refused", Flaw.WHOLE, Reported::repeated),
                leaves("ABE002", "标识码不属于该机构 / an identifier of another provider", (record, leaf) -> identifier(leaf) && foreign(settings, record, leaf)),
                leaves("ABE003", "机构代码不属于该机构或已注销 / no office of this provider", (record, leaf) -> OFFICES.contains(leaf.name()) && !office(settings, record, leaf)),
                new Rule("ABE004", "*", Stage.CROSS, Basis.TOLD, "证件号码校验不通过 / an identity number is wrong", CommonRules::identities),
                new Rule("ABE005", "210 212", Stage.CROSS, Basis.TOLD, "中征码不存在 / an unknown loan card number", (record, ledger, blame) -> loanCards(settings, record, blame)),
                new Rule("ABE007", "*", Stage.CROSS, Basis.TOLD, "业务日期晚于信息报告日期 / a day later than the report", CommonRules::later),
                new Rule("ABE012", "*", Stage.DATABASE, Basis.TOLD, "使用了已变更的标识码 / an identifier that was replaced", (record, ledger, blame) -> record.record().leaves().stream()
                        .filter(leaf -> identifier(leaf) && !leaf.name().equals("NwBnesCode") && ledger.retired(Tag.bare(leaf.text())))
                        .forEach(leaf -> blame.accept(leaf.name()))),
                Rule.database("ABR004", "110 210 220 510", Basis.MEANING_OURS, "数据库中已存在相同标识 / the same key is in the database", (record, ledger) -> ledger.holds(record)));
    }

    private interface LeafIsWrong {
        boolean test(Reported record, Tag leaf);
    }

    private static Rule leaves(String id, String words, LeafIsWrong wrong) {
        return new Rule(id, "*", Stage.CROSS, Basis.TOLD, words, (record, ledger, blame) ->
                record.record().leaves().stream().filter(leaf -> wrong.test(record, leaf)).forEach(leaf -> blame.accept(leaf.name())));
    }

    private static Rule structure(String id, Basis basis, String words) {
        return new Rule(id, "*", Stage.STRUCTURE, basis, words, (record, ledger, blame) ->
                record.flaws().stream().filter(flaw -> flaw.id().equals(id)).forEach(flaw -> blame.accept(flaw.tag())));
    }

    private static boolean identifier(Tag leaf) {
        return IDENTIFIERS.contains(leaf.name()) && !Tag.bare(leaf.text()).isEmpty();
    }

    private static boolean foreign(ReportSettings settings, Reported record, Tag leaf) {
        ReportSettings.Provider provider = settings.provider(record.file().segmentCode());
        String code = Tag.bare(leaf.text());
        return provider == null || code.length() <= CODE || !provider.segmentCodes().contains(code.substring(0, CODE));
    }

    private static boolean office(ReportSettings settings, Reported record, Tag leaf) {
        ReportSettings.Provider provider = settings.provider(record.file().segmentCode());
        return provider != null && provider.organisations().contains(Tag.bare(leaf.text()));
    }

    private static void identities(Reported record, Ledger ledger, Consumer<String> blame) {
        visit(record.record(), tag -> {
            one(tag, "IDType", "IDNum", null, blame);
            one(tag, "SpoIDType", "SpoIDNum", null, blame);
            one(tag, "ArlpCertType", "ArlpCertNum", "InfoIDType", blame);
            one(tag, "GuarCertType", "GuarCertNum", "InfoIdType", blame);
            one(tag, "PleorCertType", "PleorCertNum", "PledgorType", blame);
        });
    }

    /** @param party element that says 2 for an organisation; null: a person */
    private static void one(Tag tag, String type, String number, @Nullable String party, Consumer<String> blame) {
        String value = tag.value(number);
        boolean organisation = party != null && tag.value(party).equals("2");
        if (!value.isEmpty() && !(organisation ? Identities.organisation(tag.value(type), value) : Identities.person(tag.value(type), value))) {
            blame.accept(number);
        }
    }

    private static void visit(Tag tag, Consumer<Tag> visitor) {
        visitor.accept(tag);
        tag.inside().forEach(child -> visit(child, visitor));
    }

    private static void loanCards(ReportSettings settings, Reported record, Consumer<String> blame) {
        for (Tag liable : record.groups(AccountLayout.D, "RltRepymtInf")) {
            boolean card = liable.value("InfoIDType").equals("2") && liable.value("ArlpCertType").equals("10");
            if (card && !settings.loanCards().contains(liable.value("ArlpCertNum"))) {
                blame.accept("ArlpCertNum");
            }
        }
    }

    private static void later(Reported record, Ledger ledger, Consumer<String> blame) {
        LocalDate reported = record.reportDate().orElse(null);
        if (reported == null) {
            return;
        }
        for (Tag leaf : record.record().leaves()) {
            boolean happened = HAPPENED.contains(leaf.name()) || leaf.name().endsWith(PersonRules.UPDATED);
            if (happened && Reported.day(Tag.bare(leaf.text())).filter(day -> day.isAfter(reported)).isPresent()) {
                blame.accept(leaf.name());
            }
        }
    }
}
