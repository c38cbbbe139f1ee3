package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.CreditLists;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.NoticeStep;
import io.jinqiao.credit.PersonProfile;
import io.jinqiao.credit.Side;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleServer
class CreditDoorTest {
    private static final String STEP =
            "{\"account\": \"D19999999H00010102622200000001\", \"episode\": \"2026-09-01\", \"person\": \"borrower\", \"what\": \"dispatched\", \"on\": \"2026-10-03\", \"channel\": \"letter\", \"content\": \"v1\", \"address\": \"测试路 1 号\"}";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Audit audit;

    @Autowired
    Doors.Reporting credit;

    @Autowired
    Doors.Sharing sharing;

    @BeforeEach
    void forget() {
        credit.wanted.clear();
        sharing.wanted.clear();
    }

    private Program program(Role... roles) {
        return Program.at(port, callers, roles);
    }

    @Test
    void anOperatorHasAMonthToldAndItIsInTheAudit() throws Exception {
        assertThat(program(Role.AUDITOR).post("/credit/runs", "{\"month\": \"2026-10\"}").statusCode()).isEqualTo(403);
        assertThat(program(Role.OPERATOR).post("/credit/runs", "{\"month\": \"2026-10\"}").statusCode()).isEqualTo(202);
        assertThat(credit.wanted).containsExactly(YearMonth.of(2026, 10));
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject).containsExactly("credit-report-started", "2026-10");
        assertThat(program(Role.OPERATOR).post("/credit/corrections", "{\"account\": \"D19999999H00010102622200000001\", \"month\": \"2026-09\"}").body()).contains("D19999999H00012026100121200010");
        assertThat(program(Role.AUDITOR).post("/credit/payments", "{\"account\": \"D19999999H00010102622200000001\"}").statusCode()).isEqualTo(403);
        assertThat(program(Role.OPERATOR).post("/credit/payments", "{\"account\": \"D19999999H00010102622200000001\"}").body()).contains("D19999999H00012026110121000010");
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject).containsExactly("credit-payment-told", "D19999999H00010102622200000001");
        HttpResponse<String> early = program(Role.OPERATOR).post("/credit/runs", "{\"month\": \"2026-11\"}");
        assertThat(Program.json(early).get("code").asText()).isEqualTo("credit.month_not_over");
        assertThat(program(Role.OPERATOR).post("/credit/runs", "{\"month\": \"2026\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void whatHappenedToANoticeIsRegisteredAReleaseTakesTwo() throws Exception {
        assertThat(program(Role.COLLECTOR).post("/credit/notices", STEP).statusCode()).isEqualTo(204);
        assertThat(credit.wanted).containsExactly(new NoticeStep("D19999999H00010102622200000001", LocalDate.of(2026, 9, 1), "borrower", NoticeStep.What.DISPATCHED, LocalDate.of(2026, 10, 3), "letter", "v1", "测试路 1 号"));
        Program manager = program(Role.BANK_MANAGER);
        HttpResponse<String> proposed = manager.post("/credit/releases", "{\"account\": \"D19999999H00010102622200000001\", \"episode\": \"2026-09-01\", \"person\": \"borrower\", \"reason\": \"came back twice\"}");
        String answer = "/credit/releases/" + Program.json(proposed).get("number").asLong() + "/answer";
        assertThat(Program.json(manager.post(answer, "{\"confirmed\": true}")).get("code").asText()).isEqualTo("gate.two_people");
        assertThat(program(Role.APPROVER).post(answer, "{\"confirmed\": true}").statusCode()).isEqualTo(204);
    }

    @Test
    void whatWasToldByMistakeIsTakenBackByTwo() throws Exception {
        Program manager = program(Role.BANK_MANAGER);
        HttpResponse<String> proposed = manager.post("/credit/changes", "{\"account\": \"D19999999H00010102622200000001\", \"from\": \"2026-10-31\", \"reason\": \"another loan's\"}");
        assertThat(proposed.statusCode()).isEqualTo(201);
        assertThat(credit.wanted).containsExactly(new ChangeReported("D19999999H00010102622200000001", LocalDate.of(2026, 10, 31), null, null, "another loan's"));
        String answer = "/credit/changes/" + Program.json(proposed).get("number").asLong() + "/answer";
        assertThat(Program.json(manager.post(answer, "{\"confirmed\": true}")).get("code").asText()).isEqualTo("gate.two_people");
        assertThat(program(Role.OPERATOR).post(answer, "{\"confirmed\": true}").statusCode()).isEqualTo(403);
        assertThat(Program.json(program(Role.APPROVER).post(answer, "{\"confirmed\": true}")).get("file").asText()).isEqualTo("D19999999H00012026100121300010");
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject).containsExactly("credit-change-confirmed", "8");
        assertThat(manager.post("/credit/changes", "{\"account\": \"D19999999H00010102622200000001\", \"from\": \"2026-02-30\"}").body()).contains("from", "reason");
    }

    @Test
    void anIdentifierIsChangedByTwoAndNotTogetherWithADeletion() throws Exception {
        String change = "{\"account\": \"D19999999H00010102622200000001\", \"becomes\": \"D19999999H00010102622299999999\", \"reason\": \"core replaced\"}";
        assertThat(program(Role.BANK_MANAGER).post("/credit/changes", change).statusCode()).isEqualTo(201);
        assertThat(credit.wanted).containsExactly(new ChangeReported("D19999999H00010102622200000001", null, null, "D19999999H00010102622299999999", "core replaced"));
        HttpResponse<String> both = program(Role.BANK_MANAGER).post("/credit/changes", change.replace("\"reason\"", "\"from\": \"2026-10-31\", \"reason\""));
        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("field.unexpected", "becomes");
    }

    @Test
    void theCoreSystemTellsWhatTheCenterWantsToKnowOfABorrower() throws Exception {
        String profile = "{\"bank\": \"icbc\", \"applicationNo\": \"A-0007\", \"marital\": \"10\", \"education\": \"20\", \"degree\": \"4\", \"employment\": \"17\", \"employer\": \"测试公司\", \"residence\": \"2\","
                + " \"address\": \"测试市测试路 1 号\", \"updated\": \"2026-10-01\"}";
        assertThat(program(Role.REVIEWER).post("/credit/profiles", profile).statusCode()).isEqualTo(204);
        assertThat(credit.wanted).containsExactly(new PersonProfile("10", "20", "4", "17", "测试公司", "2", "测试市测试路 1 号", LocalDate.of(2026, 10, 1)));
        assertThat(program(Role.REVIEWER).post("/credit/profiles", profile.replace("\"education\": \"20\", ", "")).statusCode()).isEqualTo(422);
    }

    @Test
    void readsRunsFilesAndWhatWaits() throws Exception {
        for (String address : new String[] {"runs", "files", "asides?month=2026-10", "refused", "notices", "releases", "feedback", "changes", "duties", "lists", "rules/210/BLE013"}) {
            assertThat(program(Role.AUDITOR).get("/credit/" + address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(program(Role.AUDITOR).get("/credit/asides?month=10").statusCode()).isEqualTo(400);
        assertThat(program(Role.AUDITOR).get("/credit/asides?month=2026-10&rule=NOTICE").body()).contains("borrower").doesNotContain("ABE004");
    }

    @Test
    void whoDoesWhatOfALoanIsEnteredByTwo() throws Exception {
        String duty = "{\"account\": \"D19999999H00010102622200000001\", \"reporter\": \"bank\", \"notifier\": \"bank\", \"objections\": \"centre\", \"agreement\": \"协2026-8\", \"reason\": \"商转公\"}";
        Program manager = program(Role.BANK_MANAGER);
        HttpResponse<String> proposed = manager.post("/credit/duties", duty);
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        assertThat(sharing.wanted).containsExactly(new AgreeDuties("D19999999H00010102622200000001", Side.BANK, Side.BANK, Side.CENTRE, "协2026-8", "商转公"));
        String answer = "/credit/duties/" + Program.json(proposed).get("number").asLong() + "/answer";
        assertThat(Program.json(manager.post(answer, "{\"confirmed\": true}")).get("code").asText()).isEqualTo("gate.two_people");
        assertThat(program(Role.OPERATOR).post(answer, "{\"confirmed\": true}").statusCode()).isEqualTo(403);
        assertThat(Program.json(program(Role.APPROVER).post(answer, "{\"confirmed\": true}")).get("file").asText()).isEqualTo("D19999999H00012026100121500010");
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject).containsExactly("credit-duty-confirmed", "9");
        assertThat(manager.post("/credit/duties", duty.replace("\"bank\", \"notifier\"", "\"nobody\", \"notifier\"").replace("协2026-8", "")).body()).contains("reporter", "agreement");
    }

    @Test
    void aBanksListIsTakenAndOursIsGiven() throws Exception {
        String list = CreditLists.HEADER + "\r\n990100000000000017,1,N,544301,0,0\r\n";
        assertThat(program(Role.AUDITOR).put("/credit/lists/abc/2026-10", "text/csv", list).statusCode()).isEqualTo(403);
        HttpResponse<String> taken = program(Role.OPERATOR).put("/credit/lists/abc/2026-10", "text/csv", list);
        assertThat(Program.json(taken).get("lines").asLong()).isEqualTo(1);
        assertThat(sharing.wanted).containsExactly("abc 2026-10");
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject).containsExactly("credit-list-taken", "abc 2026-10");
        assertThat(program(Role.OPERATOR).put("/credit/lists/abc/2026-10", "text/csv", "nonsense").statusCode()).isEqualTo(422);
        assertThat(program(Role.AUDITOR).get("/credit/lists/abc/2026-10/ours").body())
                .isEqualTo(CreditLists.HEADER + "\r\n990100000000000017,1,N,544301,0,0\r\n990100000000000025,1,N,300000,0,0\r\n990100000000000033,1,N,120000,0,0\r\n");
        assertThat(Program.json(program(Role.AUDITOR).get("/credit/lists/abc/2026-10/differences"))).hasSize(2);
    }
}
