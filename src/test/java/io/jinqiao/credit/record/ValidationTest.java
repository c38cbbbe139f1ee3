package io.jinqiao.credit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationTest {

    private static List<String> broken(CreditRecord record) {
        return Validation.of(record, Samples.CONTEXT).stream().map(f -> f.rule() + " " + f.item()).toList();
    }

    @Test
    void findsNothingInLawfulRecords() {
        assertThat(broken(Samples.account())).isEmpty();
        assertThat(broken(Samples.recovered())).isEmpty();
        assertThat(broken(Samples.account().change().without("C").without("D").without("E").build())).isEmpty();
    }

    /** One change of the monthly record for each rule; what else that change breaks is listed too. */
    static Stream<Arguments> changes() {
        return Stream.of(
                change("B", "InfRecType 110", "ABR000 InfRecType"),
                change("B", "RptDate 2026-10-02", "ABR001 RptDate"),
                change("H", "LatRpyDate 2026-10-01", "ABE007 LatRpyDate"),
                change("B", "IDNum 999999199003071235", "ABE004 IDNum"),
                change("B", "Name ", "ABE000 Name"),
                change("B", "AcctCode D29999999H0001GJJ1", "ABE002 AcctCode"),
                change("B", "MngmtOrgCode D19999999H0002", "ABE003 MngmtOrgCode"),
                change("H", "SettDate 1899-09-12", "ABE008 SettDate, BLE005 OpenDate, BLE012 Month"),
                change("H", "AcctBal 0544301", "ABE001 AcctBal"),
                change("H", "AcctStatus 9", "ABE001 AcctStatus"),
                change("H", "AcctStatus 3, OverdPrd 0, TotOverd 0, OverdPrinc 0, AcctBal 0, RpyStatus C", "BLE001 CloseDate"),
                change("H", "CloseDate 2026-09-30", "BLE001 CloseDate"),
                change("H", "AcctStatus 3, CloseDate 2026-09-30, AcctBal 0, RpyStatus C", "BLE004 OverdPrd"),
                change("C", "OpenDate 2026-08-20", "BLE005 OpenDate"),
                change("C", "DueDate 2024-03-11", "BLE009 OpenDate"),
                change("H", "AcctStatus 3, CloseDate 2026-09-11, OverdPrd 0, TotOverd 0, OverdPrinc 0, AcctBal 0, RpyStatus C, FiveCateAdjDate 2026-08-31", "BLE011 SettDate"),
                change("H", "SettDate 2026-08-12", "BLE012 Month"),
                change("H", "AcctStatus 41, RpyStatus B, TotOverd 0, OverdPrinc 0", "BLE013 TotOverd"),
                change("H", "RpyStatus *, OverdPrd 0, TotOverd 0, OverdPrinc 0", "BLE015 CurRpyAmt"),
                change("H", "RpyStatus N", "BLE017 OverdPrd"),
                change("H", "RpyStatus M, OverdPrd 0", "BLE017 TotOverd"),
                change("H", "OverdPrd 0", "BLE019 OverdPrd"),
                change("H", "OverdPrinc 3284", "BLE020 OverdPrinc"),
                change("H", "AcctStatus 3, CloseDate 2026-09-30, OverdPrd 0, TotOverd 0, OverdPrinc 0, RpyStatus C", "BLE026 AcctBal"),
                change("C", "RepayMode 90, RepayFreqcy 04", "BLE028 RepayFreqcy"),
                change("H", "AcctStatus 3, CloseDate 2026-09-30, OverdPrd 0, TotOverd 0, OverdPrinc 0, AcctBal 0, RpyStatus N", "BLE030 RpyStatus"),
                change("B", "RptDateCode 32", "BLE037 AcctStatus"),
                change("C", "RepayMode 21", "BLE038 RepayPrd"),
                change("H", "Month 2026-07, SettDate 2026-07-12", "BLE039 Month"),
                change("C", "LoanConCode A1", "BLE050 LoanConCode"),
                change("C", "BusiDtlLines 11", "BLD000 LoanConCode"),
                change("D", "RltRepymtNm 2", "ABE010 RltRepymtNm"));
    }

    private static Arguments change(String segment, String items, String broken) {
        return Arguments.of(segment, items, broken);
    }

    @ParameterizedTest(name = "{1} breaks {2}")
    @MethodSource("changes")
    void aMonthlyRecordBreaksTheRuleThatTheChangeOffends(String segment, String items, String expected) {
        CreditRecord changed = Samples.account().change().segment(segment, Samples.items(items)).build();
        assertThat(broken(changed)).containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AcctStatus 3, CloseDate 2026-09-20 | BLE016 AcctStatus, BLE026 AcctBal, BLE030 RpyStatus
            RpyStatus 1, OverdPrd 1, TotOverd 1 | BLE018 OverdPrd, BLE034 RpyStatus
            LatRpyDate 2026-09-19 | BLE040 LatRpyDate""")
    void aRecoveredRecordBreaksTheRuleThatTheChangeOffends(String items, String expected) {
        CreditRecord changed = Samples.recovered().change().segment("J", Samples.items(items)).build();
        assertThat(broken(changed)).containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InfoIDType 1, ArlpName 测试丙, ArlpCertType 10, ArlpCertNum 999999199003071234, ArlpType 1, ArlpAmt | BLE041 0000
            InfoIDType 1, ArlpName 测试丙, ArlpCertType 10, ArlpCertNum 999999199003071235, ArlpType 1, ArlpAmt | ABE004 ArlpCertNum
            InfoIDType 1, ArlpName 测试丙, ArlpCertType 77, ArlpCertNum A1, ArlpType 1, ArlpAmt | ABE001 ArlpCertType
            InfoIDType 2, ArlpName 测试公司, ArlpCertType 11, ArlpCertNum A1, ArlpType 1, ArlpAmt | ABE001 ArlpCertType
            InfoIDType 2, ArlpName 测试公司, ArlpCertType 20, ArlpCertNum A1, ArlpType 1, ArlpAmt | ABE004 ArlpCertNum
            InfoIDType 1, ArlpName 测试丙, ArlpCertType 10, ArlpCertNum 99999919920815456X, ArlpType 2, ArlpAmt | BLE003 ArlpAmt, BLE048 WartySign, ABE000 MaxGuarMcc
            InfoIDType 1, ArlpName 测试乙, ArlpCertType 10, ArlpCertNum 99999919920815456X, ArlpType 1, ArlpAmt | ABE011 RltRepymtInf""")
    void aSecondPersonWhoMustPayIsLookedAtAsClosely(String items, String expected) {
        CreditRecord changed = Samples.account().change().segment("D", Samples.items("RltRepymtNm 2")).row("D", Samples.items(items)).build();
        assertThat(broken(changed)).containsExactlyInAnyOrder(expected.split(", "));
    }

    @Test
    void newAndClosedAccountsAreToldWithinThirtyDays() {
        CreditRecord.Builder fresh = Samples.account().change().segment("B", Samples.items("RptDateCode 10"));
        assertThat(broken(fresh.build())).containsExactly("BLE008 RptDate");
        CreditRecord.Builder closed = Samples.account().change()
                .segment("B", Samples.items("RptDateCode 20"))
                .segment("H", Samples.items("Month 2026-08, SettDate 2026-08-12, AcctStatus 3, CloseDate 2026-08-31, FiveCateAdjDate 2026-08-31, AcctBal 0, RpyStatus C, OverdPrd 0, TotOverd 0, OverdPrinc 0"));
        assertThat(broken(closed.build())).containsExactly("BLE010 RptDate");
        assertThat(broken(closed.segment("B", Samples.items("RptDate 2026-09-29")).build())).isEmpty();
    }

    @Test
    void aSegmentThatTheEventDoesNotKnowIsAsWrongAsOneThatIsMissing() {
        CreditRecord both = Samples.recovered().change().segment("C", Samples.items("BusiLines 1")).without("J").build();
        assertThat(broken(both)).contains("ABD000 AcctBsInfSgmt", "ABD000 AcctDbtInfSgmt");
    }

    @Test
    void anItemThatIsAbsentIsNotOneThatIsEmpty() {
        assertThat(broken(Samples.account().change().segment("H", Samples.items("SettDate")).build())).isEmpty();
        assertThat(broken(Samples.account().change().withoutItem("H", "SettDate").build())).containsExactly("ABD000 SettDate");
        assertThat(broken(Samples.account().change().segment("B", Samples.items("Name \u3000 ")).build())).containsExactly("ABE000 Name");
    }

    @Test
    void guaranteesAndTranchesAskForTheirSegments() {
        CreditRecord.Builder first = Samples.account().change().segment("B", Samples.items("RptDateCode 31")).without("D");
        assertThat(broken(first.segment("C", Samples.items("GuarMode 3")).build())).containsExactly("BLR014 0000");
        assertThat(broken(first.segment("C", Samples.items("GuarMode 2, OthRepyGuarWay 2")).build())).containsExactly("BLR015 0000");
        assertThat(broken(first.segment("C", Samples.items("OthRepyGuarWay 0, Flag 1")).build())).containsExactly("BLR005 0000");
        CreditRecord.Builder line = Samples.account().change().segment("B", Samples.items("RptDateCode 31")).segment("F", Samples.items("Mcc D19999999H0001SX1"));
        assertThat(broken(line.build())).containsExactly("BLR005 0000");
    }

    @Test
    void specialTransactionsAreCountedDistinctAndNotInTheFuture() {
        CreditRecord.Builder record = Samples.account().change().segment("K", Samples.items("CagOfTrdNm 0"));
        assertThat(broken(record.build())).containsExactly("BLE046 CagOfTrdNm");
        String row = "ChanTranType 4, TranDate 2026-10-01, TranAmt 100000, DueTranMon 0, DetInfo";
        assertThat(broken(record.segment("K", Samples.items("CagOfTrdNm 2")).row("K", Samples.items(row)).row("K", Samples.items(row)).build()))
                .containsExactlyInAnyOrder("ABE011 CagOfTrdInf", "ABE007 TranDate", "ABE007 TranDate");
    }

    @Test
    void everyRuleOfTheFileIsBrokenBySomeTestOfThisClass() {
        Set<String> told = Set.of("ABR000", "ABR001", "ABE000", "ABE001", "ABE004", "ABE007", "BLD000", "BLR005", "BLR014", "BLR015", "BLE001", "BLE003", "BLE004", "BLE005", "BLE008", "BLE009", "BLE010", "BLE011", "BLE012", "BLE013", "BLE015", "BLE016",
                "BLE017", "BLE018", "BLE019", "BLE020", "BLE026", "BLE028", "BLE030", "BLE034", "BLE037", "BLE038", "BLE039", "BLE040", "BLE041", "BLE046", "BLE048", "BLE050");
        assertThat(Samples.type("210").ruleIds()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void holdsFromItsFirstDay() {
        assertThat(Samples.TYPES.at("210", LocalDate.of(2020, 1, 1)).element()).isEqualTo("InAcctInf");
    }
}
