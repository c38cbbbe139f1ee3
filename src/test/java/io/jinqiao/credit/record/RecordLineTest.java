package io.jinqiao.credit.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordLineTest {

    @Test
    void writesTheRecordAsOneLineInTheOrderOfTheType() {
        String expected = "<Document><InAcctInf><AcctBsSgmt><InfRecType>210</InfRecType><AcctType>D1</AcctType><AcctCode>D19999999H0001GJJ202403120000777</AcctCode>"
                + "<RptDate>2026-09-30</RptDate><RptDateCode>30</RptDateCode><Name>测试甲</Name><IDType>10</IDType><IDNum>999999199003071234</IDNum>"
                + "<MngmtOrgCode>D19999999H0001</MngmtOrgCode></AcctBsSgmt>"
                + "<MotgaCltalCtrctInfSgmt><CcNm>1</CcNm><CccInf><Ccc>D19999999H0001DY202403120000777</Ccc></CccInf></MotgaCltalCtrctInfSgmt>"
                + "<AcctMthlyBlgInfSgmt><Month>2026-09</Month><SettDate>2026-09-12</SettDate><AcctStatus>2</AcctStatus><AcctBal>544301</AcctBal>"
                + "<RemRepPrd>210</RemRepPrd><FiveCate>1</FiveCate><FiveCateAdjDate>2026-09-30</FiveCateAdjDate><RpyStatus>1</RpyStatus><OverdPrd>1</OverdPrd>"
                + "<TotOverd>3283</TotOverd><OverdPrinc>1990</OverdPrinc><Oved31_60Princ>0</Oved31_60Princ><Oved61_90Princ>0</Oved61_90Princ>"
                + "<Oved91_180Princ>0</Oved91_180Princ><OvedPrinc180>0</OvedPrinc180><CurRpyAmt>3283</CurRpyAmt><ActRpyAmt>0</ActRpyAmt>"
                + "<LatRpyDate>2026-08-12</LatRpyDate><CloseDate></CloseDate></AcctMthlyBlgInfSgmt></InAcctInf></Document>";
        assertThat(RecordLine.of(Samples.account().change().without("C").without("D").build())).isEqualTo(expected);
    }

    @Test
    void doesNotDependOnTheOrderInWhichItemsWereSet() {
        CreditRecord.Builder late = CreditRecord.of(Samples.type("210"));
        late.segment("B", Map.of("RptDate", "2026-09-30")).segment("B", Map.of("AcctType", "D1"));
        assertThat(RecordLine.of(late.build())).contains("<AcctType>D1</AcctType><RptDate>2026-09-30</RptDate>");
    }

    @Test
    void writesWhatXmlNeedsEscapedAndLeavesOutWhatIsNotThere() {
        CreditRecord record = Samples.account().change().segment("B", Map.of("Name", "<甲&乙>")).withoutItem("H", "SettDate").build();
        assertThat(RecordLine.of(record)).contains("<Name>&lt;甲&amp;乙&gt;</Name>").doesNotContain("SettDate");
    }
}
