package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.ofd.SealedOfds;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sealed file is the body of a request, and the answer tells every step. The context trusts nobody and has no records. */
@ConsoleServer
class VerificationDoorTest {
    private static final String DOOR = "/opinions/verify";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Audit audit;

    @ParameterizedTest
    @ValueSource(strings = {"application/ofd", "application/octet-stream"})
    void tellsEveryStepOfAGenuineDocument(String type) throws Exception {
        byte[] file = SealedOfds.ordinary();
        Program program = program(Role.OPERATOR);

        JsonNode answer = Program.json(program.postFile(DOOR, type, file));

        assertThat(answer.get("result").asText()).isEqualTo("incomplete");
        assertThat(answer.get("opinionNo").asText()).isEqualTo("SP202611230000017");
        assertThat(outcomes(answer))
                .contains("signature passed", "digests passed", "coverage passed", "seal passed", "signer-certificate not-checked");
        assertThat(audit.latest(5)).anySatisfy(line -> {
            assertThat(line.who()).isEqualTo(program.name());
            assertThat(line.act()).isEqualTo("opinion-verify");
            assertThat(line.subject()).isEqualTo(Digest.of(file).hex());
        });
    }

    @Test
    void namesWhatIsWrongWithAChangedOne() throws Exception {
        byte[] file = SealedOfds.ordinary();
        file[file.length / 2] ^= 1;

        HttpResponse<String> answer = program(Role.COLLECTOR).postFile(DOOR, "application/ofd", file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Program.json(answer).get("result").asText()).isEqualTo("refused");
        assertThat(answer.body()).contains("document.zip_damaged");
    }

    @Test
    void saysSoWhenItIsNoDocumentAtAll() throws Exception {
        JsonNode answer = Program.json(
                program(Role.AUDITOR).postFile(DOOR, "application/pdf", "not a document".getBytes(StandardCharsets.US_ASCII)));

        assertThat(answer.get("result").asText()).isEqualTo("refused");
        assertThat(answer.toString()).contains("document.format_unknown");
    }

    @Test
    void refusesNothingAndTooMuch() throws Exception {
        Program program = program(Role.OPERATOR);

        assertThat(program.postFile(DOOR, "application/ofd", new byte[0]).body()).contains(FailureCode.FRAME_UNREADABLE.code());
        assertThat(program.postFile(DOOR, "application/ofd", new byte[OpinionVerification.LARGEST_FILE + 1]).body())
                .contains(FailureCode.FRAME_TOO_LARGE.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded"})
    void saysWhichContentTypesItTakes(String type) throws Exception {
        HttpResponse<String> answer = program(Role.OPERATOR).postFile(DOOR, type, SealedOfds.ordinary());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept").orElse("")).contains("application/ofd", "application/pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void saysThatItIsPostedTo(String method) throws Exception {
        HttpResponse<String> answer = program(Role.OPERATOR).asked(method, DOOR);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void opensToNobodyWithoutARoleForIt() throws Exception {
        assertThat(program(Role.ADMINISTRATOR).postFile(DOOR, "application/ofd", new byte[] {1}).statusCode()).isEqualTo(403);
        assertThat(Program.withToken(port, null).postFile(DOOR, "application/ofd", new byte[] {1}).statusCode()).isEqualTo(401);
    }

    private static List<String> outcomes(JsonNode answer) {
        List<String> all = new ArrayList<>();
        answer.get("steps").forEach(step -> all.add(step.get("step").asText() + " " + step.get("outcome").asText()));
        return all;
    }

    private Program program(Role... roles) {
        return Program.at(port, callers, roles);
    }
}
