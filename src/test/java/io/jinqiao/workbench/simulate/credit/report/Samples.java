package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.Line.ACCOUNT;
import static io.jinqiao.workbench.simulate.credit.report.Line.CONTRACT;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** At least one bad record for every rule of records. */
final class Samples {
    static final Consumer<Post> NOTHING = post -> { };
    static final Consumer<Post> FOUNDATION = post -> post.taken(Line.person(), Line.mortgage());
    /** Taken in August. */
    static final Consumer<Post> STOCK = FOUNDATION.andThen(post -> post.taken(Line.stock()));
    static final Consumer<Post> SEPTEMBER = STOCK.andThen(post -> post.taken(Line.september()));
    private static final String OTHER = "D19999999H0001GJJ202403120000778";

    private Samples() {}

    static List<Sample> all() {
        return Stream.of(FileSamples.all(), common(), presence(), values(), history(), persons(), corrections(), events()).flatMap(List::stream).toList();
    }

    private static List<Sample> common() {
        return List.of(
                Sample.of("ABR000 *", "an unknown tag", FOUNDATION, Line.stock().after("AcctBal", "<Balance>1</Balance>")),
                Sample.of("ABR000 *", "a segment twice", FOUNDATION, Line.stock().after("AcctBsInfSgmt", Line.BASICS)),
                Sample.of("ABR000 *", "an empty segment", FOUNDATION, Line.stock().after("MotgaCltalCtrctInfSgmt", "<AcctCredSgmt></AcctCredSgmt>")),
                Sample.of("ABR000 *", "another type than the file's", FOUNDATION, Line.stock().set("InfRecType", "410")),
                Sample.of("ABR000 *", "another element than the file's", FOUNDATION, new Line("210", Line.stock().xml().replace("InAcctInf", "InAcctInfo"))),
                Sample.of("ABR000 *", "a declaration", FOUNDATION, new Line("210", "<?xml version=\"1.0\"?>" + Line.stock().xml())),
                Sample.of("ABR000 *", "a namespace", FOUNDATION, new Line("210", Line.stock().xml().replace("<Document>", "<Document xmlns=\"urn:x\">"))),
                Sample.of("ABR000 *", "no XML", FOUNDATION, new Line("210", Line.stock().xml().replace("</Document>", ""))),
                Sample.of("ABR000 *", "a correction holding another segment", SEPTEMBER, Line.corrected("H", Line.BASICS)),
                Sample.of("ABD000 *", "an element missing", FOUNDATION, Line.stock().drop("IDNum")),
                Sample.of("ABD000 *", "an element missing that may be blank", FOUNDATION, Line.stock().drop("CloseDate")),
                Sample.of("BLD000 *", "a credit line of a loan", FOUNDATION, Line.stock().after("Cy", "<AcctCredLine>1</AcctCredLine>")),
                Sample.of("BLD000 *", "a card's element, blank", FOUNDATION, Line.stock().after("AcctBal", "<UsedAmt></UsedAmt>")),
                Sample.of("ABE000 *", "a wide space", FOUNDATION, Line.stock().set("Name", "\u3000")),
                Sample.of("ABE001 *", "fen", FOUNDATION, Line.stock().set("AcctBal", "544301.00")),
                Sample.of("ABE001 *", "a code in no table", FOUNDATION, Line.stock().set("RepayMode", "16")),
                Sample.of("ABE001 *", "no such day", FOUNDATION, Line.stock().set("LatRpyDate", "2026-02-30")),
                Sample.of("ABE001 *", "a name of 31 characters", FOUNDATION, Line.stock().set("Name", "甲".repeat(31))),
                Sample.of("ABE008 *", "a year before 1901", FOUNDATION, Line.stock().set("OpenDate", "1900-12-31")),
                Sample.of("ABR001 *", "reported tomorrow", FOUNDATION, Line.stock().set("RptDate", "2026-10-02").set("Month", "2026-09").set("SettDate", "")),
                Sample.of("ABR002 *", "a record twice in a file", FOUNDATION, Line.stock(), Line.stock()),
                Sample.of("ABE002 *", "an account of another provider", FOUNDATION, Line.stock().set("AcctCode", "D18888888H0001GJJ202403120000777")),
                Sample.of("ABE003 *", "an office of another provider", FOUNDATION, Line.stock().set("MngmtOrgCode", "D18888888H0001")),
                Sample.of("ABE004 *", "a wrong check digit", FOUNDATION, Line.stock().set("IDNum", "999999199003071235")),
                Sample.of("ABE004 *", "a wrong credit code", FOUNDATION, Line.stock().set("InfoIDType", "2").set("ArlpCertType", "20").set("ArlpCertNum", "91000000MA00000000")),
                Sample.of("ABE005 210", "a loan card nobody has", FOUNDATION, Line.stock().set("InfoIDType", "2").set("ArlpCertType", "10").set("ArlpCertNum", "9999990000000001")),
                Sample.of("ABE007 *", "paid after the report", FOUNDATION, Line.stock().set("LatRpyDate", "2026-09-01")),
                Sample.of("ABE012 *", "the account's old name", STOCK.andThen(p -> p.taken(Line.renamed(ACCOUNT, OTHER))), Line.stock().set("RptDate", "2026-09-30")),
                Sample.of("ABR004 110", "a person once more", NOTHING.andThen(p -> p.taken(Line.person())), Line.person()));
    }

