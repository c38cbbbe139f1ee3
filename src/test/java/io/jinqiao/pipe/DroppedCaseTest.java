package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.FileCase;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.bank.NationalFiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case that is filed as a dropped file and told of by one, through a whole gateway, with a registry that shares no code with it. */
class DroppedCaseTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
    }

    @BeforeEach
    void calm() {
        gateway.dropping.values().forEach(one -> one.registry().moods().calm());
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2"})
    void aCaseIsFiledAndEndsInTheRegister(String edition) throws Exception {
        RunningGateway.Dropping dropping = gateway.dropping.get(edition);
        RegistrationApplication application = file(edition);
        await().atMost(LONG).until(() -> !dropping.files().takeUp().isEmpty());
        await().atMost(LONG).until(() -> row(application.caseNo()).startsWith("submitted"));
        assertThat(dropping.registry().received(Operation.REGISTRATION_APPLICATION, RegistrationApplication.class)).contains(application);

        dropping.files().nextDay();
        List<String> dropped = dropping.files().nextDay();
        assertThat(dropped).isNotEmpty();
        for (String number : dropped) {
            await().atMost(LONG).until(() -> "1".equals(dropping.files().heard(number)));
        }
        assertThat(row(application.caseNo())).isEqualTo("registered true");
    }

    /** Nobody is asked and nothing goes twice: the answer is looked for again until it lies there. */
    @Test
    void anAnswerThatComesLateIsFoundLater() throws Exception {
        RegistrationApplication application = file("r2");
        await().atMost(LONG).until(() -> count("nothing-came", application) > 1);
        assertThat(row(application.caseNo())).doesNotStartWith("submitted");

        assertThat(drops().takeUp()).hasSize(1);
        await().atMost(LONG).until(() -> row(application.caseNo()).startsWith("submitted"));
        assertThat(count("about-to-send", application)).isEqualTo(1);
        assertThat(count("reply-received", application)).isEqualTo(1);
    }

    @Test
    void anAnswerThatWasTakenHalfWrittenIsLookedForAgain() throws Exception {
        RegistrationApplication application = file("r2");
        await().atMost(LONG).until(() -> !drops().begin().isEmpty());
        await().atMost(LONG).until(() -> count("reply-received", application) > 0);
        assertThat(row(application.caseNo())).doesNotStartWith("submitted");

        assertThat(drops().takeUp()).hasSize(1);
        await().atMost(LONG).until(() -> row(application.caseNo()).startsWith("submitted"));
        assertThat(count("about-to-send", application)).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNotTheRegistrysIsNotBelieved() throws Exception {
        gateway.dropping.get("r2").registry().moods().order(Operation.REGISTRATION_APPLICATION, null, Behaviour.BAD_SIGNATURE, 1);
        RegistrationApplication application = file("r2");
        await().atMost(LONG).until(() -> !drops().takeUp().isEmpty());
        await().atMost(LONG).until(() -> count("reply-received", application) > 0);
        assertThat(gateway.room(JdbcTemplate.class).queryForList("SELECT DISTINCT verdict || ' ' || codes FROM evidence_record WHERE kind = 'reply-received' AND subject = ?", String.class, application.caseNo()))
                .containsExactly("refused partner.answer_untrusted");
        assertThat(row(application.caseNo())).doesNotStartWith("submitted");
    }

    @Test
    void aFileThatIsNoMessageIsAnsweredByARefusal() throws Exception {
        String number = "N" + System.nanoTime();
        drops().nonsense(number);
        await().atMost(LONG).until(() -> drops().answered(number).contains("envelope.unreadable"));
    }

    private static NationalFiles drops() {
        return gateway.dropping.get("r2").files();
    }

    private static RegistrationApplication file(String edition) {
        String caseNo = "DJF" + System.nanoTime();
        RegistrationApplication application =
                (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(SampleRegistry.mortgage().content().with("caseNo", caseNo));
        gateway.room(Capabilities.class).run("registration-file", new FileCase(new PartnerId("registry-files-" + edition), new PartnerId("icbc"), "HF" + caseNo, application, "chen"));
        return application;
    }

    private static int count(String kind, RegistrationApplication application) {
        return gateway.room(JdbcTemplate.class).queryForObject("SELECT count(*) FROM evidence_record WHERE kind = ? AND subject = ?", Integer.class, kind, application.caseNo());
    }

    private static String row(String caseNo) {
        return gateway.room(JdbcTemplate.class).queryForObject(
                "SELECT coalesce(state, 'null') || ' ' || registered FROM mortgage_fact_case WHERE case_no = ?", String.class, caseNo);
    }
}
