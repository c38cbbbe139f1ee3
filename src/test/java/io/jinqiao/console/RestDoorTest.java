package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.TellContribution;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ConsoleServer
class RestDoorTest {
    private static final String LOAN = "/loans/202611160007";
    private static final String APPROVAL = "{\"outcome\":\"approved\",\"approvedAmount\":50000000,\"approvedMonths\":\"240\"}";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Audit audit;

    @Autowired
    Doors.Disputing objections;

    @Autowired
    Doors.Routes routes;

    @Autowired
    Doors.OneUnknown unknowns;

    @Autowired
    Doors.Seer seer;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @BeforeEach
    void forget() {
        routes.forget();
    }

    private Program program(Role... roles) {
        return Program.at(port, callers, roles);
    }

    @Test
    void refusesWhoeverShowsNoTokenOrAWrongOne() throws Exception {
        for (String token : new String[] {null, "jq_wrong"}) {
            HttpResponse<String> answer = Program.withToken(port, token).get("/loans");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(Program.json(answer).get("code").asText()).isEqualTo("access.not_authenticated");
        }
    }

    @Test
    void refusesATokenThatWasWithdrawn() throws Exception {
        String token = callers.issue("short-lived", Set.of(Role.AUDITOR), "test");
        callers.withdraw("short-lived", "test");
        assertThat(Program.withToken(port, token).get("/loans").statusCode()).isEqualTo(401);
    }

    @Test
    void withdrawsAConfirmedDowntimeByItsDocument() throws Exception {
        String withdrawal = "/assessments/downtimes/2/withdrawal";
        HttpResponse<String> proposed = program(Role.OPERATOR).post(withdrawal, "{\"document\": \"YW-2026-17\"}");
        assertThat(proposed.statusCode()).isEqualTo(201);
        assertThat(Program.json(proposed).get("number").asLong()).isEqualTo(9);
        assertThat(program(Role.OPERATOR).post(withdrawal, "{}").body()).contains("field.missing", "document");
        assertThat(program(Role.AUDITOR).post(withdrawal, "{\"document\": \"YW-2026-17\"}").statusCode()).isEqualTo(403);
    }

    @Test
    void listsEveryDowntimeWithWhatBecameOfIt() throws Exception {
        JsonNode answer = Program.json(program(Role.AUDITOR).get("/assessments/downtimes?size=3"));
        assertThat(answer.get("total").asInt()).isEqualTo(6);
        assertThat(answer.get("downtimes")).extracting(d -> d.get("number").asText() + " " + d.path("partner").asText("-") + " " + d.get("state").asText())
                .containsExactly("6 icbc confirmed", "1 - waiting", "5 icbc confirmed");
        assertThat(Program.json(program(Role.AUDITOR).get("/assessments/downtimes?size=3&page=1")).get("downtimes"))
                .extracting(d -> d.get("number").asText() + " " + d.get("from").asText() + " " + d.path("withdraws").asText("-"))
                .containsExactly("2 2026-10-15T01:00:00+08:00 -", "4 2026-10-14T01:00:00+08:00 3", "3 2026-10-14T01:00:00+08:00 -");
        assertThat(program(Role.AUDITOR).get("/assessments/downtimes?size=0").statusCode()).isEqualTo(400);
    }

