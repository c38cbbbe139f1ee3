package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.mortgage.Certificates;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.workbench.simulate.Course;
import io.jinqiao.workbench.simulate.Paper;
import io.jinqiao.workbench.simulate.Push;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case from its command to its certificate, through the whole gateway and a registry that shares no code with it. */
class RegistryCaseTest {
    private static final PartnerId REGISTRY = new PartnerId("registry");
    private static final PartnerId BANK = new PartnerId("icbc");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static RunningGateway gateway;
    private static OwnRegistry registry;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        registry = gateway.registry.centreAt(gateway.room(Listening.class).port());
        registry.moods().calm();
        registry.down(false);
    }

    @AfterEach
    void proper() {
        registry.pushes(Push.PROPER);
        registry.papers(Paper.PROPER);
    }

    /** Sealed documents verified by the real verifier, from a registry that seals with code of its own. */
    @ParameterizedTest
    @CsvSource({
        "BROKEN_SEAL, certificate-seal-broken, document.digest_differs",
        "UNTRUSTED_KEY, certificate-seal-broken, certificate.untrusted",
        "OTHER_UNIT, certificate-of-another-unit, ",
        "OTHER_HOLDER, certificate-of-another-holder, ",
        "NAMESAKE, certificate-of-another-holder, ",
        "OTHER_NUMBER, certificate-of-another-number, ",
        "CANCELLED, certificate-not-current, "
    })
    void aCertificateThatDoesNotHoldIsKeptAsADoubtAndMovesNothing(Paper paper, String doubt, String finding) throws Exception {
        String caseNo = filed();
        registry.nextDay();
        registry.nextDay();
        registry.papers(paper);
        assertThat(registry.nextDay()).containsOnly("00");
        assertThat(row(caseNo)).isEqualTo("registered true false false {" + doubt + "}");
        CaseFacts.Certificate kept = gateway.room(CaseFacts.class).certificates(caseNo).get(0);
        assertThat(kept.doubts()).containsExactly(doubt);
        assertThat(kept.findings()).isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @ParameterizedTest
    @CsvSource({"WRONG_CHARACTER, zzbs", "OTHER_DIGEST, wjzy"})
    void aNoticeThatContradictsItselfIsRefusedAndKeepsNothing(Paper paper, String field) throws Exception {
        String caseNo = filed();
        registry.nextDay();
        registry.nextDay();
        registry.papers(paper);
        assertThat(registry.nextDay()).isNotEmpty().doesNotContain("00");
        assertThat(row(caseNo)).isEqualTo("registered true false false {}");
        assertThat(gateway.room(CaseFacts.class).certificates(caseNo)).isEmpty();
    }

    @Test
    void theFileIsKeptAsItCameAndHoldsWhenItIsVerifiedAgain() throws Exception {
        String caseNo = filed();
        for (int day = 0; day < 3; day++) {
            registry.nextDay();
        }
        CaseFacts.Certificate kept = gateway.room(CaseFacts.class).certificates(caseNo).get(0);
        Certificates certificates = gateway.room(Certificates.class);
        Digest digest = new Digest(kept.digest());
        assertThat(Digest.of(certificates.find(caseNo, digest).orElseThrow().file())).isEqualTo(digest);
        assertThat(certificates.verify(caseNo, digest).orElseThrow().result()).isEqualTo(DocumentVerdict.Result.AUTHENTIC);
        assertThat(certificates.of(BANK, "HF" + caseNo)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPER", "TWICE", "LATE", "OUT_OF_ORDER"})
    void endsRegisteredAndCertifiedHoweverTheCallBacksCome(Push push) throws Exception {
        String caseNo = filed();
        registry.pushes(push);
        for (int day = 0; day < 4; day++) {
            assertThat(registry.nextDay()).allMatch(code -> code.equals("00") || code.equals("04"));
        }
        registry.tellTheNewestFirst();
        assertThat(row(caseNo)).isEqualTo("registered true true true {}");
        CaseFacts facts = gateway.room(CaseFacts.class);
        assertThat(facts.page(new CaseFacts.Question("registry", "registered", caseNo), 0, 10)).hasSize(1).first().extracting(CaseFacts.Case::certified).isEqualTo(true);
        assertThat(facts.told(caseNo)).hasSize(5);
        assertThat(told(caseNo)).containsExactlyInAnyOrder("state receipt", "state call-back", "entry call-back", "certificate call-back", "certificate call-back");
    }

    @Test
    void lostCallBacksAreFoundByTheRounds() throws Exception {
        String caseNo = filed();
        registry.pushes(Push.LOST);
        registry.nextDay();
        registry.nextDay();
        assertThat(row(caseNo)).isEqualTo("submitted false false false {}");
        gateway.room(Capabilities.class).run("registration-rounds", new Rounds(Instant.now().plus(Duration.ofHours(5))));
        await().atMost(PATIENCE).until(() -> row(caseNo).equals("registered true false false {}"));
    }

    @Test
    void aCertificateWhosePushWasLostIsAskedForByTheRounds() throws Exception {
        String caseNo = filed();
        registry.nextDay();
        registry.nextDay();
        registry.pushes(Push.LOST);
        assertThat(registry.nextDay()).as("nothing reaches us").isEmpty();
        assertThat(row(caseNo)).isEqualTo("registered true false false {}");
        gateway.room(Capabilities.class).run("registration-rounds", new Rounds(Instant.now().plus(Duration.ofHours(5))));
        await().atMost(PATIENCE).until(() -> row(caseNo).equals("registered true true true {}"));
        assertThat(told(caseNo)).contains("certificate poll");
        assertThat(gateway.room(CaseFacts.class).certificates(caseNo)).hasSize(2).allMatch(one -> one.verdict().equals("authentic"));
    }

    /** Nobody is called back, no question is answered, no application is taken; and when the registry is there again, all of it goes on by itself. */
    @Test
    void anOutageOfTheWholeRegistryLosesNoCaseAndDoublesNone() throws Exception {
        List<String> open = List.of(filed(), filed(), filed(), filed());
        registry.down(true);
        registry.pushes(Push.LOST);
        List<String> asked = List.of(file(), file(), file(), file());
        registry.nextDay();
        registry.nextDay();
        gateway.room(Capabilities.class).run("registration-rounds", new Rounds(Instant.now().plus(Duration.ofHours(5))));
        await().atMost(PATIENCE).until(() -> asked.stream().allMatch(RegistryCaseTest::left));
        assertThat(open).allMatch(caseNo -> row(caseNo).equals("submitted false false false {}"));
        assertThat(asked).allMatch(caseNo -> row(caseNo).startsWith("null"));

        registry.down(false);
        await().atMost(PATIENCE).until(() -> asked.stream().allMatch(caseNo -> row(caseNo).startsWith("submitted")));
        gateway.room(Capabilities.class).run("registration-rounds", new Rounds(Instant.now().plus(Duration.ofHours(10))));
        await().atMost(PATIENCE).until(() -> open.stream().allMatch(caseNo -> row(caseNo).equals("registered true false false {}")));
        registry.pushes(Push.PROPER);
        for (int day = 0; day < 4; day++) {
            registry.nextDay();
        }
        List<String> all = Stream.concat(open.stream(), asked.stream()).toList();
        await().atMost(PATIENCE).until(() -> all.stream().allMatch(caseNo -> row(caseNo).equals("registered true true true {}")));
        assertThat(all).allMatch(caseNo -> told(caseNo).stream().filter(told -> told.endsWith("receipt")).count() == 1);
    }

    /** Whether at least one attempt to hand the case in was made. */
    private static boolean left(String caseNo) {
        return gateway.room(JdbcTemplate.class).queryForObject(
                "SELECT count(*) > 0 FROM evidence_fact_record WHERE operation = 'registration-application' AND subject = ? AND kind = 'about-to-send'", Boolean.class, caseNo);
    }

    @ParameterizedTest
    @CsvSource({"REJECT, rejected false false true {}", "DELETE, deleted false false true {}", "SEIZED, rejected false false true {}"})
    void endsWithoutSecurityWhenTheRegistrySaysSo(Course course, String row) throws Exception {
        String caseNo = filed();
        registry.course(caseNo, course);
        registry.nextDay();
        registry.nextDay();
        assertThat(row(caseNo)).isEqualTo(row);
    }

    private static String filed() {
        String caseNo = file();
        await().atMost(PATIENCE).until(() -> row(caseNo).startsWith("submitted"));
        return caseNo;
    }

    private static String file() {
        String caseNo = "DJC" + System.nanoTime();
        RegistrationApplication application =
                (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(SampleRegistry.mortgage().content().with("caseNo", caseNo));
        gateway.room(Capabilities.class).run("registration-file", new FileCase(REGISTRY, BANK, "HF" + caseNo, application, "chen"));
        return caseNo;
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
