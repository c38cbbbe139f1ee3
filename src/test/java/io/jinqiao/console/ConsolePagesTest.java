package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.EntrustedLoanFee;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FeeStatement;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.ScoredIndicator;
import io.jinqiao.message.Scorecard;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.opinion.Seals;
import io.jinqiao.repayment.CompareBooks;
import io.jinqiao.repayment.ConfirmExplanation;
import io.jinqiao.repayment.ExplainDifference;
import io.jinqiao.repayment.NoteWarning;
import java.net.http.HttpResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleServer
class ConsolePagesTest {
    private static final String LOAN = "/console/loans/202611160007";
    private static final String RECORD = "/console/messages/0193a000-0000-7000-8000-000000000070";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Audit audit;

    @Autowired
    HikariDataSource database;

    @Autowired
    FeeStatements statements;

    @Autowired
    Seals seals;

    @Autowired
    Doors.Routes routes;

    @Autowired
    Doors.Seer seer;

    @Autowired
    Doors.Deducting deducting;

    private static @Nullable Browser everybody;

    static List<String> pages() {
        return List.of(
                "/console", "/console/loans", LOAN, "/console/messages", RECORD, "/console/work", "/console/partners",
                "/console/people", "/console/audit", "/console/opinions/verify", "/console/seals", "/console/registrations", "/console/repayment-files", "/console/collection",
                "/console/collection/CU-1", "/console/collection/CU-2", "/console/objections", "/console/credit-enquiries", "/console/credit-reports?month=2026-10", "/console/credit-notices", "/console/credit-agreements", "/console/credit-agreements?bank=abc&month=2026-10", "/console/objections/CY-1", "/console/objections/CY-2", "/console/objections/CY-3", "/console/overdue",
                "/console/overdue/icbc/6228000000000001", "/console/overdue/differences", "/console/overdue/differences?bank=icbc&day=2026-11-20", "/console/warnings", "/console/warnings?ended=true", "/console/deductions", "/console/deductions/KK20261122",
                "/console/reconciliations", "/console/reconciliations/icbc/2026-11-21", "/console/assessment", "/console/assessment/icbc-20260401-20260630", "/console/assessment/icbc-20260701-20260930",
                "/console/assessment/icbc-20261001-20261123", "/console/assessment/icbc-20260701-20260930/indicators/O4",
                "/console/assessment/icbc-20260701-20260930/indicators/O4?all=true");
    }

