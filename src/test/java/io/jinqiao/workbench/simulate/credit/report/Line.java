package io.jinqiao.workbench.simulate.credit.report;

import java.util.regex.Matcher;

/** A good record of an invented loan, and its spoilt relatives. */
record Line(String type, String xml) {
    static final String ACCOUNT = "D19999999H0001GJJ202403120000777";
    static final String CONTRACT = "D19999999H0001DY202403120000777";

    /** Every element of this name gets this value. */
    Line set(String item, String value) {
        String changed = xml.replaceAll("<" + item + ">[^<]*</" + item + ">", Matcher.quoteReplacement("<" + item + ">" + value + "</" + item + ">"));
        if (!xml.contains("<" + item + ">")) {
            throw new IllegalArgumentException("no " + item);
        }
        return new Line(type, changed);
    }

    /** Without an element or a segment. */
    Line drop(String item) {
        String changed = xml.replaceAll("<" + item + ">.*</" + item + ">", "");
        if (changed.equals(xml)) {
            throw new IllegalArgumentException("no " + item);
        }
        return new Line(type, changed);
    }

    /** With something right behind an element or a segment. */
    Line after(String item, String more) {
        if (!xml.contains("</" + item + ">")) {
            throw new IllegalArgumentException("no " + item);
        }
        return new Line(type, xml.replace("</" + item + ">", "</" + item + ">" + more));
    }

    private static Line of(String type, String element, String inside) {
        return new Line(type, "<Document><" + element + ">" + inside + "</" + element + "></Document>");
    }

    static Line person() {
        return of(
                "110",
                "InBasInf",
                "<BsSgmt><InfRecType>110</InfRecType><Name>测试甲</Name><IDType>10</IDType><IDNum>999999199003071234</IDNum><InfSurcCode>D19999999H0001</InfSurcCode><RptDate>2026-08-31</RptDate>"
                        + "<RptDateCode>10</RptDateCode><Cimoc>D19999999H0001</Cimoc><CustomerType>11</CustomerType></BsSgmt>"
                        + segment("Fcs", "<Sex>1</Sex>")
                        + segment("Sps", "<MariStatus>21</MariStatus><SpoName>测试乙</SpoName><SpoIDType>10</SpoIDType><SpoIDNum>99999919920815456X</SpoIDNum><SpoTel></SpoTel><SpsCmpyNm></SpsCmpyNm>")
                        + segment("Edu", "<EduLevel>20</EduLevel><AcaDegree>4</AcaDegree>")
                        + segment("Octpn", "<EmpStatus>17</EmpStatus><CpnName>测试单位</CpnName>")
                        + segment("Rednc", "<ResiStatus>1</ResiStatus>")
                        + segment("Mlg", "<MailAddr>测试路 1 号</MailAddr>"));
    }

    private static String segment(String name, String inside) {
        return "<" + name + "InfSgmt>" + inside + "<" + name + "InfoUpDate>2026-08-01</" + name + "InfoUpDate></" + name + "InfSgmt>";
    }

    static Line mortgage() {
        return of(
                "510",
                "MotgaCltalCtrctInf",
                "<MotgaCltalCtrctBsSgmt><InfRecType>510</InfRecType><Ccc>" + CONTRACT + "</Ccc><RptDate>2026-08-31</RptDate><RptDateCode>10</RptDateCode><InfoIdType>1</InfoIdType><GuarName>测试甲</GuarName>"
                        + "<GuarCertType>10</GuarCertType><GuarCertNum>999999199003071234</GuarCertNum><MngmtOrgCode>D19999999H0001</MngmtOrgCode></MotgaCltalCtrctBsSgmt>"
                        + "<MotgaCltalBsInfSgmt><GuarType>1</GuarType><CcAmt>600000</CcAmt><Cy>CNY</Cy><CcValDate>2024-03-12</CcValDate><CcExpDate>2044-03-12</CcExpDate><MaxGuar></MaxGuar><CcStatus>1</CcStatus></MotgaCltalBsInfSgmt>"
                        + "<MotgaProptInfSgmt><PleNum>1</PleNum><PleInf><PleType>11</PleType><MotgaProptIdTp>1</MotgaProptIdTp><PleCertId>测（2024）不动产权第0000777号</PleCertId><PleDistr></PleDistr><PleValue>900000</PleValue><ValCy>CNY</ValCy>"
                        + "<ValOrgType>2</ValOrgType><ValDate>2024-03-01</ValDate><PledgorType>1</PledgorType><PledgorName>测试甲</PledgorName><PleorCertType>10</PleorCertType><PleorCertNum>999999199003071234</PleorCertNum><PleDesc></PleDesc></PleInf></MotgaProptInfSgmt>");
    }