    private static List<Sample> presence() {
        return List.of(
                Sample.of("ABD000 210", "a month without H", STOCK, Line.september().drop("AcctMthlyBlgInfSgmt").after("AcctBsSgmt", Line.BASICS)),
                Sample.of("ABR000 210", "a transaction in a new account", FOUNDATION, Line.opened().after("AcctMthlyBlgInfSgmt", Line.transaction("4", "2026-08-25"))),
                Sample.of("ABR000 210", "basics in a recovery", STOCK, Line.recovered().after("AcctBsSgmt", Line.BASICS)),
                Sample.of("ABR000 210", "another's claim in a D1", FOUNDATION, Line.stock().after("MotgaCltalCtrctInfSgmt", "<OrigCreditorInfSgmt><InitCredName>甲</InitCredName></OrigCreditorInfSgmt>")),
                Sample.of("BLR014", "guaranteed by nobody", FOUNDATION, Line.stock().set("GuarMode", "3").drop("RltRepymtInfSgmt")),
                Sample.of("BLR015", "promised by nobody", FOUNDATION, Line.stock().set("OthRepyGuarWay", "2").drop("RltRepymtInfSgmt")),
                Sample.of("BLR005", "tranches without a line", FOUNDATION, Line.stock().set("Flag", "1")),
                Sample.of("BLR005", "a line without tranches", FOUNDATION.andThen(p -> p.taken(Line.creditLine())), Line.stock().after("MotgaCltalCtrctInfSgmt", "<AcctCredSgmt><Mcc>D19999999H0001SX0001</Mcc></AcctCredSgmt>")));
    }