    /** Who may see everything; logged in once, since a password is slow to check on purpose. */
    private Browser everybody() throws Exception {
        if (everybody == null) {
            everybody = Browser.at(port).loggedIn(people, Role.staff().toArray(Role[]::new));
        }
        return everybody;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsEveryPageInBothLanguages(String page) throws Exception {
        Browser browser = everybody();
        String and = page.contains("?") ? "&lang=" : "?lang=";
        assertThat(browser.get(page + and + "zh")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("lang=\"zh-CN\"", "退出登录").doesNotContain("??");
        });
        assertThat(browser.get(page + and + "en").body()).contains("lang=\"en\"", "Log out").doesNotContain("??");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givesEveryDatabaseConnectionBack(String page) throws Exception {
        everybody().get(page);
        await().until(() -> database.getHikariPoolMXBean().getActiveConnections() == 0);
    }

    @Test
    void aRejectedObjectionIsFollowedToTheCommitteeAndAnotherPersonConfirmsWhatItDecided() throws Exception {
        String page = everybody().get("/console/assessment/icbc-20260401-20260630?lang=en").body();
        assertThat(page).contains("at the committee", "the bank asks for the committee: 请管委会复议", "committee GWH-2026-21: 管委会采纳 (entered by anna)", "may be taken to the committee until 2026-08-03");
        assertThat(page).contains("/console/assessment/icbc-20260401-20260630/decisions/1/answer").contains("/console/assessment/icbc-20260401-20260630/objections/4/escalate");
        for (String act : List.of("objections/4/escalate", "objections/3/decide", "decisions/1/answer", "reasons")) {
            HttpResponse<String> done = everybody().post("/console/assessment/icbc-20260401-20260630/" + act, Map.of("reason", "x", "document", "D-1", "upheld", "true", "confirmed", "true"));
            assertThat(done.statusCode()).as(act).isEqualTo(302);
        }
        assertThat(JdbcClient.create(database).sql("SELECT act FROM console_audit WHERE who = ? AND (act LIKE 'objection-esc%' OR act LIKE 'committee%' OR act = 'assessment-reasons') ORDER BY id")
                .param(everybody().name()).query(String.class).list()).containsExactly("objection-escalated", "committee-decision-entered", "committee-decision-confirmed", "assessment-reasons");
    }

    @Test
    void aDowntimeThatCountsMayBeWithdrawnAndAnotherPersonAnswersIt() throws Exception {
        String page = everybody().get("/console/assessment?lang=en").body();
        assertThat(page).contains("2026-10-15 01:00 — 2062-10-15 05:00 · YW-2026-14", "/console/assessment/downtimes/2/withdraw", "Withdrawal of a downtime", "/console/assessment/withdrawal/4/answer");
        assertThat(page.replaceAll("<[^>]*>", "")).as("in words").contains("complaints upheld 1 · 网点服务态度 · 2026-11-20 · TS-2026-11", "the centre · 2026-11-15 01:00 — 2026-11-15 05:00 · YW-2026-15");
        assertThat(page).as("not confirmed, a withdrawal waits, is one").doesNotContain("downtimes/1/withdraw", "downtimes/3/withdraw", "downtimes/4/withdraw");
        assertThat(page).as("a bank's maintenance until it begins").contains("downtimes/6/withdraw").doesNotContain("downtimes/5/withdraw", "YW-2026-18");
        for (String act : List.of("downtimes/2/withdraw", "withdrawal/4/answer")) {
            assertThat(everybody().post("/console/assessment/" + act, Map.of("document", "D-1", "confirmed", "true")).statusCode()).as(act).isEqualTo(302);
        }
        assertThat(JdbcClient.create(database).sql("SELECT concat_ws(' ', act, subject, detail) FROM console_audit WHERE who = ? AND act LIKE 'downtime%' ORDER BY id").param(everybody().name()).query(String.class).list())
                .containsExactly("downtime-withdrawal-entered 2 9", "downtime-withdrawal-confirmed 3 4");
    }

    @Test
    void whoBorrowsAndWhoWasTurnedAwayStandsBesideTheOverdueIndicators() throws Exception {
        assertThat(everybody().get("/console/assessment/icbc-20260701-20260930?lang=en").body()).contains("130 questions at the counter, 110 of them eligible; 100 applications", "2025Q3/flexible", "20.000 expected");
    }

    @Test
    void aFinalScorecardTakesTheSealedStatementAlongAndAProvisionalOneDoesNot() throws Exception {
        EntrustedLoanFee fee = new EntrustedLoanFee(new Money(125_000_000L), new BigDecimal("5.0000"), new BigDecimal("0.9000"), new Money(5_625_000L), new Money(562_500L));
        Outcome told = statements.attach(Outcome.accepted(Content.Group.EMPTY, new Outgoing(new PartnerId("icbc"), scorecard("-F", Scorecard.State.FINAL, fee)), new Outgoing(new PartnerId("icbc"), scorecard("-P", Scorecard.State.PROVISIONAL, null))));
        FeeStatement stated = ((Scorecard) told.outgoing().get(0).message()).statement();
        assertThat(stated).isNotNull();
        assertThat(stated.statementNo()).isEqualTo("icbc-20260401-20260630");
        byte[] paper = Base64.getDecoder().decode(stated.document());
        assertThat(stated.digest()).isEqualTo(Digest.of(paper));
        assertThat(new String(paper, StandardCharsets.UTF_8)).as("the paper that people are handed").isEqualTo(everybody().get("/console/assessment/statements/icbc-20260401-20260630/pdf").body());
        assertThat(new String(Base64.getDecoder().decode(stated.lines()), StandardCharsets.UTF_8)).contains("fee,icbc-20260401-20260630,56250.00,50625.00");
        assertThat(((Scorecard) told.outgoing().get(1).message()).statement()).isNull();
        assertThat(told.outgoing().get(0).message().operation().read(told.outgoing().get(0).message().content())).as("what our own reader takes").isEqualTo(told.outgoing().get(0).message());
    }

    private static Scorecard scorecard(String letter, Scorecard.State state, @Nullable EntrustedLoanFee fee) {
        return new Scorecard(
                "icbc-20260401-20260630" + letter, 1, state, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), "default 2026-01-01", new BigDecimal("86.10"), "B", false,
                List.of(new ScoredIndicator("O1", "三期以上逾期率", new BigDecimal("0.1000"), "‰", new BigDecimal("15.00"), new BigDecimal("12.00"), 412, true, null)), List.of(), fee,
                Scorecard.Standing.UNCHANGED, state == Scorecard.State.PROVISIONAL ? LocalDate.of(2026, 7, 20) : null, List.of());
    }

