package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody of one bank at the console: sees its own, and reaches nothing else. */
@ConsoleServer
class BankPagesTest {
    private static final PartnerId ICBC = new PartnerId("icbc");
    private static final String OWN = "/console/bank";
    private static @Nullable Browser shared;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    HikariDataSource database;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private Browser bank() throws Exception {
        if (shared == null) {
            shared = Browser.at(port).loggedIn(people, ICBC);
        }
        return shared;
    }

    @Test
    void seesItsOwnScoresOnceItWasToldOfThemInBothLanguages() throws Exception {
        assertThat(bank().get("/console").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith(OWN));
        String list = bank().get(OWN + "?lang=en").body();
        assertThat(list).contains("86.10").doesNotContain("80.86", "58.20", "93.40", "??").as("what is frozen or runs was not told yet").doesNotContain("20260930");
        for (String language : List.of("zh", "en")) {
            assertThat(bank().get(OWN + "/icbc-20260401-20260630?lang=" + language)).satisfies(page -> {
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("56,250.00", "K000001").doesNotContain("??");
            });
        }
    }

    /** An act that is refused leads back to its page, so what was done is read from the audit; who may act is asked of each handler besides. */
    @Test
    void triesEveryAddressOfTheHouseAndIsLetInOnlyAtItsOwn() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> opens = new ArrayList<>();
        int tried = 0;
        Browser stranger = Browser.at(port).loggedIn(people, ICBC);
        stranger.get(OWN);
        for (RequestMappingHandlerMapping mapping : mappings) {
            for (Map.Entry<RequestMappingInfo, HandlerMethod> one : mapping.getHandlerMethods().entrySet()) {
                String where = one.getValue().getBeanType().getSimpleName();
                if (isOpen(one.getValue())) {
                    opens.add(where);
                }
                for (String pattern : one.getKey().getPatternValues()) {
                    boolean post = one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST);
                    int status = (post ? stranger.post(filled(pattern), Map.of("bank", "icbc", "name", "x")) : stranger.get(filled(pattern))).statusCode();
                    tried++;
                    if (status != 401 && status != 403 && !post) {
                        seen.add(where + " " + pattern);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(150);
        assertThat(seen).as("its pages; the way in and on; what says that nothing is there; what development serves of the interface's description")
                .allMatch(address -> address.matches("BankPages /console/bank.*|HomePage /console|LogInPage .*|NoSuchPage .*|NothingHere .*|BasicErrorController .*|(OpenApi|Swagger|MultipleOpenApi).* /(v3|swagger-ui).*"))
                .filteredOn(address -> address.startsWith("BankPages")).hasSizeGreaterThan(4);
        assertThat(opens.stream().distinct()).containsExactlyInAnyOrder("BankPages", "HomePage", "LogInPage", "NoSuchPage", "NothingHere");
        assertThat(JdbcClient.create(database).sql("SELECT DISTINCT act FROM console_audit WHERE who = ?").param(stranger.name()).query(String.class).list()).as("nothing was done").containsExactly("log-in");
    }

    private static boolean isOpen(HandlerMethod handler) {
        if (!handler.getBeanType().getPackageName().startsWith("io.jinqiao.console")) {
            return false;
        }
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setUserPrincipal(new UsernamePasswordAuthenticationToken(new Actor("of.icbc", "某人", Set.of(Role.BANK), "icbc"), null, List.of()));
        try {
            return new NeedsInterceptor().preHandle(request, new MockHttpServletResponse(), handler);
        } catch (Refusal refused) {
            return false;
        }
    }

    /** With something in each place that its form allows. */
    private static String filled(String pattern) {
        return pattern.replaceAll("\\{form:[^}]*}", "csv").replaceAll("\\{step:[^}]*}", "publish").replaceAll("\\{which:[^}]*}", "trend")
                .replaceAll("\\{(number|version|ruling|decision|proposal|instalment|id)}", "1").replaceAll("\\{[^}]*}", "icbc-20260701-20260930").replace("**", "x");
    }

    @Test
    void isForbiddenTheLeagueTableAndAnothersScoresAreNotThere() throws Exception {
        assertThat(bank().get("/console/assessment").statusCode()).isEqualTo(403);
        assertThat(bank().get("/console/assessment/icbc-20260401-20260630").statusCode()).as("the centre's page of its own period").isEqualTo(403);
        assertThat(bank().get("/api/v1/assessments").statusCode()).isEqualTo(401);
        JdbcClient db = JdbcClient.create(database);
        db.sql("UPDATE assessment_fact_period SET state = 'final' WHERE period_no = 'abc-20260701-20260930'").update();
        try {
            for (String path : List.of("/abc-20260701-20260930", "/abc-20260701-20260930/indicators/O4", "/icbc-20260701-20260930", "/icbc-20261001-20261123", "/nothing", "/statements/abc-1/pdf")) {
                assertThat(bank().get(OWN + path).statusCode()).as(path).isEqualTo(404);
            }
            bank().get(OWN);
            Map<String, String> form = Map.of("toldNo", "K000001", "reason", "x", "document", "D-1");
            assertThat(bank().post(OWN + "/abc-20260701-20260930/objections", form).headers().firstValue("Location").orElse("") + bank().get(OWN).body()).doesNotContain("/abc-");
            assertThat(db.sql("SELECT count(*) FROM console_audit WHERE act IN ('objection-entered', 'objection-escalated') AND subject LIKE 'abc%'").query(Integer.class).single()).isZero();
        } finally {
            db.sql("UPDATE assessment_fact_period SET state = 'frozen' WHERE period_no = 'abc-20260701-20260930'").update();
        }
    }

    @Test
    void itsStatementIsHandedOutAndTheTakingIsInTheAudit() throws Exception {
        assertThat(bank().get(OWN + "/statements/icbc-20260401-20260630/csv").body()).contains("56250.00");
        assertThat(JdbcClient.create(database).sql("SELECT who FROM console_audit WHERE act = 'fee-statement-read' AND detail = 'csv' ORDER BY id DESC LIMIT 1").query(String.class).single()).isEqualTo(bank().name());
    }

    @Test
    void contestsACaseByThePage() throws Exception {
        bank().get(OWN + "/icbc-20260401-20260630");
        HttpResponse<String> answer = bank().post(OWN + "/icbc-20260401-20260630/objections", Map.of("toldNo", "K000001", "reason", "已按时联系", "document", "YH-1"));
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith(OWN + "/icbc-20260401-20260630"));
        assertThat(JdbcClient.create(database).sql("SELECT who FROM console_audit WHERE act = 'objection-entered' ORDER BY id DESC LIMIT 1").query(String.class).single()).isEqualTo(bank().name());
    }

    @Test
    void somebodyOfABankHasNoOtherRoleAndNobodyOfTheHouseIsOfABank() {
        people.add("of.icbc", "某人", ICBC, "a-long-enough-password", "test");
        assertThat(people.find("of.icbc")).hasValueSatisfying(person -> assertThat(person.bank()).isEqualTo(ICBC));
        assertThatThrownBy(() -> people.changeRoles("of.icbc", Set.of(Role.AUDITOR), "admin")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> people.add("both", "x", Set.of(Role.BANK, Role.AUDITOR), "a-long-enough-password", "test")).isInstanceOf(Refusal.class);
        JdbcClient db = JdbcClient.create(database);
        assertThatThrownBy(() -> db.sql("UPDATE console_person SET roles = '{bank,auditor}' WHERE name = 'of.icbc'").update()).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> db.sql("UPDATE console_person SET bank = NULL WHERE name = 'of.icbc'").update()).isInstanceOf(DataIntegrityViolationException.class);
    }
}