    private static List<Sample> values() {
        Line guaranteed = Line.stock().set("ArlpType", "2").set("ArlpAmt", "600000").set("WartySign", "0").set("MaxGuarMcc", "D19999999H0001BZ0001");
        Line twice = Line.stock().set("RltRepymtNm", "2").after("RltRepymtInf", Line.LIABLE.replaceAll(".*(<RltRepymtInf>.*</RltRepymtInf>).*", "$1"));
        return List.of(
                Sample.of("BLE005", "paid before it was opened", FOUNDATION, Line.stock().set("LatRpyDate", "2024-03-11")),
                Sample.of("BLE009", "due before it was opened", FOUNDATION, Line.stock().set("DueDate", "2024-03-11")),
                Sample.of("BLE008", "new for thirty days", FOUNDATION, Line.opened().set("OpenDate", "2026-08-01")),
                Sample.of("BLE028", "summed up, quarterly", FOUNDATION, Line.stock().set("RepayMode", "90").set("RepayFreqcy", "04")),
                Sample.of("BLE038", "no instalments, 240 periods", FOUNDATION, Line.stock().set("RepayMode", "21")),
                Sample.of("BLE050", "a fund loan with its contract's number", FOUNDATION, Line.stock().after("LoanForm", "<LoanConCode>HT1</LoanConCode>")),
                Sample.of("ABE001 210 212: 业务", "a fund loan as a credit card", FOUNDATION, Line.stock().set("BusiLines", "2")),
                Sample.of("ABE001 210 212: 身份", "an organisation with a passport", FOUNDATION, Line.stock().set("InfoIDType", "2").set("ArlpCertType", "2").set("ArlpCertNum", "CHN123456")),
                Sample.of("BLE003", "a guarantor for nothing", FOUNDATION, guaranteed.set("ArlpAmt", "")),
                Sample.of("BLE048", "a guarantor of unknown sort", FOUNDATION, guaranteed.set("WartySign", "")),
                Sample.of("BLE048", "a guarantor without a contract", FOUNDATION, guaranteed.drop("MaxGuarMcc")),
                Sample.of("BLE041", "liable for oneself", FOUNDATION, Line.stock().set("ArlpCertNum", "999999199003071234")),
                Sample.of("ABE010", "two announced, one there", FOUNDATION, Line.stock().set("RltRepymtNm", "2")),
                Sample.of("ABE010", "none announced, one there", FOUNDATION, Line.stock().set("CcNm", "0")),
                Sample.of("ABE010", "two properties announced", NOTHING, Line.mortgage().set("PleNum", "2")),
                Sample.of("ABE011", "one person twice", FOUNDATION, twice),
                Sample.of("BLE046", "no transaction in K", STOCK, Line.september().after("AcctMthlyBlgInfSgmt", "<AcctSpecTrstDspnSgmt><CagOfTrdNm>0</CagOfTrdNm></AcctSpecTrstDspnSgmt>")),
                Sample.of("BLE001", "closed on no day", STOCK, Line.closed().set("CloseDate", "")),
                Sample.of("BLE001", "open, with a day of closing", STOCK, Line.september().set("CloseDate", "2026-09-30")),
                Sample.of("BLE004", "closed and overdue", STOCK, Line.closed().set("OverdPrd", "1")),
                Sample.of("BLE010", "closed thirty days ago", STOCK, Line.closed().set("Month", "2026-08").set("SettDate", "").set("LatRpyDate", "2026-08-25").set("FiveCateAdjDate", "2026-08-25").set("CloseDate", "2026-08-25").set("RptDate", "2026-09-24")),
                Sample.of("BLE011", "closed before the last payment", STOCK, Line.closed().set("CloseDate", "2026-09-24")),
                Sample.of("BLE012", "settled in another month", STOCK, Line.september().set("SettDate", "2026-08-12")),
                Sample.of("BLE013", "bad debt of nothing", STOCK, Line.september().set("AcctStatus", "41").set("RpyStatus", "B")),
                Sample.of("BLE015", "nothing due, but 3283", STOCK, Line.september().set("RpyStatus", "*")),
                Sample.of("BLE017", "normal and overdue", STOCK, Line.overdue().set("RpyStatus", "N")),
                Sample.of("BLE019", "overdue by nothing", STOCK, Line.overdue().set("TotOverd", "0").set("OverdPrinc", "0")),
                Sample.of("BLE020", "more principal than all", STOCK, Line.overdue().set("OverdPrinc", "3284")),
                Sample.of("BLE026", "closed with a balance", STOCK, Line.closed().set("AcctBal", "1")),
                Sample.of("BLE030", "closed and normal", STOCK, Line.closed().set("RpyStatus", "N")),
                Sample.of("BLE037", "a closure that is none", STOCK, Line.september().set("RptDateCode", "32")),
                Sample.of("BLE039", "two months ago", STOCK, Line.september().set("Month", "2026-07").set("SettDate", "2026-07-12")),
                Sample.of("BLE016", "recovered and closed", STOCK, Line.recovered().set("AcctStatus", "3").set("CloseDate", "2026-09-10")),
                Sample.of("BLE018", "recovered in part", STOCK, Line.recovered().set("TotOverd", "1")),
                Sample.of("BLE034", "recovered, status 1", STOCK, Line.recovered().set("RpyStatus", "1")),
                Sample.of("BLE040", "told a day later", STOCK, Line.recovered().set("LatRpyDate", "2026-09-09")));
    }