    @Test
    void theStatementOfAFeeIsSealedPaperAndLines() throws Exception {
        String page = everybody().get("/console/assessment/icbc-20260401-20260630?lang=en").body();
        assertThat(page).contains("50,625.00").contains("case K000003 was upheld after the score was final: ").contains("6,250.00").contains("accepted by the bank").contains("JS-2026-1");
        assertThat(everybody().get("/console/assessment/statements/icbc-20260401-20260630/csv").body().lines())
                .containsExactly(
                        "statement_no,partner,made_on,line,kind,period_no,amount_yuan,payable_yuan,document",
                        "icbc-20260401-20260630,icbc,2026-07-30,1,fee,icbc-20260401-20260630,56250.00,50625.00,",
                        "icbc-20260401-20260630,icbc,2026-07-30,2,held-back,icbc-20260401-20260630,-5625.00,50625.00,");
        assertThat(everybody().get("/console/assessment/statements/icbc-20260401-20260630/pdf").body())
                .startsWith("%PDF icbc-20260401-20260630").contains("手续费 fee：56,250.00 元").contains("5 %，62,500.00 元").contains("50,625.00 元　payable");
        assertThat(everybody().get("/console/assessment/statements/nothing/pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void aLoanInForceForWhichNobodyAskedForAnythingIsInTheListOfRegistrations() throws Exception {
        JdbcClient db = JdbcClient.create(database);
        String no = db.sql("""
                        SELECT acceptance_no FROM loan_fact_loan l WHERE word = 'rejected' AND NOT EXISTS (SELECT 1 FROM mortgage_fact_waiting w WHERE w.application_no = l.application_no)
                            AND NOT EXISTS (SELECT 1 FROM mortgage_fact_request q WHERE q.application_no = l.application_no AND q.state = 'held') LIMIT 1
                        """)
                .query(String.class)
                .single();
        assertThat(everybody().get("/console/registrations?lang=zh").body()).doesNotContain("尚无任何登记申请");
        db.sql("UPDATE loan_fact_loan SET contract = 'in-force', security = 'none' WHERE acceptance_no = ?").param(no).update();
        try {
            assertThat(everybody().get("/console/registrations?lang=zh").body()).contains(no, "合同已生效，尚无任何登记申请");
        } finally {
            db.sql("UPDATE loan_fact_loan SET contract = 'none', security = 'destroyed' WHERE acceptance_no = ?").param(no).update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/console/nope, 404, 没有这项内容, There is no such thing here",
        "/console/nope/deeper, 404, 没有这项内容, There is no such thing here",
        "/console/messages/nope, 404, 没有这项内容, There is no such thing here",
        "/console/loans/nope, 404, 没有这笔申请, There is no such application",
        "/console/loans?page=abc, 400, page: 格式不符：应为 0-9, page: Wrong form: expected 0-9"
    })
    void saysOnAPageInBothLanguagesWhatCannotBeShown(String path, int status, String chinese, String english) throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.staff().toArray(Role[]::new));
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("lang=\"zh-CN\"", "退出登录", chinese).doesNotContain("??");
        String other = browser.get(path + (path.contains("?") ? "&" : "?") + "lang=en").body();
        assertThat(other).contains("lang=\"en\"", "Log out", english).doesNotContain("??");
        assertThat(browser.get("/console/assets/console.css").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheChosenLanguage() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.OPERATOR);
        browser.get("/console?lang=en");
        assertThat(browser.get("/console/loans").body()).contains("Loans");
    }

