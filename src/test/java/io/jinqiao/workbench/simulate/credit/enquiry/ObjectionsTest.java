package io.jinqiao.workbench.simulate.credit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.Packet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An objection from the day somebody files it to the day it is settled. */
class ObjectionsTest {
    private static final BankKeys KEYS = new BankKeys(TestIdentities.made());
    private static final String ACCOUNT = "D19999999H0001GJJ202403120000777";

    private final EnquirySettings settings = EnquirySettings.usual();
    private final EnquiryDesk desk = new EnquiryDesk(settings, KEYS, Clock.fixed(Instant.parse("2026-10-01T08:30:00Z"), ZoneOffset.UTC), line -> { });
    private final Asker asker = new Asker(KEYS, settings);

    private String ask(String operation, String msg) {
        asker.type = Operations.TYPES.get(operation).asked();
        asker.serial++;
        String body = "<Document><Head><DataProviderOrgCode>D19999999H0001</DataProviderOrgCode><UserCode>gjj01</UserCode><Password>" + Callers.digest("invented-1") + "</Password></Head><Msg>" + msg + "<Asked>1</Asked></Msg></Document>";
        byte[] answer = Objects.requireNonNull(desk.take(new Packet("", "", Asker.envelope(operation, asker.signed(asker.head() + body)))).packet()).body();
        assertThat(Asker.string(answer).substring(48, 52)).isEqualTo(Operations.TYPES.get(operation).answered());
        return Asker.string(answer);
    }

    @Test
    void aCaseIsFetchedCheckedCorrectedAndAskedAbout() {
        String id = desk.objections().file(ACCOUNT, "测试甲", "999999199003071234", "未逾期 <1>");
        String fetched = ask("psGetToCheckObjReq", "");
        assertThat(fetched).contains("<ObjCheckID>" + id, "<CheckFinalDate>2026-10-21</CheckFinalDate>", "<BusinessCode>" + ACCOUNT, "未逾期 &lt;1>");
        assertThat(desk.objections().state(id)).isEqualTo("20");
        assertThat(ask("psGetEncloReq", "<ObjCheckID>" + id + "</ObjCheckID>")).contains("<EnclosureInf>");
        ask("psObjCheckResultReq", "<ObjCheckID>" + id + "</ObjCheckID><CheckResult>1</CheckResult>");
        assertThat(desk.objections().state(id)).isEqualTo("40");
        assertThat(ask("psGetToCheckObjReq", "")).doesNotContain("<ToCheckInf>");
        ask("psObjCorrectResultReq", "<ObjCheckID>" + id + "</ObjCheckID><CorrectResult>1</CorrectResult>");
        assertThat(ask("psObjCorrectResultQueryReq", "<ObjCheckID>" + id + "</ObjCheckID>")).contains("<State>50</State>");
    }

    @Test
    void aTagIsSetAndTakenAway() {
        String tag = "<Name>测试甲</Name><IDType>10</IDType><IDNum>999999199003071234</IDNum><BusinessCode>" + ACCOUNT + "</BusinessCode><ObjDesc>核查中</ObjDesc>";
        assertThat(ask("psAddTagReq", tag)).contains("AAA000");
        assertThat(desk.objections().tags()).isEqualTo(1);
        assertThat(ask("psDelTagReq", tag)).contains("AAA000");
        assertThat(ask("psDelTagReq", tag)).contains("<ServiceReturnCode>GBE002</ServiceReturnCode>");
    }

    @Test
    void aCaseNobodyFiledIsNone() {
        assertThat(ask("psObjCheckResultReq", "<ObjCheckID>YY99999999</ObjCheckID>")).contains("<ServiceReturnCode>GBE001</ServiceReturnCode>");
    }
}