    private static List<Sample> history() {
        Line october = Line.september().set("RptDate", "2026-10-01").set("Month", "2026-10").set("SettDate", "").set("FiveCateAdjDate", "2026-10-01");
        Line prepaid = Line.september().after("AcctMthlyBlgInfSgmt", Line.transaction("4", "2026-09-20"));
        Consumer<Post> closed = STOCK.andThen(p -> p.taken(Line.closed()));
        Consumer<Post> out = STOCK.andThen(p -> p.taken(Line.transferred()));
        Line lateRecovery = Line.recovered().set("RptDate", "2026-09-28").set("LatRpyDate", "2026-09-28").set("FiveCateAdjDate", "2026-09-28");
        // of a D1 only the transfer is an event, and after it nothing is taken at all
        Consumer<Post> restarted = FOUNDATION.andThen(p -> p.taken(Line.stock().set("AcctType", "R2"), Line.transferred().set("OpetnType", "12").set("RptDate", "2026-09-10")));
        return List.of(
                Sample.of("BLR004", "a month of an account nobody knows", FOUNDATION, Line.september()),
                Sample.of("BLR004", "a recovery of an account nobody knows", FOUNDATION, Line.recovered()),
                Sample.of("BLR019", "a loan become a revolving one", STOCK, Line.september().set("AcctType", "R1")),
                Sample.of("BLR020", "a month after it was closed", closed, Line.september()),
                Sample.of("BLR021", "closed before the last recovery", STOCK.andThen(p -> p.taken(lateRecovery)), Line.closed()),
                Sample.of("BLR022", "classified earlier than in August", STOCK, Line.september().set("FiveCateAdjDate", "2026-08-30")),
                Sample.of("BLR022", "classified later than in September", SEPTEMBER.andThen(p -> p.taken(october)), Line.september().set("RptDate", "2026-09-01").set("Month", "2026-08").set("SettDate", "").set("LatRpyDate", "2026-08-12").set("FiveCateAdjDate", "2026-08-30")),
                Sample.of("BLR023", "a prepayment again", STOCK.andThen(p -> p.taken(prepaid)), october.after("AcctMthlyBlgInfSgmt", Line.transaction("4", "2026-09-20"))),
                Sample.of("BLR025", "a month after the transfer", out, Line.september()),
                Sample.of("BLR027", "an older version of September", SEPTEMBER, Line.september().set("RptDate", "2026-09-29").set("FiveCateAdjDate", "2026-09-29")),
                Sample.of("BLR028", "a recovery on the day a card was started again", restarted, Line.recovered().set("AcctType", "R2")),
                Sample.of("ZZR001", "a borrower nobody knows", p -> p.taken(Line.mortgage()), Line.stock()),
                Sample.of("ZZR002", "a mortgage nobody knows", p -> p.taken(Line.person()), Line.stock()),
                Sample.of("ZZR003", "a credit line nobody knows", FOUNDATION, Line.stock().set("Flag", "1").after("MotgaCltalCtrctInfSgmt", "<AcctCredSgmt><Mcc>D19999999H0001SX0001</Mcc></AcctCredSgmt>")));
    }

    private static List<Sample> persons() {
        Line update = Line.person().set("RptDateCode", "20").set("RptDate", "2026-09-30");
        Consumer<Post> known = p -> p.taken(Line.person());
        Consumer<Post> mortgaged = p -> p.taken(Line.mortgage());
        return List.of(
                Sample.of("BBR000", "a new person without a home", NOTHING, Line.person().drop("RedncInfSgmt")),
                Sample.of("BBR001", "an update of somebody unknown", NOTHING, update.drop("EduInfSgmt")),
                Sample.of("BBR002", "married earlier than was told", known, update.set("SpsInfoUpDate", "2026-07-31")),
                Sample.of("BBD001", "a spouse of somebody single", NOTHING, Line.person().set("MariStatus", "10")),
                Sample.of("BBD000", "an employer of somebody retired", NOTHING, Line.person().set("EmpStatus", "80")),
                Sample.of("ABE001 110", "an education in no table", NOTHING, Line.person().set("EduLevel", "50")),
                Sample.of("BDE000", "nobody to delete", NOTHING, Line.personDeleted()),
                Sample.of("ABD000 220", "a line without a number", NOTHING, Line.creditLine().drop("Mcc")),
                Sample.of("ZZR008", "a line that has ended", p -> p.taken(Line.creditLine().set("ConStatus", "2")), Line.creditLine().set("RptDate", "2026-09-30")),
                Sample.of("BPR001", "a mortgage of nothing", NOTHING, Line.mortgage().drop("MotgaProptInfSgmt")),
                Sample.of("BPR001", "a mortgage that is a pledge too", NOTHING, Line.mortgage().after("MotgaProptInfSgmt", "<CltalInfSgmt><ImpNm>1</ImpNm></CltalInfSgmt>")),
                Sample.of("BPR002", "older than what is stored", mortgaged, Line.mortgage().set("RptDate", "2026-08-30")),
                Sample.of("BPR003", "a contract that has expired", mortgaged.andThen(p -> p.taken(Line.mortgage().set("RptDate", "2026-09-01").set("RptDateCode", "20").set("CcStatus", "2"))), Line.mortgage().set("RptDate", "2026-09-30")));
    }

