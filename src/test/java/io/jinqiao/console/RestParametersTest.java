package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cannot be asked is told with its field and what there is; a slip never looks like an empty answer, and never like our failure. */
@ConsoleServer
class RestParametersTest {
    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    private Program program;

    @BeforeEach
    void program() {
        program = Program.at(port, callers, Role.AUDITOR, Role.APPROVER, Role.OPERATOR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/loans?word=perhaps              | word      | in-initial-review",
                "/loans?partner=nobody            | partner   | icbc",
                "/loans?partner=ICBC              | partner   | icbc",
                "/loans?page=-1                   | page      | 0",
                "/loans?page=one                  | page      | int",
                "/loans?size=0                    | size      | 200",
                "/loans?size=99999999999999999999 | size      | int",
                "/loans?wrod=approved             | wrod      | number, page, partner, size, word",
                "/loans?page=0&page=1             | page      | more than once",
                "/registrations?state=perhaps     | state     | supplement",
                "/registrations?partner=nobody    | partner   | icbc",
                "/registrations?size=201          | size      | 200",
                "/messages?result=foo             | result    | accepted, refused, unknown, waiting",
                "/messages?operation=foo          | operation | loan-application",
                "/messages?partner=nobody         | partner   | icbc",
                "/messages?before=yesterday       | before    | UUID",
                "/messages?size=201               | size      | 200",
                "/messages/first                  | record    | UUID",
                "/messages/x/evidence?partner=no  | partner   | icbc",
                "/events?after=yesterday          | after     | 0-9",
                "/events?after=-1                 | after     | 0-9",
                "/events?size=1001                | size      | 1000",
                "/events?wait=61                  | wait      | 60",
                "/standings?bank=nobody           | bank      | icbc",
                "/opinions/SP-2026-000007/document?format=docx | format | ofd, pdf",
                "/unknowns?partner=icbc           | partner   | known",
                "/seals?state=enabled             | state     | known"
            })
    void tellsWhatIsWrongWithAQueryAndWhatThereIs(String path, String field, String known) throws Exception {
        HttpResponse<String> answer = program.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Program.json(answer).get("problems").get(0);
        assertThat(problem.get("field").asText()).isEqualTo(field);
        assertThat(problem.get("detail").asText()).contains(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/loans?number=%00", "/loans?number=a%1Fb", "/loans?partner=%00", "/messages?number=%00", "/messages?result=%7F",
                "/events?after=0%00", "/messages/x/evidence?partner=%00", "/loans?%00=1"
            })
    void refusesCharactersNoTextCanHave(String path) throws Exception {
        HttpResponse<String> answer = program.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Program.json(answer).get("problems").get(0).get("field").asText()).isIn("number", "partner", "result", "after", "?");
    }

    @Test
    void refusesAnAddressWithCharactersNoTextCanHave() throws Exception {
        for (String path : new String[] {"/loans/%00", "/loans/2026%00/evidence", "/opinions/%1b", "/messages/%00/evidence"}) {
            HttpResponse<String> answer = program.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(Program.json(answer).get("problems").get(0).get("code").asText()).as(path).isEqualTo("field.wrong_form");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0008b", "\\ud800", "\\udc00\\ud800", "\\u007f"})
    void refusesABodyWithCharactersNoTextCanHaveAndNamesTheirPlace(String text) throws Exception {
        HttpResponse<String> answer = program.post(
                "/loans/202611160007/return",
                "{\"reason\":\"" + text + "\",\"items\":[{\"item\":\"a\"},{\"item\":\"b\",\"remark\":\"" + text + "\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Program.json(answer).findValuesAsText("field")).containsExactly("reason", "items[1].remark");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/loans/202611160007/waiting | {'waiting':true,'reason':'a','foo':'b'} | foo | officer, reason, waiting",
                "/loans/202611160007/payment | {'step':'proposed','Reference':'b'} | Reference | instruction, officer, reference, step",
                "/loans/202611160007/return | {'reason':'a','items':[{'item':'b'},{'item':'c','remrak':'d'}]} | items[1].remrak | item, remark",
                "/standings | {'bank':'icbc','kind':'capped','cap':{'loans':1},'effectiveFrom':'2026-11-28T00:00:00Z','document':'a','reason':'b'} | cap.loans | amount, applications",
                "/seals/x/enable | {'reason':'a','by':'b'} | by | reason",
                "/partners/icbc/stop | {'reason':'a','\\u0000':'b'} | ? | reason"
            })
    void tellsAMemberOfACommandThatIsUnknownAndWhatThereIs(String path, String body, String field, String known) throws Exception {
        HttpResponse<String> answer = program.post(path, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problems = Program.json(answer).get("problems");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).get("field").asText()).isEqualTo(field);
        assertThat(problems.get(0).get("detail").asText()).isEqualTo("Unknown code; known: " + known);
        assertThat(program.inLanguage("zh").post(path, body.replace('\'', '"')).body()).contains("未知代码；可用：" + known);
    }

    @Test
    void tellsAMisspeltMemberTogetherWithTheOneThatIsMissingForIt() throws Exception {
        HttpResponse<String> answer = program.post("/loans/202611160007/waiting", "{\"waiting\":true,\"raeson\":\"a\"}");
        assertThat(Program.json(answer).findValuesAsText("field")).containsExactly("raeson", "reason");
    }

    @Test
    void answersABodyOfNothingButSlipsWithAFewOfThem() throws Exception {
        String slips = IntStream.range(0, 5_000).mapToObj(i -> "\"slip" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        assertThat(program.post("/loans/202611160007/waiting", slips).body()).hasSizeLessThan(20_000);
    }

    @Test
    void refusesASealThatIsNoBase64() throws Exception {
        HttpResponse<String> answer = program.post("/seals", "{\"data\":\"%%%\",\"reason\":\"new\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Program.json(answer).findValuesAsText("field")).containsExactly("data");
    }

    @Test
    void refusesALogInWithCharactersNoNameCanHave() throws Exception {
        for (String form : Set.of("name=%00&password=x", "name=a&password=%00")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/console/log-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void stillTakesWhatIsRight() throws Exception {
        for (String path : new String[] {
            "/loans?partner=icbc&word=approved&number=A%20B&page=0&size=10",
            "/messages?partner=icbc&operation=loan-application&result=refused&number=%E4%B8%AD",
            "/events?after=0&size=1&wait=0",
            "/standings?bank=icbc"
        }) {
            HttpResponse<String> answer = program.get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
