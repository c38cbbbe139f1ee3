package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.Item.absent;
import static io.jinqiao.workbench.simulate.credit.report.Item.depends;
import static io.jinqiao.workbench.simulate.credit.report.Item.filled;
import static io.jinqiao.workbench.simulate.credit.report.Item.group;
import static io.jinqiao.workbench.simulate.credit.report.Item.present;

import java.util.List;
import java.util.Map;

/** Record 210 of a D1 account, segment by segment (section 3 of the sheet). Accounts of other types are judged as if they were D1. */
final class AccountLayout {
    static final String B = "AcctBsSgmt";
    static final String C = "AcctBsInfSgmt";
    static final String D = "RltRepymtInfSgmt";
    static final String E = "MotgaCltalCtrctInfSgmt";
    static final String F = "AcctCredSgmt";
    static final String G = "OrigCreditorInfSgmt";
    static final String H = "AcctMthlyBlgInfSgmt";
    static final String I = "SpecPrdSgmt";
    static final String J = "AcctDbtInfSgmt";
    static final String K = "AcctSpecTrstDspnSgmt";

    /** Mark of a segment, as corrections and deletions name it. */
    static final Map<String, String> BY_MARK = Map.of("B", B, "C", C, "D", D, "E", E, "F", F, "G", G, "H", H, "I", I, "J", J, "K", K);

    static final Layout LAYOUT = Layout.of("210", "InAcctInf", base(), basics(), liable(), mortgages(), line(), monthly(), recovered(), transactions(), Segment.untold(G, false), Segment.untold(I, false));

    private AccountLayout() {}

    static Segment segment(String name) {
        return LAYOUT.segments().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static Segment base() {
        return Segment.required(
                B,
                filled("InfRecType", Form.digits(3)),
                filled("AcctType", Codes.ACCOUNT_TYPE),
                filled("AcctCode", Form.upTo(60)),
                filled("RptDate", Form.DATE),
                filled("RptDateCode", Codes.REPORT_POINT),
                filled("Name", Form.text(30)),
                filled("IDType", Codes.PERSON_ID),
                filled("IDNum", Form.text(20)),
                filled("MngmtOrgCode", Form.fixed(14)));
    }

    private static Segment basics() {
        return Segment.optional(
                C,
                filled("BusiLines", Codes.LINE),
                filled("BusiDtlLines", Codes.LINE_DETAIL),
                filled("OpenDate", Form.DATE),
                filled("Cy", Codes.CURRENCY),
                absent("AcctCredLine"),
                filled("LoanAmt", Form.whole(15)),
                filled("Flag", Codes.TRANCHES),
                filled("DueDate", Form.DATE),
                filled("RepayMode", Codes.REPAY_MODE),
                filled("RepayFreqcy", Codes.REPAY_FREQUENCY),
                filled("RepayPrd", Form.whole(3)),
                present("ApplyBusiDist", Form.digits(6)),
                filled("GuarMode", Codes.GUARANTEE_MODE),
                filled("OthRepyGuarWay", Codes.OTHER_GUARANTEE),
                filled("AssetTrandFlag", Codes.YES_NO),
                filled("FundSou", Codes.FUND_SOURCE),
                absent("CreditID"),
                filled("LoanForm", Codes.LOAN_FORM),
                depends("LoanConCode", Form.text(200)),
                depends("FirstHouLoanFlag", Codes.FIRST_HOME));
    }

    private static Segment liable() {
        return Segment.optional(
                D,
                filled("RltRepymtNm", Form.whole(2)),
                group(
                        "RltRepymtInf",
                        filled("InfoIDType", Codes.PARTY),
                        filled("ArlpName", Form.text(80)),
                        filled("ArlpCertType", Codes.ANY_ID),
                        filled("ArlpCertNum", Form.text(40)),
                        filled("ArlpType", Codes.LIABLE_AS),
                        present("ArlpAmt", Form.whole(15)),
                        depends("WartySign", Codes.YES_NO),
                        depends("MaxGuarMcc", Form.upTo(60))));
    }

    private static Segment mortgages() {
        return Segment.optional(E, filled("CcNm", Form.whole(2)), group("CccInf", filled("Ccc", Form.upTo(60))));
    }

    private static Segment line() {
        return Segment.optional(F, filled("Mcc", Form.upTo(60)));
    }

    private static Segment monthly() {
        return Segment.optional(
                H,
                filled("Month", Form.MONTH),
                present("SettDate", Form.DATE),
                filled("AcctStatus", Codes.ACCOUNT_STATUS),
                filled("AcctBal", Form.whole(15)),
                absent("PridAcctBal"),
                absent("UsedAmt"),
                absent("NotIsuBal"),
                filled("RemRepPrd", Form.whole(3)),
                filled("FiveCate", Codes.FIVE_CATEGORIES),
                filled("FiveCateAdjDate", Form.DATE),
                filled("RpyStatus", Codes.REPAY_STATUS),
                absent("RpyPrct"),
                filled("OverdPrd", Form.whole(3)),
                filled("TotOverd", Form.whole(15)),
                filled("OverdPrinc", Form.whole(15)),
                filled("Oved31_60Princ", Form.whole(15)),
                filled("Oved61_90Princ", Form.whole(15)),
                filled("Oved91_180Princ", Form.whole(15)),
                filled("OvedPrinc180", Form.whole(15)),
                absent("OvedrawBaOve180"),
                filled("CurRpyAmt", Form.whole(15)),
                filled("ActRpyAmt", Form.whole(15)),
                filled("LatRpyDate", Form.DATE),
                present("CloseDate", Form.DATE));
    }

    private static Segment recovered() {
        return Segment.optional(
                J,
                filled("AcctStatus", Codes.ACCOUNT_STATUS),
                filled("AcctBal", Form.whole(15)),
                filled("FiveCate", Codes.FIVE_CATEGORIES),
                filled("FiveCateAdjDate", Form.DATE),
                filled("RemRepPrd", Form.whole(3)),
                filled("RpyStatus", Codes.REPAY_STATUS),
                filled("OverdPrd", Form.whole(3)),
                filled("TotOverd", Form.whole(15)),
                filled("LatRpyAmt", Form.whole(15)),
                filled("LatRpyDate", Form.DATE),
                present("CloseDate", Form.DATE));
    }

    private static Segment transactions() {
        return Segment.optional(
                K,
                filled("CagOfTrdNm", Form.whole(2)),
                group(
                        "CagOfTrdInf",
                        filled("ChanTranType", Codes.TRANSACTION),
                        filled("TranDate", Form.DATE),
                        filled("TranAmt", Form.whole(15)),
                        filled("DueTranMon", Form.whole(3)),
                        present("DetInfo", Form.text(200))));
    }

    /** Segments that must and that may stand beside B, by report point; what is in neither must be absent. */
    record Presence(List<String> must, List<String> may) {
        static final Map<String, Presence> OF = Map.of(
                "10", new Presence(List.of(C, H), List.of(D, E, F)),
                "31", new Presence(List.of(C, H), List.of(D, E, F, K)),
                "30", new Presence(List.of(H), List.of(C, D, E, F, K)),
                "20", new Presence(List.of(H), List.of(C, D, E, F, K)),
                "32", new Presence(List.of(H), List.of(C, D, E, F, K)),
                "40", new Presence(List.of(J), List.of()));
    }
}