    private static List<Sample> corrections() {
        String september = Line.monthly("2026-09", "2026-09-30", "2026-09-12");
        Line closedAugust = Line.corrected("H", Line.monthly("2026-08", "2026-08-31", "2026-08-12")).set("RptDate", "2026-08-31").set("AcctStatus", "3").set("AcctBal", "0").set("RpyStatus", "C").set("CloseDate", "2026-08-31");
        return List.of(
                Sample.of("BMR003", "a corrected report date", SEPTEMBER, Line.corrected("B", "<AcctBsSgmt><Name>测试丙</Name><RptDate>2026-09-30</RptDate></AcctBsSgmt>")),
                Sample.of("BMR005", "a card's segment", SEPTEMBER, Line.corrected("I", "<SpecPrdSgmt><SpecLine>1</SpecLine></SpecPrdSgmt>")),
                Sample.of("BMR008", "a version of September that is not stored", SEPTEMBER, Line.corrected("H", september).set("RptDate", "2026-10-01")),
                Sample.of("BMR010", "August closed, September stored", SEPTEMBER, closedAugust),
                Sample.of("BMR011", "September classified in August", SEPTEMBER, Line.corrected("H", september).set("FiveCateAdjDate", "2026-08-30")),
                Sample.of("ZZR007", "a borrower's name at an older date", SEPTEMBER, Line.corrected("B", "<AcctBsSgmt><Name>测试丙</Name></AcctBsSgmt>").set("RptDate", "2026-08-31")),
                Sample.of("ZZR007", "basics at a date between", SEPTEMBER, Line.corrected("C", Line.BASICS).set("RptDate", "2026-09-15")),
                Sample.of("ZZR007", "liable persons before the latest", SEPTEMBER, Line.corrected("D", Line.LIABLE).set("RptDate", "2026-09-29")),
                Sample.of("ZZR004", "a correction of nothing", FOUNDATION, Line.corrected("C", Line.BASICS)),
                Sample.of("ZZR004", "a deletion from nothing", FOUNDATION, Line.deleted("H", "2026-09-01", "2026-09-30")),
                Sample.of("BSE000", "no days", SEPTEMBER, Line.deleted("H", "", "")),
                Sample.of("BSE001", "days the wrong way round", SEPTEMBER, Line.deleted("H", "2026-09-30", "2026-09-01")),
                Sample.of("BSR002", "over the day of the transfer", STOCK.andThen(p -> p.taken(Line.transferred())), Line.deleted("H", "2026-09-01", "")),
                Sample.of("BTE000 214", "no account", FOUNDATION, Line.gone()),
                Sample.of("BTE000 514", "no contract", NOTHING, Line.mortgageDeleted()),
                Sample.of("BIE000 211", "renamed to itself", STOCK, Line.renamed(ACCOUNT, ACCOUNT)),
                Sample.of("BIE000 511", "renamed to itself", STOCK, Line.mortgageRenamed(CONTRACT, CONTRACT)),
                Sample.of("BIE001 211", "an account nobody knows", FOUNDATION, Line.renamed(OTHER, ACCOUNT)),
                Sample.of("BIE001 511", "a contract nobody knows", NOTHING, Line.mortgageRenamed(CONTRACT, CONTRACT + "X")),
                Sample.of("BIE002 211", "another account's name", STOCK.andThen(p -> p.taken(Line.stock().set("AcctCode", OTHER))), Line.renamed(ACCOUNT, OTHER)),
                Sample.of("BIE002 511", "another contract's name", STOCK.andThen(p -> p.taken(Line.mortgage().set("Ccc", CONTRACT + "X"))), Line.mortgageRenamed(CONTRACT, CONTRACT + "X")));
    }

    private static List<Sample> events() {
        return List.of(
                Sample.of("ZZR004", "an event of nothing", FOUNDATION, Line.transferred()),
                Sample.of("BQR000", "another month than the report's", STOCK, Line.transferred().set("Month", "2026-10")),
                Sample.of("ABE001 215", "a card's event", STOCK, Line.transferred().set("OpetnType", "12")),
                Sample.of("BQR004", "not the month after the last", STOCK, Line.transferred().set("Month", "2026-10").set("RptDate", "2026-10-01")),
                Sample.of("BQR004", "not newer than the last", SEPTEMBER, Line.transferred().set("RptDate", "2026-09-30")),
                Sample.of("BQR004", "closed", STOCK.andThen(p -> p.taken(Line.closed())), Line.transferred().set("Month", "2026-10").set("RptDate", "2026-10-01")));
    }
}