    static Line creditLine() {
        return of("220", "InCtrctInf", "<CtrctBsSgmt><InfRecType>220</InfRecType><Mcc>D19999999H0001SX0001</Mcc><RptDate>2026-08-31</RptDate></CtrctBsSgmt><CreditLimSgmt><ConStatus>1</ConStatus></CreditLimSgmt>");
    }

    private static String base(String day, String code) {
        return "<AcctBsSgmt><InfRecType>210</InfRecType><AcctType>D1</AcctType><AcctCode>" + ACCOUNT + "</AcctCode><RptDate>" + day + "</RptDate><RptDateCode>" + code + "</RptDateCode><Name>测试甲</Name><IDType>10</IDType>"
                + "<IDNum>999999199003071234</IDNum><MngmtOrgCode>D19999999H0001</MngmtOrgCode></AcctBsSgmt>";
    }

    static final String BASICS = "<AcctBsInfSgmt><BusiLines>1</BusiLines><BusiDtlLines>13</BusiDtlLines><OpenDate>2024-03-12</OpenDate><Cy>CNY</Cy><LoanAmt>600000</LoanAmt><Flag>0</Flag><DueDate>2044-03-12</DueDate><RepayMode>11</RepayMode>"
            + "<RepayFreqcy>03</RepayFreqcy><RepayPrd>240</RepayPrd><ApplyBusiDist>110000</ApplyBusiDist><GuarMode>2</GuarMode><OthRepyGuarWay>0</OthRepyGuarWay><AssetTrandFlag>0</AssetTrandFlag><FundSou>24</FundSou><LoanForm>1</LoanForm></AcctBsInfSgmt>";

    static final String LIABLE = "<RltRepymtInfSgmt><RltRepymtNm>1</RltRepymtNm><RltRepymtInf><InfoIDType>1</InfoIDType><ArlpName>测试乙</ArlpName><ArlpCertType>10</ArlpCertType><ArlpCertNum>99999919920815456X</ArlpCertNum><ArlpType>1</ArlpType><ArlpAmt></ArlpAmt>"
            + "<WartySign></WartySign><MaxGuarMcc></MaxGuarMcc></RltRepymtInf></RltRepymtInfSgmt>";

    private static final String MORTGAGES = "<MotgaCltalCtrctInfSgmt><CcNm>1</CcNm><CccInf><Ccc>" + CONTRACT + "</Ccc></CccInf></MotgaCltalCtrctInfSgmt>";

    static String monthly(String month, String classified, String paid) {
        return "<AcctMthlyBlgInfSgmt><Month>" + month + "</Month><SettDate>" + month + "-12</SettDate><AcctStatus>1</AcctStatus><AcctBal>544301</AcctBal><RemRepPrd>210</RemRepPrd><FiveCate>1</FiveCate><FiveCateAdjDate>" + classified + "</FiveCateAdjDate>"
                + "<RpyStatus>N</RpyStatus><OverdPrd>0</OverdPrd><TotOverd>0</TotOverd><OverdPrinc>0</OverdPrinc><Oved31_60Princ>0</Oved31_60Princ><Oved61_90Princ>0</Oved61_90Princ><Oved91_180Princ>0</Oved91_180Princ><OvedPrinc180>0</OvedPrinc180>"
                + "<CurRpyAmt>3283</CurRpyAmt><ActRpyAmt>3283</ActRpyAmt><LatRpyDate>" + paid + "</LatRpyDate><CloseDate></CloseDate></AcctMthlyBlgInfSgmt>";
    }

    static String transaction(String kind, String day) {
        return "<AcctSpecTrstDspnSgmt><CagOfTrdNm>1</CagOfTrdNm><CagOfTrdInf><ChanTranType>" + kind + "</ChanTranType><TranDate>" + day + "</TranDate><TranAmt>10000</TranAmt><DueTranMon>0</DueTranMon><DetInfo></DetInfo></CagOfTrdInf></AcctSpecTrstDspnSgmt>";
    }

