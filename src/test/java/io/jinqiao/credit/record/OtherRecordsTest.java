package io.jinqiao.credit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records beside that of an account: persons, contracts, changes, corrections, deletions, events. */
class OtherRecordsTest {

    private static List<String> broken(CreditRecord record) {
        return Validation.of(record, Samples.CONTEXT).stream().map(f -> f.rule() + " " + f.item()).toList();
    }

    @Test
    void findsNothingInLawfulRecords() {
        assertThat(broken(Samples.correction())).isEmpty();
        assertThat(broken(Samples.contract())).isEmpty();
        assertThat(broken(Samples.person())).isEmpty();
    }

    @Test
    void aCorrectionHoldsExactlyTheSegmentItNamesInsideItsOwnElement() {
        assertThat(RecordLine.of(Samples.correction()))
                .startsWith("<Document><InAcctMdfc><BsSgmt><InfRecType>212</InfRecType><ModRecCode>D19999999H0001GJJ202403120000777</ModRecCode><RptDate>2026-09-30</RptDate>"
                        + "<AcctType>D1</AcctType><MdfcSgmtCode>H</MdfcSgmtCode></BsSgmt><MdfcSgmt><AcctMthlyBlgInfSgmt><Month>2026-09</Month>")
                .endsWith("<CloseDate></CloseDate></AcctMthlyBlgInfSgmt></MdfcSgmt></InAcctMdfc></Document>");
        CreditRecord.Builder two = Samples.correction().change().segment("F", Samples.items("Mcc D19999999H0001SX1"));
        assertThat(broken(two.build())).containsExactly("ABD000 AcctCredSgmt");
        assertThat(broken(two.without("F").without("H").build())).containsExactly("ABD000 AcctMthlyBlgInfSgmt");
    }

    @Test
    void aCorrectedSegmentIsHeldToTheRulesOfTheAccount() {
        CreditRecord late = Samples.correction().change().segment("H", Samples.items("RpyStatus 1, CloseDate 2026-10-02")).build();
        assertThat(broken(late)).containsExactlyInAnyOrder("BLE019 OverdPrd", "BLE001 CloseDate", "ABE007 CloseDate");
    }

    @Test
    void ofTheBaseOnlyNameCertificateAndOfficeCanBeCorrected() {
        CreditRecord base = Samples.correction().change()
                .without("H")
                .segment("BS", Samples.items("MdfcSgmtCode B"))
                .segment("B", Samples.items("Name 测试丁, IDType 10, IDNum 999999199003071234, MngmtOrgCode D19999999H0001"))
                .build();
        assertThat(broken(base)).isEmpty();
        assertThat(base.type().segments().get(1).items()).extracting(ItemType::name).containsExactly("Name", "IDType", "IDNum", "MngmtOrgCode");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            211 | InfRecType 211, OdBnesCode D19999999H0001A, NwBnesCode D19999999H0001B                                               |
            211 | InfRecType 211, OdBnesCode D19999999H0001A, NwBnesCode D19999999H0001A                                               | BIE000 0000
            211 | InfRecType 211, OdBnesCode D19999999H0002A, NwBnesCode D19999999H0001                                                | ABE002 OdBnesCode, ABE001 NwBnesCode
            213 | InfRecType 213, DelRecCode D19999999H0001A, DelSgmtCode H, DelStartDate 2026-08-01, DelEndDate                       |
            213 | InfRecType 213, DelRecCode D19999999H0001A, DelSgmtCode H, DelStartDate, DelEndDate                                  | BSE000 DelStartDate
            213 | InfRecType 213, DelRecCode D19999999H0001A, DelSgmtCode H, DelStartDate 2026-08-01, DelEndDate 2026-07-31            | BSE001 DelStartDate
            213 | InfRecType 213, DelRecCode D19999999H0001A, DelSgmtCode B, DelStartDate 2026-08-01, DelEndDate                       | ABE001 DelSgmtCode
            214 | InfRecType 214, DelRecCode D19999999H0001A                                                                           |
            214 | InfRecType 210, DelRecCode D19999999H0001A                                                                           | ABR000 InfRecType
            215 | InfRecType 215, AcctCode D19999999H0001A, RptDate 2026-09-30, OpetnType 21, Month 2026-09, Flag 1                    |
            215 | InfRecType 215, AcctCode D19999999H0001A, RptDate 2026-09-30, OpetnType 11, Month 2026-08, Flag 1                    | ABE001 OpetnType, BQR000 Month
            215 | InfRecType 215, AcctCode D19999999H0001A, RptDate 2026-10-02, OpetnType 21, Month 2026-10, Flag 2                    | ABR001 RptDate, ABE001 Flag
            514 | InfRecType 514, DelRecCode D19999999H0001A                                                                           |""")
    void recordsOfOneSegmentAreHeldToTheirOwnRules(String number, String items, String expected) {
        List<String> broken = broken(Samples.flat(number, items));
        assertThat(broken).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            B | InfRecType 110                       | ABR000 InfRecType
            B | RptDate 2026-10-02                   | ABR001 RptDate
            B | GuarCertNum 999999199003071235       | ABE004 GuarCertNum
            B | RptDateCode 20                       | BPE000 CcStatus
            C | CcValDate 2026-10-01                 | ABE007 CcValDate
            E | PleNum 2                             | ABE010 PleNum""")
    void aContractBreaksTheRuleThatTheChangeOffends(String segment, String items, String expected) {
        assertThat(broken(Samples.contract().change().segment(segment, Samples.items(items)).build())).containsExactly(expected);
    }

    @Test
    void aMortgageHasItsProperty() {
        assertThat(broken(Samples.contract().change().without("E").build())).containsExactlyInAnyOrder("ABD000 MotgaProptInfSgmt", "BPR001 0000");
        String property = "PleType 11, MotgaProptIdTp 1, PleCertId A1, PleDistr, PleValue 900000, ValCy CNY, ValOrgType 2, ValDate 2026-10-01, PledgorType 1, PledgorName 测试甲, PleorCertType 10, PleorCertNum 1, PleDesc";
        assertThat(broken(Samples.contract().change().segment("E", Samples.items("PleNum 2")).row("E", Samples.items(property)).build()))
                .containsExactlyInAnyOrder("ABE007 ValDate", "ABE004 PleorCertNum");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            B | InfRecType 210                       | ABR000 InfRecType
            B | RptDate 2026-10-02                   | ABR001 RptDate
            B | IDNum 1                              | ABE004 IDNum
            S | SpoIDNum 1                           | ABE004 SpoIDNum
            S | MariStatus 10                        | BBD001 SpoName
            S | SpoName                              | BBD001 SpoName
            O | EmpStatus 80                         | BBD000 CpnName
            O | CpnName                              | BBD000 CpnName
            R | ResiInfoUpDate 2026-10-01            | ABE007 ResiInfoUpDate""")
    void aPersonBreaksTheRuleThatTheChangeOffends(String segment, String items, String expected) {
        CreditRecord changed = Samples.person().change().segment(segment, Samples.items(items)).build();
        assertThat(broken(changed)).contains(expected).allSatisfy(rule -> assertThat(rule.substring(0, 6)).isIn(expected.substring(0, 6), "ABE000"));
    }

    @Test
    void aFirstReportOfAPersonIsWholeALaterOneNeedNotBe() {
        CreditRecord.Builder part = Samples.person().change().without("O");
        assertThat(broken(part.build())).containsExactly("ABD000 OctpnInfSgmt");
        assertThat(broken(part.segment("B", Samples.items("RptDateCode 20")).build())).isEmpty();
    }
}
