package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.Item.depends;
import static io.jinqiao.workbench.simulate.credit.report.Item.filled;
import static io.jinqiao.workbench.simulate.credit.report.Item.group;
import static io.jinqiao.workbench.simulate.credit.report.Item.present;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records this Center takes. Where the sheet names a segment and not its elements, whatever stands in it is taken. */
final class Layouts {
    static final Map<String, Layout> ALL = Stream.of(
                    AccountLayout.LAYOUT, person(), personDeleted(), mortgage(), mortgageRenamed(), mortgageDeleted(), line(), renamed(), corrected(), segmentDeleted(), accountDeleted(), event())
            .collect(Collectors.toMap(Layout::type, layout -> layout));

    private Layouts() {}

    private static Layout person() {
        return Layout.of(
                "110",
                "InBasInf",
                Segment.required(
                        Reported.BASE,
                        filled("InfRecType", Form.digits(3)),
                        filled("Name", Form.text(30)),
                        filled("IDType", Codes.PERSON_ID),
                        filled("IDNum", Form.text(20)),
                        filled("InfSurcCode", Form.upTo(20)),
                        filled("RptDate", Form.DATE),
                        filled("RptDateCode", Form.oneOf("10 20")),
                        filled("Cimoc", Form.fixed(14)),
                        filled("CustomerType", Codes.CUSTOMER)),
                Segment.untold("FcsInfSgmt", false),
                Segment.untold("SpsInfSgmt", false),
                Segment.untold("EduInfSgmt", false),
                Segment.untold("OctpnInfSgmt", false),
                Segment.untold("RedncInfSgmt", false),
                Segment.untold("MlgInfSgmt", false),
                Segment.untold("IncInfSgmt", false),
                Segment.untold("IDSgmt", false));
    }

    private static Layout personDeleted() {
        return Layout.flat(
                "114",
                "InBsInfDlt",
                filled("InfRecType", Form.digits(3)),
                filled("Name", Form.text(30)),
                filled("IDType", Codes.PERSON_ID),
                filled("IDNum", Form.text(20)),
                filled("InfSurcCode", Form.upTo(20)),
                depends("RptDate", Form.DATE));
    }

    private static Layout mortgage() {
        return Layout.of(
                "510",
                "MotgaCltalCtrctInf",
                Segment.required(
                        "MotgaCltalCtrctBsSgmt",
                        filled("InfRecType", Form.digits(3)),
                        filled("Ccc", Form.upTo(60)),
                        filled("RptDate", Form.DATE),
                        filled("RptDateCode", Form.oneOf("10 20 30")),
                        filled("InfoIdType", Codes.PARTY),
                        filled("GuarName", Form.text(80)),
                        filled("GuarCertType", Codes.ANY_ID),
                        filled("GuarCertNum", Form.text(40)),
                        filled("MngmtOrgCode", Form.fixed(14))),
                Segment.required(
                        "MotgaCltalBsInfSgmt",
                        filled("GuarType", Form.oneOf("1 2")),
                        filled("CcAmt", Form.whole(15)),
                        filled("Cy", Codes.CURRENCY),
                        filled("CcValDate", Form.DATE),
                        filled("CcExpDate", Form.DATE),
                        present("MaxGuar", Form.whole(15)),
                        filled("CcStatus", Form.oneOf("1 2"))),
                Segment.untold("ComRecInfSgmt", false),
                Segment.optional("MotgaProptInfSgmt", filled("PleNum", Form.whole(4)), property()),
                Segment.untold("CltalInfSgmt", false));
    }

    private static Item property() {
        return group(
                "PleInf",
                filled("PleType", Form.oneOf("11 12 13 14 99")),
                filled("MotgaProptIdTp", Form.oneOf("1 2 3 4 5 6")),
                filled("PleCertId", Form.text(40)),
                present("PleDistr", Form.digits(6)),
                filled("PleValue", Form.whole(15)),
                filled("ValCy", Codes.CURRENCY),
                filled("ValOrgType", Form.oneOf("1 2")),
                filled("ValDate", Form.DATE),
                filled("PledgorType", Codes.PARTY),
                filled("PledgorName", Form.text(80)),
                filled("PleorCertType", Codes.ANY_ID),
                filled("PleorCertNum", Form.text(40)),
                present("PleDesc", Form.text(200)));
    }

    /** The type stands in {@code InfRecType} or in a name of its own: the sheet wants both tried. */
    private static Layout mortgageRenamed() {
        return Layout.flat(
                "511",
                "MotgaCltalCtrct*",
                depends("InfRecType", Form.digits(3)),
                depends("IdCagsType", Form.digits(3)),
                filled("OdBnesCode", Form.upTo(60)),
                filled("NwBnesCode", Form.upTo(60)),
                depends("RptDate", Form.DATE));
    }

    private static Layout mortgageDeleted() {
        return Layout.flat(
                "514",
                "MotgaCltalCtrct*",
                depends("InfRecType", Form.digits(3)),
                depends("DelRecType", Form.digits(3)),
                filled("DelRecCode", Form.upTo(60)),
                depends("RptDate", Form.DATE));
    }

    private static Layout line() {
        return Layout.of("220", "InCtrctInf", Segment.untold("CtrctBsSgmt", true), Segment.untold("CtrctCertRelSgmt", false), Segment.untold("CreditLimSgmt", true));
    }

    private static Layout renamed() {
        return Layout.flat(
                "211",
                "InAcctIDCagsInf",
                filled("InfRecType", Form.digits(3)),
                filled("OdBnesCode", Form.upTo(60)),
                filled("NwBnesCode", Form.upTo(60)),
                depends("RptDate", Form.DATE));
    }

    private static Layout corrected() {
        return Layout.of(
                "212",
                "InAcctMdfc",
                Segment.required(
                        Reported.BASE,
                        filled("InfRecType", Form.digits(3)),
                        filled("ModRecCode", Form.upTo(60)),
                        filled("RptDate", Form.DATE),
                        filled("AcctType", Codes.ACCOUNT_TYPE),
                        filled("MdfcSgmtCode", Form.oneOf("B C D E F G H I J K"))),
                Segment.untold(Reported.CORRECTED, true));
    }

    private static Layout segmentDeleted() {
        return Layout.flat(
                "213",
                "InAcctDel",
                filled("InfRecType", Form.digits(3)),
                filled("DelRecCode", Form.upTo(60)),
                filled("DelSgmtCode", Form.oneOf("C H I J K")),
                present("DelStartDate", Form.DATE),
                present("DelEndDate", Form.DATE),
                depends("RptDate", Form.DATE));
    }

    private static Layout accountDeleted() {
        return Layout.flat("214", "InAcctEntDel", filled("InfRecType", Form.digits(3)), filled("DelRecCode", Form.upTo(60)), depends("RptDate", Form.DATE));
    }

    private static Layout event() {
        return Layout.flat(
                "215",
                "InSpcEvtDscInf",
                filled("InfRecType", Form.digits(3)),
                filled("AcctCode", Form.upTo(60)),
                filled("OpetnType", Form.oneOf("11 12 21")),
                filled("Month", Form.MONTH),
                filled("Flag", Form.oneOf("0 1")),
                filled("RptDate", Form.DATE));
    }
}
