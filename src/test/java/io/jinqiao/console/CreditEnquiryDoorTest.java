package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.message.Content;
import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleServer
class CreditEnquiryDoorTest {
    private static final String DIGEST = "ab".repeat(32);

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    People people;

    @Autowired
    Audit audit;

    @Autowired
    Doors.Routes routes;

    @Autowired
    Doors.Enquirer enquiries;

    /** Other classes share the server. */
    @BeforeEach
    @AfterEach
    void forget() {
        routes.forget();
        enquiries.told.clear();
    }

    private Program program(Role... roles) {
        return Program.at(port, callers, roles);
    }

    @Test
    void aReportIsWantedByACommandAndThatIsInTheAudit() throws Exception {
        routes.answer = (route, command) -> Outcome.accepted(Content.group().put("number", "12").put("state", "waiting").build());
        String wanted = "{\"bank\": \"icbc\", \"applicationNo\": \"A-0007\", \"person\": \"borrower\", \"purpose\": \"loan-approval\"}";
        var answer = program(Role.REVIEWER).post("/credit-enquiries", wanted);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Program.json(answer).get("state").asText()).isEqualTo("waiting");
        assertThat(routes.commands).hasSize(1);
        AskForReport command = (AskForReport) routes.commands.get(0);
        assertThat(command).isEqualTo(new AskForReport(new PartnerId("icbc"), "A-0007", "borrower", Reason.LOAN_APPROVAL, command.by()));
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject, Audit.Line::detail).containsExactly("credit-enquiry-asked", "icbc A-0007", "borrower 12 waiting");
        assertThat(program(Role.REVIEWER).post("/credit-enquiries", wanted.replace("loan-approval", "curiosity")).statusCode()).isEqualTo(422);
    }

    @Test
    void everyLookAtAReportIsInTheAuditAndOnlyWhoNeedsItSeesIt() throws Exception {
        assertThat(program(Role.OPERATOR).get("/credit-enquiries/7/report").statusCode()).isEqualTo(403);
        assertThat(enquiries.told).isEmpty();
        var seen = program(Role.APPROVER).get("/credit-enquiries/7/report");
        assertThat(Program.json(seen).get("facts").get("overdueNow").asInt()).isEqualTo(1);
        assertThat(Program.json(seen).get("findings").get(0).get("rule").asText()).isEqualTo("arrears-now");
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject).containsExactly("credit-report-seen", "7");
        assertThat(program(Role.APPROVER).get("/credit-enquiries/8/report").statusCode()).isEqualTo(422);
    }

    @Test
    void anAuthorisationIsRegisteredWithTheDigestOfWhatWasSigned() throws Exception {
        String consent = "{\"bank\": \"icbc\", \"applicationNo\": \"A-0007\", \"person\": \"borrower\", \"purpose\": \"post-loan\", \"signedOn\": \"2026-11-01\", \"lastDay\": \"2027-11-01\", \"postLoan\": true, \"document\": \""
                + DIGEST + "\"}";
        assertThat(program(Role.REVIEWER).post("/credit-enquiries/authorisations", consent).statusCode()).isEqualTo(201);
        GiveAuthorisation told = (GiveAuthorisation) enquiries.told.get(0);
        assertThat(told).isEqualTo(new GiveAuthorisation(
                new PartnerId("icbc"), "A-0007", "borrower", Reason.POST_LOAN, LocalDate.of(2026, 11, 1), LocalDate.of(2027, 11, 1), true, new Digest(DIGEST), told.by()));
        assertThat(program(Role.REVIEWER).post("/credit-enquiries/authorisations", consent.replace(DIGEST, "none")).statusCode()).isEqualTo(422);
    }

    @Test
    void aConsentTakenBackIsRegisteredByProgramAndByPage() throws Exception {
        String withdrawal = "{\"bank\": \"icbc\", \"applicationNo\": \"A-0007\", \"person\": \"spouse\", \"what\": \"reporting\", \"withdrawnOn\": \"2026-11-02\", \"document\": \"" + DIGEST + "\"}";
        assertThat(program(Role.AUDITOR).post("/credit-enquiries/withdrawals", withdrawal).statusCode()).isEqualTo(403);
        assertThat(program(Role.REVIEWER).post("/credit-enquiries/withdrawals", withdrawal).statusCode()).isEqualTo(201);
        WithdrawConsent told = (WithdrawConsent) enquiries.told.get(0);
        assertThat(told).isEqualTo(new WithdrawConsent(new PartnerId("icbc"), "A-0007", "spouse", WithdrawConsent.What.REPORTING, LocalDate.of(2026, 11, 2), new Digest(DIGEST), told.by()));
        assertThat(audit.latest(1).get(0)).extracting(Audit.Line::act, Audit.Line::subject, Audit.Line::detail).containsExactly("credit-consent-withdrawn", "icbc A-0007", "spouse reporting");
        Browser browser = Browser.at(port).loggedIn(people, Role.REVIEWER);
        String page = browser.get("/console/credit-enquiries?lang=en").body();
        browser.post(
                "/console/credit-withdrawals",
                java.util.Map.of("bank", "icbc", "applicationNo", "A-0007", "person", "borrower", "what", "enquiry", "withdrawnOn", "2026-11-03", "document", DIGEST));
        assertThat(enquiries.told).hasSize(2);
        assertThat(page).contains("Consents taken back", "To be asked about").doesNotContain("??");
    }

    @Test
    void thePageOfAReportShowsItsFactsAndWhoLooked() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.APPROVER);
        String list = browser.get("/console/credit-enquiries?lang=en").body();
        assertThat(list).contains("A-0007", "Waits for another person", "Unusual numbers of enquiries", "credit.report_unreadable").doesNotContain("1090044");
        String page = browser.post("/console/credit-enquiries/7/report?lang=en", java.util.Map.of()).body();
        assertThat(page).contains("1090044", "wang.hua", "this look was written down", "there are arrears now").doesNotContain("??");
        assertThat(audit.latest(1).get(0).act()).isEqualTo("credit-report-seen");
    }

    @Test
    void thePageOfAReportIsClosedToWhoDoesNotNeedIt() throws Exception {
        Browser operator = Browser.at(port).loggedIn(people, Role.OPERATOR, Role.COLLECTOR, Role.BANK_MANAGER, Role.ADMINISTRATOR);
        assertThat(operator.get("/console/credit-enquiries").statusCode()).isEqualTo(403);
        var refused = operator.post("/console/credit-enquiries/7/report", java.util.Map.of());
        assertThat(refused.statusCode()).as("back to where they came from, told why").isEqualTo(302);
        assertThat(refused.body()).doesNotContain("1090044");
        assertThat(enquiries.told).isEmpty();
    }
}