    @Test
    void opensOlderLoansForTwoPeopleAndTellsWhoIsOverdue() throws Exception {
        String loans = """
                {"bank": "icbc", "reason": "taken over", "loans": [{"accountNo": "6228000000000001", "amount": 60000000, "months": 240, "rate": "2.6",
                 "method": "equal-instalment", "disbursedOn": "2020-03-15", "firstDue": "2020-04-15", "repricingDay": "first-of-january", "straddling": "new-rate",
                 "penaltyBase": "principal-and-interest", "penaltyTimes": "1.5", "penaltyDays": "actual-360", "graceDays": 0, "balance": 45000000, "balanceOn": "2026-11-20"}]}
                """;
        Program manager = program(Role.BANK_MANAGER);
        HttpResponse<String> proposed = manager.post("/repayments/openings", loans);
        assertThat(proposed.statusCode()).isEqualTo(201);
        String answer = "/repayments/openings/" + Program.json(proposed).get("number").asLong() + "/answer";
        assertThat(Program.json(manager.post(answer, "{\"confirmed\": true}")).get("code").asText()).isEqualTo("gate.two_people");
        assertThat(program(Role.APPROVER).post(answer, "{\"confirmed\": true}").statusCode()).isEqualTo(204);
        HttpResponse<String> wrong = manager.post("/repayments/openings", loans.replace("\"1.5\"", "\"-1\"").replace("\"2.6\"", "\"x\""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("loans[0].penaltyTimes").contains("loans[0].rate");
        HttpResponse<String> overdue = program(Role.COLLECTOR).get("/repayments/overdue?bank=icbc&day=2026-11-23&known=2026-11-23T00:00:00Z");
        assertThat(Program.json(overdue).get(0).get("ninetyDays").asBoolean()).isTrue();
        assertThat(Program.json(overdue).get(0).get("balanceAtRisk").asLong()).isEqualTo(900_000);
        assertThat(program(Role.COLLECTOR).get("/repayments/overdue?day=20261123").statusCode()).isEqualTo(400);
    }

    @Test
    void aCaseIsReadWithEverythingThatHappenedAndExcludedByTwo() throws Exception {
        Program collector = program(Role.COLLECTOR);
        JsonNode page = Program.json(collector.get("/collection/cases?bank=icbc&waitsFor=bank"));
        assertThat(page.get("total").asLong()).isEqualTo(1);
        assertThat(page.get("cases").get(0).get("owedFen").asLong()).isEqualTo(3_900_000);
        JsonNode trace = Program.json(collector.get("/collection/cases/CU-1"));
        assertThat(trace.get("orders")).hasSize(4);
        assertThat(trace.get("records").get(0).get("filedLate").asBoolean()).isTrue();
        assertThat(trace.get("events")).hasSize(12);
        HttpResponse<String> wrong = collector.post("/collection/cases/CU-1/exclusions", "{\"why\":\"sorrow\",\"document\":\"x\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        HttpResponse<String> proposed = collector.post("/collection/cases/CU-1/exclusions", "{\"why\":\"insolvency\",\"document\":\"x\"}");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        String answer = "/collection/exclusions/" + Program.json(proposed).get("number").asLong() + "/answer";
        assertThat(collector.post(answer, "{\"confirmed\":true}").body()).contains("gate.two_people");
        HttpResponse<String> step = collector.post("/collection/cases/CU-1/orders", "{\"step\":\"visit\",\"whom\":[{\"role\":\"borrower\"}],\"within\":0}");
        assertThat(step.statusCode()).isEqualTo(422);
        assertThat(step.body()).contains("within");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /loans                          | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /loans/202611160007/borrower    | REVIEWER APPROVER AUDITOR",
                "GET  | /loans/202611160007/evidence    | REVIEWER APPROVER AUDITOR",
                "GET  | /registrations                  | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /registrations/DJ-0007-1/certificates/8f       | REVIEWER APPROVER AUDITOR",
                "GET  | /registrations/DJ-0007-1/certificates/8f/verdict | REVIEWER APPROVER AUDITOR",
                "GET  | /registration-requests          | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /property-checks                | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /registration-alarms            | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "POST | /registrations/DJ-0007-1/possible | REVIEWER APPROVER",
                "POST | /registrations/DJ-0007-1/looked | REVIEWER APPROVER",
                "GET  | /messages                       | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /events                         | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /unknowns                       | OPERATOR REVIEWER APPROVER AUDITOR",
                "GET  | /standings                      | APPROVER BANK_MANAGER AUDITOR",
                "GET  | /repayments/plans?bank=icbc&accountNo=6228000000000001 | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /repayments/plans/differences?bank=icbc&day=2026-11-22 | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /repayments/overdue             | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /repayments/openings            | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /reconciliations                | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /reconciliations/icbc/2026-11-20 | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "POST | /reconciliations/icbc/2026-11-20/compare | OPERATOR BANK_MANAGER",
                "POST | /reconciliations/differences/D1/explanation | OPERATOR BANK_MANAGER APPROVER",
                "POST | /reconciliations/differences/D1/answer | OPERATOR BANK_MANAGER APPROVER",
                "GET  | /deductions                     | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /deductions/R1                  | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "POST | /deductions                     | APPROVER",
                "POST | /deductions/R1/closings         | APPROVER",
                "POST | /deductions/closings/1/answer   | APPROVER",
                "GET  | /deductions/paid-twice          | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "POST | /deductions/paid-twice/R1-1/1   | REVIEWER APPROVER",
                "POST | /deductions/paid-twice/R1-1/1/answer | REVIEWER APPROVER",
                "GET  | /deductions/not-in-ledger       | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "POST | /deductions/not-in-ledger/R1-1/1 | REVIEWER APPROVER",
                "POST | /deductions/not-in-ledger/R1-1/1/answer | REVIEWER APPROVER",
                "POST | /deductions/mandates            | REVIEWER APPROVER",
                "POST | /deductions/mandates/end        | REVIEWER APPROVER",
                "GET  | /warnings                       | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "POST | /warnings/contributions         | OPERATOR REVIEWER APPROVER",
                "POST | /warnings/pledges               | REVIEWER APPROVER",
                "POST | /warnings/1/note                | COLLECTOR BANK_MANAGER",
                "GET  | /collection/cases               | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /collection/silent              | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "GET  | /collection/cases/CU-1          | OPERATOR REVIEWER APPROVER COLLECTOR BANK_MANAGER AUDITOR",
                "POST | /collection/cases/CU-1/orders   | COLLECTOR",
                "POST | /collection/cases/CU-1/exclusions | APPROVER COLLECTOR BANK_MANAGER",
                "POST | /collection/exclusions/1/answer | APPROVER COLLECTOR BANK_MANAGER",
                "GET  | /credit-enquiries               | REVIEWER APPROVER AUDITOR",
                "POST | /credit-enquiries               | REVIEWER APPROVER",
                "POST | /credit-enquiries/8/answer      | REVIEWER APPROVER",
                "GET  | /credit-enquiries/7/report      | REVIEWER APPROVER AUDITOR",
                "GET  | /credit-enquiries/7/looks       | REVIEWER APPROVER AUDITOR",
                "GET  | /credit-enquiries/authorisations | REVIEWER APPROVER AUDITOR",
                "POST | /credit-enquiries/authorisations | REVIEWER APPROVER",
                "GET  | /objections                     | REVIEWER APPROVER AUDITOR",
                "GET  | /objections/CY-1                | REVIEWER APPROVER AUDITOR",
                "POST | /objections                     | REVIEWER APPROVER",
                "POST | /objections/CY-1/finding        | REVIEWER APPROVER",
                "POST | /objections/CY-1/answer         | REVIEWER APPROVER",
                "POST | /objections/CY-1/correction     | REVIEWER APPROVER",
                "POST | /objections/CY-1/mark           | REVIEWER APPROVER",
                "POST | /objections/CY-1/reply          | REVIEWER APPROVER",
                "POST | /repayments/openings            | APPROVER BANK_MANAGER",
                "POST | /repayments/openings/1/answer   | APPROVER BANK_MANAGER",
                "GET  | /opinions/SP-2026-000007/document | REVIEWER APPROVER AUDITOR",
                "POST | /loans/202611160007/review      | REVIEWER APPROVER",
                "POST | /loans/202611160007/decision    | APPROVER",
                "POST | /loans/202611160007/payment     | APPROVER",
                "POST | /loans/202611160007/security    | REVIEWER APPROVER",
                "POST | /loans/202611160007/return      | REVIEWER APPROVER",
                "POST | /opinions/SP-2026-000007/revoke | APPROVER",
                "GET  | /seals                          | APPROVER ADMINISTRATOR AUDITOR",
                "POST | /seals                          | APPROVER ADMINISTRATOR",
                "GET  | /erasures                       | APPROVER ADMINISTRATOR AUDITOR",
                "GET  | /erasures/due                   | APPROVER ADMINISTRATOR AUDITOR",
                "POST | /erasures                       | APPROVER ADMINISTRATOR",
                "POST | /partners/icbc/stop             | OPERATOR BANK_MANAGER",
                "POST | /partners/icbc/resume           | OPERATOR BANK_MANAGER"
            })
    void opensAnAddressToItsRolesOnly(String method, String path, String allowed) throws Exception {
        for (Role role : Role.staff()) {
            Program program = program(role);
            HttpResponse<String> answer = method.equals("GET") ? program.get(path) : program.post(path, "{}");
            boolean may = List.of(allowed.split(" ")).contains(role.name());
            assertThat(answer.statusCode() != 403).as("%s %s", role, answer.body()).isEqualTo(may);
        }
    }

    @Test
    void anObjectionIsTakenInCheckedAndAnswered() throws Exception {
        Program reviewer = program(Role.REVIEWER);
        HttpResponse<String> wrong = reviewer.post("/objections", "{\"account\":\"\",\"person\":\"borrower\",\"receivedOn\":\"yesterday\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("account", "contested", "receivedOn");
        HttpResponse<String> taken = reviewer.post("/objections", "{\"account\":\"A1\",\"person\":\"borrower\",\"contested\":\"九月\",\"receivedOn\":\"2026-11-10\",\"centerNo\":\"YY1\"}");
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(Program.json(taken).get("objectionNo").asText()).isEqualTo("CY-9");
        assertThat(reviewer.post("/objections/CY-1/finding", "{\"finding\":\"justified\",\"reason\":\"晚入账\"}").statusCode()).isEqualTo(204);
        assertThat(reviewer.post("/objections/CY-1/reply", "{\"letterNo\":\"异复1\"}").statusCode()).isEqualTo(204);
        assertThat(objections.told).hasSize(3).last().asString().startsWith("CY-1 Reply[letterNo=异复1]");
        JsonNode page = Program.json(reviewer.get("/objections?openOnly=true"));
        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(page.get("objections").get(0).get("objectionNo").asText()).as("the one due soonest").isEqualTo("CY-1");
        assertThat(Program.json(reviewer.get("/objections/CY-1")).get("acts")).hasSize(3);
    }

    @Test
    void theCoreSystemTellsContributionsAndAWarningShowsItsFacts() throws Exception {
        Program core = program(Role.OPERATOR);
        String told = "{\"bank\":\"icbc\",\"contributions\":[{\"accountNo\":\"6228000000000011\",\"contributor\":\"flexible\",\"month\":\"2026-10\",\"contributed\":false}]}";
        assertThat(core.post("/warnings/contributions", told).statusCode()).isEqualTo(204);
        assertThat(seer.told).contains(new TellContribution(new PartnerId("icbc"), "6228000000000011", Contributor.FLEXIBLE, YearMonth.of(2026, 10), false, null));
        HttpResponse<String> wrong = core.post("/warnings/contributions", told.replace("2026-10", "2026-13").replace("flexible", "flexibel"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Program.json(wrong).findValuesAsText("field")).containsExactly("contributions[0].contributor", "contributions[0].month");
        JsonNode first = Program.json(core.get("/warnings?bank=icbc&grade=urgent")).get("warnings").get(0);
        assertThat(first.get("facts").get("lastMonth").asText()).isEqualTo("2026-10");
        assertThat(Program.json(core.get("/warnings?ended=true")).get("warnings").get(0).get("ended").asText()).isEqualTo("overdue");
        assertThat(core.get("/warnings?grade=red").statusCode()).isEqualTo(400);
        assertThat(core.get("/repayments/overdue?group=flexible&atMost=5&method=equal-principal").statusCode()).isEqualTo(200);
        assertThat(core.get("/repayments/overdue?group=nobody").statusCode()).isEqualTo(400);
        assertThat(core.get("/repayments/overdue?page=1&size=1").body()).isEqualTo("[]");
        assertThat(core.get("/repayments/overdue?page=-1").statusCode()).isEqualTo(400);
        HttpResponse<String> reversed = core.get("/repayments/overdue?atLeast=6&atMost=3");
        assertThat(reversed.statusCode()).isEqualTo(400);
        assertThat(reversed.body()).contains("atMost", "field.number_out_of_range");
        assertThat(Program.json(core.get("/repayments/plans/differences?bank=icbc&day=2026-11-22")).get(0).get("interestDifference").asLong()).isEqualTo(2);
        assertThat(Program.json(core.get("/repayments/plans?bank=icbc&accountNo=6228000000000001"))).hasSize(2);
        JsonNode penalties = Program.json(core.get("/repayments/penalties?bank=icbc&accountNo=6228000000000001"));
        assertThat(penalties.get(1).get("difference").asLong()).isEqualTo(2);
    }

    @Test
    void aPersonSaysSinceWhenRegistrationIsPossibleAndWhy() throws Exception {
        Program reviewer = program(Role.REVIEWER);
        assertThat(reviewer.post("/registrations/DJ-0007-1/possible", "{\"possibleOn\":\"2028-03-01\"}").statusCode()).isEqualTo(422);
        assertThat(reviewer.post("/registrations/DJ-0007-1/possible", "{\"possibleOn\":\"2028-03-01\",\"reason\":\"首次登记已办\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonSaysWhetherWhatIsInDoubtStands() throws Exception {
        Program reviewer = program(Role.REVIEWER);
        assertThat(reviewer.post("/registrations/DJ-0007-1/looked", "{\"reason\":\"已核对\",\"verdict\":\"perhaps\",\"seen\":2}").statusCode()).isEqualTo(422);
        assertThat(reviewer.post("/registrations/DJ-0007-1/looked", "{\"reason\":\"已核对\",\"verdict\":\"stands-no-more\"}").statusCode()).as("who does not say what was seen").isEqualTo(422);
        assertThat(reviewer.post("/registrations/DJ-0007-1/looked", "{\"reason\":\"已核对\",\"verdict\":\"stands-no-more\",\"seen\":2}").statusCode()).isEqualTo(200);
    }

    @Test
    void aCertificateIsHandedOutAsItCameAndVerifiedAsOfNow() throws Exception {
        String digest = Digest.of("PK a certificate".getBytes(StandardCharsets.US_ASCII)).hex();
        String path = "/registrations/DJ-0007-1/certificates/" + digest;
        HttpResponse<String> file = program(Role.AUDITOR).get(path);
        assertThat(file.body()).isEqualTo("PK a certificate");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment", digest + ".ofd");
        assertThat(Program.json(program(Role.AUDITOR).get(path + "/verdict")).get("result").asText()).isEqualTo("authentic");
        for (String nobodys : List.of("8f", "ab".repeat(32))) {
            assertThat(program(Role.AUDITOR).get("/registrations/DJ-0007-1/certificates/" + nobodys).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void hasNoHandlerThatForgotItsRoles() {
        assertThat(handlers.getHandlerMethods().values().stream()
                        .filter(h -> h.getBeanType().getPackageName().startsWith("io.jinqiao.console")))
                .isNotEmpty()
                .allMatch(RestDoorTest::needsRoles);
    }

    private static boolean needsRoles(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Needs.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Needs.class);
    }

    @Test
    void tellsEverythingThatIsWrongWithACommandAtOnce() throws Exception {
        HttpResponse<String> answer = program(Role.APPROVER)
                .post(LOAN + "/decision", "{\"outcome\":\"perhaps\",\"approvedAmount\":\"1.5\",\"approvedMonths\":0}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Program.json(answer).findValuesAsText("field")).containsExactly("outcome", "approvedAmount", "approvedMonths");
        assertThat(routes.commands).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":1,\"a\":2}|envelope.member_duplicate", "{\"a\":|envelope.unreadable", "[]|envelope.unreadable"})
    void refusesABodyThatIsNotOneCleanObject(String body, String code) throws Exception {
        HttpResponse<String> answer = program(Role.APPROVER).post(LOAN + "/decision", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Program.json(answer).get("code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/xml", "json"})
    void saysThatACommandIsJsonWhenItComesAsAnythingElse(String type) throws Exception {
        HttpResponse<String> answer = program(Role.APPROVER).postFile(LOAN + "/decision", type, APPROVAL.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept")).contains("application/json");
        assertThat(Program.json(answer).get("detail").asText()).contains("Content-Type: application/json");
        assertThat(routes.commands).isEmpty();
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        HttpResponse<String> answer = program(Role.APPROVER).post(LOAN + "/decision", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void saysNotFoundInTheSameForm() throws Exception {
        Program program = program(Role.AUDITOR);
        for (String path : new String[] {"/loans/none", "/nothing", "/opinions/none", "/messages/00000000-0000-0000-0000-000000000000"}) {
            HttpResponse<String> answer = program.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Program.json(answer).get("type").asText()).startsWith("urn:jinqiao:failure:");
        }
    }

    @Test
    void saysInProblemDetailsThatItHasNoAnswerInTheFormAskedFor() throws Exception {
        HttpResponse<String> answer = program(Role.AUDITOR).get("/loans", "application/xml");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void givesACommandToItsRouteInTheNameOfTheCaller() throws Exception {
        Program approver = program(Role.APPROVER);
        assertThat(approver.post(LOAN + "/decision", APPROVAL).statusCode()).isEqualTo(200);
        assertThat(routes.commands).singleElement().isInstanceOfSatisfying(DecideLoan.class, command -> {
            assertThat(command.by().name()).isEqualTo(approver.name());
            assertThat(command.approvedAmount().fen()).isEqualTo(50_000_000);
        });
        assertThat(audit.latest(3)).anyMatch(line -> line.act().equals("loan-decision") && line.who().equals(approver.name()));
    }

    @Test
    void namesTheMemberOfStaffTheCoreSystemNames() throws Exception {
        Program reviewer = program(Role.REVIEWER);
        reviewer.post(LOAN + "/review", "{\"stage\":\"initial\",\"recommended\":true,\"officer\":\"chen\"}");
        assertThat(routes.commands).singleElement().isInstanceOfSatisfying(ReviewLoan.class, command -> {
            assertThat(command.by().name()).isEqualTo("chen");
            assertThat(command.by().caller()).isEqualTo(reviewer.name());
        });
    }

    @Test
    void letsNoCallerBothReviewAndApprove() {
        assertThatThrownBy(() -> callers.issue("both", Set.of(Role.REVIEWER, Role.APPROVER), "test"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problems().get(0).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED));
    }

    @Test
    void passesTheRefusalOfAGateOnAndWritesNoAuditLine() throws Exception {
        routes.answer = (route, command) -> {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, "rejected");
        };
        Program approver = program(Role.APPROVER);
        HttpResponse<String> answer = approver.post(LOAN + "/decision", APPROVAL);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Program.json(answer).get("detail").asText()).contains("rejected");
        assertThat(audit.latest(20)).noneMatch(line -> line.who().equals(approver.name()));
    }

    @Test
    void tellsNothingOfAnInternalFailure() throws Exception {
        routes.answer = (route, command) -> {
            throw new IllegalStateException("identity 11010519900307761X");
        };
        HttpResponse<String> answer = program(Role.APPROVER).post(LOAN + "/decision", APPROVAL);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("gateway.internal").doesNotContain("11010519900307761X");
    }

    @Test
    void doesACommandOnceForOneKeyAndGivesTheStoredAnswerAgain() throws Exception {
        Program approver = program(Role.APPROVER);
        HttpResponse<String> first = approver.postOnce(LOAN + "/decision", "key-1", APPROVAL);
        HttpResponse<String> second = approver.postOnce(LOAN + "/decision", "key-1", APPROVAL);
        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(routes.commands).hasSize(1);
    }

    @Test
    void refusesAnotherRequestUnderAUsedKey() throws Exception {
        Program approver = program(Role.APPROVER);
        approver.postOnce(LOAN + "/decision", "key-2", APPROVAL);
        HttpResponse<String> other = approver.postOnce(LOAN + "/decision", "key-2", "{\"outcome\":\"rejected\",\"reason\":\"x\"}");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Program.json(other).get("code").asText()).isEqualTo("once.idempotency_key_reused");
        assertThat(routes.commands).hasSize(1);
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() throws Exception {
        program(Role.APPROVER).postOnce(LOAN + "/decision", "key-3", APPROVAL);
        assertThat(program(Role.APPROVER).postOnce(LOAN + "/decision", "key-3", APPROVAL).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(routes.commands).hasSize(2);
    }

    @Test
    void saysHowManyCharactersAKeyMayHave() throws Exception {
        HttpResponse<String> answer = program(Role.APPROVER).postOnce(LOAN + "/decision", "k".repeat(101), APPROVAL);
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = Program.json(answer).get("problems").get(0);
        assertThat(problem.get("field").asText()).isEqualTo("Idempotency-Key");
        assertThat(problem.get("detail").asText()).contains("1-100 characters").doesNotContain("字符");
        assertThat(routes.commands).isEmpty();
    }

    @Test
    void leavesTheKeyOfARefusedCommandFree() throws Exception {
        Program approver = program(Role.APPROVER);
        assertThat(approver.postOnce(LOAN + "/decision", "key-4", "{}").statusCode()).isEqualTo(422);
        assertThat(approver.postOnce(LOAN + "/decision", "key-4", APPROVAL).statusCode()).isEqualTo(200);
    }

    @Test
    void doesACommandOnceAlsoWhenTheSameKeyComesManyTimesAtOnce() throws Exception {
        Program approver = program(Role.APPROVER);
        ExecutorService callersAtOnce = Executors.newFixedThreadPool(6);
        Callable<HttpResponse<String>> call = () -> approver.postOnce(LOAN + "/decision", "key-5", APPROVAL);
        List<Future<HttpResponse<String>>> answers = callersAtOnce.invokeAll(java.util.Collections.nCopies(6, call));
        for (Future<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        callersAtOnce.shutdown();
        assertThat(routes.commands).hasSize(1);
    }

    @Test
    void letsOneProposeAndOnlyAnotherConfirmWhatBecameOfAnUnknown() throws Exception {
        Program operator = program(Role.OPERATOR);
        String unknown = "/unknowns/" + Doors.OneUnknown.ID + "/proposals";
        HttpResponse<String> proposed = operator.post(unknown, "{\"decision\":\"accepted\",\"reason\":\"their letter of 2026-11-23\"}");
        assertThat(proposed.statusCode()).isEqualTo(201);
        String confirm = unknown + "/" + Program.json(proposed).get("id").asText() + "/confirm";
        assertThat(operator.post(confirm, "{}").statusCode()).isEqualTo(403);
        assertThat(unknowns.settled).isFalse();
        assertThat(program(Role.APPROVER).post(confirm, "{}").statusCode()).isEqualTo(204);
        assertThat(unknowns.settled).isTrue();
    }

    @Test
    void stopsAndResumesAPartnerWithAReasonOnly() throws Exception {
        Program operator = program(Role.OPERATOR);
        assertThat(operator.post("/partners/icbc/stop", "{}").statusCode()).isEqualTo(422);
        assertThat(operator.post("/partners/nobody/stop", "{\"reason\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(operator.post("/partners/icbc/stop", "{\"reason\":\"maintenance\"}").statusCode()).isEqualTo(200);
        assertThat(Program.json(operator.post("/partners/icbc/resume", "{\"reason\":\"done\"}")).get("released").asInt()).isEqualTo(1);
    }

    @Test
    void revokesAnOpinionForItsApplicationAndBank() throws Exception {
        program(Role.APPROVER).post("/opinions/SP-2026-000007/revoke", "{\"reason\":\"contract of sale ended\"}");
        assertThat(routes.commands).singleElement().isInstanceOfSatisfying(RevokeOpinion.class, command -> {
            assertThat(command.applicationNo()).isEqualTo("A-0007");
            assertThat(command.bank()).isEqualTo(Doors.BANK);
        });
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/loans,GET", "PUT,/loans/JQ-1/decision,POST", "DELETE,/events,GET"})
    void saysWhichWayAnAddressIsAskedWhenItIsAskedInAnother(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = program(Role.AUDITOR).ask(method, path);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
        assertThat(Program.json(answer).get("code").asText()).isEqualTo("envelope.method_wrong");
        assertThat(program(Role.AUDITOR).ask(method, "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesInTheLanguageOfWhoeverAsksAndInChineseWhenNobodySays() throws Exception {
        Program stranger = Program.withToken(port, "wrong");
        assertThat(Program.json(stranger.get("/loans")).get("detail").asText()).startsWith("Log in");
        assertThat(Program.json(stranger.inLanguage(null).get("/loans")).get("detail").asText()).startsWith("请先登录");
        assertThat(Program.json(stranger.inLanguage("zh-CN").get("/loans")).get("detail").asText()).startsWith("请先登录");
    }

    @Test
    void writesTheTakingOfEvidenceDown() throws Exception {
        Program auditor = program(Role.AUDITOR);
        HttpResponse<String> pack = auditor.get(LOAN + "/evidence");
        assertThat(pack.headers().firstValue("Content-Disposition").orElseThrow()).contains("evidence-A-0007.zip");
        assertThat(auditor.get("/messages/B-0007/evidence?partner=icbc").statusCode()).isEqualTo(200);
        assertThat(audit.latest(5)).filteredOn(line -> line.who().equals(auditor.name())).hasSize(2);
    }

    @Test
    void givesTheFeedPageByPageAndTheSameCursorWhenNothingHappened() throws Exception {
        Program program = program(Role.AUDITOR);
        JsonNode first = Program.json(program.get("/events?size=3"));
        JsonNode second = Program.json(program.get("/events?size=1000&after=" + first.get("next").asText()));
        assertThat(first.get("events")).hasSize(3);
        assertThat(second.get("events").findValuesAsText("id")).doesNotContainAnyElementsOf(first.get("events").findValuesAsText("id"));
        String end = second.get("next").asText();
        assertThat(Program.json(program.get("/events?after=" + end)).get("next").asText()).isEqualTo(end);
    }

    @Test
    void holdsAnEmptyPageBackNoLongerThanAgreed() throws Exception {
        Program program = program(Role.AUDITOR);
        String end = Program.json(program.get("/events?size=1000")).get("next").asText();
        HttpResponse<String> answer = program.get("/events?wait=1&after=" + end);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Program.json(answer).get("events")).isEmpty();
    }

    @Test
    void describesItselfWithTheBodiesOfItsCommands() throws Exception {
        for (String address : List.of("/v3/api-docs", "/v3/api-docs/v1")) {
            HttpResponse<String> docs = Browser.at(port).get(address);
            assertThat(docs.statusCode()).as(address).isEqualTo(200);
            JsonNode described = Program.json(docs);
            assertThat(described.at("/info/title").asText()).contains("金桥", "Jinqiao");
            JsonNode decision = described.at("/paths/~1api~1v1~1loans~1{acceptanceNo}~1decision/post");
            assertThat(decision.at("/requestBody/content/application~1json/schema/properties/outcome/enum").toString())
                    .as(address)
                    .contains("approved", "rejected");
            assertThat(decision.at("/parameters").toString()).as(address).contains("Idempotency-Key", "acceptanceNo");
        }
    }
}