    /** Code 31, 31 August 2026. */
    static Line stock() {
        return of("210", "InAcctInf", base("2026-08-31", "31") + BASICS + LIABLE + MORTGAGES + monthly("2026-08", "2026-08-31", "2026-08-12"));
    }

    /** Code 10 of a loan granted on 20 August. */
    static Line opened() {
        return stock().set("RptDateCode", "10").set("OpenDate", "2026-08-20").set("SettDate", "").set("LatRpyDate", "2026-08-20");
    }

    /** Code 30, 30 September 2026. */
    static Line september() {
        return of("210", "InAcctInf", base("2026-09-30", "30") + monthly("2026-09", "2026-09-30", "2026-09-12"));
    }

    static Line overdue() {
        return september().set("AcctStatus", "2").set("RpyStatus", "1").set("OverdPrd", "1").set("TotOverd", "3283").set("OverdPrinc", "1990").set("LatRpyDate", "2026-08-12");
    }

    /** Code 20, paid off on 25 September. */
    static Line closed() {
        return september().set("RptDate", "2026-09-25").set("RptDateCode", "20").set("AcctStatus", "3").set("AcctBal", "0").set("RpyStatus", "C").set("LatRpyDate", "2026-09-25").set("FiveCateAdjDate", "2026-09-25").set("CloseDate", "2026-09-25");
    }

    /** Code 40, everything overdue paid on 10 September. */
    static Line recovered() {
        return of(
                "210",
                "InAcctInf",
                base("2026-09-10", "40")
                        + "<AcctDbtInfSgmt><AcctStatus>1</AcctStatus><AcctBal>544301</AcctBal><FiveCate>1</FiveCate><FiveCateAdjDate>2026-09-10</FiveCateAdjDate><RemRepPrd>210</RemRepPrd><RpyStatus>N</RpyStatus><OverdPrd>0</OverdPrd><TotOverd>0</TotOverd>"
                        + "<LatRpyAmt>3283</LatRpyAmt><LatRpyDate>2026-09-10</LatRpyDate><CloseDate></CloseDate></AcctDbtInfSgmt>");
    }

    /** A correction of September. */
    static Line corrected(String mark, String segment) {
        return of("212", "InAcctMdfc", "<BsSgmt><InfRecType>212</InfRecType><ModRecCode>" + ACCOUNT + "</ModRecCode><RptDate>2026-09-30</RptDate><AcctType>D1</AcctType><MdfcSgmtCode>" + mark + "</MdfcSgmtCode></BsSgmt><MdfcSgmt>" + segment + "</MdfcSgmt>");
    }

    static Line deleted(String mark, String from, String to) {
        return of("213", "InAcctDel", "<InfRecType>213</InfRecType><DelRecCode>" + ACCOUNT + "</DelRecCode><DelSgmtCode>" + mark + "</DelSgmtCode><DelStartDate>" + from + "</DelStartDate><DelEndDate>" + to + "</DelEndDate>");
    }

    static Line gone() {
        return of("214", "InAcctEntDel", "<InfRecType>214</InfRecType><DelRecCode>" + ACCOUNT + "</DelRecCode>");
    }

    static Line renamed(String from, String to) {
        return of("211", "InAcctIDCagsInf", "<InfRecType>211</InfRecType><OdBnesCode>" + from + "</OdBnesCode><NwBnesCode>" + to + "</NwBnesCode>");
    }

    static Line mortgageRenamed(String from, String to) {
        return of("511", "MotgaCltalCtrctIDCagsInf", "<IdCagsType>511</IdCagsType><OdBnesCode>" + from + "</OdBnesCode><NwBnesCode>" + to + "</NwBnesCode>");
    }

    static Line mortgageDeleted() {
        return of("514", "MotgaCltalCtrctInfDlt", "<DelRecType>514</DelRecType><DelRecCode>" + CONTRACT + "</DelRecCode>");
    }

    static Line personDeleted() {
        return of("114", "InBsInfDlt", "<InfRecType>114</InfRecType><Name>测试甲</Name><IDType>10</IDType><IDNum>999999199003071234</IDNum><InfSurcCode>D19999999H0001</InfSurcCode>");
    }

    /** Transferred out in the month after August. */
    static Line transferred() {
        return of("215", "InSpcEvtDscInf", "<InfRecType>215</InfRecType><AcctCode>" + ACCOUNT + "</AcctCode><OpetnType>21</OpetnType><Month>2026-09</Month><Flag>1</Flag><RptDate>2026-09-05</RptDate>");
    }
}
