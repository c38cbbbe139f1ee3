package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.Content;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.FileCase;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.Push;
import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import io.jinqiao.workbench.simulate.bank.NationalRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case from its command to its entry in the register by SOAP, in either edition of the national form, with a registry that shares no code with the gateway. */
class NationalCaseTest {
    private static final PartnerId BANK = new PartnerId("icbc");
    private static final Map<String, Supplier<RegistrationApplication>> KINDS = Map.of(
            "mortgage", SampleRegistry::mortgage,
            "double-pre-notice", SampleRegistry::doublePreNotice,
            "conversion", SampleRegistry::conversion,
            "cancellation", SampleRegistry::cancellation);

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        gateway.national.values().forEach(registry -> registry.centreAt(gateway.room(Listening.class).port()).moods().calm());
    }

    @AfterEach
    void proper() {
        gateway.national.values().forEach(registry -> registry.pushes(Push.PROPER));
    }

    @ParameterizedTest
    @CsvSource({
        "r1, mortgage", "r2, mortgage", "r1, double-pre-notice", "r2, double-pre-notice",
        "r1, conversion", "r2, conversion", "r1, cancellation", "r2, cancellation"
    })
    void aCaseIsFiledAndEndsInTheRegister(String edition, String kind) throws Exception {
        NationalRegistry registry = gateway.national.get(edition);
        RegistrationApplication application = filed(edition, kind);
        assertThat(registry.received(Operation.REGISTRATION_APPLICATION, RegistrationApplication.class)).contains(application);

        assertThat(registry.nextDay()).as("nothing is told on the way").isEmpty();
        assertThat(registry.nextDay()).allMatch(answer -> answer.verified() && answer.reply().isAccepted()).hasSize(1);
        // a cancellation has no certificate to wait for; of the others the form can say no more, and the entry is the end
        assertThat(row(application.caseNo())).isEqualTo(kind.equals("cancellation") ? "registered true true true {}" : "registered true false true {}");
        assertThat(told(application.caseNo())).containsExactly("state receipt", "entry call-back");
    }

    @Test
    void aResultThatIsToldTwiceCountsOnce() throws Exception {
        NationalRegistry registry = gateway.national.get("r1");
        RegistrationApplication application = filed("r1", "mortgage");
        registry.pushes(Push.TWICE);
        registry.nextDay();
        List<Answer> answers = registry.nextDay();
        assertThat(answers).hasSize(2);
        assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
        assertThat(told(application.caseNo())).containsExactly("state receipt", "entry call-back");
    }

    @Test
    void anApplicationTheRegistryRefusesIsOver() {
        gateway.national.get("r2").moods().order(Operation.REGISTRATION_APPLICATION, null, Behaviour.REFUSE, 1);
        String caseNo = file("r2", "mortgage").caseNo();
        await().atMost(Duration.ofSeconds(60)).until(() -> row(caseNo).startsWith("rejected") || row(caseNo).contains("true {"));
    }

    private static RegistrationApplication filed(String edition, String kind) {
        RegistrationApplication application = file(edition, kind);
        await().atMost(Duration.ofSeconds(60)).until(() -> row(application.caseNo()).startsWith("submitted"));
        return application;
    }

    private static RegistrationApplication file(String edition, String kind) {
        String caseNo = "DJN" + System.nanoTime();
        RegistrationApplication sample = KINDS.get(kind).get();
        Content.Group content = sample.content().with("caseNo", caseNo);
        // of a mortgage older than the gateway: no other loan's
        Content.Group older = sample.earlierNo() == null ? content : content.with("earlierNo", "虚(2011)虚构市不动产证明第" + System.nanoTime() % 10_000_000 + "号");
        RegistrationApplication application = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(older);
        gateway.room(Capabilities.class).run("registration-file", new FileCase(new PartnerId("registry-" + edition), BANK, "HF" + caseNo, application, "chen"));
        return application;
    }

    private static String row(String caseNo) {
        return gateway.room(JdbcTemplate.class).queryForObject(
                "SELECT coalesce(state, 'null') || ' ' || registered || ' ' || certified || ' ' || settled || ' ' || doubts::text FROM mortgage_fact_case WHERE case_no = ?",
                String.class,
                caseNo);
    }

    private static List<String> told(String caseNo) {
        return gateway.room(JdbcTemplate.class).queryForList("SELECT kind || ' ' || way FROM mortgage_fact_told WHERE case_no = ? ORDER BY id", String.class, caseNo);
    }
}
