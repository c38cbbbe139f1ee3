package io.jinqiao.credit.record;

import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Invented records. Names, codes and numbers belong to nobody: region 999999 does not exist. */
public final class Samples {
    public static final String PROVIDER = "D19999999H0001";
    public static final Reporter REPORTER = new Reporter(PROVIDER, Set.of(PROVIDER), Set.of(PROVIDER));
    public static final ReportContext CONTEXT = new ReportContext(REPORTER, LocalDate.of(2026, 10, 1));
    private static final Sources SOURCES = new Sources(Path.of("target/no-home"), Samples.class.getClassLoader());
    public static final RecordTypes TYPES = new RecordTypes(SOURCES, new CodeTables(SOURCES));

    private Samples() {}

    public static RecordType type(String number) {
        return TYPES.at(number, CONTEXT.fileDate());
    }

    /** A mortgage account with one missed instalment at the end of September, everything told. */
    public static CreditRecord account() {
        return CreditRecord.of(type("210"))
                .segment("B", items("InfRecType 210, AcctType D1, AcctCode D19999999H0001GJJ202403120000777, RptDate 2026-09-30, RptDateCode 30, Name 测试甲, IDType 10, IDNum 999999199003071234, MngmtOrgCode D19999999H0001"))
                .segment("C", items("BusiLines 1, BusiDtlLines 13, OpenDate 2024-03-12, Cy CNY, LoanAmt 600000, Flag 0, DueDate 2044-03-12, RepayMode 11, RepayFreqcy 03, RepayPrd 240, ApplyBusiDist 110000, GuarMode 2, OthRepyGuarWay 0, AssetTrandFlag 0, FundSou 24, LoanForm 1"))
                .segment("D", items("RltRepymtNm 1"))
                .row("D", items("InfoIDType 1, ArlpName 测试乙, ArlpCertType 10, ArlpCertNum 99999919920815456X, ArlpType 1, ArlpAmt, WartySign, MaxGuarMcc"))
                .segment("E", items("CcNm 1"))
                .row("E", items("Ccc D19999999H0001DY202403120000777"))
                .segment("H", month())
                .build();
    }

    private static Map<String, String> month() {
        return items("Month 2026-09, SettDate 2026-09-12, AcctStatus 2, AcctBal 544301, RemRepPrd 210, FiveCate 1, FiveCateAdjDate 2026-09-30, RpyStatus 1, OverdPrd 1, TotOverd 3283, OverdPrinc 1990,"
                + " Oved31_60Princ 0, Oved61_90Princ 0, Oved91_180Princ 0, OvedPrinc180 0, CurRpyAmt 3283, ActRpyAmt 0, LatRpyDate 2026-08-12, CloseDate");
    }

    /** The same account on the day its arrears were paid. */
    public static CreditRecord recovered() {
        return account().change()
                .without("C").without("D").without("E").without("H")
                .segment("B", items("RptDate 2026-09-20, RptDateCode 40"))
                .segment("J", items("AcctStatus 1, AcctBal 542311, FiveCate 1, FiveCateAdjDate 2026-09-20, RemRepPrd 209, RpyStatus N, OverdPrd 0, TotOverd 0, LatRpyAmt 3283, LatRpyDate 2026-09-20, CloseDate"))
                .build();
    }

    /** The month of the account corrected: what was late was paid after all. */
    public static CreditRecord correction() {
        return CreditRecord.of(type("212"))
                .segment("BS", items("InfRecType 212, ModRecCode D19999999H0001GJJ202403120000777, RptDate 2026-09-30, AcctType D1, MdfcSgmtCode H"))
                .segment("H", month())
                .segment("H", items("AcctStatus 1, RpyStatus N, OverdPrd 0, TotOverd 0, OverdPrinc 0, ActRpyAmt 3283, LatRpyDate 2026-09-12, AcctBal 542311, RemRepPrd 209"))
                .build();
    }

    /** A record of one segment without a name, of any type. */
    public static CreditRecord flat(String number, String items) {
        return CreditRecord.of(type(number)).segment("B", items(items)).build();
    }

    /** A mortgage contract when it comes into force. */
    public static CreditRecord contract() {
        return CreditRecord.of(type("510"))
                .segment("B", items("InfRecType 510, Ccc D19999999H0001DY202403120000777, RptDate 2026-09-30, RptDateCode 10, InfoIdType 1, GuarName 测试甲, GuarCertType 10, GuarCertNum 999999199003071234, MngmtOrgCode D19999999H0001"))
                .segment("C", items("GuarType 1, CcAmt 600000, Cy CNY, CcValDate 2024-03-12, CcExpDate 2044-03-12, MaxGuar 0, CcStatus 1"))
                .segment("E", items("PleNum 1"))
                .row("E", items("PleType 11, MotgaProptIdTp 1, PleCertId 测（2024）不动产权第0000777号, PleDistr 110000, PleValue 900000, ValCy CNY, ValOrgType 2, ValDate 2024-03-01, PledgorType 1, PledgorName 测试甲, PleorCertType 10, PleorCertNum 999999199003071234, PleDesc"))
                .build();
    }

    public static CreditRecord person() {
        return CreditRecord.of(type("110"))
                .segment("B", items("InfRecType 110, Name 测试甲, IDType 10, IDNum 999999199003071234, InfSurcCode D19999999H0001, RptDate 2026-09-30, RptDateCode 10, Cimoc D19999999H0001, CustomerType 11"))
                .segment("F", items("Sex 2, DOB 1990-03-07, Nation CHN, HouseAdd, HhDist, CellPhone, Email, FcsInfoUpDate 2026-09-30"))
                .segment("S", items("MariStatus 20, SpoName 测试乙, SpoIDType 10, SpoIDNum 99999919920815456X, SpoTel, SpsCmpyNm, SpsInfoUpDate 2026-09-30"))
                .segment("E", items("EduLevel 20, AcaDegree 4, EduInfoUpDate 2026-09-30"))
                .segment("O", items("EmpStatus 17, CpnName 测试公司, OctpnInfoUpDate 2026-09-30"))
                .segment("R", items("ResiStatus 2, ResiAddr 测试市测试路 1 号, ResiPc, ResiDist, HomeTel, ResiInfoUpDate 2026-09-30"))
                .segment("M", items("MailAddr 测试市测试路 1 号, MailPc, MailDist, MlgInfoUpDate 2026-09-30"))
                .build();
    }

    /** {@code name value, name value}: a name alone is empty. */
    public static Map<String, String> items(String list) {
        Map<String, String> items = new LinkedHashMap<>();
        for (String item : list.split(",\\s*")) {
            int space = item.indexOf(' ');
            items.put(space < 0 ? item : item.substring(0, space), space < 0 ? "" : item.substring(space + 1));
        }
        return items;
    }
}