    /** Whatever stands in the query, before anybody logged in too; the way into the other language keeps it. */
    @ParameterizedTest
    @ValueSource(strings = {"a=b=c", "word=1=1", "next=/x?y=z", "a=%22%3E%3Cb%3E", "=", "&&", "lang=zh&lang=en"})
    void showsThePageWhateverItsQueryLooksLike(String query) throws Exception {
        HttpResponse<String> answer = Browser.at(port).get("/console/log-in?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("\"><b>").containsPattern("href=\"/console/log-in\\?[^\"]*lang=(en|zh)\"");
    }

    @Test
    void sendsStrangersToTheLogIn() throws Exception {
        HttpResponse<String> answer = Browser.at(port).get(LOAN);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/log-in");
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, /console/people", "REVIEWER, /console/people", "AUDITOR, /console/people", "ADMINISTRATOR, /console/loans",
        "ADMINISTRATOR, /console/messages", "ADMINISTRATOR, /console/repayment-files", "ADMINISTRATOR, /console/repayment-files/7/result", "COLLECTOR, /console/work", "OPERATOR, /console/audit",
        "OPERATOR, /console/seals", "REVIEWER, /console/seals", "OPERATOR, /console/loans/202611160007/evidence", "COLLECTOR, /console/opinions/SP-2026-000007"
    })
    void closesAPageToTheWrongRole(Role role, String page) throws Exception {
        assertThat(Browser.at(port).loggedIn(people, role).get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void aSealIsEnabledAndStoppedWithAReasonAndTheActIsWrittenDown() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.APPROVER);
        assertThat(browser.get("/console/seals").body()).contains("S-0001", "S-0002", "待另一人启用", "/console/seals/S-0002/enable");

        browser.post("/console/seals/S-0002/enable", Map.of("reason", "核对无误"));
        browser.post("/console/seals/S-0001/stop", Map.of("reason", "遗失"));
        browser.post("/console/seals/S-0001/stop", Map.of("reason", " "));

        Mockito.verify(seals).enable("S-0002", browser.name(), "核对无误");
        Mockito.verify(seals).disable("S-0001", browser.name(), "遗失");
        assertThat(audit.latest(5)).anySatisfy(line -> {
            assertThat(line.who()).isEqualTo(browser.name());
            assertThat(line.act()).isEqualTo("seal-disabled");
        });
    }

    @Test
    void anAuditorSeesTheSealsAndCanChangeNone() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.AUDITOR);

        assertThat(browser.get("/console/seals").body()).contains("S-0001").doesNotContain("/stop", "/enable", "name=\"file\"");
        browser.post("/console/seals/S-0001/stop", Map.of("reason", "x"));
        Mockito.verify(seals, Mockito.never()).disable(Mockito.any(), Mockito.eq(browser.name()), Mockito.any());
    }

    /** Their first page is that of people, which stands there under its own name. */
    @Test
    void anAdministratorsSideBarHoldsNoOverviewOfLoans() throws Exception {
        assertThat(Browser.at(port).loggedIn(people, Role.ADMINISTRATOR).get("/console/people").body()).doesNotContain("<span>概览</span>");
        assertThat(Browser.at(port).loggedIn(people, Role.OPERATOR).get("/console/loans").body()).contains("<span>概览</span>");
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.OPERATOR);
        HttpResponse<String> answer =
                browser.postWithToken("/console/work/partners/icbc/stop", Map.of("reason", "x"), UUID.randomUUID().toString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void locksAfterTooManyWrongPasswordsAndTellsNobodyWhy() throws Exception {
        people.add("forgetful", "忘性大", Set.of(Role.REVIEWER), "the-right-password", "test");
        Browser browser = Browser.at(port);
        for (int i = 0; i < 3; i++) {
            assertThat(browser.logIn("forgetful", "wrong-" + i).headers().firstValue("Location").orElseThrow()).endsWith("?refused");
        }
        assertThat(browser.logIn("forgetful", "the-right-password").headers().firstValue("Location").orElseThrow()).endsWith("?refused");
        assertThat(people.find("forgetful").orElseThrow().lockedUntil()).isNotNull();
    }

    @Test
    void endsTheSessionOfSomebodyWhoWasDisabled() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.OPERATOR);
        people.enable(browser.name(), false, "somebody-else");
        assertThat(browser.get("/console/loans").statusCode()).isEqualTo(302);
    }

    @Test
    void masksTheBorrowerUntilSomebodyLooksAndWritesTheLookDown() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.REVIEWER);
        assertThat(browser.get(LOAN).body()).contains("黄**").doesNotContain("黄示例", "11010519900307761X");
        assertThat(browser.post(LOAN + "/borrower", Map.of()).body()).contains("黄示例", "11010519900307761X");
        assertThat(audit.latest(5)).anySatisfy(line -> {
            assertThat(line.who()).isEqualTo(browser.name());
            assertThat(line.act()).isEqualTo("borrower-seen");
            assertThat(line.subject()).isEqualTo("202611160007");
        });
    }

    @Test
    void showsTheBorrowerToNobodyWhoseRoleDoesNotNeedIt() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.OPERATOR, Role.COLLECTOR);
        assertThat(browser.get(LOAN).body()).doesNotContain("显示完整信息");
        assertThat(browser.post(LOAN + "/borrower", Map.of()).body()).doesNotContain("黄示例");
    }

    @Test
    void showsTheContentOfAMessageAndWritesTheLookDown() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.AUDITOR);
        browser.get(RECORD);
        assertThat(browser.post(RECORD + "/content", Map.of()).body()).contains("B-0007");
        assertThat(audit.latest(5)).anyMatch(line -> line.act().equals("content-seen") && line.who().equals(browser.name()));
    }

    @Test
    void showsHowFarAnIntakeIsAndWhichOneBrokeOff() throws Exception {
        JdbcClient.create(database).sql("UPDATE repayment_fact_intake SET begun_at = now() - interval '6 seconds', seen_at = now() WHERE message_id = 'file-1'").update();
        String page = Browser.at(port).loggedIn(people, Role.COLLECTOR).get("/console/repayment-files").body();
        assertThat(page).contains("GJJHK20261124RUNS.txt", "25 %", "100,000 笔/秒", "18 秒").contains("已中断，将重新入账").contains("部分接收", "整份退回");
    }

    @Test
    void handsOutTheFileThatToldABankOfItsRefusedRowsAndWritesItDown() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.OPERATOR);
        HttpResponse<String> file = browser.get("/console/repayment-files/7/result");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment").contains("result-7-GJJHK20261123D.txt");
        assertThat(file.body()).contains("B-0007");
        assertThat(audit.latest(5)).anyMatch(line -> line.act().equals("result-file-read") && line.who().equals(browser.name()));
        assertThat(browser.get("/console/repayment-files/8/result").statusCode()).as("its answer is no longer kept").isEqualTo(404);
        assertThat(browser.get("/console/repayment-files/9/result").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAFileOfWhichNoRowWasLookedAtWithItsReasonsAndWhatItsBankWasTold() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.OPERATOR);
        String result = "/console/repayment-files/unread/0193a000-0000-7000-8000-000000000710/result";
        assertThat(browser.get("/console/repayment-files").body()).contains("GJJHK20261124CUT.txt", "文件不完整", "file.name_disagrees", result);
        HttpResponse<String> file = browser.get(result);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("result-GJJHK20261124CUT.txt");
        assertThat(browser.get("/console/repayment-files/unread/0193a000-0000-7000-8000-000000000700/result").statusCode()).as("that one was judged").isEqualTo(404);
    }

    @Test
    void aFilterNobodyKnowsIsNoneAndALoanNobodyToldOfIsNotThere() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.COLLECTOR);
        assertThat(browser.get("/console/overdue?band=7&home=castle&group=x&bank=&office=%20").body()).contains("6228000000000001", "灵活就业").as("of all loans, more than are listed").contains("1234", "只列出前 500 宗");
        assertThat(browser.get("/console/overdue/icbc/NONE").statusCode()).isEqualTo(404);
        assertThat(browser.get("/console/overdue/differences?bank=icbc&day=2026-11-20").body()).as("the differences of a whole day").contains("6228000000000001", "与约定的差异", "计划本金");
        assertThat(browser.get("/console/overdue/differences?bank=IC%20BC").statusCode()).isEqualTo(404);
        assertThat(browser.get("/console/overdue/IC%20BC/6228000000000001").statusCode()).isEqualTo(404);
        assertThat(browser.get("/console/overdue?day=20260230").statusCode()).isEqualTo(400);
        assertThat(browser.get("/console/deductions/NONE").statusCode()).isEqualTo(404);
        assertThat(browser.get("/console/reconciliations/icbc/2026-11-19").statusCode()).isEqualTo(404);
    }

    @Test
    void whoLookedAtADoubtedCaseSaysWhetherItStands() throws Exception {
        Browser reviewer = Browser.at(port).loggedIn(people, Role.REVIEWER);
        String looked = "/console/registrations/" + JdbcClient.create(database).sql("SELECT number FROM mortgage_fact_waiting WHERE source = 'case' AND why = 'doubt' LIMIT 1").query(String.class).single() + "/looked";
        assertThat(reviewer.get("/console/registrations?lang=zh").body()).contains(looked, "登记仍然有效", "登记已不复存在");
        assertThat(reviewer.get("/console/registrations?lang=en").body()).contains("it stands no more: apply anew");
        assertThat(reviewer.get("/console/registrations").body()).containsPattern("name=\"seen\" value=\"\\d+\"");
        reviewer.post(looked, Map.of("verdict", "stands-no-more", "seen", "2", "reason", " 已到登记中心核实 "));
        reviewer.post(looked, Map.of("verdict", "stands", "seen", "2", "reason", " "));
        String caseNo = looked.split("/")[3];
        assertThat(routes.commands).contains(new Looked(caseNo, Looked.Verdict.STANDS_NO_MORE, 2, "已到登记中心核实", reviewer.name()))
                .noneMatch(command -> command instanceof Looked one && one.verdict() == Looked.Verdict.STANDS);
        assertThat(Browser.at(port).loggedIn(people, Role.OPERATOR).get("/console/registrations").body()).doesNotContain("/looked");
    }

    /** In words, where programs read codes: which case, what is wrong, and what to do. */
    @Test
    void whoFindsToStandWhatWasNotAppliedForReadsWhyNobodyCan() throws Exception {
        Browser reviewer = Browser.at(port).loggedIn(people, Role.REVIEWER);
        routes.answer = (route, command) -> {
            throw new Refusal(Problem.at("verdict", FailureCode.ENTRY_NOT_AS_APPLIED, "other-amount right-not-current"));
        };
        try {
            for (String[] read : new String[][] {
                {"zh", "案件 DJ-9 未记录", "债权数额与申请不符 · 登记簿所载权利不是现势状态", "登记已不复存在"}, {"en", "Case DJ-9", "another amount than applied for · the right is not a current one in the register", "stands no more"}}) {
                reviewer.get("/console/registrations?lang=" + read[0]);
                reviewer.post("/console/registrations/DJ-9/looked", Map.of("verdict", "stands", "seen", "2", "reason", "已核对"));
                assertThat(reviewer.get("/console/registrations").body()).contains(read[1], read[2], read[3]).doesNotContain("verdict: ");
            }
        } finally {
            routes.forget();
        }
    }

    @Test
    void aDifferenceIsExplainedByOneAndConfirmedByAnother() throws Exception {
        Browser manager = Browser.at(port).loggedIn(people, Role.BANK_MANAGER);
        String day = "/console/reconciliations/icbc/2026-11-21";
        assertThat(manager.get(day).body()).contains("次日到账", "DZ-1/confirm", "DZ-2/explain").doesNotContain("DZ-1/explain", "DZ-2/confirm");
        manager.post(day + "/DZ-2/explain", Map.of("explanation", " 分位进位 "));
        manager.post(day + "/DZ-1/confirm", Map.of("confirmed", "true"));
        manager.post(day + "/compare", Map.of());
        assertThat(routes.commands).containsSubsequence(
                new ExplainDifference("DZ-2", "分位进位", manager.name()), new ConfirmExplanation("DZ-1", true, manager.name()), new CompareBooks(new PartnerId("icbc"), LocalDate.of(2026, 11, 21)));
        assertThat(Browser.at(port).loggedIn(people, Role.COLLECTOR).get(day).body()).doesNotContain("/confirm", "/explain", "/compare");
    }

    @Test
    void whatWasDeductedAndIsCountedNowhereIsListedAmongTheDifferencesAndClearedByTwoPeople() throws Exception {
        Browser approver = Browser.at(port).loggedIn(people, Role.APPROVER);
        assertThat(approver.get("/console/reconciliations").body()).contains("扣款差异", "已扣未入账", "重复扣款", "7,000.00", "/console/deductions/KK20261122#twice");
        String run = "/console/deductions/KK20261122";
        assertThat(approver.get(run).body()).contains("责任：银行，2026-11-26 前处理", run + "/not-in-ledger/KK20261122-1/1\"", run + "/paid-twice/KK20261122-1/2/answer");
        approver.post(run + "/not-in-ledger/KK20261122-1/1", Map.of("outcome", "bank-erred", "document", " 函9 "));
        approver.post(run + "/paid-twice/KK20261122-1/2/answer", Map.of("confirmed", "true"));
        assertThat(deducting.closings).contains("NOT_IN_LEDGER KK20261122-1 1 BANK_ERRED 函9 " + approver.name(), "PAID_TWICE KK20261122-1 2 true " + approver.name());
        assertThat(Browser.at(port).loggedIn(people, Role.COLLECTOR).get("/console/deductions/KK20261122").body()).contains("已扣未入账").doesNotContain("/not-in-ledger/");
    }

    @Test
    void aRunItsBankDoesNotTellOfIsShownLateAndClosedByAnApproverOtherThanWhoProposedIt() throws Exception {
        Browser approver = Browser.at(port).loggedIn(people, Role.APPROVER);
        String run = "/console/deductions/KK20261122";
        assertThat(approver.get("/console/deductions").body()).contains("逾期未回结果（应于 2026-11-25 前）");
        assertThat(approver.get(run).body()).contains("逾期未回结果", "银行书面答复：批次未受理", run + "/closings/1").doesNotContain(run + "/closings\"");
        approver.post(run + "/closings/1", Map.of("confirmed", "true"));
        approver.post("/console/deductions/KK20261022/closings", Map.of("reason", " 无回音 "));
        approver.post("/console/deductions/KK20261022/closings", Map.of("reason", "未受理", "document", " 函2026-7 "));
        assertThat(deducting.closings).contains("1 true " + approver.name(), "KK20261022 无回音 " + approver.name(), "KK20261022 未受理 函2026-7 " + approver.name());
        assertThat(Browser.at(port).loggedIn(people, Role.COLLECTOR).get(run).body()).contains("银行书面答复").doesNotContain("/closings");
    }

    @Test
    void aBankThatIsSilentSinceADueDayIsShownAsThatWithItsMissingFiles() throws Exception {
        Browser collector = Browser.at(port).loggedIn(people, Role.COLLECTOR);
        assertThat(collector.get("/console/collection").body())
                .contains("应还日之后未报送", "2026-11-19", "缺 2 份文件，11-21 10:00 告警", "/console/repayment-files#missing", "6228000000000077", "最早 2026-11-20 到期");
        assertThat(collector.get("/console/collection?bank=icbc").body()).doesNotContain("应还日之后未报送");
        assertThat(collector.get("/console/repayment-files").body()).contains("id=\"missing\"", "2026-11-21");
    }

    @Test
    void aCollectorNotesWhatWasDoneAboutAWarning() throws Exception {
        Browser collector = Browser.at(port).loggedIn(people, Role.COLLECTOR);
        assertThat(collector.get("/console/warnings").body()).contains("贷后停缴", "灵活就业", "2026-10", "/console/warnings/1/note").doesNotContain("/console/warnings/2/note");
        collector.post("/console/warnings/1/note", Map.of("note", " 已提醒续缴 ", "until", "2026-12-10"));
        assertThat(seer.told).contains(new NoteWarning(1, "已提醒续缴", LocalDate.of(2026, 12, 10), collector.name()));
        assertThat(audit.latest(5)).anyMatch(line -> line.act().equals("warning-noted") && line.who().equals(collector.name()));
        assertThat(Browser.at(port).loggedIn(people, Role.AUDITOR).get("/console/warnings").body()).doesNotContain("/note");
    }

    @Test
    void drawsTheFourTracks() throws Exception {
        String page = Browser.at(port).loggedIn(people, Role.COLLECTOR).get(LOAN).body();
        assertThat(page).containsSubsequence("审批", "受理", "初审", "复审", "批准", "合同", "借款人签署", "担保", "抵押预告", "资金", "到账");
        assertThat(page).contains("个工作日", "已封存 · 第 3 批");
    }

    @Test
    void findsALoanByItsNumber() throws Exception {
        Browser browser = Browser.at(port).loggedIn(people, Role.COLLECTOR);
        assertThat(browser.get("/console/loans?words=A-0003").body()).contains("202611160003").doesNotContain("202611160004");
        assertThat(browser.get("/console/loans?words=nothing-of-the-kind").body()).contains("没有符合条件的贷款");
    }

    @Test
    void letsNobodyConfirmTheirOwnProposal() throws Exception {
        Browser manager = Browser.at(port).loggedIn(people, Role.BANK_MANAGER);
        manager.get("/console/partners");
        manager.post("/console/partners/standing", Map.of(
                "bank", "icbc", "kind", "active", "from", "2026-11-23", "document", "公积金管委会〔2026〕9 号", "reason", "年度准入"));
        assertThat(manager.get("/console/work").body()).contains("年度准入", "须由另一人确认");
        manager.post("/console/work/standings/1/answer", Map.of("confirmed", "true"));
        assertThat(manager.get("/console/work").body()).contains("须由另一人办理");
        Browser approver = Browser.at(port).loggedIn(people, Role.APPROVER);
        approver.get("/console/work");
        approver.post("/console/work/standings/1/answer", Map.of("confirmed", "true"));
        assertThat(approver.get("/console/partners").body()).contains("正常承办");
    }

    @Test
    void addsAPersonAndShowsThePasswordOnce() throws Exception {
        Browser administrator = Browser.at(port).loggedIn(people, Role.ADMINISTRATOR);
        administrator.get("/console/people");
        administrator.post("/console/people", Map.of("name", "wang.wu", "title", "王五", "roles", "collector"));
        assertThat(administrator.get("/console/people").body()).contains("id=\"secret\"", "wang.wu");
        assertThat(administrator.get("/console/people").body()).doesNotContain("id=\"secret\"");
        assertThat(people.find("wang.wu").orElseThrow().roles()).containsExactly(Role.COLLECTOR);
    }

    @Test
    void takesNothingFromElsewhereAndLetsNobodyFrameThePages() throws Exception {
        HttpResponse<String> answer = Browser.at(port).get("/console/log-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'self'");
        assertThat(answer.body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
    }
}
